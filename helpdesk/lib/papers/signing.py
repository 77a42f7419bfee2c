"""The organisation's signature on a PDF: whose it is, put on, and judged. Each in a process that calls nobody."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.lib.confined import run_confined
from helpdesk.lib.papers.pdf import NotPrinted

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

SECONDS, MEGABYTES = 60, 2048
MARK = b"/ETSI.CAdES.detached"
NAME = "HELPDESK_SIGNING"
OLD = "Het certificaat waarmee wij tekenen is verlopen. Er is niets getekend. Vraag de beheerder om een nieuw."
FAILED = "De handtekening van de organisatie kon niet worden gezet. Er is niets getekend. Probeer het nog een keer."


class WrongSigning(SystemExit):
    """What is set cannot sign; the sentence says what to do."""


@dataclass(frozen=True)
class Identity:
    """With what we sign: a PKCS#12 file with its password; whose it is, and until which day it counts."""

    name: str
    until: date
    key: bytes = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True)
class Judged:
    """What a signature says: whose certificate, until which day, and whether not a byte of the file differs.

    What was broken so that it cannot be read has no name and no day.
    """

    name: str
    until: date | None
    whole: bool


def identity(path: str, today: date) -> Identity | None:
    """The one in this file, its password in the file beside it (`….password`); None when no path is set.

    Raises:
        WrongSigning: a file is missing, open to others, does not open, or its certificate counts no more.
    """
    if not path:
        return None
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates  # where it is set alone

    key, password = _private(Path(path)), _private(Path(f"{path}.password")).decode("utf-8", "replace").strip()
    try:
        private, certificate, _ = load_key_and_certificates(key, password.encode())
    except ValueError:
        raise WrongSigning(f"{NAME} does not open: it is no PKCS#12 file, or its password is another.") from None
    if private is None or certificate is None:
        raise WrongSigning(f"{NAME} holds no key with its certificate.")
    until = certificate.not_valid_after_utc.date()
    if until < today:
        raise WrongSigning(f"{NAME}: its certificate counted until {until}. Set a new one, or unset it.")
    return Identity(_name(certificate), until, key, password)


def signed(pdf: bytes, by: Identity, label: str, today: date) -> bytes:
    """The same PDF with our signature: PAdES baseline, without a time stamp of somebody else.

    Args:
        pdf: as `as_pdf` or `bind` made it.
        by: who signs.
        label: what somebody hears who comes to the field of the signature.
        today: the certificate must count on this day.

    Raises:
        NotPrinted: the certificate is too old, or it could not be signed.
    """
    if by.until < today:
        raise NotPrinted(OLD)
    made = _confined({"key": len(by.key), "password": by.password, "label": label}, by.key + pdf, "sign")
    if made is None:
        raise NotPrinted(FAILED)
    return made


def judged(pdf: bytes) -> Judged | None:
    """What its signature says; None when it has none of ours, or cannot be read."""
    made = _confined({"key": 0}, pdf, "judge")
    found = json.loads(made) if made else {}
    return Judged(found["name"], date.fromisoformat(found["until"]), found["whole"]) if found else None


def carries_one(pdf: bytes) -> bool:
    """Whether it says that it was signed, whatever became of it."""
    return MARK in pdf


def _confined(told: dict[str, object], body: bytes, what: str) -> bytes | None:
    raw = json.dumps(told).encode() + b"\n" + body
    return run_confined("helpdesk.lib.papers.signer", raw, what, seconds=SECONDS, megabytes=MEGABYTES)


def _private(path: Path) -> bytes:
    try:
        if path.stat().st_mode & 0o077:
            raise WrongSigning(f"{NAME}: {path.name} can be read by others. Set its mode to 0600.")
        return path.read_bytes()
    except OSError:
        raise WrongSigning(
            f"{NAME}: {path.name} cannot be read. docs/running.md says which two files it needs."
        ) from None


def _name(certificate: Certificate) -> str:
    from cryptography.x509 import NameOID

    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else certificate.subject.rfc4514_string()
