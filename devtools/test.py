"""`./dev test`: the tests. Without arguments all of them, on every core; with paths or options of pytest, those."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from devtools.environment import ROOT

FULL = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what they set up


def test(arguments: Sequence[str]) -> int:
    """Hand over to pytest. A single file starts quicker without workers."""
    pytest = [sys.executable, "-m", "pytest", *(arguments or (*FULL, "-q"))]
    return subprocess.run(pytest, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}, check=False).returncode
