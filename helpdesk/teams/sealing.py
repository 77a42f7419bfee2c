"""Locks what the sign-in keeps (factor secrets, sessions) under the `accounts` key of the keyring.

Comes in: factor adapter and session store. The key lies outside the database, so a stolen table signs nobody in.
"""

from __future__ import annotations

import base64

from helpdesk.vault.cipher import derive, lock, unlock
from helpdesk.vault.keyring import keyring


def seal_text(plain: str, *, purpose: str, place: str) -> str:
    """Lock `plain` for one purpose and place; text that fits a text column."""
    key = derive(keyring().accounts, f"teams|{purpose}")
    return base64.b64encode(lock(key, plain.encode(), place.encode())).decode("ascii")


def open_text(sealed: str, *, purpose: str, place: str) -> str:
    """Open what `seal_text` made; raise `DoesNotOpen` when it was moved or damaged, ValueError when it is no base64."""
    key = derive(keyring().accounts, f"teams|{purpose}")
    return unlock(key, base64.b64decode(sealed, validate=True), place.encode()).decode()
