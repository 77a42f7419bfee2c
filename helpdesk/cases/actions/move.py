"""What stands in the wrong case goes to the right one, sealed anew there; a sealed mark stays behind.

The row keeps its id, and what hangs on it (the e-mail as it came, its files) goes along. A later e-mail by the same
address of ours still comes into the first case: whose address that is, is not changed here.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.family import both_stepping
from helpdesk.cases.actions.party import KNOWING
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.likeness import people_of, with_the_child
from helpdesk.cases.models import Attachment, FileRequest, Mail, Message, Note, Original, Party
from helpdesk.cases.moves import MOVED, can_move, is_mark, undo_until
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.lib import clock
from helpdesk.people.conflicts import stand_apart
from helpdesk.people.person import Person

GONE = "Dit staat niet meer in deze zaak."
APART = (
    "In deze twee zaken staan mensen tegenover elkaar. Wat de een schreef, mag de ander niet zomaar te weten komen. "
    "Kijk of dit echt in die zaak hoort."
)
_ASKER = "De vrager van een andere zaak"


def move_message(*, file: CaseFile, other: CaseFile, row_id: UUID, knowing: bool = False) -> None:
    """Move what the asker or somebody around the child said, or a note, to `other`, opened for the same verb.

    Args:
        knowing: somebody said yes to the doubt.

    Raises:
        NotNow: it is ours, the question itself, gone, or there is a request about its files.
        AskAgain: the people of the two cases stand against each other; it may, when `knowing` is set.
    """
    if file.case.pk == other.case.pk:
        raise NotNow("Dit staat al in deze zaak. Kies een andere.")
    apart = _stand_apart(file, other)
    if apart and not knowing:
        raise AskAgain(APART)
    with both_stepping(file, other, "move-message", purpose=KNOWING if apart else ""):
        row = row_to_move(file=file, row_id=row_id, lock=True)
        _leave_a_mark(file, other, row)
        was = row.content
        came = {"from": file.case.code, "by": str(file.member.pk), "at": now_text(), "who": _who(file, was)}
        changes: dict[str, Any] = {MOVED: {**came, "was": {name: was.get(name) for name in ("by", "party", MOVED)}}}
        if isinstance(row, Message):  # whose voice it was there, it is not here
            changes |= {"by": "party", "party": None}
            row.created_on, row.visible_at = clock.today(), clock.now()
        _carry(row, file, other, {**was, **changes})


def put_back_message(*, file: CaseFile, other: CaseFile, mark_id: UUID) -> None:
    """Undo the move, from the case where the mark stands; `other` is where it went.

    Raises:
        NotNow: a day has passed, or it does not lie there any more.
    """
    with both_stepping(file, other, "put-back-message"):
        mark = _opened(file, mark_id, lock=True)
        went = mark.content.get(MOVED, {}) if mark else {}
        if mark is None or not went.get("to"):
            raise NotNow(GONE)
        if clock.now() >= undo_until(went):
            raise NotNow("Terugzetten kan een dag lang. Verplaats het opnieuw als het niet klopt.")
        row = row_to_move(file=other, row_id=UUID(went["id"]), lock=True)
        content = dict(row.content)
        came = content.pop(MOVED, {})
        if came.get("from") != file.case.code:
            raise NotNow(GONE)
        content |= came["was"]
        if isinstance(row, Message) and isinstance(mark, Message):
            row.created_on, row.visible_at = mark.created_on, mark.visible_at
        mark.delete()
        _carry(row, other, file, {name: value for name, value in content.items() if value is not None})


def row_to_move(*, file: CaseFile, row_id: UUID, lock: bool = False) -> Message | Note:
    """The opened message or note; raises NotNow with the reason why it stays."""
    row = _opened(file, row_id, lock=lock)
    if row is None or is_mark(row.content):
        raise NotNow(GONE)
    if isinstance(row, Note):
        return row
    if not can_move(row.content):
        if row.content["kind"] == "referral-answer":
            raise NotNow("Dit is het antwoord op een verwijzing. Het blijft bij deze zaak.")
        if row.content["by"] in {"asker", "party"}:
            raise NotNow("De vraag zelf blijft bij de zaak.")
        raise NotNow("Dit bericht is van ons. Het blijft bij de zaak waaruit het is verstuurd.")
    return row


def went_to(*, file: CaseFile, mark_id: UUID) -> str:
    """The code of the case to which the marked row went; raises NotNow when there is no such mark."""
    mark = _opened(file, mark_id)
    if mark is None or not is_mark(mark.content):
        raise NotNow(GONE)
    return str(mark.content[MOVED]["to"])


def _opened(file: CaseFile, row_id: UUID, *, lock: bool = False) -> Message | Note | None:
    for model in (Message, Note):
        rows = model._default_manager.filter(case=file.case, pk=row_id)
        if row := (rows.select_for_update(of=("self",)) if lock else rows).first():
            file.mine(row)
            return row
    return None


def _leave_a_mark(file: CaseFile, other: CaseFile, row: Message | Note) -> None:
    """Nothing of the words: that something stood here, of which thread, and where it went."""
    kept = {name: row.content[name] for name in ("at", "party") if row.content.get(name)}
    went = {"to": other.case.code, "id": str(row.pk), "by": str(file.member.pk), "at": now_text()}
    mark: Message | Note
    if isinstance(row, Message):
        mark = Message(case=file.case, created_on=row.created_on, visible_at=row.visible_at)
    else:
        mark = Note(case=file.case, created_on=row.created_on)
    file.mine(mark)
    mark.content = {"by": str(file.member.pk), "kind": MOVED, "text": "", **kept, MOVED: went}
    mark.save(force_insert=True)


def _carry(row: Message | Note, file: CaseFile, other: CaseFile, content: dict[str, Any]) -> None:
    """Seal the row anew in `other`, with the e-mail and the files that came with it."""
    _seal_in(other, row, content=content)
    if isinstance(row, Note):
        return
    if mail_id := (content.get("mail") or {}).get("id"):  # under a key of its own: nothing is sealed anew
        Mail.objects.filter(pk=mail_id, case=file.case).update(case=other.case)
    for attachment in file.open(Attachment.objects.filter(case=file.case).defer("text", "copy")):
        if attachment.content.get("message") == str(row.pk):
            _carry_file(attachment, file, other)


def _carry_file(attachment: Attachment, file: CaseFile, other: CaseFile) -> None:
    if FileRequest.objects.filter(attachment=attachment).exists():
        raise NotNow(
            "Over een bestand bij dit bericht hebben twee collega’s iets gevraagd of besloten. Het blijft hier."
        )
    whole = file.mine(Attachment.objects.get(pk=attachment.pk))
    plain = {name: getattr(whole, name) for name in ("content", "text", "copy")}
    _seal_in(other, whole, **plain)
    Original.objects.filter(attachment=attachment).update(case=other.case)


def _seal_in(other: CaseFile, row: Message | Note | Attachment, **plain: Any) -> None:
    row.case = other.case
    other.mine(row)
    for name, value in plain.items():
        setattr(row, name, value)
    row.save(force_update=True)


def _who(file: CaseFile, content: dict[str, Any]) -> str:
    """Who said it, as a part; never a name."""
    if earlier := content.get(MOVED):
        return str(earlier["who"])
    if content["by"] != "party":
        return _ASKER
    party: Party | None = Party.objects.filter(case=file.case, pk=str(content.get("party"))).first()
    return Person.of(file.mine(party).content).part_label if party else ""


def _stand_apart(file: CaseFile, other: CaseFile) -> bool:
    here, there = (
        with_the_child(one, people_of(one.open(Party.objects.filter(case=one.case)))) for one in (file, other)
    )
    return stand_apart(here, there)
