"""The whole matrix of telling: every part, interest, subject and choice, under every choice about contact."""

from __future__ import annotations

from itertools import product

import pytest

from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import SUBJECT_LABELS, Choice, Subject, choice_for, in_words, may_be_told

MATRIX = list(product(Part, Interest, Subject, Choice, Choice))


def test_the_whole_matrix() -> None:
    told = 0
    for part, interest, subject, chosen, contact in MATRIX:
        person = Person(part, interest, told={Subject.CONTACT: contact, subject: chosen})
        effective = person.told[Subject.CONTACT]
        answer = may_be_told(person, subject)
        against = part == Part.OPPONENT or interest == Interest.AGAINST
        wanted = chosen == Choice.YES and effective == Choice.YES and not (against and subject == Subject.WHEREABOUTS)
        assert answer.allowed is wanted, (part, interest, subject, chosen, contact)
        assert answer.reason.endswith(".")
        assert (choice_for(person, subject) == Choice.YES) is answer.allowed
        told += answer.allowed
    assert 0 < told < len(MATRIX) / 3, "the control: somebody may be told something, and most may not"


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("subject", list(Subject))
def test_nobody_is_told_by_default(part: Part, subject: Subject) -> None:
    answer = may_be_told(Person(part), subject)
    assert not answer.allowed
    assert SUBJECT_LABELS[subject] in answer.reason or part == Part.OPPONENT


def test_ask_first_is_no() -> None:
    person = Person(Part.PARENT, told={Subject.CONTACT: Choice.YES, Subject.STORY: Choice.ASK})
    assert not may_be_told(person, Subject.STORY).allowed
    assert "Vraag het kind eerst" in may_be_told(person, Subject.STORY).reason


def test_in_words() -> None:
    yes = dict.fromkeys(Subject, Choice.YES)
    assert in_words(Person(Part.PARENT)) == ["mag niets weten"]
    assert in_words(Person(Part.LAWYER, told=yes)) == ["mag alles weten"]
    assert in_words(Person(Part.GUARDIAN, told=dict.fromkeys(Subject, Choice.ASK))) == ["eerst vragen"]
    assert in_words(Person(Part.PARENT, told={**yes, Subject.CONTACT: Choice.NO})) == ["mag niets weten"]
    some = {Subject.CONTACT: Choice.YES, Subject.PROGRESS: Choice.YES, Subject.STORY: Choice.ASK}
    assert in_words(Person(Part.TEACHER, told=some)) == [
        "mag weten: dat er contact is, hoe het met de zaak gaat",
        "eerst vragen: het verhaal",
    ]
