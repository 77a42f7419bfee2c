"""Safe contact: what the asker said about reaching her. Read before every call, mail and letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.people.asker import AskerContact
from helpdesk.people.hours import in_words


@dataclass(frozen=True)
class SafeContact:
    """Rows with a sign, the asker's own words, and whether there is a code word."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    own_words: str
    has_code_word: bool


def safe_contact(
    more: Mapping[str, Any],
    *,
    mailbox: bool,
    code: bool = True,
    invited: bool = False,
    mail: AskerContact | None = None,
) -> SafeContact:
    """Read `more` of the first message, and what was said of mail. What nobody said is not done."""
    told, mail = str(more.get("safe_contact") or "").strip(), mail or AskerContact()
    yes: tuple[str, ...] = ("via de code, altijd",) if mailbox else ()
    no: tuple[str, ...] = () if mailbox else (_gone(code=code, invited=invited),)
    if mail.safe:
        yes += (f"een mail dat er nieuws is, {in_words(mail.hours) or 'altijd'}",)
    if not told:
        others = "bellen of post" if mail.safe else "bellen, mail of post"
        no += (f"{others}. Er is niet gezegd of dat veilig is.",)
    return SafeContact(yes, no, told, bool(more.get("code_word")))


def _gone(*, code: bool, invited: bool) -> str:
    if invited:
        return "via de code: die heeft zij nog niet. Zij is uitgenodigd."
    if code:
        return "via de code: de berichten zijn gewist"
    return "via de code: die is er niet. De vraag kwam niet via de website."
