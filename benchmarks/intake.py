"""Intake: a question filed, against (a bare view + one durable insert in each database + one Argon2id of ours)."""

from __future__ import annotations

import django

django.setup()

from django.db import connections, transaction  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.clock import line, medians  # noqa: E402
from helpdesk.cases.actions import Question, file_question  # noqa: E402
from helpdesk.cases.models import SpentProof  # noqa: E402
from helpdesk.lib.argon import derive  # noqa: E402
from helpdesk.lib.ids import new_id  # noqa: E402
from helpdesk.lib.receipts import Receipt  # noqa: E402
from helpdesk.vault.models import MailboxKey  # noqa: E402

STORY = "Ik woon sinds de zomer in een pleeggezin en mijn broertje woont ergens anders. " * 8
request = RequestFactory().post("/vraag/")


def bare_view(_: HttpRequest) -> HttpResponse:
    """The least that any intake does: answer after both writes and one derivation."""
    derive(b"12345678", bytes(16), bytes(32))
    with transaction.atomic(using="keys"):
        MailboxKey(key_id=new_id(), wrapped=bytes(61), created_on=timezone.localdate()).save(force_insert=True)
    with transaction.atomic():
        SpentProof(proof=new_id().bytes, spent_on=timezone.localdate()).save(force_insert=True)
    return HttpResponse("ok")


def file() -> None:
    """One whole question with its receipt."""
    file_question(Question(text=STORY, facts={"theme": "jeugdhulp"}), receipt=Receipt.new(), submission=new_id())


def main() -> None:
    """Print the table."""
    found = medians({"baseline": lambda: bare_view(request), "question": file}, rounds=100)
    print("\nIntake, one client, both clusters with fsync")
    line("baseline: view + 2 durable inserts + Argon2id", found["baseline"])
    line(
        "a question filed, receipt ready",
        found["question"],
        found["baseline"] / found["question"],
        "aim: at least 0.80 x",
    )
    for connection in connections.all():
        connection.close()


if __name__ == "__main__":
    main()
