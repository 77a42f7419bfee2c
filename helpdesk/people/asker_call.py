"""Calling the asker herself: what she said about it, in her question or by telephone. What nobody said is not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from helpdesk.people.hours import not_now
from helpdesk.people.telling import ASK_THE_WORD, CHANNEL_LABELS, Answer, Channel

NEVER_CALL = "Niet bellen. Dat is met de vrager afgesproken."
READ_FIRST = "Lees eerst wat de vrager zei over veilig contact, en vink dat aan."
NOBODY_SAID = "De vrager heeft niet gezegd of bellen veilig is. Schrijf via de code."


@dataclass(frozen=True)
class AskerSaid:
    """What she said. `facts` are those of the last talk in which she said whether we may call, and when."""

    own_words: str = field(default="", repr=False)
    has_code_word: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def calls(self) -> str:
        """Yes, no, or nothing."""
        return str(self.facts.get("call_back") or "")


def may_call_asker(
    said: AskerSaid, channel: Channel, *, at: datetime, word_asked: bool = False, read: bool = False
) -> Answer:
    """Whether she may be called at this moment. No exception changes it: ask her.

    Args:
        said: what she said.
        channel: a call; speaking in and a text are safe only when she said so, and there is no place to say it.
        at: when, aware.
        word_asked: whether her code word is asked first, where there is one.
        read: whether the caller read her own words, where those are all that she said.
    """
    if channel != Channel.CALL:
        return Answer(False, f"De vrager heeft niet gezegd dat {CHANNEL_LABELS[channel]} veilig is.", never=True)
    if said.calls == "no":
        return Answer(False, NEVER_CALL, never=True)
    if said.calls != "yes" and not said.own_words:
        return Answer(False, NOBODY_SAID, never=True)
    if why := not_now(said.facts, at):
        return Answer(False, why, never=True)
    if said.own_words and said.calls != "yes" and not read:
        return Answer(False, READ_FIRST, never=True)
    if said.has_code_word and not word_asked:
        return Answer(False, ASK_THE_WORD, never=True)
    return Answer(True, "Afgesproken: bellen mag nu.")
