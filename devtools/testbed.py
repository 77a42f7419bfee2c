"""A throw-away pair of migrated databases, removed after use: for the tests, and (durable) for benchmarks.

Migrating costs seconds, so the first run keeps a stopped copy of the pair beside the state of the checkouts; later runs
start from a copy of that copy, until a migration or the reference data changes.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from psycopg import sql

from devtools import databases, programs
from devtools.binaries import major_version
from devtools.databases import Database, set_password
from devtools.environment import ROOT
from devtools.fingerprint import TABLES, fingerprint
from devtools.keyring import make_keyrings
from devtools.postgres import Cluster
from devtools.state import State, folder, new_passwords, temporary_folder, write_secret
from devtools.workplace import KINDS, make_clusters, start, stop


@dataclass(frozen=True)
class Testbed:
    """Both databases with all their addresses. It can be written to a file, for worker processes.

    In `home` lie the keyrings, and when the servers are ours their folders `data`, `keys` and `logs`.
    """

    home: Path
    databases: Mapping[str, Database]
    passwords: Mapping[str, str]

    def url(self, kind: str, role: str) -> str:
        """The address of `data` or `keys` for a role; the tests' own role begins as the desk."""
        url = self.databases[kind].url(role, self.passwords[role])
        return url + ("&" if "?" in url else "?") + "options=-crole%3Dkrh_desk" if role == "krh_test" else url

    def environment(self, program: str) -> dict[str, str]:
        """The environment of a program over these databases, with static files straight from the house."""
        made = programs.environment(program, self.databases, self.passwords, self.home, self.home)
        del made["HELPDESK_STATIC_ROOT"]
        return made

    def cloned(self, suffix: str) -> Testbed:
        """Copies of both databases on the same servers, for one worker."""
        clones = {}
        for kind, database in self.databases.items():
            clones[kind] = database.named(f"{database.name}_{suffix}")
            names = sql.Identifier(clones[kind].name), sql.Identifier(database.name)
            with database.named("postgres").connect() as server:
                server.execute(sql.SQL("CREATE DATABASE {} OWNER krh_owner TEMPLATE {}").format(*names))
            _allow(clones[kind])
        return Testbed(self.home, clones, self.passwords)

    def save(self, place: Path) -> None:
        """Write it down for other processes of this account."""
        urls = {kind: database.admin_url for kind, database in self.databases.items()}
        write_secret(place / "testbed.json", {"home": str(self.home), "urls": urls, "passwords": dict(self.passwords)})

    @classmethod
    def load(cls, file: Path) -> Testbed:
        """Read what `save` wrote."""
        data = json.loads(file.read_text())
        urls = {kind: Database(kind, url) for kind, url in data["urls"].items()}
        return cls(Path(data["home"]), urls, data["passwords"])


@contextmanager
def open_testbed(*, durable: bool = False) -> Iterator[Testbed]:
    """A pair of migrated databases until the end of the block. Durable ones write to disk as in production."""
    with throw_away_folder(in_memory=not durable) as home:
        if elsewhere := databases.elsewhere():
            make_keyrings(home)
            with _on_servers(home, elsewhere) as testbed:
                yield testbed
            return
        image = _image()
        passwords = json.loads((image / "passwords.json").read_text())
        parts = (image / name for name in (*KINDS, "desk.json", "public.json", "mail.json"))
        subprocess.run(["cp", "-Rp", *parts, home], check=True)
        clusters = _pair(home, passwords, throw_away=not durable)
        try:
            start(clusters)
            yield Testbed(home, databases.embedded(clusters), passwords)
        finally:
            stop(clusters)


@contextmanager
def throw_away_folder(*, in_memory: bool) -> Iterator[Path]:
    """Memory is many times quicker than a disk. PostgreSQL's account may pass through."""
    memory = Path("/dev/shm")  # noqa: S108
    roomy = in_memory and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2 * 1024**3
    place = memory if roomy else temporary_folder()
    _sweep(place)
    home = Path(tempfile.mkdtemp(prefix="krh-test-", dir=place))
    home.chmod(0o711)
    with _claim(home / "alive"):
        try:
            yield home
        finally:
            shutil.rmtree(home, ignore_errors=True)


