"""What each program is told at its start. The public program gets a keyring and password of its own, no more."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from devtools.databases import Database

KEPT = ("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TERM")
ROLE = {"public": "krh_public", "desk": "krh_desk", "mail": "krh_mail", "owner": "krh_owner"}
KEYRING = {"public": "public.json", "desk": "desk.json", "mail": "mail.json", "owner": "desk.json"}


def public_port() -> int:
    """Where the public site answers."""
    return int(os.environ.get("DEV_PUBLIC_PORT", "8000"))


def desk_port() -> int:
    """Where the desk answers."""
    return int(os.environ.get("DEV_DESK_PORT", "8001"))


def environment(
    program: str, databases: Mapping[str, Database], passwords: Mapping[str, str], keyrings: Path, static: Path
) -> dict[str, str]:
    """The whole environment of one program: a few harmless variables of ours, and what is its own."""
    role = ROLE[program]
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "helpdesk.config.settings",
        "HELPDESK_PROGRAM": program,
        "DATABASE_URL": databases["data"].url(role, passwords[role]),
        "KEYS_DATABASE_URL": databases["keys"].url(role, passwords[role]),
        **({"HELPDESK_MAILBOXES": os.environ.get("HELPDESK_MAILBOXES", "")} if program == "mail" else {}),
        "HELPDESK_KEYRING": str(keyrings / KEYRING[program]),
        "HELPDESK_DEMO": "1",
        "HELPDESK_HOSTS": "127.0.0.1,localhost",
        "HELPDESK_PUBLIC_ORIGIN": f"http://127.0.0.1:{public_port()}",
        "HELPDESK_DESK_ORIGIN": f"http://localhost:{desk_port()}",
        "HELPDESK_STATIC_ROOT": str(static),
        "HELPDESK_INSECURE_COOKIES": "1",
    }
