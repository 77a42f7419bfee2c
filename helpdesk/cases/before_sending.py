"""Before a message leaves for somebody: is this the right person, and are these the right words?

Compared in memory, over what the colleague may read. Nothing of it is kept.
"""

from __future__ import annotations

import re

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Party
from helpdesk.lib.case_codes import ALPHABET, LENGTH, PREFIX
from helpdesk.people.names import words_of
from helpdesk.people.person import Person
from helpdesk.people.telling import Subject, may_be_told, stands_against

_CODE = re.compile(rf"{re.escape(PREFIX)}[{ALPHABET}]{{{LENGTH}}}", re.IGNORECASE)


MISSING = {"email": "Bij deze persoon staat geen e-mailadres.", "address": "Bij deze persoon staat geen postadres."}


def refusals(file: CaseFile, party: Party, text: str, *, by: str = "email") -> list[str]:
    """Why it cannot go to this person at all; sentences for the colleague. `by` is what of a person it goes to."""
    person, found = Person.of(party.content), []
    if not getattr(person, by):
        return [MISSING[by]]
    if any(code.upper() != file.case.code for code in _CODE.findall(text)):
        found.append("In de tekst staat de code van een andere zaak.")
    for other in _others(file, party):
        if _same(getattr(other, by), getattr(person, by)) and stands_against(other):
            found.append("Dit adres is ook van iemand die tegenover het kind staat.")
        elif _is_named(other, text) and not may_be_told(other, Subject.CONTACT).allowed:
            found.append(f"In de tekst staat de naam van {other.part_label.lower()} {other.initials}. Haal die weg.")
    return found


def doubts(party: Party) -> list[str]:
    """What is asked once more before it goes."""
    if stands_against(Person.of(party.content)):
        return ["Deze persoon staat tegenover het kind. Kijk of dit echt voor deze persoon is."]
    return []


def _same(one: str, other: str) -> bool:
    return one.lower().split() == other.lower().split()


def _others(file: CaseFile, party: Party) -> list[Person]:
    rows = file.open(Party.objects.filter(case=file.case).exclude(pk=party.pk))
    return [Person.of(row.content) for row in rows]


def _is_named(person: Person, text: str) -> bool:
    names = [word for word in words_of(person.name) if len(word) > 2]
    said = set(words_of(text))
    return bool(names) and any(name in said for name in names)
