"""Access to a mailbox by OAuth 2, where the mail server takes no password any more (Microsoft 365, Google).

An administrator consents once and puts the refresh token in a file. Here it is exchanged for an access token, which
lives in memory until shortly before it ends. Source: RFC 6749, section 6.
"""

from __future__ import annotations

import json
import logging
import os
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpdesk.intake.mailboxes import Mailbox

TIMEOUT = 20  # seconds
EARLY = 120  # seconds before its end a token is used no more
LONGEST = 64 * 1024  # bytes of an answer
logger = logging.getLogger(__name__)
_kept: dict[str, tuple[str, float]] = {}
_turn = threading.Lock()


class NoToken(Exception):
    """No access token can be had. `word` is ours, for the desk: token (it was refused) or away."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A secret goes to the address in the settings and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


def access_token(mailbox: Mailbox) -> str:
    """A token that is good for some minutes at least.

    Raises:
        NoToken: it was refused, or the one who gives them is away.
    """
    with _turn:
        token, until = _kept.get(mailbox.name, ("", 0.0))
        if time.monotonic() < until:
            return token
        told = _asked(mailbox)
        token, lasts = str(told.get("access_token") or ""), told.get("expires_in", 300)
        if not token:
            raise NoToken("token")
        lasts = lasts if isinstance(lasts, int | float) else 300
        _kept[mailbox.name] = (token, time.monotonic() + max(0, lasts - EARLY))
        _keep_refresh(mailbox, str(told.get("refresh_token") or ""))
        return token


def forget_token(mailbox: Mailbox) -> None:
    """The mail server did not take it: the next try asks for a new one."""
    with _turn:
        _kept.pop(mailbox.name, None)


def _asked(mailbox: Mailbox) -> dict[str, Any]:
    try:
        fields = {
            "grant_type": "refresh_token",
            "refresh_token": Path(mailbox.refresh_token_file).read_text(encoding="utf-8").strip(),
            "client_id": mailbox.client_id,
        }
        if mailbox.client_secret_file:
            fields["client_secret"] = Path(mailbox.client_secret_file).read_text(encoding="utf-8").strip()
    except OSError:
        logger.warning("mailbox %s: a file with a secret cannot be read", mailbox.name)
        raise NoToken("token") from None
    fields |= {"scope": mailbox.scope} if mailbox.scope else {}
    data = urllib.parse.urlencode(fields).encode()
    wanted = urllib.request.Request(mailbox.token_endpoint, data=data)  # noqa: S310 - `mailboxes` looked at the scheme
    try:
        with urllib.request.build_opener(_NoRedirect).open(wanted, timeout=TIMEOUT) as answer:
            told = json.loads(answer.read(LONGEST))
    except urllib.error.HTTPError as refusal:
        refusal.close()
        logger.warning("mailbox %s: the token endpoint answers %s", mailbox.name, refusal.code)
        raise NoToken("token" if refusal.code < 500 and refusal.code != 429 else "away") from None
    except (OSError, HTTPException, ValueError):
        raise NoToken("away") from None
    if not isinstance(told, dict):
        raise NoToken("away")
    return told


def _keep_refresh(mailbox: Mailbox, new: str) -> None:
    """Some servers give a new refresh token each time, and take the old one no more. Whole or not at all, 0600."""
    path = Path(mailbox.refresh_token_file)
    if not new:
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with suppress(FileNotFoundError):
            beside.unlink()
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        logger.warning("mailbox %s: the new refresh token could not be written", mailbox.name)
