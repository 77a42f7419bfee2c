"""What somebody typed, as it is kept: verbatim, without signs that no reader sees and that play tricks on a screen."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and newline; lone halves of a pair; and the signs that turn the reading direction around,
# with which a text can look like another text. Arabic and Hebrew read well without them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def plain_text(text: str) -> str:
    """One kind of line end, no control characters, no overrides of direction. Everything else stays as typed."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
