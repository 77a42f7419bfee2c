"""`./dev lock`: pyproject.toml (ranges) -> requirements/*.txt (exact versions with hashes, no address of any index).

Pins stay as they are until `./dev lock --upgrade` or `./dev lock --upgrade-package NAME`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from devtools.environment import REQUIREMENTS, ROOT

COMPILE = (
    "uv", "pip", "compile", "--universal", "--python-version", "3.11",
    "--generate-hashes", "--no-header", "--no-annotate", "--quiet",
)  # fmt: skip


def lock(arguments: Sequence[str]) -> int:
    """Write the four lock files; `dev.txt` follows `base.txt`, so that tests run on what is served."""
    base = str(REQUIREMENTS / "base.txt")
    _compile("base.txt", "pyproject.toml", *arguments)
    _compile("dev.txt", "pyproject.toml", "--group", "dev", "--constraints", base, *arguments)
    _compile("embedded.txt", "--group", "embedded", "--no-deps", *arguments)
    _compile("uv.txt", "-", *arguments, stdin="uv\n")
    return 0


def _compile(output: str, *arguments: str, stdin: str = "") -> None:
    command = [sys.executable, "-m", *COMPILE, *arguments, "-o", f"requirements/{output}"]
    subprocess.run(command, cwd=ROOT, check=True, input=stdin, text=True)
