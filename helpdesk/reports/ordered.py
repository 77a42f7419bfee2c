"""An order of the press as its page shows it: what was asked, where it stands, how many come first."""

from __future__ import annotations

from functools import cached_property

from helpdesk.reports.models import PressOrder
from helpdesk.reports.workflow import IN_QUEUE, Press, Stand

WHAT = {Press.SIGN: "Tekenen", Press.GIVE: "Meegeven"}
LOST = "Wie dit vroeg, mag deze zaak niet meer zien. Er is niets getekend en niets meegegeven."


class Order:
    """What templates read of an order. Without its case opened: all but the reason."""

    def __init__(self, row: PressOrder) -> None:
        self.row = row
        self.id, self.kind = row.pk, Press(row.kind)

    @property
    def what(self) -> str:
        return WHAT[self.kind]

    @property
    def open(self) -> bool:
        return self.row.state in IN_QUEUE

    @property
    def done(self) -> bool:
        return bool(self.row.state == Stand.DONE)

    @property
    def refused(self) -> bool:
        return bool(self.row.state == Stand.REFUSED)

    @property
    def pressing(self) -> bool:
        return bool(self.row.state == Stand.PRESSING)

    @property
    def reason(self) -> str:
        """Why it was not made."""
        return str(self.row.content.get("reason") or LOST)

    @property
    def ahead(self) -> int:
        """How many in the whole house come first."""
        return self._place[0]

    @property
    def quiet(self) -> bool:
        """It waits, and nobody has pressed anything for a minute."""
        return self._place[1]

    @property
    def stand(self) -> str:
        """Where it stands, in a word: a page that shows this already is told nothing."""
        return f"{self.row.state}-{self.ahead}-{self.quiet}"

    @cached_property
    def _place(self) -> tuple[int, bool]:
        return PressOrder.objects.place(self.row.pk)
