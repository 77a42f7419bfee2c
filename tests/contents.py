"""How both databases look after migration, remembered once and put back after a test that commits.

The programs' roles may not empty tables, and some tables refuse it to all (the ledger only grows): the superuser
does it.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

from tests.database import ALIASES, testbed

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_rows: dict[str, dict[str, bytes]] = {}


def remember() -> None:
    """Keep the rows that migrations and the reference data made."""
    for kind in ALIASES.values():
        with _superuser(kind) as connection:
            _rows[kind] = {table: data for table in _tables(connection) if (data := _read(connection, table))}


def put_back(test_case: Any = None) -> None:
    """Empty all tables and write the remembered rows again."""
    for kind in ALIASES.values():
        with _superuser(kind) as connection, connection.transaction():
            tables = [sql.Identifier(table) for table in _tables(connection)]
            if not tables:
                continue
            connection.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(tables)))
            for table, data in _rows[kind].items():
                copy = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                with connection.cursor().copy(copy) as target:
                    target.write(data)


def _superuser(kind: str) -> psycopg.Connection:
    """Without triggers and foreign keys, and not waiting for ever behind a transaction that a test left open."""
    options = "-c session_replication_role=replica -c lock_timeout=10s"
    return psycopg.connect(testbed().databases[kind].admin_url, autocommit=True, options=options)


def _tables(connection: psycopg.Connection) -> list[str]:
    return [name for (name,) in connection.execute(TABLES).fetchall()]


def _read(connection: psycopg.Connection, table: str) -> bytes:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as source:
        return b"".join(source)
