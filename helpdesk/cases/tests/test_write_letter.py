"""A letter by post: to one person at her own address, as agreed; printed, posted, and taken back until then."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from helpdesk.cases.models import Case, Draft, Message, Party, Reading
from helpdesk.ledger.models import Entry
from helpdesk.teams.models import Member
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db
MOTHER = somebody(name="Maryam Kievit", address="Sloot 1\n2311 AB Leiden", told_contact="yes", told_progress="yes")
TYPED: dict[str, Any] = {"text": "De zitting is op 4 januari.", "subjects": ["progress"]}


def with_mother(**more: Any) -> tuple[Case, Client, str]:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert (
        iris.post(f"/zaak/{case.code}/persoon/", {**MOTHER, "by_post": "yes", "weet": "1", **more}).status_code == 302
    )
    with cast.opened("iris", case) as file:
        return case, iris, f"/zaak/{case.code}/persoon/{Party.objects.get(case=file.case).pk}/"


def letters(case: Case) -> list[Message]:
    with cast.opened("iris", case) as file:
        rows = file.open(Message.objects.filter(case=file.case))
    return [row for row in rows if row.content["kind"] == "brief"]


def test_it_is_printed_with_the_address_and_a_neutral_sender_and_nothing_more() -> None:
    case, iris, path = with_mother()
    answer = iris.post(f"{path}brief/", TYPED)
    (letter,) = letters(case)
    assert answer["Location"] == f"/zaak/{case.code}/brief/{letter.pk}/"
    page = iris.get(answer["Location"]).content.decode()
    for words in ("Maryam Kievit<br>Sloot 1<br>2311 AB Leiden", "Helpdesk", "De zitting is op 4 januari."):
        assert words in page
    assert 'class="krh-paper"' in page
    for words in (cast.STORY[:30], "jeugd", "kind"):
        assert words not in page.partition("<main")[2].lower()
    assert cast.acts(case)[-2:] == ["write-letter", "print"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"by_post": "no"}, "Niet afgesproken dat een brief mag."),
        ({"by_post": "ask"}, "Vraag eerst of een brief veilig is."),
        ({"told_progress": "no"}, "Niet afgesproken dat deze persoon mag weten hoe het met de zaak gaat."),
        ({"address": ""}, "Bij deze persoon staat geen postadres."),
        ({"part": "lawyer"}, "Er is geen toestemming om met de advocaat te delen"),
    ],
)
def test_what_was_not_agreed_is_refused_and_the_words_stay(more: dict[str, Any], why: str) -> None:
    case, iris, path = with_mother(**more)
    before = Entry.objects.filter(verb="refuse", purpose="release").count()
    answer = iris.post(f"{path}brief/", TYPED)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert TYPED["text"] in answer.content.decode()
    assert letters(case) == []
    assert Entry.objects.filter(verb="refuse", purpose="release").count() == before + ("address" not in more)


def test_who_stands_against_the_child_is_asked_about_once_more() -> None:
    case, iris, path = with_mother(interest="against")
    assert "staat tegenover het kind" in iris.post(f"{path}brief/", TYPED).content.decode()
    assert letters(case) == []
    once_more = iris.post(f"{path}brief/", {**TYPED, "weet": "1"})
    assert "Vraag een collega om mee te lezen." in once_more.content.decode(), "with the two of you"


def test_where_a_child_is_does_not_stand_with_her_as_an_address() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    answer = iris.post(f"/zaak/{case.code}/persoon/", {**MOTHER, "part": "child"})
    assert answer.status_code == 422
    assert "Waar het kind is, staat apart." in answer.content.decode()


def test_until_it_is_posted_it_is_taken_back_to_a_draft_and_then_no_more() -> None:
    case, iris, path = with_mother()
    for _ in range(2):
        iris.post(f"{path}brief/", TYPED)
        (letter,) = letters(case)
        iris.post(f"/zaak/{case.code}/terughalen/{letter.pk}/")
        assert letters(case) == []
        with cast.opened("iris", case) as file:
            kept = file.mine(Draft.objects.get(case=file.case)).content
        assert (TYPED["text"] in kept["text"], kept["subjects"]) == (True, ["contact", "progress"])
    iris.post(f"{path}brief/", TYPED)
    (letter,) = letters(case)
    assert iris.post(f"/zaak/{case.code}/brief/{letter.pk}/op-de-post/").status_code == 302
    assert "Op de post gedaan" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Terughalen kan niet meer" in iris.post(f"/zaak/{case.code}/terughalen/{letter.pk}/").content.decode()
    assert len(letters(case)) == 1
    again = iris.post(f"/zaak/{case.code}/brief/{letter.pk}/op-de-post/")
    assert "Deze brief is al op de post." in again.content.decode()


@pytest.mark.parametrize("more", [{"by_post": "no"}, {"told_contact": "no", "told_progress": "no"}, {"address": "B"}])
def test_what_changed_meanwhile_stops_it_at_the_printer_and_at_the_letter_box(more: dict[str, Any]) -> None:
    case, iris, path = with_mother()
    iris.post(f"{path}brief/", TYPED)
    (letter,) = letters(case)
    assert iris.post(path, {**MOTHER, "by_post": "yes", **more}).status_code == 302
    for answer in (
        iris.get(f"/zaak/{case.code}/brief/{letter.pk}/"),
        iris.post(f"/zaak/{case.code}/brief/{letter.pk}/op-de-post/"),
    ):
        assert answer.status_code == 422
        assert TYPED["text"] not in answer.content.decode()
    assert "posted_at" not in letters(case)[0].content


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "persoon/00000000-0000-7000-8000-000000000000/brief", **TYPED)


def test_a_letter_is_read_by_a_colleague_first_and_leaves_when_she_agrees() -> None:
    case, iris, path = with_mother()
    Member.objects.filter(pk=cast.member("iris").pk).update(guided=True)
    assert "Een collega leest mee." in iris.get(f"{path}brief/").content.decode()
    assert iris.post(f"{path}brief/", TYPED).status_code == 422
    kind, reader = f"letter:{path.split('/')[-2]}", str(cast.member("sanne").pk)
    asked = iris.post(f"/zaak/{case.code}/meelezen/", {**TYPED, "soort": kind, "reader": reader, "note": ""})
    assert asked.status_code == 302, asked.content.decode()[:2000]
    assert letters(case) == []
    with cast.opened("iris", case) as file:
        row = Reading.objects.get(case=file.case)
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/meelezen/{row.pk}/ja/").status_code == 302
    (letter,) = letters(case)
    assert (letter.content["text"], letter.content["read_by"]) == (TYPED["text"], reader)
    assert letter.content["by"] == str(cast.member("iris").pk), "in the name of who wrote it"