def _image() -> Path:
    """The stopped, migrated pair that runs start from. One process makes it; the others wait."""
    images = folder() / "testbeds"
    images.mkdir(parents=True, exist_ok=True)
    images.chmod(0o700)
    image = images / fingerprint(TABLES, str(ROOT), str(major_version()), Path(__file__).read_text())[:16]
    with (images / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not image.exists():
            _make_image(image)
        os.utime(image)
        for old in sorted(filter(Path.is_dir, images.iterdir()), key=lambda path: path.stat().st_mtime)[:-4]:
            shutil.rmtree(old)
    return image


def _make_image(image: Path) -> None:
    passwords = new_passwords()
    with throw_away_folder(in_memory=True) as home:
        clusters = _pair(home, passwords, throw_away=True)
        try:
            make_keyrings(home)
            start(clusters)
            _fill(Testbed(home, databases.embedded(clusters), passwords))
        finally:
            stop(clusters)
        write_secret(home / "passwords.json", passwords)
        draft = image.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        subprocess.run(["cp", "-Rp", home, draft], check=True)
        draft.rename(image)


@contextmanager
def _on_servers(home: Path, named: Mapping[str, Database]) -> Iterator[Testbed]:
    """New databases of a random name on servers that someone else runs. The roles get the passwords of `./dev run`."""
    run = secrets.token_hex(4)
    state = State.of_checkout()
    state.make()
    ours = {kind: database.named(f"krh_test_{run}_{kind}") for kind, database in named.items()}
    try:
        yield _fill(Testbed(home, ours, state.passwords()))
    finally:
        for database in named.values():
            with database.named("postgres").connect() as server:
                found = "SELECT datname FROM pg_database WHERE datname LIKE %s"
                for (name,) in server.execute(found, [f"krh_test_{run}_%"]).fetchall():
                    server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _fill(testbed: Testbed) -> Testbed:
    for database in testbed.databases.values():
        database.set_up(testbed.passwords)
        with database.connect() as server:
            if not server.execute("SELECT 1 FROM pg_roles WHERE rolname = 'krh_test'").fetchone():
                server.execute("CREATE ROLE krh_test LOGIN NOINHERIT")
            server.execute("GRANT krh_desk, krh_public, krh_mail TO krh_test")
            set_password(server, "krh_test", testbed.passwords["krh_test"])
        _allow(database)
    command = [sys.executable, "-m", "devtools.prepare"]
    done = subprocess.run(command, cwd=ROOT, env=testbed.environment("owner"), check=False)
    if done.returncode:
        raise SystemExit("The databases of the tests could not be made; the lines above say why.")
    return testbed


def _allow(database: Database) -> None:
    """Rights on a database itself are not copied with it."""
    database.grant()
    with database.connect() as server:
        server.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO krh_test").format(sql.Identifier(database.name)))


def _sweep(place: Path) -> None:
    """A run that was killed could not tidy up; nobody claims its folder any more."""
    for mark in place.glob("krh-test-*/alive"):
        with contextlib.suppress(OSError), _claim(mark):
            shutil.rmtree(mark.parent, ignore_errors=True)


def _claim(mark: Path) -> IO[str]:
    """Hold `mark` until it is closed, or this process ends. Raises BlockingIOError when someone else does."""
    handle = mark.open("a")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        handle.close()
        raise
    return handle


def _pair(home: Path, passwords: Mapping[str, str], *, throw_away: bool) -> dict[str, Cluster]:
    (home / "logs").mkdir(mode=0o700, exist_ok=True)
    sockets = {kind: home / f"s-{kind}" for kind in KINDS}
    return make_clusters(home, passwords["postgres"], sockets, throw_away=throw_away)
