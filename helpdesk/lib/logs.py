"""Log lines without people in them: event, place, kind of error. Never a message of an exception, never a variable."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime


class BareFormatter(logging.Formatter):
    """One JSON line. The message template stays, its arguments go: they may hold a path or what somebody typed.

    PostgreSQL and parsers repeat input in the text of their errors, so of an exception only its class and the
    lines of our code are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": str(record.msg) if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        status = getattr(record, "status_code", None)
        if status is not None:
            line["status"] = status
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, where = record.exc_info
            line["error"] = f"{kind.__module__}.{kind.__qualname__}"
            line["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(where)[-6:]]
        return json.dumps(line)
