"""The embedded cluster: it keeps strangers out, comes up after a kill -9, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from devtools.postgres import Cluster, _processes_in
from devtools.testbed import throw_away_folder


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with throw_away_folder(in_memory=True) as folder:
        yield folder


@pytest.fixture
def cluster(home: Path) -> Iterator[Cluster]:
    """A started cluster; the folder is made once for all tests here."""
    cluster = Cluster(home / "data", home / "socket", home / "log", "a secret", throw_away=True)
    cluster.create()
    cluster.start()
    yield cluster
    cluster.stop()


def test_the_socket_asks_for_a_password(cluster: Cluster) -> None:
    assert cluster.sockets.stat().st_mode & 0o077 == 0
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=str(cluster.sockets), user="postgres", dbname="postgres", password="a guess")
    with cluster.connect() as connection:
        assert connection.info.parameter_status("server_encoding") == "UTF8"


def test_it_listens_on_no_network(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_the_log_repeats_nothing(cluster: Cluster) -> None:
    with cluster.connect() as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT %s::int", ["kanarie"])
    with cluster.connect() as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT kanarie")
    assert "kanarie" not in cluster.log.read_text()


@pytest.mark.parametrize("reaped", [True, False], ids=["reaped", "zombie"])
def test_it_comes_up_after_a_kill(cluster: Cluster, reaped: bool) -> None:
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 1")
        connection.execute("CHECKPOINT")
    assert cluster.server
    killed = cluster.server
    killed.kill()
    if reaped:
        killed.wait()
    cluster.start()
    with cluster.connect() as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)
    killed.wait()


def test_a_server_left_over_is_stopped_first(cluster: Cluster) -> None:
    left_over = cluster.server
    assert left_over
    cluster.start()
    assert left_over.wait(10) == 0
    assert cluster.server is not left_over


def test_stopping_leaves_nothing(cluster: Cluster) -> None:
    cluster.stop()
    assert _processes_in(cluster.data) == []
    assert not cluster.sockets.exists()
