"""A checkout at work: both databases answering, passwords and keyrings made. `run`, `manage` and the like open it."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from devtools import databases, programs
from devtools.databases import Database
from devtools.keyring import make_keyrings
from devtools.postgres import Cluster
from devtools.state import State

KINDS = ("data", "keys")


@dataclass(frozen=True)
class Workplace:
    """What the programs of this checkout need to start."""

    state: State
    databases: Mapping[str, Database]
    clusters: Mapping[str, Cluster]

    def environment(self, program: str) -> dict[str, str]:
        """The environment of `public`, `desk` or `owner`."""
        state = self.state
        return programs.environment(program, self.databases, state.passwords(), state.secrets, state.static)


@contextmanager
def open_workplace() -> Iterator[Workplace]:
    """Start what is not there yet, and stop it at the end. While it is open no other ./dev may open it."""
    state = State.of_checkout()
    state.make()
    with state.claim():
        _stop_on_signals()
        workplace = _at(state)
        try:
            start(workplace.clusters)
            make_keyrings(state.secrets)
            for database in workplace.databases.values():
                database.set_up(state.passwords())
            yield workplace
        finally:
            _ignore_signals()
            stop(workplace.clusters)


@contextmanager
def visit_workplace() -> Iterator[Workplace]:
    """The workplace of a `./dev run` that is going on, or one opened for a moment."""
    state = State.of_checkout()
    state.make()
    if state.is_claimed():
        yield _at(state)
        return
    with open_workplace() as workplace:
        yield workplace


def start(clusters: Mapping[str, Cluster]) -> None:
    """Start several clusters side by side. The servers are our own thread's children: they end when it ends."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(Cluster.create, clusters.values()))
    for cluster in clusters.values():
        cluster.launch()
    for cluster in clusters.values():
        cluster.wait()


def stop(clusters: Mapping[str, Cluster]) -> None:
    """Stop them all."""
    for cluster in clusters.values():
        cluster.stop()


def make_clusters(home: Path, password: str, sockets: Mapping[str, Path], *, throw_away: bool) -> dict[str, Cluster]:
    """The pair: data and keys never share a server, so that no write-ahead log holds both."""
    return {
        kind: Cluster(home / kind, sockets[kind], home / "logs" / f"{kind}.log", password, throw_away)
        for kind in KINDS
    }  # fmt: skip


def _at(state: State) -> Workplace:
    named = databases.elsewhere()
    if named:
        return Workplace(state, named, {})
    sockets = {kind: state.sockets(kind) for kind in KINDS}
    clusters = make_clusters(state.home, state.passwords()["postgres"], sockets, throw_away=False)
    return Workplace(state, databases.embedded(clusters), clusters)


def _stop_on_signals() -> None:
    """Ctrl-C, a polite kill and a closed terminal all end in the same orderly stop."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
