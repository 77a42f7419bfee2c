"""Asks a ClamAV daemon about a file, over a socket of this machine or network. The daemon keeps nothing."""

from __future__ import annotations

import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from helpdesk.lib import clock

CHUNK = 64 * 1024
TIMEOUT = 30.0  # seconds
OLDEST = timedelta(hours=24)  # of the signatures; older ones miss what goes round today


class Verdict(StrEnum):
    """`OFF`: no daemon is configured. `AWAY`: there is one, and it does not answer. `OLD`: its signatures are."""

    CLEAN = "clean"
    FOUND = "found"
    AWAY = "away"
    OLD = "old"
    OFF = "off"


def scan(address: str, data: bytes, *, timeout: float = TIMEOUT) -> Verdict:
    """What the daemon at `address` (`host:port`, or the path of its socket; empty is none) says of `data`."""
    if not address:
        return Verdict.OFF
    try:
        made = _signatures(address, timeout)
        with _connect(address, timeout) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(data), CHUNK):
                part = data[start : start + CHUNK]
                line.sendall(len(part).to_bytes(4, "big") + part)
            line.sendall(bytes(4))
            answer = _all(line)
    except OSError:
        return Verdict.AWAY
    if answer.endswith(b"FOUND"):
        return Verdict.FOUND
    if not answer.endswith(b"OK"):
        return Verdict.AWAY
    fresh = made is not None and clock.now() - made <= OLDEST
    return Verdict.CLEAN if fresh else Verdict.OLD


def _signatures(address: str, timeout: float) -> datetime | None:
    """When they were made: the daemon says `ClamAV 1.0.7/27450/Tue Nov 24 09:35:31 2026`; None when it does not.

    It tells its local time without a zone; servers keep UTC.
    """
    with _connect(address, timeout) as line:
        line.sendall(b"zVERSION\0")
        said = _all(line).decode("ascii", "replace")
    with suppress(ValueError):
        return datetime.strptime(said.rpartition("/")[2].strip(), "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    return None


def _connect(address: str, timeout: float) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(timeout)
        try:
            line.connect(address)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=timeout)


def _all(line: socket.socket) -> bytes:
    answer = b""
    while part := line.recv(1024):
        answer += part
        if b"\0" in part or len(answer) > 4096:
            break
    return answer.rstrip(b"\0\n ")
