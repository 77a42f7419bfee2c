"""`./dev bench`: the measurements in benchmarks/, with their own throw-away data."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from devtools.environment import ROOT


def bench(arguments: Sequence[str]) -> int:
    """Hand over to benchmarks/, which says what it measures."""
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "benchmarks", *arguments])
