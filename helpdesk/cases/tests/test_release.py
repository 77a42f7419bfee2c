"""The one door out: what was agreed passes, all else is refused with its reason and a trace."""

from __future__ import annotations

import pytest

from helpdesk.cases.actions.party import add_party
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.ledger.models import Entry
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

pytestmark = pytest.mark.django_db


def entries() -> list[tuple[str, ...]]:
    return list(Entry.objects.values_list("verb", "purpose", "result"))


def a_guardian(**more: object) -> Person:
    told = {Subject.CONTACT: Choice.YES, Subject.PROGRESS: Choice.YES}
    return Person(Part.GUARDIAN, told=told, channels={Channel.EMAIL: Choice.YES})


def test_what_was_agreed_passes() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = add_party(file=file, person=a_guardian())
        passed = release(file, to=party, subjects=[Subject.PROGRESS], channel=Channel.EMAIL)
    assert (passed.party_id, passed.channel) == (party.pk, Channel.EMAIL)
    assert passed.subjects == {Subject.CONTACT, Subject.PROGRESS}


@pytest.mark.parametrize(
    ("subject", "channel", "reason"),
    [
        (Subject.STORY, Channel.EMAIL, "Niet afgesproken dat deze persoon mag weten het verhaal."),
        (Subject.PROGRESS, Channel.VOICEMAIL, "Niet afgesproken dat de voicemail mag."),
    ],
)
def test_all_else_is_refused_with_its_reason(subject: Subject, channel: Channel, reason: str) -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = add_party(file=file, person=a_guardian())
        with pytest.raises(NotToBeTold, match=reason):
            release(file, to=party, subjects=[subject], channel=channel)
    assert ("refuse", "release", "refused") in entries()


def test_a_release_is_not_made_elsewhere() -> None:
    with pytest.raises(TypeError):
        Release(cast.taken().pk, cast.member("iris").pk, frozenset(), Channel.CALL, made_by=None)
