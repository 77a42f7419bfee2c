"""Measuring: medians of many runs, baseline and subject in turn so that both meet the same machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def medians(subjects: dict[str, Callable[[], object]], *, rounds: int, warm: int = 3) -> dict[str, float]:
    """Median milliseconds of each subject over `rounds`, run alternately after `warm` unmeasured rounds."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(warm + rounds):
        for name, subject in subjects.items():
            start = time.perf_counter()
            subject()
            if turn >= warm:
                taken[name].append((time.perf_counter() - start) * 1_000)
    return {name: statistics.median(values) for name, values in taken.items()}


def line(name: str, ms: float, ratio: float | None = None, aim: str = "") -> None:
    """One row of a table."""
    shown = f"{ratio:6.2f} x" if ratio is not None else " " * 8
    print(f"  {name:<44} {ms:9.2f} ms {shown}  {aim}", flush=True)
