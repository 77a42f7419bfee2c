"""May we help this person here? Asked when somebody is entered and when somebody changes; a colleague decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpdesk.people.names import family_name, same_birth, same_name, same_number, same_word, shared_words
from helpdesk.people.person import Person
from helpdesk.people.roles import APART, CARERS, CHILDREN, PARENTS, Interest, Part, can_be_opposed
from helpdesk.people.telling import stands_against


@dataclass(frozen=True)
class Elsewhere:
    """Somebody in another case that the colleague may see."""

    code: str
    person: Person


@dataclass(frozen=True)
class Alike:
    """Perhaps the same human, and why: name, birth date, telephone."""

    elsewhere: Elsewhere
    reasons: tuple[str, ...]


def alike(person: Person, others: Iterable[Elsewhere]) -> list[Alike]:
    """Who in other cases looks like this person."""
    found = (Alike(other, _reasons(person, other.person)) for other in others)
    return [one for one in found if one.reasons]


def _reasons(one: Person, other: Person) -> tuple[str, ...]:
    birth = same_birth(one.birth_date, other.birth_date)
    number = same_number(one.telephone, other.telephone)
    name = same_name(one.name, other.name)
    if not name and (birth or number):  # one word is too little alone, and enough beside a day or a number
        name = shared_words(one.name, other.name)[0] >= 1
    if not (name or number):
        return ()
    told = (("naam", name), ("geboortedag", birth), ("telefoon", number))
    return tuple(word for word, found in told if found)


def conflicts(
    person: Person, here: Sequence[Person], others: Sequence[Elsewhere], colleagues: Iterable[str] = ()
) -> list[str]:
    """What speaks against it, as sentences. `here` are the others of this case, `colleagues` the names of the team."""
    found = [*in_the_family(person, here), *in_other_cases(person, others), *with_colleagues(person, colleagues)]
    return list(dict.fromkeys(found))


def in_the_family(person: Person, here: Sequence[Person]) -> list[str]:
    """Parent against child, two parents who both ask, brothers and sisters with an interest of their own."""
    found = []
    for other in here:
        pair = {person.part, other.part}
        if not can_be_opposed(person.part, other.part):
            continue
        if pair & CARERS and pair & CHILDREN and Interest.AGAINST in _of_carers(person, other):
            found.append("Deze ouder of verzorger staat tegenover het kind. Wij helpen niet allebei.")
        elif pair <= CHILDREN and {person.interest, other.interest} & APART:
            found.append("Broers en zussen hebben hier elk een eigen belang. Houd hun zaken apart.")
        elif pair <= PARENTS and person.asks and other.asks:
            found.append("Er vraagt al een andere ouder om hulp in deze zaak. Geef elke ouder een eigen zaak.")
        elif Part.OPPONENT in pair and person.asks and other.asks:
            found.append("Deze persoon en de tegenpartij vragen allebei om hulp in deze zaak.")
    if person.part == Part.OPPONENT and person.asks:
        found.append("Een tegenpartij kan in deze zaak geen hulp van ons krijgen.")
    return found


def stand_apart(ours: Sequence[Person], theirs: Sequence[Person]) -> bool:
    """Whether somebody of one file stands against somebody of the other, as two in one file can."""
    alone = {sentence for one in (*ours, *theirs) for sentence in in_the_family(one, [])}
    return any(set(in_the_family(one, theirs)) - alone for one in ours)


def _of_carers(*two: Person) -> set[Interest]:
    return {one.interest for one in two if one.part in CARERS}


def in_other_cases(person: Person, others: Sequence[Elsewhere]) -> list[str]:
    """Somebody whom we help there and who stands against a child here, or the other way around; institutions too."""
    found = [_across(person, one.elsewhere, "Deze persoon") for one in alike(person, others)]
    if person.institution:
        same = (other for other in others if other.person.institution == person.institution)
        found += [_across(person, other, "Deze instelling") for other in same]
    return [sentence for sentence in found if sentence]


def _across(person: Person, other: Elsewhere, who: str) -> str:
    if other.person.asks and stands_against(person):
        return f"{who} krijgt hulp van ons in zaak {other.code}, en staat hier tegenover het kind."
    if person.asks and stands_against(other.person):
        return f"{who} staat in zaak {other.code} tegenover een kind dat wij helpen."
    return ""


def with_colleagues(person: Person, names: Iterable[str]) -> list[str]:
    """A colleague with the same family name may know the family; a colleague with the whole name may be it."""
    family = family_name(person.name)
    known = [name for name in names if family and same_word(family, family_name(name))]
    return [f"{name} heeft dezelfde achternaam. Vraag of dit familie of een bekende is." for name in known]
