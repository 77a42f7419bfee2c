"""A case in which a colleague reads along, for the tests of its four verbs."""

from __future__ import annotations

from typing import Any

from django.test import Client

from helpdesk.cases.models import Case, Reading
from helpdesk.lib.receipts import Receipt
from tests import cast

TEXT = "Je mag zelf naar de rechter. Wij helpen je daarbij."


def dangerous(receipt: Receipt | None = None, **asked: Any) -> Case:
    """Iris has a case that is marked danger: whatever leaves it is read by a second colleague."""
    return cast.taken(danger=True, receipt=receipt or Receipt.new(), **asked)


def ask(case: Case, *, who: str = "iris", expect: int = 302, **typed: Any) -> Any:
    """Somebody lays a text before a colleague, by default Iris before Sanne."""
    sent = {"soort": "reply", "text": TEXT, "reader": str(cast.member("sanne").pk), "note": "", **typed}
    answer = cast.desk_client(who).post(f"/zaak/{case.code}/meelezen/", sent)
    assert answer.status_code == expect, answer.content.decode()[-3000:]
    return answer


def reading(case: Case, who: str = "iris") -> Reading:
    """The last text that was laid before somebody, opened."""
    with cast.opened(who, case) as file:
        return file.open(Reading.objects.filter(case=file.case).order_by("-id")[:1])[0]


def press(client: Client, case: Case, row: Reading, what: str, **typed: Any) -> Any:
    """`ja`, `terug` or `weg`."""
    return client.post(f"/zaak/{case.code}/meelezen/{row.pk}/{what}/", typed)
