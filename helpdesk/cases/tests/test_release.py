"""The one door out: what was agreed passes, all else is refused with its reason and a trace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from helpdesk.cases.actions.party import add_party
from helpdesk.cases.actions.telling import ask_exception, grant_exception, record_consent, withdraw_consent
from helpdesk.cases.models import Party
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.people.consent import Agreed, Band, Consent
from helpdesk.people.hours import parse
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

pytestmark = pytest.mark.django_db


def entries() -> list[tuple[str, ...]]:
    return list(Entry.objects.values_list("verb", "purpose", "result"))


def a_guardian(**more: object) -> Person:
    told = {Subject.CONTACT: Choice.YES, Subject.PROGRESS: Choice.YES}
    return Person(Part.GUARDIAN, told=told, channels={Channel.EMAIL: Choice.YES})


def a_consent(party: Party) -> Consent:
    return Consent(
        party=str(party.pk),
        purpose="hulp regelen",
        subjects=frozenset(Subject),
        agreed=frozenset({Agreed.CHILD}),
        band=Band.FROM_12,
        explained="met wie en waarom",
        language="Nederlands",
        limits=True,
        text="1/12-15",
        expires_on=clock.today() + timedelta(days=30),
    )


def test_what_was_agreed_passes() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = add_party(file=file, person=a_guardian())
        record_consent(file=file, agreed=a_consent(party))
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


MOMENTS = {datetime(2027, 1, 4, 15, 0, tzinfo=UTC): True, datetime(2027, 1, 4, 19, 0, tzinfo=UTC): False}
BY_THE_HOUR = {Channel.CALL, Channel.VOICEMAIL, Channel.TEXT}
WAYS = {Channel.CALL: Choice.YES, Channel.EMAIL: Choice.YES, Channel.TEXT: Choice.ASK}


def test_the_whole_matrix_through_the_door() -> None:
    """Participant x subject x channel x hour: what was forbidden stays inside, and what was agreed goes out."""
    out = inside = 0
    people = product((Part.PARENT, Part.TEACHER, Part.OPPONENT), (Subject.STORY, Subject.WHEREABOUTS), (True, False))
    with cast.opened("iris", cast.taken(), to="add-party") as file:
        for part, agreed, written in people:
            told = {Subject.CONTACT: Choice.YES, agreed: Choice.YES}
            somebody = Person(part, told=told, channels=WAYS, hours=parse("ma-vr 15-17"))
            party = add_party(file=file, person=somebody)
            if written:
                record_consent(file=file, agreed=a_consent(party))
            for subject, channel, (moment, safe) in product(Subject, Channel, MOMENTS.items()):
                wanted = (
                    subject in {Subject.CONTACT, agreed}
                    and WAYS.get(channel) == Choice.YES
                    and (safe or channel not in BY_THE_HOUR)
                    and not (part == Part.OPPONENT and subject == Subject.WHEREABOUTS)
                    and (part == Part.PARENT or written)
                )
                try:
                    release(file, to=party, subjects=[subject], channel=channel, at=moment)
                    went = True
                except NotToBeTold:
                    went = False
                assert went is wanted, (part, agreed, written, subject, channel, moment)
                out, inside = out + went, inside + (not went)
    assert out > 20, "the control: what was agreed does go"
    assert inside == Entry.objects.filter(verb="refuse", purpose="release").count()


def test_without_consent_nobody_outside_is_told_and_a_withdrawn_one_is_none() -> None:
    with cast.opened("iris", cast.taken(), to="add-party") as file:
        party = add_party(file=file, person=a_guardian())
        with pytest.raises(NotToBeTold, match="Er is geen toestemming om met de voogd te delen"):
            release(file, to=party, subjects=[Subject.PROGRESS], channel=Channel.EMAIL)
        row = record_consent(file=file, agreed=a_consent(party))
        release(file, to=party, subjects=[Subject.PROGRESS], channel=Channel.EMAIL)
        withdraw_consent(file=file, consent_id=row.pk)
        with pytest.raises(NotToBeTold, match="toestemming"):
            release(file, to=party, subjects=[Subject.PROGRESS], channel=Channel.EMAIL)


def test_an_exception_takes_two_and_is_used_once() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="ask-exception") as file:
        party = add_party(file=file, person=Person(Part.PARENT))
        why = "Zij staat voor een dichte deur."
        asked = ask_exception(file=file, party_id=party.pk, subjects=[], channel=Channel.CALL, reason=why)
        with pytest.raises(NotToBeTold):
            release(file, to=party, subjects=[], channel=Channel.CALL)
        with pytest.raises(NotNow, match="Je vroeg dit zelf"):
            grant_exception(file=file, exception_id=asked.pk)
    with cast.opened("sanne", case, to="grant-exception") as file:
        grant_exception(file=file, exception_id=asked.pk)
    with cast.opened("iris", case, to="call-party") as file:
        with pytest.raises(NotToBeTold):
            release(file, to=party, subjects=[Subject.STORY], channel=Channel.CALL)
        with pytest.raises(NotToBeTold):
            release(file, to=party, subjects=[], channel=Channel.CALL, at=clock.now() + timedelta(hours=25))
        assert release(file, to=party, subjects=[], channel=Channel.CALL).exception_id == asked.pk
        with pytest.raises(NotToBeTold):
            release(file, to=party, subjects=[], channel=Channel.CALL)
    assert {"ask-exception", "grant-exception", "use-exception"} <= {entry[0] for entry in entries()}


def test_what_two_allowed_before_a_consent_was_taken_back_is_over() -> None:
    case, now = cast.taken(), clock.now()
    with clock.at(now - timedelta(hours=2)):
        with cast.opened("iris", case, to="ask-exception") as file:
            party = add_party(file=file, person=a_guardian())
            agreed = record_consent(file=file, agreed=a_consent(party))
            why = "Zij staat voor een dichte deur."
            asked = ask_exception(
                file=file, party_id=party.pk, subjects=[Subject.STORY], channel=Channel.EMAIL, reason=why
            )
        with cast.opened("sanne", case, to="grant-exception") as file:
            grant_exception(file=file, exception_id=asked.pk)
    with cast.opened("iris", case, to="withdraw-consent") as file:
        withdraw_consent(file=file, consent_id=agreed.pk)
        with pytest.raises(NotToBeTold):
            release(file, to=party, subjects=[Subject.STORY], channel=Channel.EMAIL)
    with clock.at(now + timedelta(hours=1)):
        with cast.opened("iris", case, to="ask-exception") as file:
            again = ask_exception(
                file=file, party_id=party.pk, subjects=[Subject.STORY], channel=Channel.EMAIL, reason=why
            )
        with cast.opened("sanne", case, to="grant-exception") as file:
            grant_exception(file=file, exception_id=again.pk)
        with cast.opened("iris", case, to="call-party") as file:
            assert release(file, to=party, subjects=[Subject.STORY], channel=Channel.EMAIL).exception_id == again.pk


def test_where_the_child_is_is_never_an_exception() -> None:
    with cast.opened("iris", cast.taken(), to="ask-exception") as file:
        party = add_party(file=file, person=Person(Part.PARENT, Interest.AGAINST))
        where = [Subject.WHEREABOUTS]
        with pytest.raises(NotNow, match="hoort nooit waar het kind is"):
            ask_exception(file=file, party_id=party.pk, subjects=where, channel=Channel.CALL, reason="x" * 30)


def test_a_code_word_is_asked_first() -> None:
    told, ways = {Subject.CONTACT: Choice.YES}, {Channel.CALL: Choice.YES}
    with cast.opened("iris", cast.taken(), to="add-party") as file:
        mother = Person(Part.PARENT, told=told, channels=ways, hours=parse("ma-zo 0-23.59"), code_word="tulp")
        party, noon = add_party(file=file, person=mother), datetime(2027, 1, 4, 12, tzinfo=UTC)
        with pytest.raises(NotToBeTold, match="codewoord"):
            release(file, to=party, subjects=[], channel=Channel.CALL, at=noon)
        assert release(file, to=party, subjects=[], channel=Channel.CALL, at=noon, word_asked=True)
