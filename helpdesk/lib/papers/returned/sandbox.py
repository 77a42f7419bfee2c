"""Reads what came back in a process of its own, confined in time, memory, files and network. What is said is JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from typing import Any

from helpdesk.lib.confined import confine, give_up, run_confined
from helpdesk.lib.papers.returned.finding import returned
from helpdesk.lib.papers.returned.opening import LARGEST
from helpdesk.lib.papers.returned.record import Change, Comment, Kind, NotReturned, Returned, Unknown, What

SECONDS, MEGABYTES = 30, 1024
_FAILED = "Dit bestand konden we niet lezen. Sla het in Word opnieuw op als .docx en probeer het nog een keer."
_KNOWN: dict[str, Any] = {"kind": Kind, "what": What, "notes": lambda value: tuple(map(_text, value))}


def returned_safely(data: bytes, sent: bytes, *, seconds: float = SECONDS) -> Returned:
    """As `returned`, in a sandbox.

    Raises:
        NotReturned: the file cannot be read, or it costs too much.
    """
    if len(data) > LARGEST:
        raise NotReturned("Dit bestand is te groot.")
    raw = len(sent).to_bytes(8, "big") + sent + data
    answer = run_confined(__name__, raw, seconds=seconds, megabytes=MEGABYTES)
    try:
        told = json.loads(answer or b"{}")
        if refused := told.get("refused"):
            raise NotReturned(_text(refused))
        changes, comments, unknown = (
            tuple(_row(kind, row) for row in told[name])
            for name, kind in (("changes", Change), ("comments", Comment), ("unknown", Unknown))
        )
        blocks = tuple((_text(block), _text(said)) for block, said in told["blocks"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise fault if isinstance(fault, NotReturned) else NotReturned(_FAILED) from None
    return Returned(changes, comments, unknown, blocks)


def _row(kind: type, row: Any) -> Any:
    """Only the types of the record itself come back in: the small process is not believed."""
    made = {}
    for one in fields(kind):
        value = row[one.name]
        if one.name in _KNOWN:
            made[one.name] = _KNOWN[one.name](value)
        elif type(value).__name__ == one.type:
            made[one.name] = value
        else:
            raise TypeError
    return kind(**made)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def main() -> int:
    """Never says more than a sentence about what is wrong."""
    confine()
    raw = sys.stdin.buffer.read()
    size = int.from_bytes(raw[:8], "big")
    try:
        told = asdict(returned(raw[8 + size :], raw[8 : 8 + size]))
    except NotReturned as refused:
        told = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        give_up()
    sys.stdout.buffer.write(json.dumps(told).encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
