"""Reply: the asker reads it in her mailbox, a minute later; until then it can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.models import Draft, Letter, Message
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_asker_reads_it_after_the_minute() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    page = iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Je mag zelf naar de rechter."}, follow=True)
    assert "Haal terug" in page.content.decode()
    assert cast.letters(receipt) == []
    with cast.opened("iris", case) as file:
        assert file.case.state == "waiting_asker"
        assert file.case.promise_on is None
        assert Letter.objects.get(mailbox__case=case).visible_at > timezone.now() + timedelta(seconds=50)
    assert cast.acts(case)[-1] == "reply"


def test_after_the_minute_it_lies_there() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    with clock.at(timezone.now() - timedelta(minutes=2)):
        cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": "Dag."})
    assert [letter["text"] for letter in cast.letters(receipt)] == ["Dag."]
    assert cast.letters(receipt)[0]["from"] == "Iris"


def test_a_script_gets_thread_and_toast() -> None:
    case = cast.taken()
    headers = {"HX-Request": "true"}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": "Dag"}, headers=headers)
    html = answer.content.decode()
    assert 'id="paneel-gesprek"' in html
    assert "gaat zo weg" in html
    assert 'id="haal-terug"' in html


@pytest.mark.parametrize("script", [{}, {"HX-Request": "true"}])
def test_when_the_case_moved_on_the_text_comes_back(script: dict[str, str]) -> None:
    case = cast.with_team()
    iris = cast.desk_client("iris")
    with cast.opened("sanne", case, to="refer") as file:
        from helpdesk.cases import actions

        actions.refer_case(file=file, institution="KO", reason="x")
    answer = iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Lang nagedacht"}, headers=script)
    assert answer.status_code == 422
    assert "Dit kan nu niet: de zaak is doorverwezen." in answer.content.decode()
    assert "Lang nagedacht</textarea>" in answer.content.decode()


def test_an_empty_reply_is_refused() -> None:
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": "  "})
    assert answer.status_code == 422
    assert "Schrijf eerst iets." in answer.content.decode()
    with cast.opened("iris", case):
        assert Message.objects.filter(case=case).count() == 1


def test_the_draft_goes_when_the_reply_goes() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "Dag"})
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Dag"})
    with cast.opened("iris", case):
        assert not Draft.objects.filter(case=case).exists()


def test_what_is_typed_stands_on_the_page_as_text() -> None:
    case = cast.taken(text="<script>alert(1)</script> \u202e omgekeerd 🐙")
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "🐙" in page


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "antwoorden", text="Dag")
