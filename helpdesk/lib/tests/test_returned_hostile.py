"""A file that came back is somebody else's: it is read in a fence, or refused with a sentence."""

from __future__ import annotations

import io
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devtools.office import ADVICE
from helpdesk.lib.files import safe
from helpdesk.lib.papers.returned.finding import returned
from helpdesk.lib.papers.returned.record import Kind, NotReturned
from helpdesk.lib.papers.returned.sandbox import returned_safely
from helpdesk.lib.tests.office_samples import docx, odt, packed
from helpdesk.lib.tests.test_files import hostile
from helpdesk.lib.tests.word_samples import (
    END,
    LAWYER,
    QUOTE,
    STORY,
    TEXTS,
    bare,
    block,
    edited,
    gone,
    ins,
    run,
    sent,
    t,
    with_comments,
    within,
)

SENT = sent()
ON = '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
EDITED = with_comments(
    edited(
        SENT,
        (t(TEXTS[END]), within(run("Dit is het "), gone("slot"), ins("einde"), ON.format(run(" van het verhaal.")))),
        (t(TEXTS[QUOTE]), within(gone(TEXTS[QUOTE]))),
        ("</w:body>", f"<w:p>{ins('Een nieuwe alinea.')}</w:p></w:body>"),
    ),
    ("5", LAWYER, "Kan dit anders?"),
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lach"}">' for n in range(12))
DEEP = "<w:ins>" * 5_000 + "</w:ins>" * 5_000


def with_document(xml: str) -> bytes:
    return edited(SENT, more={"word/document.xml": xml})


def twice() -> bytes:
    out = io.BytesIO(SENT)
    with zipfile.ZipFile(out, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04" + b"x" * 90,
        b"\xd0\xcf\x11\xe0 locked",
        SENT[:-200],
        odt("Mag dat?"),
        docx("Mag dat?", main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        packed({"[Content_Types].xml": "<Types/>"}),
        with_document("<w:document"),
        with_document(f"<!DOCTYPE x [{LAUGHS}]><x>&l11;</x>"),
        with_document('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
        with_document(f'<w:document xmlns:w="w"><w:body>{DEEP}</w:body></w:document>'),
        packed({"[Content_Types].xml": "x", "bomb": b"0" * (201 * 1024 * 1024)}),
        twice(),
    ],
    ids=[
        "empty",
        "zip",
        "locked",
        "cut",
        "odt",
        "macros",
        "no-main",
        "no-xml",
        "laughs",
        "file",
        "deep",
        "bomb",
        "twice",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotReturned) as refused:
        returned_safely(data, SENT)
    assert str(refused.value).endswith(".")
    assert "passwd" not in str(refused.value)


def test_the_fence_says_the_same_as_the_reader() -> None:
    assert returned_safely(EDITED, SENT) == returned(EDITED, SENT)


def test_time_is_up() -> None:
    with pytest.raises(NotReturned, match="konden we niet lezen"):
        returned_safely(EDITED, SENT, seconds=0.001)


def test_text_without_end_costs_little() -> None:
    """Two long paragraphs with hardly a word in the same place."""
    one, other = ("".join(f"{n * step % 97} " for n in range(60_000)) for step in (7, 11))
    told = returned_safely(bare(block("00000001", run(one))), bare(block("00000001", run(other))))
    assert {change.kind for change in told.changes} <= {Kind.TEXT, Kind.DELETED}
    assert told.changes


def test_more_changes_than_anybody_reads() -> None:
    many = block("00000001", *(ins(f"{n} ") + run("x ") for n in range(6_000)))
    told = returned_safely(bare(many), bare(block("00000001", run("x " * 6_000))))
    assert len(told.changes) == 5_000
    assert [one.what for one in told.unknown] == ["left_out"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    text = bytearray(zipfile.ZipFile(io.BytesIO(EDITED)).read("word/document.xml"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EDITED)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, bytes(text) if name == "word/document.xml" else old.read(name))
    try:
        returned(out.getvalue(), SENT)
    except NotReturned:
        return


def test_hostile_files_as_parts_and_as_the_whole() -> None:
    for path in hostile():
        data = path.read_bytes()
        if len(data) > 2_000_000:
            continue
        for file in (data, _with_part(data)):
            with suppress(NotReturned):
                returned(file, SENT)


def _with_part(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EDITED)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name == "word/comments.xml" else old.read(name))
    return out.getvalue()


@pytest.mark.skipif(safe.office_program() is None, reason=ADVICE)
def test_through_libreoffice_nothing_is_lost(tmp_path: Path) -> None:
    """Another program writes every element anew: our blocks, their traces and their comments are the same."""
    told, before = returned(through_office(EDITED, tmp_path), SENT), returned(EDITED, SENT)
    assert told.blocks == before.blocks
    assert not told.unknown
    assert [(one.block_id, one.kind, one.before, one.after, one.author, one.start) for one in told.changes] == [
        (one.block_id, one.kind, one.before, one.after, one.author, one.start) for one in before.changes
    ]
    assert [(one.author, one.text, one.words, one.block_id, one.start) for one in told.comments] == [
        (one.author, one.text, one.words, one.block_id, one.start) for one in before.comments
    ]
    assert STORY in dict(told.blocks)


@pytest.mark.skipif(safe.office_program() is None, reason=ADVICE)
def test_through_libreoffice_untouched_tells_nothing(tmp_path: Path) -> None:
    told = returned(through_office(SENT, tmp_path), SENT)
    assert (told.changes, told.comments, told.unknown) == ((), (), ())


def through_office(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "stuk.docx").write_bytes(data)
    out = folder / "uit"
    command = [
        str(safe.office_program()),
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--norestore",
    ]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(folder / "stuk.docx")]
    for _ in range(2):  # the first time it may only make its profile
        subprocess.run(command, capture_output=True, timeout=120, check=False, env={"HOME": str(folder)})
        if (out / "stuk.docx").is_file():
            break
    return (out / "stuk.docx").read_bytes()
