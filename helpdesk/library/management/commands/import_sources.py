"""`manage.py import_sources PATH... [--kind KIND] [--again]`: law and judgments out of files, folders and zips.

A file that was read before is passed over, one that cannot be read stops none of the others, and a run that was killed
is simply started again.
"""

from __future__ import annotations

import resource
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from helpdesk.library.actions import import_source
from helpdesk.library.files import found_in, total_of
from helpdesk.library.models import ImportReport, Outcome
from helpdesk.library.reading.kinds import READERS

MEGABYTE = 1_000_000
BAR = 30


class Command(BaseCommand):
    help = "Imports official sources into the library, with a report of what was not understood."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")
        parser.add_argument("--kind", default="", choices=["", *READERS], help="the reader, instead of by content")
        parser.add_argument("--again", action="store_true", help="read anew what was read before")

    def handle(self, *args: Any, **options: Any) -> None:
        paths = options["paths"]
        total, done, begun = total_of(paths), 0, time.perf_counter()
        outcomes: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        gaps: list[tuple[str, list[str]]] = []
        for source in found_in(paths):
            report = import_source(source, sort=options["kind"], again=options["again"])
            outcomes[report.outcome if report else "not recognised"] += 1
            done += source.size
            if report is not None:
                forms.update(report.counts)
                gaps += [(source.name, gap) for gap in report.gaps]
                self._tell(report, done / total if total else 1.0)
        self._end(outcomes, forms, gaps, done, time.perf_counter() - begun)
        if not outcomes:
            raise CommandError("No file was found under these paths.")

    def _tell(self, report: ImportReport, part: float) -> None:
        short = report.file_name.rpartition("/")[2][-50:]
        bad = report.outcome in {Outcome.REFUSED, Outcome.BROKEN}
        line = f"{report.outcome:8} {short}" + (f": {report.reason}" if bad else "")
        if not self.stdout.isatty():
            self.stdout.write(line)
            return
        if bad:
            self.stdout.write(f"\r\x1b[K{line}")
        full = round(BAR * part)
        self.stdout.write(f"\r\x1b[K[{'=' * full}{' ' * (BAR - full)}] {part:4.0%} {short}", ending="")
        self.stdout.flush()

    def _end(
        self, outcomes: Counter[str], forms: Counter[str], gaps: list[tuple[str, list[str]]], size: int, seconds: float
    ) -> None:
        if self.stdout.isatty():
            self.stdout.write("")
        self.stdout.write("Files: " + ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items())))
        self.stdout.write(
            "Passages: " + (", ".join(f"{count} {name}" for name, count in forms.most_common()) or "none")
        )
        self.stdout.write(f"Not understood: {len(gaps)}")
        for name, (where, what) in gaps[:50]:
            self.stdout.write(f"  {name.rpartition('/')[2]}, {where}: {what[:160]}")
        speed = size / MEGABYTE / seconds if seconds else 0.0
        self.stdout.write(
            f"{size / MEGABYTE:.1f} MB in {seconds:.1f} s, {speed:.2f} MB/s, at most {_peak():.0f} MB of memory"
        )


def _peak() -> float:
    """The most memory that this process held; Linux counts in kilobytes, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 if sys.platform == "darwin" else 1 / 1024) / 1024 / 1024
