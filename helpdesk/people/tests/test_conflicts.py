"""Conflicts and look-alikes: what is said, and what is not said without need."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.people.conflicts import Elsewhere, alike, conflicts
from helpdesk.people.person import Person
from helpdesk.people.roles import OPPOSED, Interest, Part, can_be_opposed

CHILD = Person(Part.CHILD, Interest.SAME, asks=True)


@pytest.mark.parametrize("part", [Part.PARENT, Part.PARENT_WITHOUT, Part.GUARDIAN, Part.FOSTER])
def test_a_parent_against_the_child(part: Part) -> None:
    against = Person(part, Interest.AGAINST)
    assert any("tegenover het kind" in sentence for sentence in conflicts(against, [CHILD], []))
    assert any("tegenover het kind" in sentence for sentence in conflicts(CHILD, [against], [])), "whoever came first"
    assert conflicts(Person(part, Interest.SAME), [CHILD], []) == []
    assert conflicts(Person(part, Interest.OWN), [CHILD], []) == []


@pytest.mark.parametrize("interest", [Interest.OWN, Interest.AGAINST])
def test_brothers_and_sisters_with_an_interest_of_their_own(interest: Interest) -> None:
    sister = Person(Part.SIBLING, interest)
    assert any("Broers en zussen" in sentence for sentence in conflicts(sister, [CHILD], []))
    assert any("Broers en zussen" in sentence for sentence in conflicts(CHILD, [sister], []))
    assert any("Broers en zussen" in one for one in conflicts(Person(Part.SIBLING), [sister], []))
    assert conflicts(Person(Part.SIBLING, Interest.SAME), [CHILD], []) == []


def test_two_parents_who_both_ask() -> None:
    mother, father = Person(Part.PARENT, asks=True), Person(Part.PARENT_WITHOUT, asks=True)
    assert any("andere ouder" in sentence for sentence in conflicts(father, [mother], []))
    assert conflicts(father, [Person(Part.PARENT)], []) == []


def test_an_opponent_gets_no_help_here() -> None:
    assert conflicts(Person(Part.OPPONENT, asks=True), [], []) != []
    assert conflicts(Person(Part.OPPONENT), [CHILD], []) == []


def test_somebody_whom_we_help_elsewhere() -> None:
    helped = Elsewhere("KR-AAAAA", Person(Part.PARENT, name="Mariam de Boer", asks=True))
    here = Person(Part.OPPONENT, name="M. Boer")
    assert "KR-AAAAA" in conflicts(here, [], [helped])[0]
    turned = Elsewhere("KR-BBBBB", Person(Part.PARENT, Interest.AGAINST, name="Mariam de Boer"))
    assert "KR-BBBBB" in conflicts(Person(Part.PARENT, name="Mariam Boer", asks=True), [], [turned])[0]
    assert conflicts(Person(Part.PARENT, name="Mariam Boer"), [], [helped]) == [], "the same side twice is no conflict"


def test_an_institution_that_is_client_elsewhere() -> None:
    client = Elsewhere("KR-CCCCC", Person(Part.WORKER, institution="RvdK", asks=True))
    found = conflicts(Person(Part.WORKER, Interest.AGAINST, institution="RvdK"), [], [client])
    assert found == ["Deze instelling krijgt hulp van ons in zaak KR-CCCCC, en staat hier tegenover het kind."]
    assert conflicts(Person(Part.WORKER, Interest.AGAINST, institution="VT"), [], [client]) == []
    assert (
        conflicts(Person(Part.WORKER, Interest.AGAINST), [], [Elsewhere("KR-X", Person(Part.WORKER, asks=True))]) == []
    )


def test_a_colleague_who_may_know_the_family() -> None:
    found = conflicts(Person(Part.PARENT, name="Ahmed Meyer"), [], [], ["Iris de Wit", "Sanne Meijer"])
    assert found == ["Sanne Meijer heeft dezelfde achternaam. Vraag of dit familie of een bekende is."]
    assert conflicts(Person(Part.PARENT, name="Meyer"), [], [], ["Sanne Meijer"]) == [], "a first name is no family"


def test_who_looks_like_whom_and_why() -> None:
    born = date(2012, 5, 6)
    known = Elsewhere("KR-DDDDD", Person(Part.CHILD, name="Yusuf", birth_date=born, telephone="06-12345678"))
    assert alike(Person(Part.SIBLING, name="Joesoef"), [known]) == []
    assert alike(Person(Part.SIBLING, name="Joesoef", birth_date=born), [known])[0].reasons == ("naam", "geboortedag")
    assert alike(Person(Part.SIBLING, telephone="+31612345678"), [known])[0].reasons == ("telefoon",)
    assert alike(Person(Part.SIBLING, name="Sofie", birth_date=born), [known]) == [], "many were born that day"


def test_the_pairs_mean_something() -> None:
    assert can_be_opposed(Part.CHILD, Part.PARENT)
    assert can_be_opposed(Part.SIBLING, Part.SIBLING)
    assert not can_be_opposed(Part.CHILD, Part.LAWYER)
    assert all(1 <= len(pair) <= 2 for pair in OPPOSED)


def test_a_person_survives_being_kept() -> None:
    person = Person(Part.FOSTER, Interest.OWN, name="A B", birth_date=date(1980, 1, 2), telephone="1", asks=True)
    assert Person.of(person.as_content()) == person
    with pytest.raises(ValueError, match="not a valid Part"):
        Person.of({"part": "boss"})
