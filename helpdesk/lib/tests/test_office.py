"""What an office writes becomes pictures of pages too. LibreOffice gets no network and no file of ours."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image

from devtools.office import ADVICE
from helpdesk.lib import confined
from helpdesk.lib.files import safe
from helpdesk.lib.files.kinds import PUBLIC, STAFF, FileKind, Refused, Waits
from helpdesk.lib.files.packed import MOST_UNPACKED, check_packed
from helpdesk.lib.files.safe import safe_copy
from helpdesk.lib.tests.office_samples import docx, odt, packed, rtf
from helpdesk.lib.tests.test_files import ACTIVE, TELLING

with_office = pytest.mark.skipif(safe.office_program() is None, reason=ADVICE)
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lach"}">' for n in range(12))


def a_pdf() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, "PDF")
    return out.getvalue()


@with_office
@pytest.mark.parametrize(
    ("name", "data"),
    [("brief.docx", docx("Mag dat?")), ("brief.odt", odt("Mag dat?")), ("brief.RTF", rtf("Mag dat?"))],
    ids=["docx", "odt", "rtf"],
)
def test_a_letter_is_drawn(name: str, data: bytes) -> None:
    copy = safe_copy(name, data, taken=STAFF)
    assert copy.type == "application/pdf"
    assert "Mag dat?" in copy.text
    assert not [word for word in (*TELLING, *ACTIVE) if word in copy.data]


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine, and what was asked of it."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - named by the class above

        def log_message(self, *_: object) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@with_office
@pytest.mark.parametrize(("kind", "make"), [(FileKind.DOCX, docx), (FileKind.ODT, odt)], ids=["docx", "odt"])
def test_no_request_leaves(tmp_path: Path, kind: FileKind, make: Callable[..., bytes]) -> None:
    with listening() as (address, asked):
        document = tmp_path / f"stuk.{kind.name.lower()}"
        document.write_bytes(make("Mag dat?", away=address))
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", tmp_path, document], check=True, capture_output=True, timeout=120)
        assert asked, "the control: without the fence LibreOffice asks for the picture"
        asked.clear()
        assert "Mag dat?" in safe_copy(document.name, document.read_bytes(), taken=STAFF).text
        assert asked == []


@with_office
def test_no_file_of_the_machine_comes_along(tmp_path: Path) -> None:
    other = tmp_path / "ander.odt"
    other.write_bytes(odt("Zeepaardje"))
    copy = safe_copy("brief.odt", odt("Mag dat?", section=f"file://{other}"), taken=STAFF)
    assert "Mag dat?" in copy.text
    assert "Zeepaardje" not in copy.text


@with_office
def test_macros_do_not_come_along() -> None:
    copy = safe_copy("brief.docx", docx("Mag dat?", more={"word/vbaProject.bin": b"Attribut Zeepaardje"}), taken=STAFF)
    assert "Mag dat?" in copy.text
    assert b"Zeepaardje" not in copy.data


def bomb() -> bytes:
    return docx("x", more={"word/media/leeg.bin": bytes(MOST_UNPACKED + 1)})


def lying_bomb() -> bytes:
    """Says of its largest part that it is small."""
    data, size = bomb(), MOST_UNPACKED + 1
    return data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bom.docx", bomb(), "broken"),
        ("bom.docx", lying_bomb(), "broken"),
        ("bom.docx", packed({f"word/{n}.xml": "" for n in range(3_000)}), "broken"),
        ("leeg.docx", packed({"a.txt": "a"}), "broken"),
        ("half.docx", docx("Mag dat?")[:400], "broken"),
        ("macro.docx", docx("Mag dat?", main=DOCM), "name"),
        ("brief.docx", odt("Mag dat?"), "broken"),
        ("brief.odt", odt("Mag dat?", locked=True), "locked"),
    ],
    ids=["large", "lying", "parts", "other", "half", "macro", "odt", "locked"],
)
def test_what_is_refused_before_any_program_opens_it(name: str, data: bytes, reason: str) -> None:
    kind = FileKind.ODT if name.endswith("odt") else FileKind.DOCX
    with pytest.raises(Refused) as refused:
        check_packed(data, kind)
    assert refused.value.reason == reason


def test_a_zip_with_a_password_is_locked() -> None:
    data = bytearray(docx("Mag dat?"))
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        head = whole.start_dir
    data[head + 8] |= 1
    with pytest.raises(Refused, match="locked"):
        check_packed(bytes(data), FileKind.DOCX)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("brief.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        ("brief.docx", b"%PDF-1.4", "name"),
        ("brief.docm", docx("Mag dat?"), "kind"),
        ("brief.doc", b"\xd0\xcf\x11\xe0", "kind"),
        ("brief.rtf", docx("Mag dat?"), "name"),
        ("brief.txt", b"MZ\0\0", "name"),
        ("brief.eml", b"\0\1", "name"),
        ("groot.txt", b"a" * (STAFF.largest + 1), "size"),
    ],
)
def test_what_a_colleague_cannot_add_either(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        safe_copy(name, data, taken=STAFF)
    assert refused.value.reason == reason


@with_office
def test_a_bomb_of_entities_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    laughing = f'<?xml version="1.0"?><!DOCTYPE d [{LAUGHS}]><d>&l11;</d>'
    with pytest.raises(Refused) as refused:
        safe_copy("lach.docx", docx("x", more={"word/document.xml": laughing}), taken=STAFF)
    assert refused.value.reason == "broken"


@pytest.mark.parametrize("name", ["brief.docx", "brief.odt", "brief.rtf", "brief.eml", "brief.txt"])
def test_the_public_sends_none_of_these(name: str) -> None:
    with pytest.raises(Refused, match="kind"):
        safe_copy(name, b"a", taken=PUBLIC)


def test_without_libreoffice_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "office_program", lambda: None)
    with pytest.raises(Waits, match="office"):
        safe_copy("brief.docx", docx("Mag dat?"), taken=STAFF)


def test_what_libreoffice_drew_is_drawn_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    telling = a_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript >>")
    monkeypatch.setattr(safe, "office_drawn", lambda data, kind: telling)
    copy = safe_copy("brief.docx", docx("Mag dat?"), taken=STAFF)
    assert copy.data.startswith(b"%PDF-")
    assert not [word for word in ACTIVE if word in copy.data]


PROBES = """
import json, os, socket, subprocess, sys
from pathlib import Path
from helpdesk.lib.files.office import enclose
folder, port, program = {folder!r}, {port}, Path(os.path.realpath(sys.executable))
if {inside}:
    assert enclose(program)
