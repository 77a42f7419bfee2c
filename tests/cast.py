"""The people of all tests, and what they do. Plain functions that call real actions: a case comes about as one does.

A child of 15 (who asks), Iris and Farah (jurists of two teams), Sanne (lead), Mo (intake), Lotte (policy),
Karim (privacy), Bas (administrator without case rights), and a stranger. Reads happen as somebody: without a member
the database shows no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.test import Client

from conftest import _as_mail, _as_public
from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, case_for, visit_with
from helpdesk.cases.access_contacts import contact_for
from helpdesk.cases.actions import Question
from helpdesk.cases.actions.mail_in import Place, place_mail, store_mail
from helpdesk.cases.models import Case, Contact
from helpdesk.intake.arriving import arrived, unread
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.ledger.models import Entry
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.demo import load_cast
from helpdesk.teams.models import Member, Team
from helpdesk.teams.tests.way_in import sign_in

as_public = _as_public
as_mail = _as_mail
STORY = "Ik woon sinds de zomer in een pleeggezin. Niemand heeft aan mij gevraagd wat ik ervan vind."


def member(slug: str) -> Member:
    """Somebody of the cast, invited and accepted when this test first needs her."""
    return load_cast()[slug]


def desk_client(who: Member | str, **more: Any) -> Client:
    """A browser in which this colleague has signed in with both locks."""
    client = Client(**more)
    sign_in(client, member(who) if isinstance(who, str) else who)
    return client


def ask_question(
    text: str = STORY,
    *,
    receipt: Receipt | None = None,
    theme: str = "jeugdhulp",
    team: str | None = "jeugdhulp",
    danger: bool = False,
    asker: str = "kind",
    age_band: str = "12-15",
    more: dict[str, Any] | None = None,
    **facts: Any,
) -> Case:
    """Somebody asks on the public site."""
    load_cast()
    question = Question(
        text=text,
        danger=danger,
        team_id=Team.objects.get(slug=team).pk if team else None,
        facts={"asker": asker, "theme": theme, "age_band": age_band, "language": "nl", **facts},
        more=more or {},
    )
    with as_public():
        return actions.file_question(question, receipt=receipt or Receipt.new(), submission=new_id())


def answer(receipt: Receipt, text: str, **more: Any) -> None:
    """The asker comes back with her code and writes."""
    with as_public():
        visit = visit_with(receipt)
        assert visit is not None
        actions.answer(visit, text, **more)


def tell_how(receipt: Receipt, text: str, **more: Any) -> None:
    """The asker says how it went."""
    with as_public():
        visit = visit_with(receipt)
        assert visit is not None
        actions.tell_how(visit, text=text, **more)


def complain(receipt: Receipt, text: str) -> Case:
    """The asker complains about us in her mailbox, and throws the new code away."""
    with as_public():
        visit = visit_with(receipt)
        assert visit is not None
        return actions.file_complaint(Question(text=text), receipt=Receipt.new(), submission=new_id(), about=visit)


def mail_in(raw: bytes, uid: int = 1) -> UUID:
    """A message comes in: stored, read in the sandbox and placed, by the mail program."""
    box = Mailbox("helpdesk", "localhost", "user", "secret", address="help@example.org", authserv="mx.example.org")
    with as_mail():
        mail_id = store_mail(Place("helpdesk", 1, uid), raw)
        place_mail(mail_id, lambda: arrived(raw, box), instead=lambda: unread(raw))
    return mail_id


def letters(receipt: Receipt) -> list[dict[str, Any]]:
    """What the asker can read now."""
    with as_public():
        visit = visit_with(receipt)
        return [letter.content for letter in visit.letters()] if visit else []


@contextmanager
def opened(who: Member | str, case: Case | str, *, to: str = "read-case") -> Iterator[CaseFile]:
    """The case in this colleague's hands, with the database reading for her."""
    one = member(who) if isinstance(who, str) else who
    with act_as(one.pk):
        yield case_for(one, case if isinstance(case, str) else case.code, to=to)


def with_team(*, team: str = "jeugdhulp", by: str = "mo", **asked: Any) -> Case:
    """A question that was taken in and routed."""
    case = ask_question(team=team, **asked)
    with opened(by, case, to="accept") as file:
        actions.accept_case(file=file)
        actions.route_case(file=file, team=Team.objects.get(slug=team))
    return case


def taken(*, by: str = "iris", **asked: Any) -> Case:
    """A case that a jurist has made hers."""
    case = with_team(**asked)
    with opened(by, case, to="take") as file:
        actions.take_case(file=file)
    return case


def sheet(**typed: Any) -> dict[str, Any]:
    """A contact moment as it is typed: a child calls, and may be called back."""
    return {
        "kind": "call-in",
        "asker": "kind",
        "call_back": "yes",
        "asked": "Mag ik bij mijn oma wonen?",
        "said": "Dat zoeken we uit.",
        **typed,
    }


def log_contact(who: str, **typed: Any) -> UUID:
    """Somebody calls, and this colleague types."""
    contact_id = new_id()
    headers = {"X-Requested-With": "fetch"}
    assert desk_client(who).post(f"/contact/{contact_id}/", sheet(**typed), headers=headers).status_code == 204
    return contact_id


def contact(who: str, contact_id: UUID) -> Contact:
    """The moment, opened by this colleague."""
    one = member(who)
    with act_as(one.pk):
        return contact_for(one, contact_id, to="log-contact").contact


def same_answer(one: Any, other: Any) -> bool:
    """Whether two pages are one and the same, but for codes and the form's token, which is another each time."""

    def bare(answer: Any) -> str:
        return re.sub(r"KR-[A-Z0-9]{5}|[A-Za-z0-9]{64}", "", answer.content.decode())

    return bool(one.status_code == other.status_code and bare(one) == bare(other))


def refused(who: str, case: Case, path: str, **typed: Any) -> bool:
    """Whether this colleague gets for `case` exactly what one gets for a case that is not there."""
    client = desk_client(who)
    theirs, nobodys = (client.post(f"/zaak/{code}/{path}/", typed) for code in (case.code, "KR-22222"))
    return theirs.status_code == 404 and same_answer(theirs, nobodys)


def acts(case: Case | UUID) -> list[str]:
    """What the ledger knows that was done, oldest first, looks left out."""
    object_id = case if isinstance(case, UUID) else case.pk
    rows = Entry.objects.filter(object_id=object_id).exclude(verb="open").order_by("at", "id")
    return list(rows.values_list("verb", flat=True))


def looks(case: Case) -> list[tuple[str, str]]:
    """Who opened it, and what for."""
    rows = Entry.objects.filter(object_id=case.pk, verb="open").order_by("at", "id")
    return [(row.actor, row.purpose) for row in rows]


def walk_through_every_verb(case: Case, receipt: Receipt, *, word: str) -> None:
    """See `tests/walk.py`."""
    from tests import walk

    walk.walk_through_every_verb(case, receipt, word=word)


def make_every_error(case: Case, receipt: Receipt, *, word: str) -> None:
    """See `tests/walk.py`."""
    from tests import walk

    walk.make_every_error(case, receipt, word=word)
