"""Contact moments as they stand on a case page and in the lists of the telephone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from helpdesk.cases import words
from helpdesk.cases.access import glance_at
from helpdesk.cases.access_contacts import glance_at_contacts
from helpdesk.cases.flags import Flag, flag_of
from helpdesk.cases.models import Case, Contact
from helpdesk.cases.panels.moved import came_from
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.thread import Moved
from helpdesk.lib import clock
from helpdesk.people.hours import not_now
from helpdesk.teams.models import Member

HOW = {"call-in": "belde", "call-out": "gebeld door ons", "visit": "kwam langs", "letter": "schreef een brief"}
RESULTS = {"reached": "bereikt", "missed": "niet bereikt"}
SHOWN = 100


@dataclass(frozen=True)
class Moment:
    """One call, visit or letter in a case. `asked` is empty where the first message of the case says it already."""

    id: UUID
    title: str
    at: datetime
    who: str
    asked: str
    said: str
    agreed: str
    call: str
    callback_on: date | None
    draft: bool = False  # a call of ours that did not go through the door
    moved: Moved | None = None
    movable: bool = False
    asker: str = ""  # what she called herself, and with whom of the case we spoke: a party, or nobody of them
    party: str = ""


@dataclass(frozen=True)
class Attempt:
    """One try to call back."""

    at: datetime
    result: str
    who: str


@dataclass(frozen=True)
class Listed:
    """One line of a list: who and when, never what was said."""

    id: UUID
    title: str
    at: datetime
    who: str
    call: str
    never: bool
    on: date | None
    late: bool
    attempts: list[Attempt]
    code: str
    not_now: str
    needs: str
    word: bool
    flags: tuple[Flag, ...]


def title_of(facts: Mapping[str, Any]) -> str:
    """Kind zelf belde; Iemand kwam langs."""
    asker = words.ASKERS.get(str(facts.get("asker") or ""), "iemand")
    return f"{asker.capitalize()}, {HOW.get(str(facts.get('kind')), 'belde')}"


def calling(facts: Mapping[str, Any]) -> str:
    """When calling back is safe, in a sentence; what nobody said is said to be so."""
    if facts.get("call_back") == "no":
        return "Niet bellen."
    since, until = facts.get("hours_from"), facts.get("hours_to")
    if since and until:
        return f"Bellen kan tussen {since} en {until}."
    if since or until:
        return f"Bellen kan vanaf {since}." if since else f"Bellen kan tot {until}."
    if facts.get("call_back") == "yes":
        return "Bellen kan; geen uren gezegd."
    return "Niet gezegd of bellen veilig is."


def safe_contact_of(contact: Contact) -> str:
    """What the case page says under safe contact: the hours, and what to mind."""
    return " ".join(filter(None, [calling(contact.facts), contact.words.get("care")]))


def moments(
    rows: Iterable[Contact], people: Colleagues, copied: set[str], readable: Collection[str] = ()
) -> list[Moment]:
    """Those of a case, oldest first. `copied` are the ids of which a message holds the asker's words."""
    return sorted((_moment(row, people, copied, readable) for row in rows), key=lambda one: one.at)


def _moment(row: Contact, people: Colleagues, copied: set[str], readable: Collection[str]) -> Moment:
    facts, course, said = row.facts, row.course, row.words
    return Moment(
        id=row.pk,
        title=title_of(facts),
        at=datetime.fromisoformat(course["at"]),
        who=people.name(course["by"]),
        asked="" if str(row.pk) in copied else said["asked"],
        said=said["said"],
        agreed=said["agreed"],
        call=calling(facts),
        callback_on=row.callback_on,
        draft=facts.get("kind") == "call-out" and not course.get("calls"),
        moved=came_from(row, readable, people),
        movable=str(row.pk) not in copied,
        asker=str(facts.get("asker") or ""),
        party=str(facts.get("party") or ""),
    )


def to_call_back(member: Member) -> list[Listed]:
    """Who waits for a call, the oldest day on top."""
    return _listed(Contact.objects.visible_to(member).select_related("case").to_call_back())


def to_join(member: Member) -> list[Listed]:
    """What lies here without a case and is not done, newest first."""
    return _listed(Contact.objects.visible_to(member).select_related("case").to_join())


def _listed(rows: Any) -> list[Listed]:
    contacts = glance_at_contacts(list(rows[:SHOWN]))
    people = Colleagues.only(
        {row.course["by"] for row in contacts} | {a["by"] for row in contacts for a in _tries(row)}
    )
    cases = {case.pk: case for case in glance_at([row.case for row in contacts if row.case is not None])}
    return [listed(row, people, cases) for row in contacts]


def _tries(row: Contact) -> list[dict[str, Any]]:
    tries: list[dict[str, Any]] = row.course["attempts"]
    return tries


def listed(row: Contact, people: Colleagues, cases: Mapping[UUID, Case] = MappingProxyType({})) -> Listed:
    """A moment as a line. `cases` are those whose summaries are open, for what helps at contact."""
    facts, course = row.facts, row.course
    return Listed(
        id=row.pk,
        title=title_of(facts),
        at=datetime.fromisoformat(course["at"]),
        who=people.name(course["by"]),
        call=calling(facts),
        never=facts.get("call_back") == "no",
        on=row.callback_on,
        late=row.callback_on is not None and row.callback_on <= clock.today(),
        attempts=[
            Attempt(datetime.fromisoformat(a["at"]), RESULTS.get(a["result"], ""), people.first(a["by"]))
            for a in _tries(row)
        ],
        code=row.case.code if row.case else "",
        not_now=not_now(facts, clock.now()),
        needs=words.needs_of(cases[row.case_id].summary) if row.case_id in cases else "",
        flags=_flags(facts, cases[row.case_id].summary) if row.case_id in cases else (),
        word=facts.get("word") == "yes" or bool(row.case_id and facts.get("party")),
    )


def _flags(facts: Mapping[str, Any], summary: Mapping[str, Any]) -> tuple[Flag, ...]:
    """The marks of today: about the case, and about the one who is called."""
    about = dict.fromkeys(("", str(facts.get("party") or "")))
    return tuple(flag for one in about if (flag := flag_of(summary, one)))
