"""How a process that draws a file anew answers: a line of JSON, the drawn file, at most a word about what is wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping

from helpdesk.lib.confined import give_up
from helpdesk.lib.files.kinds import Refused


def answer(draw: Callable[[], tuple[Mapping[str, object], bytes]]) -> int:
    """Draw, and say on standard output what came of it."""
    try:
        head, drawn = draw()
    except Refused as refused:
        head, drawn = {"refused": refused.reason}, b""
    except (MemoryError, RecursionError):
        give_up()
    except Exception:
        head, drawn = {"refused": "broken"}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + drawn)
    sys.stdout.buffer.flush()
    return 0
