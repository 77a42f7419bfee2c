"""What an article says in our own plain words, where a reference list of ours holds it."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.directory import reference
from helpdesk.library.actions.own import CONVENTION
from helpdesk.library.words import sure


@dataclass(frozen=True)
class OwnWords:
    """Our title and summary of an article. It is not the text, and it says so."""

    title: str
    summary: str
    chip: tuple[str, str]


def own_words(code: str, address: str) -> OwnWords | None:
    """Our words for an article of the Convention; None for whatever stands on no list."""
    if code != CONVENTION or not address.startswith("artikel="):
        return None
    number = address.removeprefix("artikel=").partition("&")[0]
    for one in reference.crc_articles():
        if str(one.number) == number:
            return OwnWords(one.title_nl, one.summary_nl, sure(one.confidence))
    return None
