"""Safe contact: what the asker said about reaching her. Read before every call, mail and letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SafeContact:
    """Rows with a sign, the asker's own words, and whether there is a code word."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    own_words: str
    has_code_word: bool


def safe_contact(more: Mapping[str, Any], *, mailbox: bool, code: bool = True) -> SafeContact:
    """Read `more` of the first message. The code is the only way that is always safe; what nobody said is not done."""
    told = str(more.get("safe_contact") or "").strip()
    yes = ("via de code, altijd",) if mailbox else ()
    no: tuple[str, ...] = () if mailbox else (_gone(code),)
    if not told:
        no += ("bellen, mail of post. Er is niet gezegd of dat veilig is.",)
    return SafeContact(yes, no, told, bool(more.get("code_word")))


def _gone(code: bool) -> str:
    if code:
        return "via de code: de berichten zijn gewist"
    return "via de code: die is er niet. De vraag kwam niet via de website."
