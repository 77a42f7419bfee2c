"""What the tests of asking share: a visitor who fills in the form, and a colleague who reads what came in."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Case, Message
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from tests import cast

ASK = "/vraag/"
STORY = "Ik mag niet meer naar school. Mag dat zomaar?"


def ticket_in(response: Any) -> str:
    """The hidden ticket of the form in a page."""
    found = re.search(r'name="ticket" value="([^"]+)"', response.content.decode())
    assert found is not None, "no ticket in the page"
    return found[1]


def fill_in(client: Client, **fields: str) -> dict[str, str]:
    """A form as a browser would send it: the ticket of a fresh page and what was typed."""
    page: Any = client.get(ASK)
    return {"ticket": ticket_in(page), "pow": "", "story": STORY, **fields}


def receipt_in(response: Any) -> Receipt:
    """The receipt that a page shows."""
    assert response.status_code == 200
    assert "intake/receipt.html" in {template.name for template in response.templates}, response.content.decode()[:3000]
    words = " ".join(response.context["words"])
    receipt = Receipt.from_text(words)
    assert Receipt.from_text(" ".join(response.context["digits"])) == receipt
    return receipt


def as_typed(response: Any) -> str:
    """The story in the form that came back."""
    return str(response.context["form"]["story"].value())


def cases() -> list[Case]:
    """Every case that triage sees."""
    with act_as(cast.member("mo").pk):
        return list(Case.objects.all())


def open_file(case: Case) -> tuple[CaseFile, list[dict[str, Any]]]:
    """The case and what was said in it, as the intake desk reads them."""
    with cast.opened("mo", case) as file:
        rows = file.open(Message.objects.filter(case=case).order_by("visible_at"))
        return file, [row.content for row in rows]


def only_file() -> tuple[CaseFile, list[dict[str, Any]]]:
    """The one case that there is."""
    (case,) = cases()
    return open_file(case)
