"""Files: the keys of their originals, and the original itself for whoever two people let at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from helpdesk.cases.access import CaseFile, Visit
from helpdesk.cases.access_contacts import BornKey, new_desk_key
from helpdesk.cases.access_mail import new_sealed_key
from helpdesk.cases.models import Mail, Original
from helpdesk.vault import gate, keys
from helpdesk.vault.opened import attach


@dataclass(frozen=True)
class Shelf:
    """Where a file goes: a case, how rows seal themselves to it, and how the key of an original is born here."""

    case_id: UUID
    seal: Callable[[models.Model], None]
    new_key: Callable[[], BornKey]
    by: str


def shelf_of_visit(visit: Visit) -> Shelf:
    """The asker puts it in; nothing is read back."""
    return Shelf(visit.box.case_id, visit.to_case, new_sealed_key, "asker")


def shelf_of_file(file: CaseFile) -> Shelf:
    """A colleague puts it in."""

    def seal(row: models.Model) -> None:
        file.mine(row)

    return Shelf(file.case.pk, seal, new_desk_key, str(file.member.pk))


def open_original(file: CaseFile, original: Original, *, to: str) -> Original | None:
    """The file as it came, the look on record under its own id; None when its key was destroyed."""
    try:
        opened = gate.open_case(original, file.actor, to)
    except keys.KeyGone:
        return None
    attach(opened.key, original)
    return original


def destroy_original(original: Original) -> None:
    """For good: the key first."""
    keys.destroy([original.key_id])


def destroy_mail(file: CaseFile, mail_id: str) -> None:
    """The message as it came can be opened no more. Its row stays, so that the server's copy does not come in again."""
    keys.destroy(Mail.objects.filter(case=file.case, pk=mail_id).values_list("key_id", flat=True))
