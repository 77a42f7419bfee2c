"""Reads a message in a process of its own that may use little time and memory, and may write no file.

What comes back is JSON and never pickle: whoever takes over the small process must not get the large one with it.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import subprocess
import sys
import types
import typing
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Thread, Timer
from typing import Any

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.record import Mail
from helpdesk.lib.mail.stub import stub

_HOME = Path(__file__).parents[3]
_MEGABYTE = 1024 * 1024


def read_safely(raw: bytes, *, seconds: float = 20, megabytes: int = 512) -> Mail:
    """As `read`, in a sandbox. When that breaks or takes too long: a readable stub."""
    if len(raw) > limits.LARGEST:
        return stub(raw, "Dit bericht is te groot om hier te tonen. Het origineel is bewaard.")
    command = [sys.executable, "-E", "-s", "-B", "-m", __name__, str(max(1, int(seconds) + 1)), str(megabytes)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_HOME, env={}
    ) as child:
        answer = _talk(child, raw, seconds, megabytes * _MEGABYTE)
    if child.returncode != 0 or not answer:
        return stub(raw, "Dit bericht kostte te veel tijd of geheugen. Het origineel is bewaard.")
    try:
        mail: Mail = _from_json(json.loads(answer), Mail)
    except (ValueError, TypeError, KeyError, RecursionError):
        return stub(raw, "Dit bericht konden we niet lezen. Het origineel is bewaard.")
    return mail


def _talk(child: subprocess.Popen[bytes], raw: bytes, seconds: float, most: int) -> bytes:
    """Give the bytes, take the answer; kill it when time is up or when it says too much."""
    assert child.stdin is not None  # noqa: S101 - asked for above
    assert child.stdout is not None  # noqa: S101
    clock = Timer(seconds, child.kill)
    giving = Thread(target=_give, args=(child.stdin, raw), daemon=True)
    clock.start()
    giving.start()
    try:
        answer = child.stdout.read(most + 1)
        if len(answer) > most:
            child.kill()
            return b""
        child.wait()
        return answer
    finally:
        clock.cancel()
        giving.join()


def _give(pipe: typing.IO[bytes], raw: bytes) -> None:
    try:
        pipe.write(raw)
        pipe.flush()
    except OSError:
        return  # it died; its return code tells
    finally:
        with suppress(OSError):
            pipe.close()


def _to_json(value: object) -> Any:
    if is_dataclass(value):
        return {one.name: _to_json(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_to_json(one) for one in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, datetime) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _from_json(value: Any, kind: Any) -> Any:
    """Only what the record's own types allow comes back in; anything else is a ValueError or TypeError."""
    if isinstance(kind, types.UnionType):
        inner = next(one for one in kind.__args__ if one is not types.NoneType)
        return None if value is None else _from_json(value, inner)
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise TypeError
        inside = kind.__args__
        if inside[-1] is Ellipsis:
            return tuple(_from_json(one, inside[0]) for one in value)
        return tuple(_from_json(one, part) for one, part in zip(value, inside, strict=True))
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _from_json(value[name], part) for name, part in _hints(kind).items()})
    if not isinstance(value, str):
        raise TypeError
    if kind is bytes:
        return base64.b64decode(value, validate=True)
    if kind is datetime:
        return datetime.fromisoformat(value)
    return kind(value) if issubclass(kind, StrEnum) else value


def _confine(seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump of memory would be the message in the clear
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def main() -> int:
    """The small process: bytes in, JSON out."""
    _confine(int(sys.argv[1]), int(sys.argv[2]))
    try:
        mail = read(sys.stdin.buffer.read())
        sys.stdout.write(json.dumps(_to_json(mail)))
        sys.stdout.flush()
    except (MemoryError, RecursionError):
        os._exit(1)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
