"""What became of what a lawyer was given: filed where, used, cited, followed. Plain values; `telling` tells reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Used(StrEnum):
    """Whether she used it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Cited(StrEnum):
    """Whether the court or the agency named it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Followed(StrEnum):
    """Whether it was decided so."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Filing:
    """Before whom, under which number, when. `body` is a court or another body, as she calls it."""

    body: str
    number: str = ""
    filed_on: date | None = None

    def as_content(self) -> dict[str, Any]:
        """As it is sealed."""
        return {
            "what": "filing",
            "body": self.body,
            "number": self.number,
            "filed_on": self.filed_on.isoformat() if self.filed_on else None,
        }


@dataclass(frozen=True)
class Answer:
    """The short answer that she owes. `ecli` when the decision was published."""

    used: Used
    cited: Cited = Cited.UNKNOWN
    followed: Followed = Followed.UNKNOWN
    ecli: str = ""
    words: str = ""

    def as_content(self) -> dict[str, Any]:
        """As it is sealed."""
        return {
            "what": "answer",
            "used": str(self.used),
            "cited": str(self.cited),
            "followed": str(self.followed),
            "ecli": self.ecli,
            "words": self.words,
        }


@dataclass(frozen=True)
class Following:
    """All that is known: where it was filed, oldest first, and the last answer."""

    filings: tuple[Filing, ...] = ()
    answer: Answer | None = None


def following_of(said: Iterable[Mapping[str, Any]]) -> Following:
    """From what was said, oldest first; a later answer takes the place of an earlier one."""
    filings: list[Filing] = []
    answer: Answer | None = None
    for one in said:
        if one["what"] == "filing":
            day = one.get("filed_on")
            filings.append(Filing(one["body"], one["number"], date.fromisoformat(day) if day else None))
        else:
            answer = Answer(
                Used(one["used"]), Cited(one["cited"]), Followed(one["followed"]), one["ecli"], one["words"]
            )
    return Following(tuple(filings), answer)
