"""What somebody outside answered about files that she was given. A room above tells it; this room only asks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import GivenFile
from helpdesk.reports.followup import Result
from helpdesk.reports.laid import LaidReport


@dataclass(frozen=True)
class Heard:
    """One answer as it stands now.

    Args:
        who: in words, for our page.
        digests: SHA-256 of each file that she got.
        text: as she said it; `note` is what of that is written down with the outcome.
    """

    who: str
    digests: frozenset[str]
    body: str
    court_number: str
    filed_on: date | None
    result: Result
    ecli: str
    note: str
    text: str

    @property
    def stamp(self) -> str:
        """The same for the same answer, so that what one saw is what one takes over."""
        return hashlib.sha256("\n".join((self.who, *sorted(self.digests), self.text)).encode()).hexdigest()[:16]


_TELLERS: list[Callable[[CaseFile], list[Heard]]] = []


def register(teller: Callable[[CaseFile], list[Heard]]) -> None:
    """Once, when the program starts."""
    _TELLERS.append(teller)


def heard_about(file: CaseFile, report: LaidReport) -> list[Heard]:
    """Answers of whoever got a copy of this report."""
    every = [one for teller in _TELLERS for one in teller(file)]
    if not every:
        return []
    rows = file.open(GivenFile.objects.filter(case=file.case).defer("data"))
    copies = {row.content["digest"] for row in rows if row.content.get("report") == str(report.id)}
    return [one for one in every if one.digests & copies]
