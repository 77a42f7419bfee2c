"""Bytes become characters, whatever the message claims they are."""

from __future__ import annotations

import codecs
import re

from helpdesk.lib.plain_text import plain_text

# Python calls these text encodings too. They are no charsets of mail, and some take quadratic time.
_NEVER = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_LATIN = {"ascii", "iso8859-1", "iso8859-15", "cp1252"}


def decode(raw: bytes, charset: str | None) -> tuple[str, str | None]:
    """The text, and a sentence where the charset was unknown or did not fit."""
    known = _known(charset)
    if charset and known is None:
        return _guess(raw), f"De tekenset ‘{plain_text(charset)[:40]}’ kennen we niet; tekens kunnen verkeerd staan."
    if known is None or known in _LATIN:
        wrong = known == "ascii" and not raw.isascii()
        return _guess(raw), "Er staan tekens in die het bericht niet aankondigt." if wrong else None
    try:
        return plain_text(raw.decode(known)), None
    except (UnicodeError, ValueError):
        return _guess(raw), "De tekst past niet bij de genoemde tekenset; tekens kunnen verkeerd staan."


def _known(charset: str | None) -> str | None:
    bare = re.search(r"[A-Za-z0-9][\w.:-]{0,60}", charset or "", re.ASCII)  # some quote it twice
    try:
        found = codecs.lookup(bare[0] if bare else "")
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name.replace("-", "_") not in _NEVER else None


def _guess(raw: bytes) -> str:
    """UTF-8 where it fits: nobody writes that by accident, and many programs call it Latin."""
    for charset in ("utf-8", "cp1252"):
        try:
            return plain_text(raw.decode(charset))
        except UnicodeError:
            continue
    return plain_text(raw.decode("latin-1"))
