"""Standard texts: found, added, changed without losing what was, retired; picked while writing; never half sent."""

from __future__ import annotations

import datetime
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connections, transaction
from django.test.utils import CaptureQueriesContext

from helpdesk.cases.workflow import State
from helpdesk.directory import actions
from helpdesk.directory.demo import load_texts
from helpdesk.directory.models import StandardText
from helpdesk.directory.text_forms import StandardTextForm
from helpdesk.directory.text_words import filled, unknown
from helpdesk.directory.words import MOMENTS
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db
LIST = "/standaardteksten/"
PICK = "/standaardteksten/kies/"


def typed(**more: Any) -> dict[str, Any]:
    """The form, filled in."""
    said = {"title": "We lezen je vraag", "body": "Hoi, ik ben {mijn naam}.", "language": "nl"}
    review_on = (clock.today() + timedelta(days=100)).isoformat()
    return {**said, "owner": str(cast.member("iris").pk), "review_on": review_on, **more}


def text(**more: Any) -> StandardText:
    """One that is there."""
    said = {**typed(), "themes": [], "states": [], "askers": [], "owner": cast.member("iris"), **more}
    said["review_on"] = date.fromisoformat(str(said["review_on"]))
    return actions.add_standard_text(actor=cast.member("iris"), said=said)


def test_a_new_text_is_there_for_all_who_write_and_in_the_ledger() -> None:
    iris = cast.desk_client("iris")
    assert "Er zijn nog geen standaardteksten." in iris.get(LIST).content.decode()
    assert iris.post(LIST + "nieuw/", typed(themes=["jeugdhulp"], states=["team"])).status_code == 302
    row = StandardText.objects.get()
    assert Entry.objects.filter(verb="add-standard-text", object_id=row.text_id).exists()
    for who in ("mo", "iris", "sanne"):
        page = cast.desk_client(who).get(LIST).content.decode()
        assert "We lezen je vraag" in page
        assert ("Wijzig" in page) is (who != "mo")


def test_a_change_adds_a_version_and_the_old_one_stays_as_it_was() -> None:
    iris, first = cast.desk_client("iris"), text()
    url = f"{LIST}{first.text_id}/"
    assert iris.post(url, typed(body="Dag.", number="1")).status_code == 302
    assert [row.body for row in StandardText.objects.of(first.text_id)] == ["Dag.", first.body]
    page = iris.get(LIST).content.decode()
    assert "Dag." in page
    assert first.body not in page
    assert first.body in iris.get(url).content.decode()
    stale = iris.post(url, typed(body="Over elkaar heen", number="1"))
    assert stale.status_code == 422
    assert "Een collega heeft deze tekst net veranderd." in stale.content.decode()
    assert "Over elkaar heen</textarea>" in stale.content.decode()
    with pytest.raises(actions.Meanwhile):
        actions.retire_standard_text(actor=cast.member("iris"), held=first)


def test_the_database_itself_keeps_every_version() -> None:
    first = text()
    assert StandardText.objects.filter(pk=first.pk).exists()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        StandardText.objects.filter(pk=first.pk).update(body="anders")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        StandardText.objects.filter(pk=first.pk).delete()


def test_a_retired_text_is_picked_no_more_and_comes_back_when_saved() -> None:
    iris, first = cast.desk_client("iris"), text()
    assert first.title in iris.post(PICK).content.decode()
    assert iris.post(f"{LIST}{first.text_id}/vervalt/", {"number": "1"}).status_code == 302
    assert first.title not in iris.post(PICK).content.decode()
    assert first.title not in iris.get(LIST).content.decode()
    assert first.title in iris.get(LIST + "?which=retired").content.decode()
    assert iris.post(f"{LIST}{first.text_id}/", typed(number="2")).status_code == 302
    assert first.title in iris.get(LIST).content.decode()


def test_one_finds_by_words_and_by_what_it_is_for() -> None:
    text(title="Over school", themes=["onderwijs"], askers=["kind"])
    text(title="Over opvang", themes=["migratie"], states=["waiting_third"], language="en")
    text(title="Voor iedereen")
    iris = cast.desk_client("iris")

    def titles(query: str) -> set[str]:
        page = iris.get(LIST + query).content.decode()
        return {title for title in ("Over school", "Over opvang", "Voor iedereen") if title in page}

    assert titles("") == {"Over school", "Over opvang", "Voor iedereen"}
    assert titles("?words=OPVANG+hoi") == {"Over opvang"}
    assert titles("?theme=onderwijs") == {"Over school", "Voor iedereen"}
    assert titles("?asker=ouder&language=nl") == {"Voor iedereen"}
    assert titles("?state=team") == {"Over school", "Voor iedereen"}
    assert titles("?theme=bestaat-niet") == {"Over school", "Over opvang", "Voor iedereen"}
    assert "Geen tekst gevonden." in iris.get(LIST + "?words=zeepaard").content.decode()


