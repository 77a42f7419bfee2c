"""Texts that wait for a second reader, or came back from one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from helpdesk.cases.models import Draft, Reading
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.second_reader import act_of, is_letter

KINDS = {
    "reply": "antwoord aan de vrager",
    "ask-more": "vraag aan de vrager",
    "reject": "laatste bericht, want dit is niet voor ons",
    "refer": "laatste bericht, bij een verwijzing",
    "confirm-complaint": "bevestiging van een klacht over ons",
    "answer-complaint": "antwoord op een klacht over ons",
    "referral": "wat meegaat met een verwijzing",
    "complaint": "klachtbrief",
}
PAGES = {"reject": "reject-case", "refer": "refer-case", "referral": "send-referral", "complaint": "give-complaint"}


@dataclass(frozen=True)
class Waiting:
    """One text. `mine`: I wrote it; `for_me`: I was asked to read it."""

    id: UUID
    state: str
    kind: str
    what: str
    url_party: str
    on_paper: bool
    author: str
    reader: str
    at: datetime
    text: str
    note: str
    remarks: str
    told: list[str]
    mine: bool
    for_me: bool
    act_url: str  # where its author does the act that it belongs to; empty for a message


def waiting_texts(
    rows: Iterable[Reading],
    people: Colleagues,
    me: UUID,
    parts: Mapping[str, str],
    subjects: Mapping[str, str],
    code: str,
) -> list[Waiting]:
    """Those that are open, the oldest first. What came back is of concern to its author alone.

    Args:
        parts: by the id of who stands around the child, how the desk calls that person.
        subjects: labels of what a text can tell.
        code: of the case.
    """
    found = []
    for row in rows:
        if row.state not in {"asked", "agreed", "returned"} or (row.state != "asked" and row.author_id != me):
            continue
        content: Mapping[str, Any] = row.content
        party = Draft.party_in(content["kind"])
        on_paper = is_letter(content["kind"])
        how = "brief" if on_paper else "bericht"
        what = KINDS.get(content["kind"].partition(":")[0]) or f"{how} aan {parts.get(party, 'iemand om het kind')}"
        found.append(
            Waiting(
                id=row.pk,
                state=row.state,
                kind=content["kind"],
                what=what,
                url_party=party,
                on_paper=on_paper,
                author=people.name(row.author_id),
                reader=people.name(content.get("read_by") or row.reader_id),
                at=datetime.fromisoformat(content["at"]),
                text=content["text"],
                note=content["note"],
                remarks=content.get("remarks", ""),
                told=[subjects.get(one, one) for one in content["subjects"]],
                mine=row.author_id == me,
                for_me=row.reader_id == me,
                act_url=_act_url(code, content["kind"]),
            )
        )
    return sorted(found, key=lambda one: one.at)


def _act_url(code: str, kind: str) -> str:
    word, _, rest = kind.partition(":")
    about = [part for part in rest.split(":")[:1] if part]
    return reverse(f"cases:{PAGES.get(word, word)}", args=[code, *about]) if act_of(kind) else ""


def given_back(rows: Iterable[Reading], me: UUID) -> dict[str, dict[str, Any]]:
    """My texts that came back, by the kind of draft that they are again."""
    back = sorted(
        (row for row in rows if row.state == "returned" and row.author_id == me), key=lambda row: row.content["at"]
    )
    kept = ("text", "at", "subjects")
    return {
        "reply" if row.content["kind"] == "ask-more" else row.content["kind"]: {
            name: row.content[name] for name in kept
        }
        for row in back
    }
