"""Where development keeps what must not lie in the checkout: clusters, passwords, keyrings, logs.

One folder per checkout, named by a hash of its path. As root it lies under /var/lib, so that the account that runs
PostgreSQL can reach its data; for anyone else under ~/.local/state. DEV_STATE names another folder.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from devtools.environment import ROOT

NAME = "kinderrechtenhelpdesk"
SOCKET_ROOM = 60  # bytes for the folder in the path of a unix socket, of the 103 that the strictest system allows
ROLES = ("postgres", "krh_owner", "krh_public", "krh_mail", "krh_desk", "krh_test")


def folder() -> Path:
    """The folder that all checkouts of this account share."""
    if os.geteuid() == 0:
        return Path("/var/lib") / NAME
    base = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(base).expanduser() / NAME


@dataclass(frozen=True)
class State:
    """The files of one checkout. Nothing is made before it is asked for."""

    home: Path

    @classmethod
    def of_checkout(cls) -> State:
        """The state of the checkout that this code was started from."""
        named = os.environ.get("DEV_STATE")
        return cls(Path(named).absolute() if named else folder() / short_hash(str(ROOT)))

    def make(self) -> None:
        """Make the folders; only secrets are closed to other accounts, since PostgreSQL's must pass to its data."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o711 if os.geteuid() == 0 else 0o700)
        for name, mode in (("secrets", 0o700), ("logs", 0o700)):
            (self.home / name).mkdir(mode=mode, exist_ok=True)

    @property
    def secrets(self) -> Path:
        return self.home / "secrets"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def static(self) -> Path:
        return self.home / "static"

    def passwords(self) -> dict[str, str]:
        """One password per database role, made at first need."""
        file = self.secrets / "passwords.json"
        kept = dict(json.loads(file.read_text())) if file.exists() else {}
        if set(kept) != set(ROLES):
            write_secret(file, kept := new_passwords() | kept)
        return kept

    def sockets(self, cluster: str) -> Path:
        """A short folder for the socket of a cluster: its path may not be long, whatever the checkout is called."""
        return temporary_folder() / f"krh-{short_hash(str(self.home))}-{cluster}"

    def claim(self) -> IO[str]:
        """Take this state for oneself until the returned file is closed; a second taker is told who has it."""
        handle = (self.home / "claim").open("a+")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with handle:
                handle.seek(0)
                raise SystemExit(f"Already running here: {handle.read().strip()}. Stop that one first.") from None
        handle.truncate(0)
        handle.write(f"./dev, process {os.getpid()}\n")
        handle.flush()
        return handle

    def is_claimed(self) -> bool:
        """Does some ./dev hold this state now?"""
        with (self.home / "claim").open("a+") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False


def temporary_folder() -> Path:
    """The temporary folder, or /tmp where that one has too long a name for a socket."""
    usual = Path(tempfile.gettempdir())
    return usual if len(os.fsencode(usual)) <= SOCKET_ROOM else Path("/tmp")  # noqa: S108


def new_passwords() -> dict[str, str]:
    """One for each role."""
    return {role: secrets.token_urlsafe(24) for role in ROLES}


def write_secret(path: Path, data: Any) -> None:
    """Write JSON that only this account can read, whole or not at all."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        json.dump(data, handle, indent=1)
        handle.flush()
        os.fsync(handle.fileno())
    draft.replace(path)


def short_hash(text: str) -> str:
    """Ten letters that stand for `text`."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
