"""A tag in our own address, so that an answer finds its thread: `helpdesk+<26 letters>@…`.

Eight random bytes and eight of a keyed digest over them, in base32. It says nothing about a case, and nobody makes one
without the key. A tag finds a thread, it admits nobody: who holds one may have got it from somebody else.
"""

from __future__ import annotations

import base64
import hmac
import re
import secrets
from collections.abc import Iterable

from helpdesk.lib.mail.record import Mail

LETTERS = 26
_HALF = 8
_TAGGED = re.compile(r"\+([a-z2-7]{26})@", re.IGNORECASE)
_PURPOSE = b"mail tag\0"
_HEADERS = ("delivered-to", "x-original-to", "envelope-to")


def make(key: bytes) -> str:
    """A new tag."""
    return _with_digest(key, secrets.token_bytes(_HALF))


def address_with(tag: str, address: str) -> str:
    """`helpdesk@example.org` with a tag: `helpdesk+…@example.org`."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{tag}@{domain}"


def is_ours(key: bytes, tag: str) -> bool:
    try:
        raw = base64.b32decode(tag.upper() + "======")
    except ValueError:
        return False
    return len(raw) == 2 * _HALF and hmac.compare_digest(_with_digest(key, raw[:_HALF]), tag.lower())


def find(key: bytes, addresses: Iterable[str]) -> tuple[str, ...]:
    """The genuine tags in these addresses, each once. Several are possible: two threads in one `To`."""
    return tuple(tag for tag in found_in(addresses) if is_ours(key, tag))


def found_in(addresses: Iterable[str]) -> tuple[str, ...]:
    """What looks like a tag in these addresses, each once; whether it is ours is for the holder of the key to say."""
    found = (match[1].lower() for address in addresses for match in _TAGGED.finditer(address))
    return tuple(dict.fromkeys(found))


def tags_of(key: bytes, mail: Mail) -> tuple[str, ...]:
    """The genuine tags of the addresses to which a message was sent."""
    delivered = (value for name in _HEADERS for value in mail.all_headers(name))
    return find(key, [*delivered, *(one.address for one in (*mail.to, *mail.cc))])


def _with_digest(key: bytes, random: bytes) -> str:
    digest = hmac.digest(key, _PURPOSE + random, "sha256")[:_HALF]
    return base64.b32encode(random + digest).decode("ascii").rstrip("=").lower()
