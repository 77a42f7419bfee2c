"""The queue of mail that leaves: a row is put in with its message, and says where it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import INVITATION, Message, Outgoing
from helpdesk.cases.release import Release
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.people.telling import Channel


def put_in_queue(leave: Release, file: CaseFile, message: Message, *, due_at: datetime, **content: Any) -> Outgoing:
    """Let a mail leave at `due_at`, inside the transaction that writes its message. Its worker asks for leave again."""
    leave.must_be(message.case_id, Channel.EMAIL)
    row = file.mine(
        Outgoing(case=file.case, message=message, member=file.member, due_at=due_at, created_on=clock.today())
    )
    row.content = {"message_id": f"<{new_id()}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2]}>", **content}
    row.save(force_insert=True)
    return row


def mark(file: CaseFile, row: Outgoing, state: str, reason: str, *, keep: Any = None, **columns: Any) -> None:
    """Write down where a mail stands and why.

    Args:
        keep: what is sealed with it from now on. The link of an invitation that left is not: it opens all by itself.
    """
    file.mine(row)
    content = {**row.content, "reason": reason, **(keep or {})}
    if state == "sent" and content.get("kind") == INVITATION:
        content.pop("token", None)
    row.state, row.content = state, content
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
