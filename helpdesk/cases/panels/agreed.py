"""Consents and exceptions as they stand on the case page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.cases.consents import BY_THE_ASKER
from helpdesk.cases.models import AskedException
from helpdesk.cases.models import Consent as Row
from helpdesk.cases.panels.around import Around
from helpdesk.cases.panels.people import Colleagues
from helpdesk.lib import clock
from helpdesk.people.consent import AGREED_LABELS, BAND_LABELS, Consent
from helpdesk.people.telling import CHANNEL_LABELS, SUBJECT_LABELS, Channel, Subject

STATES = {"asked": "wacht op een teamleider", "granted": "toegestaan, één keer", "used": "gebruikt"}


@dataclass(frozen=True)
class Allowed:
    """One consent. `ended` says why it counts no more."""

    id: UUID
    who: str
    what: str
    purpose: str
    by: str
    band: str
    explained: str
    language: str
    until: date
    ended: str
    news: bool = False  # the asker stopped it in her mailbox, and nobody here has seen it


@dataclass(frozen=True)
class Exceptional:
    """One exception, asked or granted."""

    id: UUID
    who: str
    what: str
    how: str
    reason: str
    asked_by: str
    state: str
    waits: bool
    mine: bool


def consents(rows: Iterable[Row], people: Mapping[str, Around]) -> list[Allowed]:
    """Those that count first, by their last day."""
    found = [_consent(row, people) for row in rows]
    return sorted(found, key=lambda one: (bool(one.ended), one.until, one.id))


def _consent(row: Row, people: Mapping[str, Around]) -> Allowed:
    one = Consent.of(row.content)
    ended = "ingetrokken" if one.withdrawn_at else "" if one.counts_on(clock.today()) else "verlopen"
    news = row.content.get("withdrawn_by") == BY_THE_ASKER and not row.content.get("seen_by")
    return Allowed(
        id=row.pk,
        who=_who(people, one.party),
        what=_what(one.subjects),
        purpose=one.purpose,
        by=", ".join(AGREED_LABELS[who].lower() for who in AGREED_LABELS if who in one.agreed),
        band=BAND_LABELS[one.band].lower(),
        explained=one.explained,
        language=one.language,
        until=one.expires_on,
        ended="ingetrokken door de vrager" if news else ended,
        news=news,
    )


def exceptions(
    rows: Iterable[AskedException], people: Mapping[str, Around], colleagues: Colleagues, me: object
) -> list[Exceptional]:
    """Those that wait first; used and expired ones last."""
    found = [_exception(row, people, colleagues, me) for row in rows]
    return sorted(found, key=lambda one: (not one.waits, one.state, one.id))


def _exception(row: AskedException, people: Mapping[str, Around], colleagues: Colleagues, me: object) -> Exceptional:
    about = row.content
    over = row.state == "granted" and datetime.fromisoformat(about["until"]) <= clock.now()
    return Exceptional(
        id=row.pk,
        who=_who(people, about["party"]),
        what=_what(map(Subject, about["subjects"])),
        how=CHANNEL_LABELS[Channel(about["channel"])],
        reason=about["reason"],
        asked_by=colleagues.first(about["by"]),
        state="verlopen" if over else STATES[row.state],
        waits=row.state == "asked",
        mine=about["by"] == str(me),
    )


def _who(people: Mapping[str, Around], party: str) -> str:
    one = people.get(party)
    return f"{one.part} {one.initials}".strip() if one else "iemand die er niet meer bij staat"


def _what(subjects: Iterable[Subject]) -> str:
    told = set(subjects)
    return ", ".join(label for subject, label in SUBJECT_LABELS.items() if subject in told)
