"""Makes the keyrings of the programs: `python -m devtools.keyring FOLDER [--production]`.

Three files that belong together: `desk.json` opens what `public.json` and `mail.json` seal. They lie outside checkout
and database, 0600, each readable by its own program alone, and in a back-up that is kept apart: who loses desk.json
loses every case.
"""

from __future__ import annotations

import argparse
import json
import secrets
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from devtools.state import write_secret


def make_keyrings(folder: Path, purpose: str = "demo") -> None:
    """Write the files unless they are there: a keyring is never overwritten.

    A folder from before there was e-mail gets the keyring of the mail program, and its tag key is added to the desk's.
    """
    desk, public, mail = (folder / f"{name}.json" for name in ("desk", "public", "mail"))
    if desk.exists() != public.exists():
        raise SystemExit(f"{folder} holds one keyring of the two. Put the other one back, or take both away.")
    if not desk.exists():
        triage = X25519PrivateKey.generate()
        head = {"format": 1, "purpose": purpose}
        write_secret(desk, {**head, "program": "desk", **_desk(triage)})
        write_secret(public, {**head, "program": "public", **_public(triage)})
    if not mail.exists():
        write_secret(mail, _mail(desk))


def _mail(desk: Path) -> dict[str, Any]:
    held = json.loads(desk.read_text())
    if "tags" not in held:
        write_secret(desk, held := {**held, "tags": _random()})
    return {
        "format": 1,
        "purpose": held["purpose"],
        "program": "mail",
        "secret_key": secrets.token_urlsafe(48),
        "triage": {version: _public_of(private) for version, private in held["triage"].items()},
        "tags": held["tags"],
        "marks": _random(),
    }


def _public_of(private: str) -> str:
    return _text(X25519PrivateKey.from_private_bytes(b64decode(private)).public_key().public_bytes_raw())


def _desk(triage: X25519PrivateKey) -> dict[str, Any]:
    return {
        "tags": _random(),
        "secret_key": secrets.token_urlsafe(48),
        "desk": {"1": _random()},
        "triage": {"1": _text(triage.private_bytes_raw())},
        "ledger": _random(),
        "accounts": _random(),
        "counting": _text(X25519PrivateKey.generate().private_bytes_raw()),
    }


def _public(triage: X25519PrivateKey) -> dict[str, Any]:
    return {
        "secret_key": secrets.token_urlsafe(48),
        "triage": {"1": _text(triage.public_key().public_bytes_raw())},
        "pepper": _random(),
        "ticket": _random(),
    }


def _random() -> str:
    return _text(secrets.token_bytes(32))


def _text(value: bytes) -> str:
    return b64encode(value).decode()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m devtools.keyring", description="Makes the programs' keyrings.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--production", action="store_true", help="for real questions; refuses demo mode")
    chosen = parser.parse_args()
    make_keyrings(chosen.folder, "production" if chosen.production else "demo")
