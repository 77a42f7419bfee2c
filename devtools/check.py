"""`./dev check`: everything that must hold before a change may land. The build runs the same."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from devtools.databases import Database
from devtools.environment import ROOT, VENV
from devtools.keyring import make_keyrings
from devtools.programs import environment
from devtools.state import new_passwords

STEPS = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "templates": ["-m", "djlint", "helpdesk", "--lint", "--quiet"],
    "types": ["-m", "mypy"],
    "imports": [str(VENV / "bin" / "lint-imports"), "--no-logo"],
    "migrations": ["-m", "django", "makemigrations", "--check", "--dry-run"],
    "tests": ["-m", "devtools", "test"],
}


def check(arguments: Sequence[str]) -> int:
    """Run the steps named, or all; go on after a failure, so that one run tells everything."""
    unknown = set(arguments) - set(STEPS)
    if unknown:
        raise SystemExit(f"./dev check knows: {', '.join(STEPS)}.")
    with tempfile.TemporaryDirectory() as folder:
        nowhere = _nowhere(Path(folder))
        failed = [name for name in STEPS if name in (arguments or STEPS) and not _passes(name, nowhere)]
    if failed:
        print(f"\nNot in order: {', '.join(failed)}.")
    return 1 if failed else 0


def _passes(name: str, nowhere: Mapping[str, str]) -> bool:
    began = time.monotonic()
    print(f"== {name}", flush=True)
    env = os.environ if name == "tests" else {**os.environ, **nowhere}
    done = subprocess.run([sys.executable, "-W", "ignore", *STEPS[name]], cwd=ROOT, env=env, check=False)
    print(f"   {'in order' if done.returncode == 0 else 'NOT IN ORDER'} ({time.monotonic() - began:.1f} s)", flush=True)
    return done.returncode == 0


def _nowhere(folder: Path) -> dict[str, str]:
    """What reads the settings needs a whole environment, though it never connects."""
    make_keyrings(folder)
    databases = {kind: Database(kind, f"postgresql://nobody@/none?host={folder}") for kind in ("data", "keys")}
    return {**environment("owner", databases, new_passwords(), folder, folder), "HELPDESK_POOL": "0"}
