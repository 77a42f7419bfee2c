"""Which mailboxes are emptied: a JSON file (0600) that `HELPDESK_MAILBOXES` names, for it holds passwords."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = {"127.0.0.1", "localhost", "::1"}


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
        auth: password, or xoauth2; then the five below say where an access token comes from (`intake/tokens.py`).
    """

    name: str
    host: str
    user: str = field(repr=False)
    password: str = field(default="", repr=False)
    port: int = 993
    folder: str = "INBOX"
    address: str = field(default="", repr=False)
    authserv: str = ""
    tls: bool = True
    delete: bool = False
    auth: str = "password"
    token_endpoint: str = ""
    client_id: str = field(default="", repr=False)
    client_secret_file: str = ""
    refresh_token_file: str = ""
    scope: str = ""


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
        if not one.tls and one.host not in HERE:
            raise WrongMailboxes(f"HELPDESK_MAILBOXES: {one.name} is on another machine, so it needs TLS.")
        if wrong := _wrong_way_in(one):
            raise WrongMailboxes(f"HELPDESK_MAILBOXES: {one.name}: {wrong}.")
    return found


def _wrong_way_in(one: Mailbox) -> str:
    """What is missing to sign in; empty when nothing is."""
    if one.auth == "password":
        return "" if one.password else "it has no password"
    if one.auth != "xoauth2":
        return "auth is password or xoauth2"
    address = urlsplit(one.token_endpoint)
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in HERE):
        return "token_endpoint must begin with https"
    if not one.client_id or not one.refresh_token_file:
        return "xoauth2 needs client_id and refresh_token_file"
    for name in filter(None, (one.client_secret_file, one.refresh_token_file)):
        if not Path(name).is_file() or Path(name).stat().st_mode & 0o077:
            return f"{Path(name).name} must be there, readable to this program alone (0600)"
    return ""


def _records(path: str) -> list[dict[str, Any]]:
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    if not isinstance(data, list):
        raise TypeError("the file must hold a list of mailboxes")
    return data
