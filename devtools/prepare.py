"""Brings databases and static files up to the code: migrations, reference data, collected files, and once the demo.

Who comes in: `./dev run`. What the code of the last start already did is not done again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from devtools.environment import ROOT
from devtools.fingerprint import ALL, HOUSE, fingerprint
from devtools.workplace import Workplace


def prepare(workplace: Workplace) -> None:
    """Do what changed code asks for. A start that was cut off does it again: each step may be repeated."""
    mark = workplace.state.home / "prepared"
    wanted = fingerprint(ALL, *(database.admin_url for database in workplace.databases.values()))
    if not mark.exists() or mark.read_text() != wanted:
        _say("Bringing the databases up to date")
        mark.unlink(missing_ok=True)
        _python(workplace, "owner", "-m", "devtools.prepare")
        mark.write_text(wanted)
    _load_demo(workplace)


def signins(workplace: Workplace) -> str:
    """The people one can sign in as, and what the demo told when it was loaded."""
    told = _demo(workplace).read_text() if _demo(workplace).exists() else ""
    if has_command("demo_signins"):
        told += _python(workplace, "desk", "manage.py", "demo_signins", capture=True)
    return told


def _demo(workplace: Workplace) -> Path:
    return workplace.state.home / "demo.txt"


def _load_demo(workplace: Workplace) -> None:
    """Through the real actions, the way a real case comes about; what it tells is shown at every start."""
    mark = _demo(workplace)
    if mark.exists() or not has_command("load_demo"):
        return
    _say("Loading the demonstration cases")
    mark.write_text(_python(workplace, "owner", "manage.py", "load_demo", capture=True))


def has_command(name: str) -> bool:
    return any(HOUSE.glob(f"*/management/commands/{name}.py"))


def _python(workplace: Workplace, program: str, *arguments: str, capture: bool = False) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=workplace.environment(program), check=False, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if capture else None,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed; the lines above say why.")
    return done.stdout or ""


def _say(sentence: str) -> None:
    print(f"{sentence} ...", flush=True)


def _as_owner() -> None:
    """The steps themselves, in one process so that Django starts once."""
    import django
    from django.conf import settings
    from django.core.management import call_command, get_commands

    django.setup()
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    if "load_reference" in get_commands():
        call_command("load_reference")
    if "load_library" in get_commands():
        call_command("load_library")
    if settings.STATIC_ROOT:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    _as_owner()
