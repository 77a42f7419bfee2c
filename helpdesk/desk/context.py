"""What the frame of every desk page tells a lead and privacy: who asks for access to a closed case, and who has it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from helpdesk.cases.access_glass import Tally, tally_for
from helpdesk.teams.access import is_strong, member_of
from helpdesk.teams.roles import may


class Frame:
    """Asks the database when a frame is drawn, once, and only for whoever decides."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def glass(self) -> Tally | None:
        """The counts; None for whoever does not decide, and before the second lock."""
        user = getattr(self._request, "user", None)  # a form that was refused comes before anybody is known
        if user is None or not user.is_authenticated or not is_strong(self._request):
            return None
        member = member_of(self._request)
        return tally_for(member) if may(member, "decide-glass") else None


def frame(request: HttpRequest) -> dict[str, Any]:
    """`frame` for `ui/desk.html`."""
    return {"frame": Frame(request)}
