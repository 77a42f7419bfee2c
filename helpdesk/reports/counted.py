"""What of a signed report may be counted, and when. Pure; nothing in it is free text or says whose report it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from helpdesk.reports.followup import Dealt, Result, Told
from helpdesk.reports.laid import Cited, LaidReport

# A judgment or a decision of policy cited with a right can point at one case; a treaty and a law cannot.
OF_EVERYBODY = frozenset({"treaty", "law"})
# Of two members of one article: what was refused speaks before what was granted, and a word before silence.
SPEAKS = (Dealt.NOT_FOLLOWED, Dealt.FOLLOWED, Dealt.SILENT, Dealt.UNKNOWN)


@dataclass(frozen=True, order=True)
class Norm:
    """One article of a treaty or a law: the unit in which rights are counted."""

    work: str
    place: str


@dataclass(frozen=True)
class Counted:
    """One report as the figures know it."""

    procedure: str
    result: Result
    rights: Mapping[Norm, Dealt]
    signal: bool
    published: bool

    def kept(self) -> dict[str, Any]:
        """As it is sealed."""
        return {
            "procedure": self.procedure,
            "result": str(self.result),
            "rights": [[one.work, one.place, str(word)] for one, word in sorted(self.rights.items())],
            "signal": self.signal,
            "published": self.published,
        }


def counted(report: LaidReport, told: Told) -> Counted:
    """What counts of this report, as its outcome is known now."""
    rights: dict[Norm, Dealt] = {}
    for ref, word in told.rights.items():
        norm = _norm(report.citation(ref))
        if norm is not None:
            rights[norm] = min(word, rights.get(norm, Dealt.UNKNOWN), key=SPEAKS.index)
    return Counted(told.procedure, told.result, rights, told.signal, bool(told.ecli))


def read(said: Mapping[str, Any]) -> Counted:
    """What `kept` gave."""
    rights = {Norm(work, place): Dealt(word) for work, place, word in said["rights"]}
    return Counted(said["procedure"], Result(said["result"]), rights, said["signal"], said["published"])


def batch_after(settled: date) -> date:
    """The day on which a report is counted: the first of the quarter after it settled.

    So all of a quarter are counted together, and the day that lies with a report says no more than a quarter.
    """
    first = settled.replace(day=1) + timedelta(days=31 * (3 - (settled.month - 1) % 3))
    return first.replace(day=1)


def year_of(batch: date, today: date, shown: Iterable[int]) -> int:
    """The year in which it settled; the running one when the figures of that year were made without it."""
    year = (batch - timedelta(days=1)).year
    return today.year if year in set(shown) else year


def _norm(cited: Cited | None) -> Norm | None:
    """The article; its members are counted with it, for a member apart would seldom be heard of five times."""
    if cited is None or cited.group not in OF_EVERYBODY:
        return None
    parts = cited.place.split("&")
    articles = [at for at, part in enumerate(parts) if part.startswith("artikel=")]
    return Norm(cited.work, "&".join(parts[: articles[0] + 1])) if articles else None
