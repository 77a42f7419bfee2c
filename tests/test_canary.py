"""The canary: marked words go through every flow, errors too, and are then nowhere but behind a key.

Every "0 found" first finds a control: a clear canary is planted in each sink, and the search must see it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from helpdesk.cases.access_search import search
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import SearchSegment
from helpdesk.directory.reference import themes
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.search.query import parse
from helpdesk.search.words import folded, stem
from tests import cast

OwnerCursor = Callable[[str], AbstractContextManager[Any]]
WORDS = ("kanarievogel", "zeepbelletje", "Łódźkanarie")
CONTROL = "controlekanarie"


def shapes(word: str) -> Iterator[bytes]:
    """A word as it may lie on a disk: UTF-8, UTF-16, hex, and base64 at each of its three alignments."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield plain.hex().encode()
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + plain)
        yield coded[4 if offset else 0 : -4]


def found_in(blobs: dict[str, bytes], word: str) -> list[str]:
    """The sinks in which `word` lies in some shape."""
    return [name for name, blob in blobs.items() if any(shape in blob for shape in shapes(word))]


def sinks(folders: list[Path], dumps: dict[str, bytes]) -> dict[str, bytes]:
    """Everything a thief could carry away: dumps, raw data files with the write-ahead log, log files."""
    found = dict(dumps)
    for folder in folders:
        for path in [folder, *folder.rglob("*")]:
            if path.is_file() and not path.is_symlink():
                found[str(path)] = path.read_bytes()
    return found


@pytest.mark.django_db(transaction=True)
def test_no_canary_in_any_sink(
    owner_cursor: OwnerCursor,
    data_folders: list[Path],
    log_files: list[Path],
    dump_databases: Callable[[], dict[str, bytes]],
    capfd: pytest.CaptureFixture[str],
) -> None:
    receipt = Receipt.new()
    case = cast.ask_question(f"Mijn {WORDS[0]} heet {WORDS[2]}", receipt=receipt, theme="kindermishandeling")
    cast.walk_through_every_verb(case, receipt, word=WORDS[1])
    cast.make_every_error(case, receipt, word=WORDS[1])
    found = _searched(WORDS[1])
    assert found, "the words are not in search"
    with owner_cursor("default") as cursor:
        cursor.execute("INSERT INTO cases_tombstone VALUES (gen_random_uuid(), %s, current_date)", [CONTROL[:12]])
    dumps = dump_databases()
    everything = sinks([*data_folders, *log_files], dumps)
    printed = capfd.readouterr()
    everything["stdout"], everything["stderr"] = printed.out.encode(), printed.err.encode()
    controls = found_in(everything, CONTROL[:12])
    assert "data" in controls, "the search sees no dump"
    assert len(controls) > 1, "the search sees no data file"
    for word in (*WORDS, *(stem(folded(word)) for word in WORDS)):
        assert found_in(everything, word) == [], word
    clear = [theme.id for theme in themes()] + [theme.label_nl for theme in themes()]
    rows = {name: _without_reference(blob) for name, blob in dumps.items()}
    for word in ("kindermishandeling", "Kindermishandeling en huiselijk geweld"):
        assert word in clear
        assert found_in(dumps, word), "the taxonomy does stand in the dump, among the public facts"
        assert found_in(rows, word) == [], word


def _searched(word: str) -> int:
    """Put all cases into search, ask for the word in every way, and say in how many cases it was."""
    keep_words(most=1000)
    build_segments()
    farah = cast.member("farah")
    with act_as(farah.pk):
        asked = [search(farah, parse(text)) for text in (word, f'"{word}"', f"{word[:-2]}*", f"-{word} vraag")]
        assert SearchSegment.objects.exists()
    return len(asked[0])


def _without_reference(dump: bytes) -> bytes:
    """The dump without the tables of public facts and texts, in which the taxonomy of course stands."""
    kept, skipping = [], False
    for line in dump.splitlines(keepends=True):
        if line.startswith((b"COPY public.directory_", b"COPY public.library_")):
            skipping = True
        if not skipping:
            kept.append(line)
        elif line.startswith(b"\\."):
            skipping = False
    return b"".join(kept)


def test_the_search_sees_every_shape() -> None:
    for shape in shapes(WORDS[0]):
        assert found_in({"sink": b"..." + shape + b"..."}, WORDS[0]) == ["sink"]
    assert found_in({"sink": base64.b64encode(b"xy" + WORDS[0].encode() + b"z")}, WORDS[0]) == ["sink"]
    assert found_in({"sink": b"nothing here"}, WORDS[0]) == []
