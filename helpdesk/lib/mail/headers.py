"""The headers of a message: unfolded, decoded, and read as addresses, dates, ids and parameters."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.charsets import decode
from helpdesk.lib.mail.record import Address

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\n]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_ID = re.compile(r"<\s*([^<>\s]{1,990})\s*>")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]]{1,200}@[^\s<>@,;:\"()\[\]]{1,250}")
_KNOWN = {"from", "to", "cc", "bcc", "subject", "date", "message-id", "received", "return-path", "sender", "reply-to"}
_KNOWN |= {"mime-version", "delivered-to", "in-reply-to", "references", "resent-from", "resent-to", "x-mailer"}
_LINE = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Headers:
    """Names in lower case with their raw values; how many bytes they took; whether a line was broken or cut off."""

    pairs: list[tuple[str, str]]
    size: int
    broken: bool


def split_headers(block: bytes) -> Headers:
    """The headers at the start of these bytes. A broken line among them is passed over; text after them ends them."""
    found: list[tuple[str, bytearray]] = []
    broken, at, size = False, 0, 0
    for line in block.splitlines(keepends=True):
        at += len(line)
        bare = line.rstrip(b"\r\n")
        match = _LINE.fullmatch(bare)
        if line[:1] in {b" ", b"\t"} and found:
            if len(found[-1][1]) <= limits.HEADER:
                found[-1][1].extend(b" " + bare.strip())
            size = at if size + len(line) == at else size  # a broken line's own continuation is broken too
        elif match is not None and len(found) < limits.HEADERS:
            found.append((match[1].decode("ascii").lower(), bytearray(match[2])))
            broken, size = broken or size + len(line) != at, at
        elif line.startswith((b"From ", b">From ")) and size + len(line) == at:
            size = at  # the envelope line of a mailbox file
    if not any(name in _KNOWN or name.startswith("content-") for name, _ in found):
        return Headers([], 0, broken=False)  # text in which something looks like a header
    broken = broken or size < len(block.rstrip()) or any(len(value) > limits.HEADER for _, value in found)
    pairs = [(name, decode(bytes(value[: limits.HEADER]), None)[0]) for name, value in found]
    return Headers(pairs, size, broken)


def words(value: str) -> str:
    """Encoded words (RFC 2047) made readable, wherever they stand; one line."""
    joined = _BETWEEN_WORDS.sub(r"\1", value)
    return " ".join(_WORD.sub(_word, joined).split())


def addresses(values: Iterable[str]) -> tuple[Address, ...]:
    """Split before decoding, so that an encoded name cannot smuggle in an address."""
    value = ", ".join(values)[: limits.FIELD]
    try:
        pairs = getaddresses([value])
    except (RecursionError, ValueError, IndexError):
        pairs = []
    found = [Address(words(name), address.strip()) for name, address in pairs if _ADDRESS.fullmatch(address.strip())]
    if not found:
        found = [Address("", match[0]) for match in _ADDRESS.finditer(value)]
    return tuple(found[: limits.ADDRESSES])


def ids(value: str, most: int = limits.REFERENCES) -> tuple[str, ...]:
    """Message ids without brackets, the newest last."""
    found = _ID.findall(value) or [word for word in value.split() if "@" in word and len(word) <= 990]
    return tuple(found[-most:])


def moment(value: str) -> datetime | None:
    """A date, in its own zone; without one we take UTC. None where it cannot be read."""
    try:
        when = parsedate_to_datetime(value[:200])
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def parameters(value: str, name: str = "content-type") -> tuple[str, dict[str, str]]:
    """`text/plain; charset=x` as its bare value in lower case and its parameters (RFC 2231 too)."""
    carrier = Message()
    carrier[name] = value[: limits.FIELD].replace("\n", " ").replace("\r", " ")
    try:
        found = carrier.get_params(failobj=[], header=name) or []
        pairs = {key.lower(): _collapsed(content) for key, content in found[1:]}
    except (ValueError, LookupError, TypeError, RecursionError):
        return value.partition(";")[0].strip().lower()[:100], {}
    return (found[0][0].strip().lower()[:100] if found else ""), pairs


def _collapsed(content: str | tuple[str | None, str | None, str]) -> str:
    if isinstance(content, tuple):
        charset, _, text = content
        return decode(text.encode("latin-1", "replace"), charset or "us-ascii")[0]
    return words(content)


def _word(match: re.Match[str]) -> str:
    charset, how, text = match[1].partition("*")[0], match[2].lower(), match[3]
    raw = text.encode("utf-8", "replace")
    try:
        raw = binascii.a2b_qp(raw, header=True) if how == "q" else binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return match[0]
    return decode(raw, charset)[0]
