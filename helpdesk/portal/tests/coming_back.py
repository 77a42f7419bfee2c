"""What the tests of the mailbox share: somebody who asked, a jurist who answers, and the forms that she meets."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.actions import reply, take_case
from helpdesk.cases.models import Case, Message
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.demo import load_cast
from tests import cast

CODE = "/code/"
STORY = "Mijn schildpad heet Toon en ik wil naar huis."


def ask(client: Client) -> Receipt:
    """A question through the page, and the receipt of it."""
    load_cast()
    page = client.get("/vraag/").content.decode()
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found is not None
    response: Any = client.post("/vraag/", {"ticket": found[1], "story": STORY, "theme": "jeugdhulp"})
    return Receipt.from_text(" ".join(response.context["words"]))


def iris_has(verb: str = "reply") -> CaseFile:
    """The one case, in the hands of Iris; she takes it when it is nobody's."""
    iris = cast.member("iris")
    with act_as(iris.pk):
        case = Case.objects.get()
        if case.state in {"new", "triage"}:
            take_case(file=case_for(iris, case.code, to="take"))
        return case_for(iris, case.code, to=verb)


def iris_writes(text: str) -> None:
    """An answer that was sent a while ago, so that its undo time is over."""
    file = iris_has()
    with act_as(file.member.pk), clock.at(timezone.now() - timedelta(minutes=5)):
        reply(file=file, text=text)


def said() -> list[dict[str, Any]]:
    """What stands in the case, as Iris reads it."""
    file = iris_has("read-case")
    with act_as(file.member.pk):
        return [row.content for row in file.open(Message.objects.filter(case=file.case).order_by("visible_at"))]


def knock(client: Client, code: str) -> Any:
    """Come to the form in a browser without a visit, and type a code."""
    client.cookies.clear()
    page: Any = client.get(CODE)
    return client.post(CODE, {"step": "open", "token": page.context["token"], "code": code})


def press(client: Client, page: Any, step: str, **fields: str) -> Any:
    """Press a button of a page."""
    position = str(page.context.get("position", "") or "")
    return client.post(CODE, {"token": page.context["token"], "position": position, "step": step, **fields})


def words(receipt: Receipt) -> str:
    return " ".join(receipt.words)


def shows(page: Any) -> str:
    """Which page it is."""
    names = {str(template.name) for template in page.templates}
    found = [
        name for name in ("open", "safe", "letter", "reply", "case", "burn", "burnt") if f"portal/{name}.html" in names
    ]
    assert len(found) == 1, names
    return found[0]
