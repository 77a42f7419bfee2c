"""What we know of a message once it was read. Plain data: it can leave the sandbox as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PartKind(StrEnum):
    FILE = "file"
    OTHER_VERSION = "other_version"  # the same words again: HTML beside plain text
    INVITATION = "invitation"
    SMIME = "smime"
    PGP = "pgp"
    REPORT = "report"  # the machine-readable half of a delivery report
    UNOPENED = "unopened"  # a container that we did not open


class Protection(StrEnum):
    SMIME_SIGNED = "smime_signed"
    SMIME_ENCRYPTED = "smime_encrypted"
    PGP_SIGNED = "pgp_signed"
    PGP_ENCRYPTED = "pgp_encrypted"


class BodyFrom(StrEnum):
    PLAIN = "plain"
    HTML = "html"
    WINMAIL = "winmail"
    STUB = "stub"  # our own words, because the message could not be read
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    type: str
    kind: PartKind
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Invitation:
    summary: str
    start: str  # as written, because a time without a zone means nothing to us
    method: str


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    sender: Address | None
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    languages: tuple[str, ...]
    type: str
    body: str
    body_from: BodyFrom
    parts: tuple[Part, ...]
    messages: tuple[Mail, ...]
    invitations: tuple[Invitation, ...]
    protection: tuple[Protection, ...]
    headers: tuple[tuple[str, str], ...]
    defects: tuple[str, ...]

    def header(self, name: str) -> str | None:
        """The first header of this name; None where there is none, which differs from an empty one."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    def all_headers(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.headers if key == name.lower())