def test_what_is_due_for_a_look_is_marked() -> None:
    text(title="Kersvers")
    text(title="Oud", review_on=clock.today())
    page = cast.desk_client("iris").get(LIST).content.decode()
    assert "Eén tekst moet worden nagekeken." in page
    assert page.count("krh-chip--warn") == 1
    due = cast.desk_client("iris").get(LIST + "?which=overdue").content.decode()
    assert "Oud" in due
    assert "Kersvers" not in due


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Geef de tekst een titel."),
        ({"body": "Dag {naam van het kind}"}, "Dit vullen we niet in: naam van het kind."),
        ({"body": "Dag {mijn naam"}, "Dit vullen we niet in: {."),
        ({"body": "Zie KR-23456"}, "Haal dat weg."),
        ({"title": "Mail aan jan@example.org"}, "Haal dat weg."),
        ({"review_on": "2020-01-01"}, "Kies een dag die nog komt."),
        ({"owner": "00000000-0000-0000-0000-000000000000"}, "Kies een collega uit de lijst."),
    ],
)
def test_what_is_not_good_is_asked_again(wrong: dict[str, str], said: str) -> None:
    answer = cast.desk_client("iris").post(LIST + "nieuw/", typed(**wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not StandardText.objects.exists()


def test_words_are_filled_in_in_the_language_of_the_text() -> None:
    day = datetime.date(2026, 11, 25)
    body = "{mijn naam}, {vandaag}, { over een week }, {vul in: iets}"
    assert filled(body, first_name="Iris", today=day, language="nl") == (
        "Iris, 25 november 2026, 2 december 2026, {vul in: iets}"
    )
    assert "2 December 2026" in filled(body, first_name="Iris", today=day, language="en")
    assert unknown(body) == []


def test_the_picker_fills_in_and_puts_what_fits_on_top() -> None:
    text(title="Voor iedereen")
    text(title="Over school", themes=["onderwijs"])
    text(title="Over opvang", themes=["migratie"])
    iris = cast.desk_client("iris")
    page = iris.post(PICK, {"theme": "migratie", "state": "team"}).content.decode()
    order = [page.index(title) for title in ("Over opvang", "Voor iedereen", "Over school")]
    assert order == sorted(order)
    assert "Hoi, ik ben Iris." in page
    assert "Over school" not in iris.post(PICK, {"words": "opvang"}).content.decode()
    assert "Geen tekst gevonden." in iris.post(PICK, {"words": "zeepaard"}).content.decode()


def test_the_composer_offers_it_outside_the_form() -> None:
    case = cast.taken()
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    form, _, after = page.partition('id="verstuur"')[2].partition("</form>")
    assert "krh-pick" not in form
    assert 'data-insert-into="antwoord-tekst"' in after


def test_a_gap_does_not_leave() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    for path in ("antwoorden", "doorvragen"):
        answer = iris.post(f"/zaak/{case.code}/{path}/", {"text": "Vertel: {vul in: je vraag}"})
        assert answer.status_code == 422
        assert "Vul eerst in wat nog tussen { en } staat" in answer.content.decode()
    assert iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Vertel: {hoe} dan"}).status_code == 302


def test_what_was_sent_is_kept_as_sent() -> None:
    case, iris, first = cast.taken(), cast.desk_client("iris"), text(body="Wij lezen mee.")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": first.body})
    iris.post(f"{LIST}{first.text_id}/", typed(body="Heel anders.", number="1"))
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Wij lezen mee." in page
    assert "Heel anders." not in page


def test_others_look_and_do_not_change() -> None:
    first = text()
    for who, may_look in {"mo": True, "bas": False}.items():
        client = cast.desk_client(who)
        assert client.get(LIST).status_code == (200 if may_look else 404)
        assert client.get(f"{LIST}{first.text_id}/").status_code == 404
        assert client.post(LIST + "nieuw/", typed()).status_code == 404
        assert client.post(f"{LIST}{first.text_id}/vervalt/", {"number": "1"}).status_code == 404
    assert StandardText.objects.count() == 1


def test_the_list_and_the_picker_cost_the_same_with_more() -> None:
    iris = cast.desk_client("iris")

    def cost() -> list[int]:
        counts = []
        for ask, path in ((iris.get, LIST), (iris.post, PICK)):
            with CaptureQueriesContext(connections["default"]) as data:
                assert ask(path).status_code == 200
            counts.append(len(data.captured_queries))
        return counts

    text()
    cost()  # the lists of reference are read once a minute
    before = cost()
    for number in range(20):
        text(title=f"Nog een {number}")
    assert cost() == before
    assert max(before) <= 8


def test_the_moments_are_states_of_a_case() -> None:
    assert set(MOMENTS) == set(State) - {State.NEW}


@pytest.fixture
def demonstration(settings: LazySettings) -> None:
    settings.DEMO = True


@pytest.mark.usefixtures("demonstration")
def test_the_texts_of_the_demonstration_are_good_and_loaded_once() -> None:
    people = {slug: cast.member(slug) for slug in ("iris", "sanne", "farah")}
    assert load_texts(people) > 4
    assert load_texts(people) == 0
    due = 0
    for row in StandardText.objects.newest():
        said = {name: getattr(row, name) for name in actions.SAID}
        late = row.review_on <= clock.today()
        day = "2099-01-01" if late else row.review_on
        form = StandardTextForm({**said, "owner": str(row.owner_id), "review_on": day})
        assert form.is_valid(), (row.title, form.errors)
        due += late
    assert due == 1
