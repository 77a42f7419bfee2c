"""`./dev test`: the tests. Without arguments all of them, on every core; with paths or options of pytest, those."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from devtools.environment import ROOT
from devtools.office import office_note

FULL = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what they set up


def test(arguments: Sequence[str]) -> int:
    """Hand over to pytest. A single file starts quicker without workers."""
    os.chdir(ROOT)
    if note := office_note():
        print(f"{note} The tests that need it are skipped.", file=sys.stderr)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *(arguments or (*FULL, "-q"))])
