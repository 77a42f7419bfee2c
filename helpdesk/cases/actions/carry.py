"""A row goes under the key of another case: sealed anew, with what hangs on it. The one place where that is done.

The row keeps its id. What has a key of its own (the e-mail as it came, an original, a contact moment) changes its case
and nothing more.
"""

from __future__ import annotations

from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import (
    Attachment,
    Complaint,
    Consent,
    Contact,
    FileRequest,
    Mail,
    Message,
    Note,
    Original,
    Source,
    Task,
)
from helpdesk.cases.moves import MOVED
from helpdesk.cases.workflow import NotNow

HELD = "Over een bestand bij dit bericht hebben collega’s iets gevraagd of besloten. Het blijft hier."
_Sealed = Message | Note | Task | Consent | Attachment | Complaint | Source


def carry(row: Message | Note, file: CaseFile, other: CaseFile, content: dict[str, Any]) -> None:
    """Seal a message or note anew in `other`, with the e-mail and the files that came with it.

    Raises:
        NotNow: one of its files stays, see `files_held`.
    """
    seal_in(other, row, content=content)
    if isinstance(row, Note):
        return
    if mail_id := (content.get("mail") or {}).get("id"):
        if mail_id in mails_held(file):
            raise NotNow(HELD)
        Mail.objects.filter(pk=mail_id, case=file.case).update(case=other.case)
    held = files_held(file)
    for attachment in files_of(file):
        if attachment.content.get("message") == str(row.pk):
            if attachment.pk in held:
                raise NotNow(HELD)
            carry_file(attachment, file, other)


def carry_file(attachment: Attachment, file: CaseFile, other: CaseFile) -> None:
    """Seal a file anew in `other`. Whose it was there, it is not here: the asker of another case is not this one's."""
    whole = file.mine(Attachment.objects.get(pk=attachment.pk))
    plain = {name: getattr(whole, name) for name in ("content", "text", "copy")}
    plain["content"] = _in_another_voice(plain["content"], file.case.code, other.case.code)
    seal_in(other, whole, **plain)
    Original.objects.filter(attachment=attachment).update(case=other.case)


def carry_contact(contact: Contact, other: CaseFile, course: dict[str, Any]) -> None:
    """Put an opened moment into `other`. It keeps its own key."""
    contact.case, contact.course = other.case, course
    contact.save(update_fields=["case", "course"])


def seal_in(other: CaseFile, row: _Sealed, **plain: Any) -> None:
    """Give the row to `other`, with `plain` in its sealed fields."""
    row.case = other.case
    other.mine(row)
    for name, value in plain.items():
        setattr(row, name, value)
    row.save(force_update=True)


def files_of(file: CaseFile) -> list[Attachment]:
    """The files of the case, without their copies."""
    return file.open(Attachment.objects.filter(case=file.case).defer("text", "copy"))


def files_held(file: CaseFile) -> set[Any]:
    """Which files stay where they are: two people have to do with them, or they are locked."""
    rows = Attachment.objects.filter(case=file.case)
    asked = FileRequest.objects.filter(case=file.case).values_list("attachment_id", flat=True)
    return {*asked, *rows.filter(state="locked").values_list("pk", flat=True)}


def mails_held(file: CaseFile) -> set[str]:
    """Which e-mails stay: two people have to do with the whole of them."""
    asked = FileRequest.objects.filter(case=file.case, mail__isnull=False)
    return {str(one) for one in asked.values_list("mail_id", flat=True)}


def _in_another_voice(content: dict[str, Any], here: str, there: str) -> dict[str, Any]:
    told = content.get(MOVED) or {}
    if told.get("from") == there:  # it comes back
        return {**{name: value for name, value in content.items() if name != MOVED}, "by": told["by"]}
    if content.get("by") != "asker":
        return content
    return {**content, "by": "party", MOVED: {"from": here, "by": "asker"}}
