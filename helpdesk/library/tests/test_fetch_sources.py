"""Fetching, against a server on this machine that behaves as the official ones do: pages, ranges, "come back later"."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command

from helpdesk.library.fetching import Fetcher, NotFetched

FILES = {f"/bwb/BWBR0000001/2020-01-0{n}_0.xml": b"<toestand>" + b"x" * 200_000 + b"</toestand>" for n in range(1, 4)}
SRU = (
    '<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><numberOfRecords>{total}</numberOfRecords><records>'
    "{records}</records></searchRetrieveResponse>"
)


class Official(BaseHTTPRequestHandler):
    """One server for all three. `moods` are answered once each, before anything else."""

    protocol_version = "HTTP/1.1"
    moods: ClassVar[list[tuple[int, dict[str, str]]]] = []
    cut_after: ClassVar[int] = 0
    ranges: ClassVar[bool] = True
    seen: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self) -> None:
        type(self).seen.append((self.path, dict(self.headers)))
        if type(self).moods:
            status, headers = type(self).moods.pop(0)
            self._send(status, b"", headers)
            return
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path in FILES:
            self._file(FILES[parts.path])
        else:
            body = self._answer(parts.path, asked)
            self._send(200 if body else 404, body or b"", {})

    def _answer(self, path: str, asked: dict[str, str]) -> bytes | None:
        here = f"http://{self.headers['Host']}"
        match path:
            case "/sru":
                start = int(asked["startRecord"])
                names = list(FILES)[start - 1 : start + 1]  # two a page, whatever was asked
                records = "".join(f"<record><locatie_toestand>{here}{one}</locatie_toestand></record>" for one in names)
                return SRU.format(total=len(FILES), records=records).encode()
            case "/uitspraken/zoeken":
                entries = "<entry><id>ECLI:NL:HR:2020:2</id></entry>" if asked["from"] == "0" else ""
                return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()
            case "/uitspraken/content":
                return f"<open-rechtspraak>{asked['id']}</open-rechtspraak>".encode()
            case "/app/query/results":
                found = [{"columns": {"itemid": "001-2"}}] if asked["start"] == "0" else []
                return json.dumps({"resultcount": 1, "results": found}).encode()
            case "/app/conversion/docx/html/body":
                return "<html><body><p>CASE OF <b>X</b> v. Y</p><p> </p><p>1. First – é.</p></body></html>".encode()
        return None

    def _file(self, data: bytes) -> None:
        start = int(self.headers.get("Range", "bytes=0-")[6:-1]) if type(self).ranges else 0
        headers = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"} if start else {}
        if start >= len(data):
            self._send(416, b"", {"Content-Range": f"bytes */{len(data)}"})
            return
        self._send(206 if start else 200, data[start:], headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        cut = type(self).cut_after
        if cut and len(body) > cut:
            type(self).cut_after = 0
            body = body[:cut]
            self.close_connection = True
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server(settings: Any) -> Iterator[str]:
    Official.moods, Official.cut_after, Official.ranges, Official.seen = [], 0, True, []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Official)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    base = f"http://127.0.0.1:{running.server_address[1]}"
    settings.SOURCES = {"bwb": f"{base}/sru", "rechtspraak": f"{base}/uitspraken", "hudoc": f"{base}/app"}
    yield base
    running.shutdown()
    running.server_close()
    thread.join()


def fetch(folder: Path, *words: str) -> None:
    call_command("fetch_sources", str(folder), *words, "--pause", "0", stdout=io.StringIO())


def fetcher(folder: Path, waits: list[float], pause: float = 1.0) -> Fetcher:
    return Fetcher(folder, "test/1", pause, sleep=waits.append)


def test_every_state_of_a_law_over_all_pages_and_only_once(server: str, tmp_path: Path) -> None:
    fetch(tmp_path, "--law", "BWBR0000001")
    found = sorted((tmp_path / "bwb" / "BWBR0000001").iterdir())
    assert [one.read_bytes() for one in found] == list(FILES.values())
    before = len(Official.seen)
    fetch(tmp_path, "--law", "BWBR0000001")
    assert all(path.startswith("/sru") for path, _ in Official.seen[before:])
    assert {headers["User-Agent"] for _, headers in Official.seen} == {
        "Kinderrechtenhelpdesk-bibliotheek/1.0 (071-5160980)"
    }


def test_judgments_and_european_texts(server: str, tmp_path: Path) -> None:
    fetch(tmp_path, "--ecli", "ECLI:NL:HR:2020:1", "--since", "2020-01-01", "--item", "001-1", "--query", "x")
    names = sorted(one.name for one in tmp_path.rglob("*.*") if one.is_file())
    assert names == [
        "ECLI.NL.HR.2020.1.xml", "ECLI.NL.HR.2020.2.xml", "standard_001-1_ENG.txt", "standard_001-2_ENG.txt",
    ]  # fmt: skip
    assert (tmp_path / "hudoc" / "standard_001-1_ENG.txt").read_text() == "CASE OF X v. Y\n\n1. First – é.\n"


@pytest.mark.parametrize("ranges", [True, False])
def test_a_broken_connection_goes_on_where_it_stopped(server: str, tmp_path: Path, ranges: bool) -> None:
    Official.cut_after, Official.ranges = 50_000, ranges
    name, data = next(iter(FILES.items()))
    path, new = fetcher(tmp_path, []).file(server + name, "law.xml")
    assert (path.read_bytes() == data, new) == (True, True)
    assert Official.seen[-1][1]["Range"] == "bytes=50000-"
    assert not (tmp_path / "law.xml.part").exists()


def test_a_part_that_was_whole_already(server: str, tmp_path: Path) -> None:
    name, data = next(iter(FILES.items()))
    (tmp_path / "law.xml.part").write_bytes(data)
    assert fetcher(tmp_path, []).file(server + name, "law.xml")[0].read_bytes() == data


def test_come_back_later_is_heard(server: str, tmp_path: Path) -> None:
    waits: list[float] = []
    Official.moods = [(503, {"Retry-After": "7"}), (429, {"Retry-After": "Sat, 01 Jan 2000 00:00:00 GMT"}), (500, {})]
    fetcher(tmp_path, waits).text(f"{server}/uitspraken/content?id=x")
    assert waits == [7.0, 1.0, 0.0, 1.0, 4.0, 1.0]  # each wait that was asked, and our own pause before the next try
    Official.moods = [(503, {"Retry-After": "86400"})]
    with pytest.raises(NotFetched, match="later"):
        fetcher(tmp_path, waits).text(f"{server}/uitspraken/content?id=x")


def test_no_is_no(server: str, tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="404"):
        fetcher(tmp_path, []).text(f"{server}/nothing")
    Official.moods = [(302, {"Location": "http://localhost:1/elsewhere"})]
    with pytest.raises(NotFetched, match="302"):
        fetcher(tmp_path, []).text(f"{server}/nothing")
    with pytest.raises(NotFetched, match="http"):
        fetcher(tmp_path, []).text("file:///etc/passwd")
    for words in (("--law", "../../x"), ("--ecli", "x"), ("--item", "../x")):
        with pytest.raises(CommandError):
            fetch(tmp_path, *words)
