"""May I have this mailbox? With the right code, or with a visit that began with it. It shows only what is new."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from helpdesk.cases.access import Visit, visit_again, visit_with
from helpdesk.cases.access_how import ASKED_AFTER
from helpdesk.cases.models import NOT_HEARD, Letter
from helpdesk.cases.workflow import ENDED
from helpdesk.lib import clock
from helpdesk.lib.receipts import NotAReceipt, Receipt
from helpdesk.portal import visit_cookie
from helpdesk.portal.tokens import NotThisForm, Page
from helpdesk.portal.visit_cookie import Sitting


@dataclass(frozen=True)
class OpenVisit:
    """A mailbox that is open for one asker, now."""

    visit: Visit = field(repr=False)
    sitting: Sitting
    page: Page | None = None

    @property
    def status(self) -> dict[str, Any]:
        """Where the case stands, as the desk wrote it for her. What can still be taken back has not happened yet."""
        told = self.visit.box.status or {}
        still = told.get("still")
        if still and clock.now() < datetime.fromisoformat(still["until"]):
            return {**told, **still}
        return told

    @property
    def wants_no_pictures(self) -> bool:
        """Whether it is about something of which a picture may be illegal."""
        return bool(self.status.get("no_pictures"))

    @property
    def promise_on(self) -> date | None:
        promise = self.status.get("promise_on")
        return date.fromisoformat(promise) if promise else None

    @property
    def agreed(self) -> list[dict[str, Any]]:
        """What she agreed that we share, as far as it holds today."""
        today = clock.today().isoformat()
        return [one for one in self.status.get("agreed") or [] if one["until"] >= today]

    @property
    def is_answered(self) -> bool:
        """Whether there was an answer, or there will be none because the case has ended."""
        return bool(self.status.get("answered")) or self.status.get("state") in ENDED

    @property
    def may_say_how(self) -> bool:
        """Whether she is asked how it went: we helped, it is over, and she was not heard since."""
        box, told = self.visit.box, self.status
        return told.get("state") in ASKED_AFTER and bool(told.get("count")) and box.heard == NOT_HEARD

    def letters(self) -> list[Letter]:
        """What is new: unread, or read in this visit. What she read in an earlier visit is not shown again."""
        return [one for one in self.visit.letters() if one.read_at is None or self.sitting.has_read(one.pk)]


def open_with(code: str) -> OpenVisit | None:
    """A new visit; None for a code that is wrong, unknown, expired or burnt, without telling which."""
    try:
        visit = visit_with(Receipt.from_text(code))
    except NotAReceipt:
        return None
    if visit is None:
        return None
    return OpenVisit(visit, Sitting.begin(visit.lookup, visit.box.pk, visit.key.private))


def open_again(request: HttpRequest) -> OpenVisit | None:
    """The visit that this request belongs to. A POST must come from a page of the same visit."""
    sitting = visit_cookie.read(request)
    if sitting is None:
        return None
    page = None
    if request.method == "POST":
        try:
            page = Page.read(request.POST.get("token", ""))
        except NotThisForm:
            return None
        if page.visit != sitting.number:
            return None
    visit = visit_again(sitting.lookup, sitting.box_id, sitting.private)
    return OpenVisit(visit, sitting, page) if visit else None
