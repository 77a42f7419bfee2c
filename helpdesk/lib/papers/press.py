"""The confined process: a paper as JSON on standard input, the PDF on standard output."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpdesk.lib.confined import confine, give_up

HERE = Path(__file__).parent
REFUSED = re.compile(r'the (?:text|codepoint) `"(.+?)"`', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
MOST_ROUNDS = 300
LATIN = 0x24F  # beyond it are signs of other scripts, and pictures
# Joiners, variations, tones of skin, byte order marks, controls: a font without them would stop the press for nothing.
UNSEEN = re.compile(
    r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\u20e3\U0001f3fb-\U0001f3ff]"
)


def main() -> int:
    """Set the paper; no answer when it cannot be set."""
    confine()
    data = json.loads(sys.stdin.buffer.read())
    try:
        made = set_paper(data)
    except (MemoryError, RecursionError):
        give_up()
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


def set_paper(data: dict[str, Any]) -> bytes:
    """The PDF. A sign that no font of ours has is written out, for a child's words are not left away."""
    import typst

    said = json.dumps(_seen(data), ensure_ascii=False)
    day = datetime(data["day"]["year"], data["day"]["month"], data["day"]["day"], tzinfo=UTC)
    for _ in range(MOST_ROUNDS):
        try:
            made = typst.compile(
                str(HERE / "paper.typ"),
                root=str(HERE),
                font_paths=[str(HERE / "fonts")],
                ignore_system_fonts=True,
                sys_inputs={"paper": said},
                pdf_standards=["a-2a", "ua-1"],
                timestamp=int(day.timestamp()),
            )
        except typst.TypstError as error:
            lacking = REFUSED.search(str(error))
            if lacking is None:
                raise
            # A plain letter that is refused has something joined to it: then all that is not plain is written out.
            for sign in signs_in(lacking[1]) or {sign for sign in said if ord(sign) > LATIN}:
                said = said.replace(sign, written_out(sign))
        else:
            assert isinstance(made, bytes)  # noqa: S101 - one format, so one file
            return made
    raise ValueError("too many signs that cannot be printed")


def _seen(data: Any) -> Any:
    """The same without what nobody sees."""
    match data:
        case str():
            return UNSEEN.sub("", data)
        case list() | tuple():
            return [_seen(one) for one in data]
        case dict():
            return {name: _seen(one) for name, one in data.items()}
    return data


def signs_in(lacking: str) -> set[str]:
    """The signs that the press could not print, as it names them: themselves, or `\\u{…}`."""
    named = ESCAPED.sub(lambda found: chr(int(found[1], 16)), lacking)
    return {sign for sign in named if not sign.isascii()}


def written_out(sign: str) -> str:
    """What stands for a sign that cannot be printed: its name in Unicode."""
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"


if __name__ == "__main__":
    raise SystemExit(main())
