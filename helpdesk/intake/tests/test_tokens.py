"""A mailbox that takes no password: a token is asked once, used until shortly before its end, and never goes astray."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from helpdesk.intake import tokens
from helpdesk.intake.fetching import Away, session
from helpdesk.intake.mailboxes import Mailbox, WrongMailboxes, mailboxes
from helpdesk.intake.tokens import NoToken, access_token


@dataclass
class Servers:
    """One that gives tokens and one that takes them."""

    box: Mailbox
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    answers: list[tuple[int, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def serve(server: Any) -> Iterator[Any]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    tokens._kept.clear()
    refresh, secret = tmp_path / "refresh", tmp_path / "secret"
    for path, words in ((refresh, "oud\n"), (secret, "geheim\n")):
        path.touch(0o600)
        path.write_text(words)
    files: dict[str, Any] = {"client_secret_file": str(secret), "refresh_token_file": str(refresh)}
    box = Mailbox("m365", "127.0.0.1", "help@example.org", auth="xoauth2", tls=False, client_id="wij", **files)
    state = Servers(box)

    class Gives(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            code, told = state.answers.pop(0)
            self.send_response(code)
            if code == 302:
                self.send_header("Location", told)
            self.end_headers()
            self.wfile.write(told if isinstance(told, bytes) else json.dumps(told).encode())

        def log_message(self, *_: object) -> None:
            """Quietly."""

    class Takes(StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hi\r\n")
            while line := self.rfile.readline().decode():
                tag, command, *_ = [*line.split(), "", ""]
                if command == "CAPABILITY":
                    self.wfile.write(b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n")
                if command == "AUTHENTICATE":
                    self.wfile.write(b"+ \r\n")
                    state.said.append(base64.b64decode(self.rfile.readline()).decode())
                    if "goed" not in state.said[-1]:
                        self.wfile.write(b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n")
                        self.rfile.readline()
                        self.wfile.write(f"{tag} NO AUTHENTICATE failed.\r\n".encode())
                        continue
                if command == "SELECT":
                    self.wfile.write(b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [PERMANENTFLAGS (\\*)] .\r\n")
                self.wfile.write(f"{tag} OK done\r\n".encode())

    for gives in serve(ThreadingHTTPServer(("127.0.0.1", 0), Gives)):
        for takes in serve(ThreadingTCPServer(("127.0.0.1", 0), Takes)):
            address = f"http://127.0.0.1:{gives.server_port}/token"
            state.box = replace(box, token_endpoint=address, port=takes.server_address[1])
            yield state


def test_it_signs_in_with_a_token_and_keeps_it(servers: Servers) -> None:
    servers.answers = [(200, {"access_token": "goed", "expires_in": 3600})]
    for _ in range(2):
        with session(servers.box):
            pass
    assert servers.said == ["user=help@example.org\x01auth=Bearer goed\x01\x01"] * 2
    (asked,) = servers.asked
    wanted = {"grant_type": "refresh_token", "refresh_token": "oud", "client_id": "wij", "client_secret": "geheim"}
    assert asked == {name: [value] for name, value in wanted.items()}


def test_one_that_ends_soon_is_asked_anew_with_the_new_refresh_token(servers: Servers) -> None:
    servers.answers = [
        (200, {"access_token": "goed", "expires_in": tokens.EARLY, "refresh_token": "nieuw"}),
        (200, {"access_token": "goed 2", "expires_in": 3600}),
    ]
    assert [access_token(servers.box) for _ in range(3)] == ["goed", "goed 2", "goed 2"]
    assert servers.asked[1]["refresh_token"] == ["nieuw"]
    path = Path(servers.box.refresh_token_file)
    assert path.read_text() == "nieuw"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in path.parent.iterdir()) == ["refresh", "secret"]


def test_a_token_that_the_server_does_not_take_is_forgotten(servers: Servers) -> None:
    servers.answers = [(200, {"access_token": "slecht", "expires_in": 3600}), (200, {"access_token": "goed"})]
    with pytest.raises(Away, match="login"), session(servers.box):
        pass
    with session(servers.box):
        pass
    assert len(servers.asked) == 2


@pytest.mark.parametrize(
    ("code", "told", "word"),
    [
        (400, {"error": "invalid_grant"}, "token"),
        (401, {}, "token"),
        (200, {}, "token"),
        (302, "http://127.0.0.1:1/", "token"),
        (429, {}, "away"),
        (503, {}, "away"),
        (200, [], "away"),
        (200, b"<html>", "away"),
    ],
)
def test_what_the_desk_hears_when_there_is_none(servers: Servers, code: int, told: Any, word: str) -> None:
    servers.answers = [(code, told)]
    with pytest.raises(Away, match=word), session(servers.box):
        pass


def test_nobody_answers(servers: Servers) -> None:
    with pytest.raises(NoToken, match="away"):
        access_token(replace(servers.box, token_endpoint="http://127.0.0.1:1/"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"token_endpoint": "http://example.org/token"}, "must begin with https"),
        ({"client_id": ""}, "needs client_id"),
        ({"auth": "kerberos"}, "password or xoauth2"),
        ({"auth": "password"}, "has no password"),
        ({"refresh_token_file": "/nergens"}, "must be there"),
    ],
)
def test_settings_that_cannot_work_are_told_at_the_start(
    servers: Servers, tmp_path: Path, change: dict[str, str], sentence: str
) -> None:
    names = ("name", "host", "user", "auth", "tls", "client_id", "client_secret_file", "refresh_token_file")
    told = {name: getattr(servers.box, name) for name in (*names, "token_endpoint")}
    path = tmp_path / "boxes.json"
    path.write_text(json.dumps([told]))
    assert mailboxes(str(path))[0].auth == "xoauth2", "the control"
    path.write_text(json.dumps([{**told, **change}]))
    with pytest.raises(WrongMailboxes, match=sentence):
        mailboxes(str(path))


def test_a_secret_that_others_can_read_is_told(servers: Servers, tmp_path: Path) -> None:
    Path(servers.box.refresh_token_file).chmod(0o640)
    path = tmp_path / "boxes.json"
    told = {name: getattr(servers.box, name) for name in ("name", "host", "user", "auth", "tls", "client_id")}
    more = {"refresh_token_file": servers.box.refresh_token_file, "token_endpoint": servers.box.token_endpoint}
    path.write_text(json.dumps([{**told, **more}]))
    with pytest.raises(WrongMailboxes, match="0600"):
        mailboxes(str(path))
