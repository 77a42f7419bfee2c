"""The two databases of a checkout or of a test run: roles, rights, and the address for each role.

Embedded by default. With DATABASE_URL and KEYS_DATABASE_URL set, `./dev` uses those servers: the role in them must be a
superuser of a development server, for it makes the roles krh_* and gives them the passwords of this checkout.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

from devtools.environment import ROOT
from devtools.postgres import Cluster

SQL = ROOT / "helpdesk" / "config" / "sql"
VARIABLES = {"data": "DATABASE_URL", "keys": "KEYS_DATABASE_URL"}


@dataclass(frozen=True)
class Database:
    """One of the two, by the address that its superuser uses."""

    kind: str
    admin_url: str

    @property
    def name(self) -> str:
        return urlsplit(self.admin_url).path.lstrip("/")

    def url(self, role: str, password: str) -> str:
        """The same database for another role."""
        parts = urlsplit(self.admin_url)
        place = parts.netloc.rpartition("@")[2]
        return parts._replace(netloc=f"{role}:{quote(password, safe='')}@{place}").geturl()

    def named(self, name: str) -> Database:
        """Another database on the same server."""
        return Database(self.kind, urlsplit(self.admin_url)._replace(path=f"/{name}").geturl())

    def connect(self) -> psycopg.Connection:
        """A connection as superuser, outside any transaction."""
        return psycopg.connect(self.admin_url, autocommit=True, connect_timeout=5)

    def set_up(self, passwords: Mapping[str, str]) -> None:
        """Make roles, database and rights; again is harmless."""
        with self.named("postgres").connect() as server:
            _run(server, SQL / "roles.sql")
            for role in ("krh_owner", "krh_public", "krh_mail", "krh_desk"):
                set_password(server, role, passwords[role])
            if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name]).fetchone():
                server.execute(sql.SQL("CREATE DATABASE {} OWNER krh_owner").format(sql.Identifier(self.name)))
        self.grant()

    def grant(self) -> None:
        """Say who may do what in this database."""
        with self.connect() as connection:
            _run(connection, SQL / f"{self.kind}.sql")


def embedded(clusters: Mapping[str, Cluster]) -> dict[str, Database]:
    """The two databases in our own clusters."""
    return {kind: Database(kind, cluster.url("postgres", f"krh_{kind}")) for kind, cluster in clusters.items()}


def elsewhere() -> dict[str, Database] | None:
    """The two databases that the environment names, or None: then the embedded ones are used."""
    urls = {kind: os.environ.get(variable, "") for kind, variable in VARIABLES.items()}
    if not any(urls.values()):
        return None
    if not all(urls.values()):
        raise SystemExit("Set both DATABASE_URL and KEYS_DATABASE_URL, or neither.")
    return {kind: Database(kind, url) for kind, url in urls.items()}


def set_password(server: psycopg.Connection, role: str, password: str) -> None:
    """Only the SCRAM verifier travels, so that no log can hold the password."""
    verifier = server.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    server.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(verifier)))


def _run(connection: psycopg.Connection, file: Path) -> None:
    connection.execute(file.read_bytes())
