"""Which mailboxes are emptied: a JSON file (0600) that `HELPDESK_MAILBOXES` names, for it holds passwords."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class WrongMailboxes(SystemExit):
    """The file cannot be used; the sentence says what to set right."""


@dataclass(frozen=True)
class Mailbox:
    """One mailbox at one server.

    Args:
        name: ours, for the desk and the logs; no address.
        address: the address that people write to, without a tag.
        authserv: the name by which our own server signs `Authentication-Results`; empty when it does not.
        tls: False only on the same machine.
        delete: take a message away from the server once it is placed here, instead of marking it.
    """

    name: str
    host: str
    user: str = field(repr=False)
    password: str = field(repr=False)
    port: int = 993
    folder: str = "INBOX"
    address: str = field(default="", repr=False)
    authserv: str = ""
    tls: bool = True
    delete: bool = False


def mailboxes(path: str) -> list[Mailbox]:
    """The mailboxes of the file at `path`; none for an empty path.

    Raises:
        WrongMailboxes: no readable file, a field that does not exist, a name twice, or no TLS to another machine.
    """
    if not path:
        return []
    try:
        found = [Mailbox(**one) for one in _records(path)]
    except (OSError, ValueError, TypeError) as error:
        raise WrongMailboxes(f"HELPDESK_MAILBOXES cannot be used: {error}. docs/running.md shows the file.") from None
    names = [one.name for one in found]
    if len(set(names)) < len(names) or not all(0 < len(name) <= 40 for name in names):
        raise WrongMailboxes("HELPDESK_MAILBOXES: give each mailbox a name of its own of at most 40 letters.")
    for one in found:
        if not one.tls and one.host not in {"127.0.0.1", "localhost", "::1"}:
            raise WrongMailboxes(f"HELPDESK_MAILBOXES: {one.name} is on another machine, so it needs TLS.")
    return found


def _records(path: str) -> list[dict[str, Any]]:
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    if not isinstance(data, list):
        raise TypeError("the file must hold a list of mailboxes")
    return data
