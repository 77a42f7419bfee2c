"""Asks a ClamAV daemon about a file, over a socket of this machine or network. The daemon keeps nothing."""

from __future__ import annotations

import socket
from enum import StrEnum

CHUNK = 64 * 1024
TIMEOUT = 30.0  # seconds


class Verdict(StrEnum):
    """`OFF`: no daemon is configured. `AWAY`: there is one, and it does not answer."""

    CLEAN = "clean"
    FOUND = "found"
    AWAY = "away"
    OFF = "off"


def scan(address: str, data: bytes, *, timeout: float = TIMEOUT) -> Verdict:
    """What the daemon at `address` (`host:port`, or the path of its socket; empty is none) says of `data`."""
    if not address:
        return Verdict.OFF
    try:
        with _connect(address, timeout) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(data), CHUNK):
                part = data[start : start + CHUNK]
                line.sendall(len(part).to_bytes(4, "big") + part)
            line.sendall(bytes(4))
            answer = _all(line)
    except OSError:
        return Verdict.AWAY
    if answer.endswith(b"OK"):
        return Verdict.CLEAN
    return Verdict.FOUND if answer.endswith(b"FOUND") else Verdict.AWAY


def _connect(address: str, timeout: float) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(timeout)
        line.connect(address)
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
