"""A file comes in: checked, copied harmlessly, sealed; or kept and not shown. Whatever it is, the words stay."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import Error, transaction

from helpdesk.cases.access import CaseFile, Visit
from helpdesk.cases.access_files import Shelf, open_original, shelf_of_file, shelf_of_visit
from helpdesk.cases.actions.judge import Judged, judge, taken_from
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Attachment, Original
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock

logger = logging.getLogger(__name__)
MOST_FILES = 5
MOST_INSIDE = 20  # of a saved e-mail; all of them are in its original


@dataclass(frozen=True)
class Received:
    """A file as it was sent."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Kept:
    """What became of a file. `reason` is a word of `lib.files.kinds.REASONS`, empty when there is a safe copy."""

    name: str
    state: str
    reason: str = ""


def put_file(shelf: Shelf, received: Received, *, source: str, message: str = "", within: str = "") -> Kept:
    """Keep a file in a case: the original under a key of its own, and a safe copy where one can be made.

    The files in a saved e-mail become files of the case too, each judged by itself.

    Args:
        source: website, mail, letter or desk.
        message: the id of the message that it came with.
        within: the name of the saved e-mail that it lay in.

    Returns:
        What became of it. A file above the limit is not kept at all; everything else is, shown or not.
    """
    if len(received.data) > taken_from(source).largest:
        return Kept(received.name, "refused", "size")
    judged = judge(received.name, received.data, source)
    row = Attachment(case_id=shelf.case_id, created_on=clock.today(), state=judged.state)
    shelf.seal(row)
    row.content = {
        "name": received.name[:200],
        "size": len(received.data),
        "source": source,
        "by": shelf.by,
        "at": now_text(),
        "message": message,
        "within": within[:200],
        **judged.told(),
    }
    _fill(row, judged)
    key = shelf.new_key()
    original = Original(attachment=row, case_id=shelf.case_id, key_id=key.id)
    key.open(original)
    original.data = received.data
    with transaction.atomic():
        row.save(force_insert=True)
        original.save(force_insert=True)
        if not within:
            _put_inside(shelf, judged, received.name, source=source, message=message)
    return Kept(received.name, judged.state, judged.reason)


def _put_inside(shelf: Shelf, judged: Judged, saved: str, *, source: str, message: str) -> None:
    """One floor deep: what lies in an e-mail that lies in an e-mail stays in the original."""
    for name, data in judged.copy.inside[:MOST_INSIDE] if judged.copy else ():
        put_file(shelf, Received(name, data), source=source, message=message, within=saved)


def _fill(row: Attachment, judged: Judged) -> None:
    row.copy = judged.copy.data if judged.copy else None
    row.text = judged.copy.text if judged.copy else None


def unwanted(files: Sequence[Received]) -> tuple[Kept, ...]:
    """No file about such a theme is kept, and that is said; the words are."""
    return tuple(Kept(one.name, "refused", "unwanted") for one in files)


def keep_files(visit: Visit, files: Sequence[Received], *, source: str = "website") -> tuple[Kept, ...]:
    """What the asker sends beside her words. Runs in the public program; a fault of ours costs the file alone."""
    kept = []
    for received in files[:MOST_FILES]:
        try:
            kept.append(put_file(shelf_of_visit(visit), received, source=source))
        except Error:
            logger.exception("a file could not be stored")
            kept.append(Kept(received.name, "refused", "down"))
    return (*kept, *(Kept(one.name, "refused", "many") for one in files[MOST_FILES:]))


def attach_file(*, file: CaseFile, received: Received, source: str = "desk") -> Kept:
    """A colleague adds a file, a scanned letter for instance."""
    with stepping(file, "attach-file", purpose=source):
        return put_file(shelf_of_file(file), received, source=source)


def recheck_file(*, file: CaseFile, attachment: Attachment) -> Kept:
    """Try again what had to wait. The original is opened for that, on record, and is shown to nobody.

    Raises:
        NotNow: it waits no more, or its original is gone.
    """
    found = Original.objects.filter(attachment=attachment).first()
    original = open_original(file, found, to="recheck-file") if found and attachment.state == "waiting" else None
    if original is None:
        raise NotNow("Dit bestand wacht niet op controle.")
    content: dict[str, Any] = attachment.content
    judged = judge(content["name"], original.data, content["source"])
    with stepping(file, "recheck-file"):
        if not Attachment.objects.select_for_update().filter(pk=attachment.pk, state="waiting").exists():
            raise NotNow("Een collega was je voor.")  # a lock that came meanwhile stays
        attachment.state = judged.state
        attachment.content = {**content, **judged.told()}
        _fill(attachment, judged)
        attachment.save()
        whole = {"source": content["source"], "message": content.get("message", "")}
        if not content.get("within"):
            _put_inside(shelf_of_file(file), judged, content["name"], **whole)
    return Kept(content["name"], judged.state, judged.reason)


def text_of(file: CaseFile, attachment: Attachment) -> str:
    """The words of the safe copy, for search; empty when there is no safe copy or no text in it.

    Args:
        file: the case that the row belongs to, opened.
    """
    row = file.mine(attachment)
    return row.text or "" if row.state == "safe" else ""


def digest_of(original: Original) -> str:
    """By this a file is known to the police without being shown: SHA-256 of its bytes."""
    return hashlib.sha256(original.data).hexdigest()
