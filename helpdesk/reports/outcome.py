"""What became of a report, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from helpdesk.cases.panels.page import CasePage
from helpdesk.lib import clock
from helpdesk.library.citations import NotACitation, parse
from helpdesk.library.citations.resolve import resolve
from helpdesk.library.links import url_of
from helpdesk.reports.access_counted import Tally, tally_of
from helpdesk.reports.access_frozen import rights_of
from helpdesk.reports.counted import counted
from helpdesk.reports.followup import DEALT, RESULTS, Dealt, Known, Right, asked, history, known
from helpdesk.reports.heard import Heard, heard_about
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.outline import outlines


@dataclass(frozen=True)
class Shown:
    """One time that it was written down, with names and words."""

    one: Known
    by: str
    result: str
    procedure: str


class Outcome:
    """What the templates read.

    Raises:
        NotNow: the report was not signed, or lies there changed.
    """

    def __init__(self, page: CasePage, report: LaidReport) -> None:
        self._page, self._report = page, report
        self.rights: Sequence[Right] = rights_of(page.file, report.id)
        self.known = known(report.lines)
        self.tally: Tally = tally_of(page.file, report.id)

    @property
    def now(self) -> Shown | None:
        return self._shown(self.known) if self.known else None

    @property
    def dealt(self) -> list[tuple[str, str]]:
        """Each right and what the decision did with it."""
        words = self.known.told.rights if self.known else {}
        return [(one.name, DEALT[words.get(one.ref, Dealt.UNKNOWN)]) for one in self.rights]

    @property
    def earlier(self) -> list[Shown]:
        """What was written down before, or taken back."""
        return [self._shown(one) for one in history(self._report.lines) if one != self.known]

    @property
    def ask_on(self) -> date | None:
        """When somebody asks, while nobody knows."""
        line = asked(self._report.lines)
        over = self.known is not None and self.known.over
        return date.fromisoformat(line.said["on"]) if line and not over else None

    @property
    def counted_otherwise(self) -> bool:
        """Whether the figures were made on an earlier answer than what is known now."""
        now = counted(self._report, self.known.told) if self.known and self.known.over else None
        return self.tally.counted and now != self.tally.one

    @cached_property
    def judgment(self) -> str:
        """The page of the decision in the library; empty when it is not there."""
        if self.known is None or not self.known.told.ecli:
            return ""
        try:
            return url_of(resolve(parse(self.known.told.ecli), clock.today()))
        except NotACitation:
            return ""

    @cached_property
    def heard(self) -> list[tuple[Heard, str]]:
        """Answers that were not taken over, with how it ended in our words."""
        taken = {one.told.heard for one in history(self._report.lines) if not one.gone}
        rows = heard_about(self._page.file, self._report)
        return [(one, RESULTS[one.result]) for one in rows if one.stamp not in taken]

    def _shown(self, one: Known) -> Shown:
        outline = outlines().get(one.told.procedure)
        return Shown(one, self._page.people.name(one.by), RESULTS[one.told.result], outline.label if outline else "")
