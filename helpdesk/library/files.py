"""Which files lie under a path: in folders, and in zip archives, whose parts are never unpacked to a disk."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from helpdesk.library.actions import Source

LARGEST_PART = 1 << 30  # of an archive; a law is never that large, and a bomb is
MOST_TIMES = 200  # how many times larger than packed a part may be


def found_in(paths: Iterable[str]) -> Iterator[Source]:
    """Every file, in the order of names, so that two runs are alike."""
    for path in paths:
        for file in _files(Path(path)):
            if zipfile.is_zipfile(file):
                yield from _parts(file)
            else:
                yield Source(str(file), partial(_open, file), file.stat().st_size)


def total_of(paths: Iterable[str]) -> int:
    """How many bytes there are to read, for the progress."""
    return sum(source.size for source in found_in(paths))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (
            file for name in sorted(names) if (file := Path(folder) / name).is_file() and not name.startswith(".")
        )


def _open(file: Path) -> BinaryIO:
    return file.open("rb")


def _parts(file: Path) -> Iterator[Source]:
    with zipfile.ZipFile(file) as archive:
        parts = sorted(archive.infolist(), key=lambda part: part.filename)
    for part in parts:
        if not part.is_dir():
            bomb = part.file_size > min(LARGEST_PART, MOST_TIMES * max(part.compress_size, 1))
            opens = _refuse if bomb else partial(_open_part, file, part.filename)
            yield Source(f"{file}/{part.filename}", opens, part.compress_size if bomb else part.file_size)


def _open_part(file: Path, name: str) -> BinaryIO:
    with zipfile.ZipFile(file) as archive:  # the part keeps what it needs of it open
        return cast(BinaryIO, archive.open(name))


def _refuse() -> BinaryIO:
    raise OSError("uitgepakt is dit deel van het archief te groot")
