"""What stands in the wrong case goes to the right one: sealed anew, with what hangs on it; a mark stays behind."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.models import Attachment, Case, Contact, Mail, Message, Note, Original
from helpdesk.directory import reference
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.tests.mail_samples import letter, multipart, part
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.vault.cipher import DoesNotOpen
from tests import cast
from tests.test_absent import behind_a_wall
from tests.walk import a_picture

pytestmark = pytest.mark.django_db
SAID = "Mijn zus heeft een brief van de rechter."


def answered(text: str = SAID) -> Case:
    """A case in which the asker wrote once more."""
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    cast.answer(receipt, text)
    return case


def row_of(case: Case, text: str = SAID) -> UUID:
    with cast.opened("iris", case) as file:
        said: dict[str, UUID] = {row.content["text"]: row.pk for row in file.open(Message.objects.filter(case=case))}
        said |= {row.content["text"]: row.pk for row in file.open(Note.objects.filter(case=case))}
        return said[text]


def move(client: Client, case: Case, row: UUID, to: str, **more: Any) -> Any:
    return client.post(f"/zaak/{case.code}/verplaats/{row}/", {"other": to, **more})


def page(client: Client, case: Case) -> str:
    return client.get(f"/zaak/{case.code}/").content.decode()


def put_back(client: Client, case: Case) -> Any:
    """Press the button on the page."""
    found = re.findall(r'action="(/zaak/[^"]+/verplaats/[^"]+/terug/)"', page(client, case))
    return client.post(found[0])


def test_it_stands_there_and_a_mark_stays_here() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    row = row_of(case)
    assert SAID in iris.get(f"/zaak/{case.code}/verplaats/{row}/").content.decode()
    assert move(iris, case, row, other.code).status_code == 302
    here, there = page(iris, case), page(iris, other)
    assert SAID not in here
    assert "Verplaatst naar" in here
    assert other.code in here
    assert SAID in there
    assert "De vrager van een andere zaak" in there, "it is not the voice of who asks there"
    assert case.code in there
    assert cast.acts(case)[-1] == cast.acts(other)[-1] == "move-message"


def test_the_key_of_the_first_case_does_not_open_it_any_more() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    row = row_of(case)
    with cast.opened("iris", case) as file:
        key = file.key
        assert file.mine(Message.objects.get(pk=row)).content["text"] == SAID, "the control"
    move(iris, case, row, other.code)
    with cast.opened("iris", other) as file:
        moved = Message.objects.get(pk=row)
        moved.__dict__["_opener"] = key
        with pytest.raises(DoesNotOpen):
            moved.content  # noqa: B018
        assert file.mine(Message.objects.get(pk=row)).content["text"] == SAID


def test_a_note_moves_too() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": SAID})
    assert move(iris, case, row_of(case), other.code).status_code == 302
    assert SAID not in page(iris, case)
    assert SAID in page(iris, other)
    assert put_back(iris, case).status_code == 302
    assert SAID in page(iris, case)
    assert SAID not in page(iris, other)


def test_what_hangs_on_an_email_goes_along_and_comes_back() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "moeder@example.org")
        path.save()
    words = part(SAID.encode(), "Content-Type: text/plain; charset=utf-8")
    picture = part(a_picture(), "Content-Type: image/png", 'Content-Disposition: attachment; filename="brief.png"')
    raw = multipart([words, picture])
    head = f"Delivered-To: help+{tag}@example.org\r\nFrom: moeder@example.org\r\n".encode()
    mail = cast.mail_in(head + re.sub(rb"(?im)^from:.*\r?\n", b"", raw, count=1))
    row = row_of(case)

    def lies_in() -> set[UUID]:
        with cast.opened("iris", case) as one, cast.opened("iris", other) as two:
            files = [file for file in (one, two) for _ in Attachment.objects.filter(case=file.case)]
            shown = [file.open(Attachment.objects.filter(case=file.case))[0] for file in files]
            assert [len(bytes(one.copy)) > 0 for one in shown] == [True], "the copy opens where it lies"
            found = [Mail.objects.get(pk=mail).case_id, *(one.case_id for one in shown)]
            return {*found, *Original.objects.values_list("case_id", flat=True)}

    assert lies_in() == {case.pk}
    assert move(iris, case, row, other.code).status_code == 302
    assert lies_in() == {other.pk}
    assert put_back(iris, case).status_code == 302
    assert lies_in() == {case.pk}


def test_ours_and_the_question_itself_stay() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": SAID})
    for text in (cast.STORY, SAID):
        answer = move(iris, case, row_of(case, text), other.code)
        assert answer.status_code == 422
        assert "blijft bij de zaak" in answer.content.decode()
    with clock.at(clock.now() + timedelta(hours=1)):  # also when it has left
        assert "van ons" in move(cast.desk_client("iris"), case, row_of(case), other.code).content.decode()
    assert SAID not in page(iris, other)
    assert "move-message" not in cast.acts(case)


def test_only_to_a_case_in_which_she_may_write() -> None:
    case, iris = answered(), cast.desk_client("iris")
    theirs, row = cast.taken(by="farah", team="migratie"), row_of(case)
    answers = [move(iris, case, row, code) for code in (theirs.code, "KR-22222")]
    assert [one.status_code for one in answers] == [422, 422]
    assert cast.same_answer(*answers)
    assert move(iris, case, row, case.code).status_code == 422
    assert SAID in page(iris, case)
    assert cast.refused("farah", case, f"verplaats/{row}", other=theirs.code)


def test_who_may_not_read_the_other_case_sees_a_mark_without_its_code() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    behind_a_wall(other)
    assert move(iris, case, row_of(case), other.code).status_code == 302
    assert other.code in page(iris, case), "the control finds nothing"
    seen = page(cast.desk_client("sanne"), case)
    assert "Verplaatst naar een andere zaak" in seen
    assert other.code not in seen
    assert "zet-terug-" not in seen


def test_where_people_stand_against_each_other_it_is_asked_once_more() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    father = Person(Part.PARENT, Interest.AGAINST, name="Piet Pietersen", asks=True)
    with cast.opened("iris", other, to="add-party") as file:
        actions.add_party(file=file, person=father)
    row, third = row_of(case), cast.taken()
    asked = move(iris, case, row, other.code)
    assert asked.status_code == 422
    assert "staan mensen tegenover elkaar" in asked.content.decode()
    assert "Piet" not in asked.content.decode()
    assert move(iris, case, row, other.code, weet=third.code).status_code == 422, "yes to another case"
    assert move(iris, case, row, other.code, weet=other.code).status_code == 302
    entry = Entry.objects.filter(object_id=case.pk, verb="move-message").get()
    assert entry.purpose == "knowing a warning"


def test_the_page_costs_the_same_with_ten_moved() -> None:
    case, iris = answered(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        told = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in told if "SAVEPOINT" not in one["sql"]])

    move(iris, case, row_of(case), cast.taken().code)
    page(iris, case)  # what was said is said here
    one = cost()
    for number in range(9):
        iris.post(f"/zaak/{case.code}/notitie/", {"text": f"Notitie {number}"})
        move(iris, case, row_of(case, f"Notitie {number}"), cast.taken().code)
    assert page(iris, case).count("Verplaatst naar") == 10
    assert cost() == one <= 12


def with_a_call(**typed: Any) -> tuple[Case, UUID]:
    """A case to which a call was joined."""
    case, call = cast.taken(), cast.log_contact("iris", **typed)
    sheet = {**cast.sheet(**typed), "code": case.code}
    assert cast.desk_client("iris").post(f"/contact/{call}/koppelen/", sheet).status_code == 302
    return case, call


def test_a_contact_moment_moves_with_the_same_verb_and_comes_back() -> None:
    case, call = with_a_call(asked=SAID)
    other, iris = cast.taken(), cast.desk_client("iris")
    with cast.opened("iris", case) as file:
        before = file.open_contacts(Contact.objects.filter(pk=call))[0]
        kept = (before.course, before.facts, before.words, before.state, before.case_id)
    assert SAID in iris.get(f"/zaak/{case.code}/verplaats/{call}/").content.decode()
    assert move(iris, case, call, other.code).status_code == 302
    here, there = page(iris, case), page(iris, other)
    assert SAID not in here
    assert "Gesprek:" in here
    assert SAID in there
    assert case.code in there
    assert cast.acts(case)[-1] == cast.acts(other)[-1] == "move-message"
    assert put_back(iris, case).status_code == 302
    with cast.opened("iris", case) as file:
        after = file.open_contacts(Contact.objects.filter(pk=call))[0]
        assert (after.course, after.facts, after.words, after.state, after.case_id) == kept
        assert Note.objects.filter(case=case).count() == 0
    assert SAID not in page(iris, other)


def test_the_call_of_which_a_case_was_made_stays() -> None:
    call = cast.log_contact("iris")
    made = cast.desk_client("iris").post(f"/contact/{call}/zaak/", {**cast.sheet(), "team": "jeugdhulp"})
    assert made.status_code == 302
    with cast.opened("iris", made["Location"].split("/zaak/")[1].strip("/")) as file:
        case = file.case
    answer = move(cast.desk_client("iris"), case, call, cast.taken().code)
    assert answer.status_code == 422
    assert "Van dit gesprek is de zaak gemaakt" in answer.content.decode()


def mailed(case: Case, tag: str, text: str, uid: int, sender: str = "moeder@example.org") -> None:
    cast.mail_in(letter(text, f"Delivered-To: help+{tag}@example.org", sender=sender), uid)


def test_later_mail_follows_only_when_it_is_ticked_and_comes_back_with_the_undo() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "moeder@example.org")
        path.save()
    mailed(case, tag, "Eerste brief.", 1)
    row = row_of(case, "Eerste brief.")
    form = iris.get(f"/zaak/{case.code}/verplaats/{row}/").content.decode()
    assert "Latere e-mail van deze afzender" in form
    assert "checked" not in form
    move(iris, case, row, other.code)
    mailed(case, tag, "Tweede brief.", 2)
    assert "Tweede brief." in page(iris, case), "not ticked: it stays with the case that gave the tag"
    put_back(iris, case)
    move(iris, case, row, other.code, later="on")
    mailed(case, tag, "Derde brief.", 3)
    there = page(iris, other)
    assert "Derde brief." in there
    assert "Iemand uit een andere zaak" in there, "it is not the voice of who asks there"
    with cast.opened("iris", other) as file:
        said = {one.content["text"]: one.content for one in file.open(Message.objects.filter(case=other))}
        assert said["Derde brief."]["by"] == "party"
    put_back(iris, case)
    mailed(case, tag, "Vierde brief.", 4)
    assert "Vierde brief." in page(iris, case)
    with cast.opened("iris", case) as file:
        said = {one.content["text"]: one.content for one in file.open(Message.objects.filter(case=case))}
        assert said["Vierde brief."]["by"] == "asker"


def test_only_an_email_has_a_later_one() -> None:
    case = answered()
    form = cast.desk_client("iris").get(f"/zaak/{case.code}/verplaats/{row_of(case)}/").content.decode()
    assert "Latere e-mail" not in form
