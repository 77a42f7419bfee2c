"""One file comes into the library: read, stored as a whole or not at all, and reported either way."""

from __future__ import annotations

import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from django.db import DataError, transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.library.actions.store import Stored, store
from helpdesk.library.models import ImportReport, Outcome, Version
from helpdesk.library.reading.kinds import HEAD, READERS, recognise
from helpdesk.library.reading.pieces import Unreadable

BLOCK = 1 << 20
FAULTS = (ValueError, OSError, RuntimeError, LookupError, AssertionError, zipfile.BadZipFile, zlib.error, DataError)


@dataclass(frozen=True)
class Source:
    """A file, wherever it lies: its name, how to open it, and its size."""

    name: str
    open: Callable[[], BinaryIO]
    size: int


def import_source(source: Source, *, sort: str = "", again: bool = False) -> ImportReport | None:
    """Bring one file in; None when no reader knows such a file.

    `sort` names the reader instead of the content. What was read to its end before is not read anew, unless `again`.
    Whatever goes wrong in the file becomes a report with its reason, and leaves the library as it was.
    """
    try:
        with source.open() as file:
            sort = sort or recognise(file.read(HEAD), source.name)
        if not sort:
            return None
        digest = _digest(source)
    except FAULTS as fault:
        return _unopened(source, sort, fault)
    _found_broken(digest)
    report = ImportReport(
        begun_at=clock.now(), file_name=source.name[-300:], digest=digest, bytes=source.size, sort=sort
    )
    begun = time.perf_counter()
    if not again and (known := _known(digest)) is not None:
        report.outcome, report.codes, report.counts = Outcome.SAME, known.codes, known.counts
        report.gaps, report.gap_count = known.gaps, known.gap_count
    else:
        report.save(force_insert=True)
        _read(source, report)
    report.seconds = time.perf_counter() - begun
    report.save()
    return report


def _read(source: Source, report: ImportReport) -> None:
    stored = Stored()
    try:
        if report.sort not in READERS:
            raise Unreadable("XML van een soort die hier niet gelezen wordt")
        with transaction.atomic(), source.open() as file:
            stored = store(READERS[report.sort](file, source.name), file_name=source.name, digest=report.digest)
            for version in stored.versions:
                record("import-source", actor=Actor.worker("import"), object_id=version.pk)
        report.outcome = Outcome.STORED if stored.changed else Outcome.SAME
    except Unreadable as why:
        report.outcome, report.reason = Outcome.REFUSED, str(why)
    except FAULTS as fault:  # a file that no reader foresaw: the others go on
        report.outcome, report.reason = Outcome.BROKEN, f"onverwachte fout: {type(fault).__name__}: {fault}"[:500]
    report.codes, report.counts = sorted(set(stored.codes)), dict(stored.counts)
    report.gaps, report.gap_count = stored.gaps, stored.gap_count


def _unopened(source: Source, sort: str, fault: Exception) -> ImportReport:
    report = ImportReport(begun_at=clock.now(), file_name=source.name[-300:], bytes=source.size, sort=sort, seconds=0)
    report.outcome, report.reason = Outcome.REFUSED, f"kan niet worden geopend: {fault}"[:500]
    report.save(force_insert=True)
    return report


def _digest(source: Source) -> str:
    digest = sha256()
    with source.open() as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _known(digest: str) -> ImportReport | None:
    """The report of the run in which this file was stored, as long as what it brought still stands."""
    report = ImportReport.objects.filter(digest=digest, outcome=Outcome.STORED).first()
    return report if Version.objects.whole().filter(digest=digest).exists() else None


def _found_broken(digest: str) -> None:
    """A run of this file that never told its end was cut off; its rows went with its transaction."""
    ImportReport.objects.filter(digest=digest, outcome=Outcome.BEGUN).update(
        outcome=Outcome.BROKEN, reason="de import is onderbroken; er is niets van opgeslagen"
    )
