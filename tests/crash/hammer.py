"""Askers without script who press Verstuur as fast as they can, and a house whose plug is pulled."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from devtools import serving
from devtools.environment import ROOT
from devtools.postgres import Cluster, _processes_in
from devtools.testbed import Testbed
from devtools.workplace import KINDS, make_clusters, start

TICKET = re.compile(r'name="ticket" value="([^"]+)"')
WORD = re.compile(r'krh-receipt__word"><bdi>([a-z]+)</bdi>')
_open = build_opener(ProxyHandler({})).open


def get(url: str) -> str:
    """A page as text."""
    with _open(url, timeout=20) as answer:
        return str(answer.read().decode())


def post(url: str, form: dict[str, str]) -> str:
    """What comes back on a form; the page of an error too."""
    try:
        with _open(url, data=urlencode(form).encode(), timeout=20) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return str(error.read().decode())


@dataclass
class Askers:
    """Some clients that ask one question after the other and keep every code that they were shown."""

    url: str
    shown: list[str] = field(default_factory=list)
    stop: Event = field(default_factory=Event)

    def start(self, count: int) -> list[Thread]:
        self.stop.clear()
        threads = [Thread(target=self._ask_on) for _ in range(count)]
        for thread in threads:
            thread.start()
        return threads

    def _ask_on(self) -> None:
        while not self.stop.is_set():
            with contextlib.suppress(URLError, HTTPException, OSError):
                self.ask("Mag dat zomaar?")

    def ask(self, story: str, ticket: str = "") -> str:
        """Ask once; the words that were shown, or nothing."""
        ticket = ticket or TICKET.findall(get(self.url))[0]
        words = WORD.findall(post(self.url, {"ticket": ticket, "asker": "kind", "story": story, "pow": ""}))
        if len(words) == 6:
            self.shown.append(" ".join(words))
        return " ".join(words)


@dataclass
class House:
    """The public program over two durable clusters, in processes that can be killed."""

    bed: Testbed
    port: int
    clusters: dict[str, Cluster] = field(default_factory=dict)
    program: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        sockets = {kind: self.bed.home / f"s-{kind}" for kind in KINDS}
        self.clusters = make_clusters(self.bed.home, self.bed.passwords["postgres"], sockets, throw_away=False)

    @property
    def environment(self) -> dict[str, str]:
        origin = {"HELPDESK_PUBLIC_ORIGIN": f"http://127.0.0.1:{self.port}"}
        return {**self.bed.environment("public"), **origin, "DJANGO_SETTINGS_MODULE": "tests.crash.at_once"}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/vraag/"

    def serve(self) -> None:
        """Start the program and wait until it answers."""
        part = serving.public_site(self.environment, self.port)
        self.program = subprocess.Popen(part.command, cwd=ROOT, env=part.environment, start_new_session=True)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(URLError, HTTPException, OSError):
                get(self.url)
                return
            time.sleep(0.05)
        raise AssertionError("the public program does not answer")

    def kill_program(self) -> None:
        """kill -9 on the web server and its worker."""
        if self.program:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()
            self.program = None

    def kill_databases(self, *kinds: str) -> None:
        """kill -9 on every process of these clusters at once, the postmaster among them."""
        for pid in [pid for kind in kinds or KINDS for pid in _processes_in(Path(self.clusters[kind].data))]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def raise_databases(self, *kinds: str) -> None:
        """Start them again; PostgreSQL recovers from its write-ahead log."""
        for kind in kinds or KINDS:
            if (dead := self.clusters[kind].server) is not None:
                dead.wait()
        start({kind: self.clusters[kind] for kind in kinds or KINDS})

    def end(self) -> None:
        self.kill_program()
        for cluster in self.clusters.values():
            cluster.stop()
