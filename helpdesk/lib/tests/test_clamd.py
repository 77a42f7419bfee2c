"""What is understood of a ClamAV daemon, from one that we play; and of a real one where it is installed."""

from __future__ import annotations

import shutil
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from helpdesk.lib import clock
from helpdesk.lib.files.clamd import OLDEST, Verdict, scan

MARK = b"Zeepaardje-dit-is-een-proef"


class Daemon(socketserver.ThreadingTCPServer):
    """Answers as clamd does; keeps what it was given."""

    daemon_threads = True
    version: str = ""
    answer: bytes | None = None
    given: ClassVar[list[bytes]] = []


class Talk(socketserver.StreamRequestHandler):
    """One connection: VERSION or INSTREAM."""

    server: Daemon

    def handle(self) -> None:
        command = self.rfile.read(len(b"zVERSION\0"))
        if command == b"zVERSION\0":
            self.wfile.write(self.server.version.encode() + b"\0")
            return
        self.rfile.read(len(b"zINSTREAM\0") - len(command))
        data = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            data += self.rfile.read(size)
        self.server.given.append(data)
        found = b"stream: Proef FOUND\0" if MARK in data else b"stream: OK\0"
        self.wfile.write(found if self.server.answer is None else self.server.answer)


@contextmanager
def daemon(*, days: float = 0.5, version: str | None = None, answer: bytes | None = None) -> Iterator[str]:
    """The address of a daemon with signatures of `days` ago."""
    made = clock.now() - timedelta(days=days)
    with Daemon(("127.0.0.1", 0), Talk) as server:
        server.given.clear()
        server.version = f"ClamAV 1.0.7/27450/{made:%a %b %d %H:%M:%S %Y}" if version is None else version
        server.answer = answer
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def test_it_gets_every_byte_and_its_word_counts() -> None:
    large = bytes(range(256)) * 1_000
    with daemon() as address:
        assert scan(address, large) is Verdict.CLEAN
        assert Daemon.given == [large]
        assert scan(address, large + MARK) is Verdict.FOUND


@pytest.mark.parametrize("version", ["ClamAV 1.0.7", "ClamAV 1.0.7/27450/gisteren", ""])
def test_without_a_day_its_signatures_are_old(version: str) -> None:
    with daemon(version=version) as address:
        assert scan(address, b"x") is Verdict.OLD
        assert scan(address, MARK) is Verdict.FOUND, "what it does know, it still finds"


def test_after_a_day_its_signatures_are_old() -> None:
    with daemon(days=OLDEST / timedelta(days=1) + 0.1) as address:
        assert scan(address, b"x") is Verdict.OLD


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"x" * 10_000])
def test_what_it_does_not_say_is_not_clean(answer: bytes) -> None:
    with daemon(answer=answer) as address:
        assert scan(address, b"x") is Verdict.AWAY


def test_none_and_away_are_told_apart() -> None:
    with daemon() as address:
        pass
    assert scan(address, b"x", timeout=1) is Verdict.AWAY
    assert scan("/geen/socket", b"x", timeout=1) is Verdict.AWAY
    assert scan("", b"x") is Verdict.OFF


@pytest.mark.skipif(shutil.which("clamd") is None, reason="no ClamAV on this machine")
def test_a_real_one_finds_what_its_signatures_say(tmp_path: Path) -> None:
    (tmp_path / "proef.ndb").write_text(f"Proef:0:*:{MARK.hex()}\n")
    line = tmp_path / "line"
    settings = tmp_path / "clamd.conf"
    settings.write_text(f"LocalSocket {line}\nDatabaseDirectory {tmp_path}\nForeground yes\n")
    with subprocess.Popen(["clamd", "-c", str(settings)], stdout=subprocess.DEVNULL) as process:
        try:
            for _ in range(300):
                if scan(str(line), MARK) is not Verdict.AWAY:
                    break
                time.sleep(0.2)
            assert scan(str(line), MARK) is Verdict.FOUND
            assert scan(str(line), b"x") is Verdict.OLD, "signatures of our own have no day"
        finally:
            process.terminate()
