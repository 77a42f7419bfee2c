"""Keeps `.venv` equal to the lock. `./dev` runs it with the machine's own Python, so: standard library only.

`./dev run` needs little; `./dev test` and its like bring the developers' tools, and once there they stay.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "stamp.json"
REQUIREMENTS = ROOT / "requirements"
RUN = ("base.txt", "embedded.txt")
DEVELOP = ("dev.txt", "embedded.txt")
NEEDS_DEVELOP = {"test", "check", "lock", "bench"}

NO_ENSUREPIP = """\
This Python cannot make a virtual environment with pip in it.
On Debian and Ubuntu: apt-get install python3-venv (as root), then try again."""


def keep_environment(command: str) -> None:
    """Make or renew `.venv` when the lock, the Python or the checkout's place has changed."""
    with _one_at_a_time():
        stamp = _read_stamp()
        develop = command in NEEDS_DEVELOP or bool(stamp.get("develop"))
        wanted = {"develop": develop, "lock": _lock_hash(), "python": sys.version, "place": str(VENV)}
        if stamp == wanted:
            return
        if stamp.get("python") != wanted["python"] or stamp.get("place") != wanted["place"]:
            _make_venv()
        _install([REQUIREMENTS / name for name in (DEVELOP if develop else RUN)])
        STAMP.write_text(json.dumps(wanted))


def _one_at_a_time() -> IO[str]:
    """A lock on the requirements folder: two first starts at once do not install through each other."""
    handle = os.fdopen(os.open(REQUIREMENTS / "uv.txt", os.O_RDONLY))
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _read_stamp() -> dict[str, object]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _lock_hash() -> str:
    texts = [path.read_bytes() for path in sorted(REQUIREMENTS.glob("*.txt"))]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def _make_venv() -> None:
    print("Making .venv ...", flush=True)
    try:
        import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
    except ImportError:
        raise SystemExit(NO_ENSUREPIP) from None
    venv.create(VENV, clear=True, with_pip=True, symlinks=True)


def _install(files: list[Path]) -> None:
    """With uv, and when uv cannot be had or fails, with pip from the same files."""
    print("Installing the locked packages ...", flush=True)
    os.environ["UV_SYSTEM_CERTS"] = "true"  # behind a proxy with a certificate of its own
    os.environ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    uv = [str(PYTHON), "-m", "uv", "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON)]
    has_uv = subprocess.run([*pip, "-r", str(REQUIREMENTS / "uv.txt")], check=False).returncode == 0
    if has_uv and subprocess.run([*uv, *map(str, files)], check=False).returncode == 0:
        return
    by_hand = [*pip, *(part for file in files for part in ("-r", str(file)))]
    if subprocess.run(by_hand, check=False).returncode != 0:
        raise SystemExit("The packages could not be installed; the lines above say why.")


if __name__ == "__main__":
    try:
        keep_environment(sys.argv[1] if len(sys.argv) > 1 else "")
    except PermissionError as refused:
        raise SystemExit(f"{refused.filename} belongs to someone else: clone the project anew as yourself.") from None
