"""What we may write about the talks to whoever asked: a beginning in plain words, for a colleague to change."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import translation
from django.utils.formats import date_format

from helpdesk.mediation.people import Who
from helpdesk.mediation.talks import Promise, Talks
from helpdesk.mediation.words import US, Mark
from helpdesk.people.roles import Part
from helpdesk.ui.texts import LANGUAGES, say


def how_it_goes(talks: Talks, people: Iterable[Who], *, asker: str, language: str) -> str:
    """About what we talked, what was agreed and what became of it. Nobody is named in it.

    Args:
        people: those who may have promised something.
        asker: who reads it, as on the question form; picks her words.
        language: hers; Dutch when we have no texts in it.
    """
    with translation.override(language if language in LANGUAGES else "nl"):
        about = " ".join(talks.about.split()).rstrip(".")
        known = {one.id: one for one in people}
        lines = [_promise(one, known.get(one.who), asker) for one in talks.promises]
        agreed = "\n".join([say("mediation.*.agreed", asker=asker), *lines])
        parts = [
            say("mediation.*.about", asker=asker, about=about),
            agreed if lines else say("mediation.*.nothing", asker=asker),
            say("mediation.*.ask", asker=asker),
        ]
    return "\n\n".join(parts)


def _promise(one: Promise, who: Who | None, asker: str) -> str:
    sentence = {Mark.KEPT: "kept", Mark.BROKEN: "broken"}.get(one.mark or Mark.CHANGED, "promise")
    what = " ".join(one.what.split()).rstrip(".")
    return say(
        f"mediation.*.{sentence}", asker=asker, who=_called(one, who, asker), what=what, day=date_format(one.by, "j F")
    )


def _called(one: Promise, who: Who | None, asker: str) -> str:
    """An institution by its public name, anybody else by the part in her life."""
    if one.who == US:
        return say("mediation.*.us", asker=asker)
    part = who.part if who else Part.OPPONENT
    return (who.institution if who else "") or say(f"mediation.*.who.{part}", asker=asker)
