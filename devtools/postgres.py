"""One embedded PostgreSQL cluster: made, started, stopped, and brought up again after a kill -9.

It listens on a unix socket only, in a folder closed to others, and asks every role for its password. Logs are terse and
hold no statement and no parameter: a story could be in them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from devtools.binaries import Account, binaries, major_version

QUIET = {
    "log_statement": "none",
    "log_min_messages": "fatal",  # the text of an error can quote what was typed; the program gets it, the log does not
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
THROW_AWAY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
PATIENCE = 60  # seconds


@dataclass
class Cluster:
    """A data folder with a server over it. `throw_away` trades durability for speed and is for tests alone."""

    data: Path
    sockets: Path
    log: Path
    password: str = field(repr=False)
    throw_away: bool = False
    account: Account = field(default_factory=Account.choose)
    server: subprocess.Popen[bytes] | None = None

    def url(self, role: str, database: str) -> str:
        """The address of a database here, for the superuser."""
        return f"postgresql://{role}:{quote(self.password, safe='')}@/{database}?host={quote(str(self.sockets))}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A superuser's connection."""
        return psycopg.connect(self.url("postgres", database), autocommit=True, connect_timeout=5)

    def create(self) -> None:
        """Make the data folder, once. It gets its name only when it is whole."""
        if self.data.exists():
            self._refuse_other_version()
            return
        draft = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        self.account.own(draft)
        with tempfile.NamedTemporaryFile("w", prefix="krh-") as secret:
            secret.write(self.password)
            secret.flush()
            self.account.own(Path(secret.name))
            self._initdb(draft, secret.name)
        (draft / "pg_hba.conf").write_text("local all all scram-sha-256\n")
        draft.rename(self.data)

    def _initdb(self, draft: Path, password_file: str) -> None:
        modern = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        locale = modern if major_version() >= 17 else ["--locale=C.UTF-8"]
        hurry = ["--no-sync", "--wal-segsize=1"] if self.throw_away else []
        command = self.account.command(
            binaries() / "initdb", "-D", draft, "-U", "postgres", "-A", "scram-sha-256", f"--pwfile={password_file}",
            "--encoding=UTF8", *locale, *hurry,
        )  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", start_new_session=True)
        if done.returncode:
            raise SystemExit(f"PostgreSQL could not make its data folder: {done.stderr.strip()}")

    def _refuse_other_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        if made_by != str(major_version()):
            raise SystemExit(f"This data was made by PostgreSQL {made_by}, here is {major_version()}: ./dev reset.")

    def start(self) -> None:
        """Start the server and wait until it answers; a server that was left over is stopped first."""
        self.launch()
        self.wait()

    def launch(self) -> None:
        """Start the server without waiting."""
        self._empty_data_folder()
        self._make_socket_folder()
        self._spawn()

    def wait(self) -> None:
        """Wait until it answers; also through the recovery after a crash."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError as refusal:
                if "password authentication" in str(refusal):
                    raise SystemExit("The saved passwords do not fit this data: ./dev reset starts afresh.") from None
            if time.monotonic() > deadline:
                raise SystemExit(f"PostgreSQL does not answer; its log is {self.log}")
            if self.server is None or self.server.poll() is not None:
                time.sleep(0.5)
                self._spawn()
            time.sleep(0.02)

    def _spawn(self) -> None:
        settings = {
            **QUIET, **(THROW_AWAY if self.throw_away else {}),
            "listen_addresses": "", "unix_socket_directories": str(self.sockets), "unix_socket_permissions": "0700",
            "port": "5432", "password_encryption": "scram-sha-256", "timezone": "UTC", "log_timezone": "UTC",
        }  # fmt: skip
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(
                self.account.command(binaries() / "postgres", "-D", self.data, *options),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True,
            )  # fmt: skip

    def stop(self) -> None:
        """Stop fast: sessions are cut, everything committed is on disk."""
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            try:
                self.server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        self.server = None
        shutil.rmtree(self.sockets, ignore_errors=True)

    def _empty_data_folder(self) -> None:
        """After a kill -9 old processes may still write here. Only when all are gone may their marks be removed:
        where nobody reaps zombies, the number in `postmaster.pid` would else stop every new start.
        """
        if not Path("/proc/self").exists():
            return
        deadline = time.monotonic() + PATIENCE
        while inhabitants := _processes_in(self.data):
            if time.monotonic() > deadline:
                raise SystemExit(f"An earlier PostgreSQL does not stop: end the processes {inhabitants} and try again.")
            postmaster = self._postmaster()
            for pid in [postmaster] if postmaster in inhabitants else inhabitants:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGINT if pid == postmaster else signal.SIGTERM)
            time.sleep(0.1)
        for mark in (self.data / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"):
            mark.unlink(missing_ok=True)

    def _postmaster(self) -> int:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return 0

    def _make_socket_folder(self) -> None:
        """The folder lies in the shared temporary folder, so whose it is gets looked at."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        found = self.sockets.lstat()
        if self.sockets.is_symlink() or found.st_uid not in {os.geteuid(), self.account.uid}:
            raise SystemExit(f"{self.sockets} belongs to someone else; remove it and try again.")
        self.account.own(self.sockets)


def _processes_in(folder: Path) -> list[int]:
    """Who works in this folder; all of PostgreSQL's processes do. A zombie works nowhere."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == folder.resolve():
                found.append(int(process.name))
    return found
