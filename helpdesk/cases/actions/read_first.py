"""Asked by everything that writes to somebody: did a second colleague read these words, where a rule says so?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Case, Draft, Party, Reading
from helpdesk.cases.second_reader import is_letter, readers, why_read
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record


class NeedsReader(NotNow):
    """A second colleague reads it first. The sentence names the rule; the text stays where it was typed."""


@dataclass(frozen=True)
class Read:
    """What came of the question. `alone`: a rule asks for a reader, and nobody of the team could be one."""

    row: Reading | None = None
    alone: bool = False


NOT_READ = Read()


def read_first(file: CaseFile, kind: str, text: str, subjects: Iterable[str] = (), to: Party | None = None) -> Read:
    """Whether this text of this member may leave.

    Args:
        kind: `reply`, `ask-more`, `Draft.kind_to` or `letter_to` a participant, or as `second_reader.ACTS`.
        subjects: what it tells that participant; other subjects are another message.

    Raises:
        NeedsReader: a rule asks for a second reader, and nobody agreed with exactly these words.
    """
    rule = why_read(file.member, file.case, to=to, letter=is_letter(kind))
    if not rule:
        return NOT_READ
    told = sorted(map(str, subjects))
    for row in file.open(Reading.objects.filter(case=file.case, author=file.member, state="agreed")):
        content = row.content
        if content["kind"] == kind and same_words(content["text"], text) and content["subjects"] == told:
            return Read(row)
    if not readers(file.case, file.member):
        return Read(alone=True)  # danger does not wait for a colleague who is not there; the journal says so
    raise NeedsReader(f"{rule} Vraag een collega om mee te lezen.")


def same_words(one: str, other: str) -> bool:
    """A browser sends line ends in its own way; nothing else may differ."""
    return one.split() == other.split()


def now_sent(file: CaseFile, read: Read) -> dict[str, Any]:
    """Inside the act that sends: the reading is used. Returns what the message keeps of it."""
    if read.alone:
        record("send-unread", actor=file.actor, object_id=file.case.pk)
    if read.row is None:
        return {}
    used = Reading.objects.filter(pk=read.row.pk, state="agreed").update(state="sent")
    if not used:
        raise NotNow("Deze tekst is net al verstuurd.")
    return {"reading": str(read.row.pk), "read_by": read.row.content["read_by"]}


def taken_back(file: CaseFile, content: dict[str, Any]) -> bool:
    """A message that was read first comes back. Its words hold as read while nobody changes them.

    Returns:
        Whether its text goes to its author by the reading alone, because a colleague took it back.
    """
    if not (used := content.get("reading")):
        return False
    row: Reading | None = Reading.objects.filter(case=file.case, pk=UUID(used), state="sent").first()
    if row is None:
        return False
    by_author = row.author_id == file.member.pk
    file.mine(row)
    row.state = "agreed" if by_author else "returned"
    row.content = {**row.content, "remarks": row.content.get("remarks", "") if by_author else "Teruggehaald."}
    row.save(update_fields=["state", "content"])
    return not by_author


def draft_kind(kind: str) -> str:
    """Where a text of this kind lies while it is written: both letters to the asker together, and so mail and paper."""
    if party := Draft.party_in(kind):
        return Draft.kind_to(party)
    return "reply" if kind == "ask-more" else kind


def none_is_being_read(case: Case) -> None:
    """Inside an act that ends the case: raises NotNow while a colleague still reads a text of it."""
    if Reading.objects.filter(case=case, state="asked").exists():
        raise NotNow("Er wacht nog een tekst bij Meelezen. Trek die eerst in, of wacht op je collega.")


def none_waits_any_more(case: Case) -> None:
    """Inside an act that ends the case: what was read or came back and did not leave, stays and waits for nobody."""
    Reading.objects.filter(case=case, state__in=["asked", "agreed", "returned"]).update(state="withdrawn")


def tell_list(case: Case) -> str | None:
    """What the list says of texts that wait: `asked` or `returned`, or nothing."""
    states = set(Reading.objects.filter(case=case).values_list("state", flat=True))
    return next((state for state in ("asked", "returned") if state in states), None)
