"""Signed in one life of the desk, looked at in the next: text, sources, files and digests are the same."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from django.conf import settings

from devtools import serving
from devtools.environment import ROOT
from helpdesk.reports.tests.test_read_report import agree, asked
from helpdesk.reports.tests.test_sign_report import frozen, stands
from helpdesk.reports.tests.writing_scene import Written, whole
from tests import cast
from tests.database import testbed
from tests.sites import free_ports

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DIGEST = re.compile(r"SHA-256 ([0-9a-f]{64})")


@dataclass
class Colleague:
    """Iris with her session, over the wire."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> bytes:
        """A page or a file; with `form`, what comes of posting it."""
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        data = urlencode(form).encode() if form is not None else None
        with build_opener(ProxyHandler({})).open(Request(self.url + path, data, told), timeout=60) as answer:
            self._keep(answer.headers)
            return bytes(answer.read())

    def _keep(self, headers: HTTPMessage) -> None:
        for line in headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of a desk on a port of its own, with its files."""
    port = free_ports(1)[0]
    more = {"HELPDESK_DESK_ORIGIN": f"http://localhost:{port}", "HELPDESK_STATIC_ROOT": str(tmp_path)}
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, cwd=ROOT, env={**testbed().environment("owner"), **more}, check=True)
    return {**testbed().environment("desk"), **more, "PORT": str(port)}


@contextmanager
def desk(environment: Mapping[str, str], *, plug: bool = False) -> Iterator[Colleague]:
    """The desk and its press, started and stopped; with `plug` nobody asks them to stop."""
    iris = cast.desk_client("iris").cookies[settings.SESSION_COOKIE_NAME].value
    parts = serving.desk(environment, int(environment["PORT"])), serving.press(environment)
    with serving.serving(*parts) as children:
        yield Colleague(environment["HELPDESK_DESK_ORIGIN"], {settings.SESSION_COOKIE_NAME: iris})
        if plug:
            for child in children.values():
                os.killpg(child.pid, signal.SIGKILL)


def until_it_is_signed(made: Written, colleague: Colleague) -> None:
    """Its page is there once the press has ended the order."""
    waited = threading.Event()
    for _ in range(600):
        with suppress(HTTPError):
            colleague.ask(f"{made.at}getekend/")
            return
        waited.wait(0.1)
    raise AssertionError("a minute went by and the report is not signed")


def seen(made: Written, colleague: Colleague) -> tuple[list[str], str, str]:
    """The digests that the page reckons of text and sources, files and all of it; and of the files that come out."""
    page = colleague.ask(f"{made.at}getekend/").decode()
    assert "Klopt." in page
    digests = DIGEST.findall(page)
    assert len(digests) == 4
    pdf, docx = (colleague.ask(f"{made.at}getekend/{kind}/") for kind in ("pdf", "docx"))
    assert pdf.startswith(b"%PDF-")
    assert docx.startswith(b"PK")
    return digests, hashlib.sha256(pdf).hexdigest(), hashlib.sha256(docx).hexdigest()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("plug", [False, True], ids=["stopped", "killed"])
def test_what_was_signed_is_the_same_after_a_restart(environment: dict[str, str], plug: bool) -> None:
    made = asked(whole())
    agree(made)
    with desk(environment, plug=plug) as first:
        (token, *_) = TOKEN.findall(first.ask(f"{made.at}teken/").decode())
        first.ask(f"{made.at}teken/", {"csrfmiddlewaretoken": token})
        until_it_is_signed(made, first)
        before, laid_down = seen(made, first), frozen(made)
    with desk(environment) as second:
        assert seen(made, second) == before
    after = frozen(made)
    assert after == laid_down
    assert (before[0][1], before[0][2]) == before[1:], "what comes out is what the page reckoned"
    assert [one.digest for one in after["read"].citations] == [one.digest for one in laid_down["read"].citations] != []
    assert all(stands(made))
