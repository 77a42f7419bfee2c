"""Loads the demonstration: the cast, then every story that is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from helpdesk.cases.demo.play import AsPublic, Play, submission_of
from helpdesk.cases.demo.stories import Story, stories
from helpdesk.cases.models import Case
from helpdesk.directory.demo import load_texts
from helpdesk.library.demo import load_knowledge
from helpdesk.teams.demo import load_cast
from helpdesk.teams.models import Team
from helpdesk.vault.keyring import Keyring


def load(as_public: AsPublic, told: list[Story] | None = None) -> list[Play]:
    """Play what is not there yet; gives the plays that were made. Refuses outside a demonstration."""
    if not settings.DEMO:
        raise RuntimeError("The stories exist only in a demonstration (HELPDESK_DEMO=1).")
    people = load_cast()
    load_texts(people)
    load_knowledge(people)
    teams = {team.slug: team for team in Team.objects.all()}
    all_stories = stories() if told is None else told
    wanted = {submission_of(story): story for story in all_stories}
    here = set(Case.objects.filter(pk__in=list(wanted)).values_list("pk", flat=True))
    plays = [Play(story, people, teams, as_public) for key, story in wanted.items() if key not in here]
    return [play for play in plays if play.run()]


@contextmanager
def with_ring(path: Path) -> Iterator[None]:
    """Ask with the public program's keyring: the desk's holds no pepper, so it can make no mailbox."""
    own = settings.KEYRING
    settings.KEYRING = Keyring.load(str(path))
    try:
        yield
    finally:
        settings.KEYRING = own
