"""`./dev bench`: the measurements in benchmarks/, with their own throw-away data."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from devtools.environment import ROOT


def bench(arguments: Sequence[str]) -> int:
    """Hand over to benchmarks/, which says what it measures."""
    return subprocess.run([sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT, check=False).returncode
