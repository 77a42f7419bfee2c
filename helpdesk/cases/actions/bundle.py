"""The whole case, or what was chosen of it, given as one numbered and hashed file."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.bundle import Item, bundle
from helpdesk.cases.models import Attachment, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.telling import Channel


def give_bundle(*, file: CaseFile, items: Collection[Item], to: UUID | None, channel: Channel) -> GivenFile:
    """Make the bundle of these items and give it to the asker or to one participant.

    Raises:
        NotNow: nothing was chosen, or it may not go to this person; the sentence says why.
        NotPrinted: one of the papers could not be made.
    """
    if not items:
        raise NotNow("Kies eerst wat er meegaat.")
    made = bundle(list(items), clock.today())
    more = {"items": [list(row) for row in made.rows]}
    name = f"stukken-{clock.today().isoformat()}.zip"
    count = len(made.rows)
    whole = Made("bundle", "1 stuk" if count == 1 else f"{count} stukken", name, "application/zip", made.data, more)
    subjects = {one.subject for one in items}
    return give(file, "give-bundle", [whole], to=to, channel=channel, subjects=subjects)[0]


def copy_of(file: CaseFile, row: Attachment) -> bytes:
    """The safe copy of one file of this case."""
    found: Attachment = Attachment.objects.get(case=file.case, pk=row.pk)
    return bytes(file.mine(found).copy or b"")
