"""Reads a message in a process of its own, confined in time, memory, files and network. What comes back is JSON."""

from __future__ import annotations

import base64
import json
import sys
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from helpdesk.lib.confined import confine, give_up, run_confined
from helpdesk.lib.mail import limits
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.record import Mail
from helpdesk.lib.mail.stub import stub


def read_safely(raw: bytes, *, seconds: float = 20, megabytes: int = 512) -> Mail:
    """As `read`, in a sandbox. When that breaks or takes too long: a readable stub."""
    if len(raw) > limits.LARGEST:
        return stub(raw, "Dit bericht is te groot om hier te tonen. Het origineel is bewaard.")
    answer = run_confined(__name__, raw, seconds=seconds, megabytes=megabytes)
    if answer is None:
        return stub(raw, "Dit bericht kostte te veel tijd of geheugen. Het origineel is bewaard.")
    try:
        mail: Mail = _from_json(json.loads(answer), Mail)
    except (ValueError, TypeError, KeyError, RecursionError):
        return stub(raw, "Dit bericht konden we niet lezen. Het origineel is bewaard.")
    return mail


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


def main() -> int:
    """The small process: bytes in, JSON out."""
    confine()
    try:
        mail = read(sys.stdin.buffer.read())
        sys.stdout.write(json.dumps(_to_json(mail)))
        sys.stdout.flush()
    except (MemoryError, RecursionError):
        give_up()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
