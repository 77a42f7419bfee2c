"""What we may write about the talks to whoever asked: a beginning in plain words, for a colleague to change."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import translation
from django.utils.formats import date_format

from helpdesk.mediation.talks import Promise, Talks
from helpdesk.mediation.words import US, Mark
from helpdesk.ui.texts import LANGUAGES, say


def how_it_goes(talks: Talks, names: Mapping[str, str], *, asker: str, language: str) -> str:
    """About what we talked, what was agreed and what became of it.

    Args:
        names: how each of those who promised something is called, by id.
        asker: who reads it, as on the question form; picks her words.
        language: hers; Dutch when we have no texts in it.
    """
    with translation.override(language if language in LANGUAGES else "nl"):
        about = " ".join(talks.about.split()).rstrip(".")
        lines = [_promise(one, names, asker) for one in talks.promises]
        agreed = "\n".join([say("mediation.*.agreed", asker=asker), *lines])
        parts = [
            say("mediation.*.about", asker=asker, about=about),
            agreed if lines else say("mediation.*.nothing", asker=asker),
            say("mediation.*.ask", asker=asker),
        ]
    return "\n\n".join(parts)


def _promise(one: Promise, names: Mapping[str, str], asker: str) -> str:
    sentence = {Mark.KEPT: "kept", Mark.BROKEN: "broken"}.get(one.mark or Mark.CHANGED, "promise")
    who = say("mediation.*.us", asker=asker) if one.who == US else names.get(one.who, "")
    what = " ".join(one.what.split()).rstrip(".")
    return say(f"mediation.*.{sentence}", asker=asker, who=who, what=what, day=date_format(one.by, "j F"))
