"""To which thread does a message belong? By our tag, else by the messages that it answers. Never by a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from helpdesk.lib.mail.record import Mail

Thread = TypeVar("Thread")


def thread_of(
    mail: Mail, tags: Iterable[str], by_tag: Mapping[str, Thread], by_message: Mapping[str, Thread]
) -> Thread | None:
    """The thread, or None: then it is a new question. Signs that point at two threads are no sign at all.

    `tags` are genuine tags (`tags.tags_of`); `by_message` knows the ids of messages that we sent or received.
    """
    tagged = [by_tag[tag] for tag in tags if tag in by_tag]
    answered = [by_message[one] for one in mail.in_reply_to if one in by_message]
    earlier = [by_message[one] for one in reversed(mail.references) if one in by_message]
    if tagged:
        return _only([*tagged, *answered])
    if answered:
        return _only(answered)
    return earlier[0] if earlier else None


def _only(found: list[Thread]) -> Thread | None:
    return found[0] if all(one == found[0] for one in found) else None
