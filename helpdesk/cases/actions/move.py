"""What stands in the wrong case goes to the right one; a sealed mark stays behind, by which it can be put back.

A later e-mail of the same sender comes into the first case, unless the colleague says that it shall follow.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.carry import carry, carry_contact
from helpdesk.cases.actions.family import both_stepping
from helpdesk.cases.actions.mark import leave_a_mark, mark_of_contact
from helpdesk.cases.actions.party import KNOWING
from helpdesk.cases.actions.paths import lead_back, lead_sender
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.likeness import people_of, with_the_child
from helpdesk.cases.models import Contact, Message, Note, Party
from helpdesk.cases.moves import ELSEWHERE, MOVED, can_move, is_mark, undo_until
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.lib import clock
from helpdesk.people.conflicts import stand_apart
from helpdesk.people.person import Person

GONE = "Dit staat niet meer in deze zaak."
APART = (
    "In deze twee zaken staan mensen tegenover elkaar. Wat de een schreef, mag de ander niet zomaar te weten komen. "
    "Kijk of dit echt in die zaak hoort."
)
ASKER = "De vrager van een andere zaak"
_VOICE = ("by", "party", "elsewhere", MOVED)  # whose words they were, and where they came from


def move_message(*, file: CaseFile, other: CaseFile, row_id: UUID, knowing: bool = False, later: bool = False) -> None:
    """Move what the asker or somebody around the child said, a note, or a contact moment to `other`.

    Args:
        other: the other case, opened for the same verb.
        knowing: somebody said yes to the doubt.
        later: what this sender mails from now on comes into `other` too.

    Raises:
        NotNow: it is ours, the question itself, gone, or there is a request about its files.
        AskAgain: the people of the two cases stand against each other; it may, when `knowing` is set.
    """
    if file.case.pk == other.case.pk:
        raise NotNow("Dit staat al in deze zaak. Kies een andere.")
    apart = people_apart(file, other)
    if apart and not knowing:
        raise AskAgain(APART)
    with both_stepping(file, other, "move-message", purpose=KNOWING if apart else ""):
        row = row_to_move(file=file, row_id=row_id, lock=True)
        paths = lead_sender(file, other, row) if later and sends_mail(row) else []
        move_row(file, other, row, paths=paths)


def put_back_message(*, file: CaseFile, other: CaseFile, mark_id: UUID) -> None:
    """Undo the move, from the case where the mark stands; `other` is where it went.

    Raises:
        NotNow: a day has passed, or it does not lie there any more.
    """
    with both_stepping(file, other, "put-back-message"):
        mark = _opened(file, mark_id, lock=True)
        if isinstance(mark, Contact) or mark is None or not is_mark(mark.content):
            raise NotNow(GONE)
        if clock.now() >= undo_until(mark.content[MOVED]):
            raise NotNow("Terugzetten kan een dag lang. Verplaats het opnieuw als het niet klopt.")
        put_row_back(file, other, mark)


def move_row(
    file: CaseFile,
    other: CaseFile,
    row: Message | Note | Contact,
    *,
    party: str = "",
    paths: list[str] | None = None,
) -> UUID:
    """Inside an act on both cases: carry the row over and leave a mark, whose id comes back.

    Args:
        party: who said it, as a participant of `other`; nobody's voice there by default.
        paths: the reply paths that went along.
    """
    if isinstance(row, Contact):
        mark = mark_of_contact(file, other, row)
        told = {"from": file.case.code, "by": str(file.member.pk), "at": now_text()}
        carry_contact(row, other, {**row.course, MOVED: {**told, "was": row.course.get(MOVED)}})
        return mark
    was = row.content
    mark = leave_a_mark(file, other, row, paths or [])
    came = {"from": file.case.code, "by": str(file.member.pk), "at": now_text(), "who": _who(file, was)}
    content = {name: value for name, value in was.items() if name not in _VOICE}
    content |= {"by": was["by"], MOVED: {**came, "was": {name: was[name] for name in _VOICE if name in was}}}
    if isinstance(row, Message):  # whose voice it was there, it is not here
        content |= {"by": "party", **({"party": party} if party else {})}
        row.created_on, row.visible_at = clock.today(), clock.now()
    carry(row, file, other, content)
    return mark


def put_row_back(file: CaseFile, other: CaseFile, mark: Message | Note) -> None:
    """Inside an act on both cases: what the mark in `file` stands for comes back from `other`, as it was.

    Raises:
        NotNow: it does not lie there any more, or it came there from elsewhere.
    """
    went, party = mark.content[MOVED], mark.content.get("party")
    row = _opened(other, UUID(went["id"]), lock=True)
    came = moved_of(row) if row else {}
    if row is None or came.get("from") != file.case.code:
        raise NotNow(GONE)
    mark.delete()
    if isinstance(row, Contact):
        course = {name: value for name, value in row.course.items() if name != MOVED}
        carry_contact(row, file, {**course, MOVED: came["was"]} if came["was"] else course)
        return
    content = {name: value for name, value in row.content.items() if name not in _VOICE} | came["was"]
    if isinstance(row, Message) and isinstance(mark, Message):
        row.created_on, row.visible_at = mark.created_on, mark.visible_at
    carry(row, other, file, content)
    lead_back(other, file, went.get("paths", []), party)


def row_to_move(*, file: CaseFile, row_id: UUID, lock: bool = False) -> Message | Note | Contact:
    """The opened message, note or contact moment; raises NotNow with the reason why it stays."""
    row = _opened(file, row_id, lock=lock)
    if row is None or (not isinstance(row, Contact) and is_mark(row.content)):
        raise NotNow(GONE)
    if isinstance(row, Contact):
        if str(row.pk) in asked_at(file):
            raise NotNow("Van dit gesprek is de zaak gemaakt. Het blijft hier.")
        return row
    if isinstance(row, Note) or can_move(row.content):
        return row
    if row.content["kind"] == "referral-answer":
        raise NotNow("Dit is het antwoord op een verwijzing. Het blijft bij deze zaak.")
    if row.content["by"] in {"asker", "party"}:
        raise NotNow("De vraag zelf blijft bij de zaak.")
    raise NotNow("Dit bericht is van ons. Het blijft bij de zaak waaruit het is verstuurd.")


def asked_at(file: CaseFile) -> set[str]:
    """The contact moments that the question of this case is the copy of."""
    rows = file.open(Message.objects.filter(case=file.case))
    return {str(row.content["contact"]) for row in rows if row.content.get("contact") and not is_mark(row.content)}


def words_of(row: Message | Note | Contact) -> str:
    """What is said in it, to be shown before it moves."""
    return str(row.words["asked"] if isinstance(row, Contact) else row.content["text"])


def sends_mail(row: Message | Note | Contact) -> bool:
    """Whether it is an e-mail of somebody of this case, who may mail again."""
    if not isinstance(row, Message) or not row.content.get("mail"):
        return False
    return row.content["by"] == "asker" or bool(row.content.get("party"))


def moved_of(row: Message | Note | Contact) -> dict[str, Any]:
    """What is known of how it came here; empty when it began here."""
    return (row.course if isinstance(row, Contact) else row.content).get(MOVED) or {}


def went_to(*, file: CaseFile, mark_id: UUID) -> str:
    """The code of the case to which the marked row went; raises NotNow when there is no such mark."""
    mark = _opened(file, mark_id)
    if mark is None or isinstance(mark, Contact) or not is_mark(mark.content):
        raise NotNow(GONE)
    return str(mark.content[MOVED]["to"])


def people_apart(file: CaseFile, other: CaseFile) -> bool:
    """Whether somebody of one case stands against somebody of the other."""
    here, there = (
        with_the_child(one, people_of(one.open(Party.objects.filter(case=one.case)))) for one in (file, other)
    )
    return stand_apart(here, there)


def _opened(file: CaseFile, row_id: UUID, *, lock: bool = False) -> Message | Note | Contact | None:
    for model in (Message, Note, Contact):
        rows = model._default_manager.filter(case=file.case, pk=row_id)
        row = (rows.select_for_update(of=("self",)) if lock else rows).first()
        if isinstance(row, Contact):
            return next(iter(file.open_contacts([row])), None)
        if row is not None:
            return file.mine(row)
    return None


def _who(file: CaseFile, content: dict[str, Any]) -> str:
    """Who said it, as a part; never a name."""
    if earlier := content.get(MOVED):
        return str(earlier.get("who", ""))
    if content["by"] != "party":
        return ASKER
    if not content.get("party"):
        return ELSEWHERE
    party: Party | None = Party.objects.filter(case=file.case, pk=str(content["party"])).first()
    return Person.of(file.mine(party).content).part_label if party else ""