def at_line(kind):
    line = socket.socket(socket.AF_UNIX, kind)
    line.connect(folder + "/line") if kind == socket.SOCK_STREAM else line.sendto(b"x", folder + "/box")
PROBES = dict(
    read_a_key=lambda: open(folder + "/keyring").read(),
    read_the_users=lambda: open("/etc/passwd").read(),
    read_the_environment=lambda: open("/proc/self/environ").read(),
    list_the_root=lambda: os.listdir("/"),
    make_a_file=lambda: open(folder + "/new", "x").close(),
    remove_a_file=lambda: os.remove(folder + "/a"),
    call_a_port=lambda: socket.create_connection(("127.0.0.1", port), 2).close(),
    send_a_packet=lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port)),
    call_this_machine=lambda: at_line(socket.SOCK_STREAM),
    write_to_this_machine=lambda: at_line(socket.SOCK_DGRAM),
    start_a_shell=lambda: subprocess.run(["/bin/sh", "-c", "true"], check=True),
)
done = []
for name, probe in PROBES.items():
    try:
        probe()
    except Exception:
        continue
    done.append(name)
open("/tmp/krh-proef", "w").close()
os.remove("/tmp/krh-proef")
sys.__stdout__.write(json.dumps([len(PROBES), done]))
"""


@with_office
def test_whoever_takes_over_libreoffice_gets_nowhere(tmp_path: Path) -> None:
    def tried(name: str, port: int) -> tuple[int, list[str]]:
        folder = tmp_path / name
        folder.mkdir()
        for one in ("keyring", "a"):
            (folder / one).write_text("geheim")
        line, box = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        with line, box:
            line.bind(str(folder / "line"))
            box.bind(str(folder / "box"))
            line.listen()
            code = PROBES.format(folder=str(folder), port=port, inside=name == "inside")
            run = [sys.executable, "-c", code]
            done = subprocess.run(run, capture_output=True, text=True, cwd=confined._HOME, check=True)
        count, succeeded = json.loads(done.stdout)
        return count, succeeded

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        count, succeeded = tried("outside", port)
        assert len(succeeded) == count, "the control: outside everything works"
        assert tried("inside", port) == (count, [])
    assert not os.path.exists("/tmp/krh-proef")


@pytest.mark.parametrize(
    "data", ["Café Zwaan ’t".encode(), "Café Zwaan ’t".encode("cp1252"), "\ufeffCafé Zwaan ’t".encode("utf-16")]
)
def test_a_text_is_read_in_its_own_charset(data: bytes) -> None:
    copy = safe_copy("brief.txt", data, taken=STAFF)
    assert copy.text == "Café Zwaan ’t"
    assert copy.data == copy.text.encode()
    assert copy.type == safe.PLAIN
