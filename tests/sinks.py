"""Fixtures that show everything a thief of a server could carry away: dumps, raw data files, logs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools.binaries import binaries
from tests.database import testbed


@pytest.fixture
def dump_databases(db: None) -> Callable[[], dict[str, bytes]]:
    """Call it for a `pg_dump` of both databases as they are committed: {"data": …, "keys": …}.

    It also brings what PostgreSQL still holds in memory into `data_folders`.
    """

    def dump() -> dict[str, bytes]:
        dumps = {}
        for kind, database in testbed().databases.items():
            with database.connect() as superuser:
                superuser.execute("CHECKPOINT")
            command = [str(binaries() / "pg_dump"), database.admin_url]
            dumps[kind] = subprocess.run(command, check=True, capture_output=True).stdout
        return dumps

    return dump


@pytest.fixture
def data_folders(db: None) -> list[Path]:
    """The data folders of both clusters, write-ahead logs and all; workers of one run share them."""
    return _ours("data", "keys")


@pytest.fixture
def log_files(db: None) -> list[Path]:
    """The logs of both clusters."""
    return sorted(_ours("logs")[0].glob("*.log"))


def _ours(*names: str) -> list[Path]:
    folders = [testbed().home / name for name in names]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip("the servers of this run are someone else's: their files cannot be read")
    return folders
