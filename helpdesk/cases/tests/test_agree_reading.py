"""The second of two agrees: it leaves in its author's name, with the undo; whether it may is asked at that moment."""

from __future__ import annotations

import pytest
from django.http import Http404

from helpdesk.cases import actions
from helpdesk.cases.models import Message
from helpdesk.cases.tests.read_along import TEXT, ask, dangerous, press, reading
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.models import Team
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("danger_is_read")]
BUSY = "Noor is vandaag op de zitting."


def test_it_leaves_in_the_name_of_its_author_with_the_undo() -> None:
    receipt = Receipt.new()
    case = dangerous(receipt)
    ask(case)
    assert press(cast.desk_client("sanne"), case, reading(case), "ja").status_code == 302
    assert cast.letters(receipt) == [], "a minute to take it back"
    with cast.opened("iris", case) as file:
        message = file.mine(Message.objects.filter(case=file.case).latest("visible_at"))
        assert message.visible_at > clock.now()
        assert message.content["by"] == str(cast.member("iris").pk)
        assert message.content["text"] == TEXT
    with clock.at(message.visible_at):
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "meegelezen door Sanne" in page
    assert reading(case).state == "sent"
    assert cast.acts(case)[-2:] == ["agree-reading", "reply"]


def test_never_ones_own_and_not_who_was_not_asked() -> None:
    cast.member("noor").memberships.create(team=Team.objects.get(slug="jeugdhulp"))
    case = dangerous()
    ask(case)
    row = reading(case)
    assert "Je schreef dit zelf." in press(cast.desk_client("iris"), case, row, "ja").content.decode()
    answer = press(cast.desk_client("noor"), case, row, "ja", reason=BUSY)
    assert "Alleen een teamleider" in answer.content.decode()
    assert reading(case).state == "asked"
    assert cast.refused("farah", case, f"meelezen/{row.pk}/ja")


def test_a_lead_takes_it_over_with_a_reason() -> None:
    cast.member("noor").memberships.create(team=Team.objects.get(slug="jeugdhulp"))
    case = dangerous()
    ask(case, reader=str(cast.member("noor").pk))
    sanne, row = cast.desk_client("sanne"), reading(case)
    assert "Waarom neem jij het over?" in sanne.get(f"/zaak/{case.code}/").content.decode()
    assert "minstens 20 letters" in press(sanne, case, row, "ja", reason="haast").content.decode()
    assert press(sanne, case, row, "ja", reason=BUSY).status_code == 302
    content = reading(case).content
    assert content["read_by"] == str(cast.member("sanne").pk)
    assert content["reason"] == BUSY


def test_a_text_that_changed_after_the_yes_is_read_anew() -> None:
    case = dangerous()
    ask(case)
    press(cast.desk_client("sanne"), case, reading(case), "ja")
    iris = cast.desk_client("iris")
    with cast.opened("iris", case) as file:
        sent = Message.objects.filter(case=file.case).latest("visible_at").pk
    assert iris.post(f"/zaak/{case.code}/terughalen/{sent}/").status_code == 302
    assert reading(case).state == "agreed"
    assert TEXT in iris.get(f"/zaak/{case.code}/").content.decode()
    changed = iris.post(f"/zaak/{case.code}/antwoorden/", {"text": f"{TEXT} Bel me."})
    assert changed.status_code == 422
    assert "leest een collega" in changed.content.decode()
    assert iris.post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT}).status_code == 302
    assert reading(case).state == "sent"
    assert iris.post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT}).status_code == 422, "one yes, one letter"


def test_taken_back_by_the_reader_it_lies_with_its_author() -> None:
    case = dangerous()
    ask(case)
    sanne = cast.desk_client("sanne")
    press(sanne, case, reading(case), "ja")
    with cast.opened("sanne", case) as file:
        sent = Message.objects.filter(case=file.case).latest("visible_at").pk
    assert sanne.post(f"/zaak/{case.code}/terughalen/{sent}/").status_code == 302
    assert reading(case).state == "returned"
    assert "De tweede lezer heeft opmerkingen." in cast.desk_client("iris").get("/").content.decode()
    composer = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode().partition('id="antwoord-tekst"')[2]
    assert TEXT in composer.partition("</textarea>")[0]


def test_what_may_not_leave_any_more_goes_back_with_the_reason() -> None:
    receipt = Receipt.new()
    case = dangerous(receipt)
    ask(case)
    with cast.as_public():
        from helpdesk.cases.access import visit_with

        visit = visit_with(receipt)
        assert visit is not None
        actions.burn_mailbox(visit)
    answer = press(cast.desk_client("sanne"), case, reading(case), "ja")
    assert "Het kon niet weg" in answer.content.decode()
    row = reading(case)
    assert row.state == "returned"
    assert "gewist" in row.content["remarks"]
    assert row.content["text"] == TEXT


def test_two_who_agree_at_once_send_once() -> None:
    case = dangerous()
    ask(case)
    row, sanne = reading(case), cast.desk_client("sanne")
    press(sanne, case, row, "ja")
    again = press(sanne, case, row, "ja")
    assert "wacht niet meer" in again.content.decode()
    with cast.opened("iris", case) as file:
        rows = file.open(Message.objects.filter(case=file.case))
        assert sum(one.content["text"] == TEXT for one in rows) == 1


def test_an_author_who_may_not_see_it_any_more_sends_nothing() -> None:
    case = dangerous()
    ask(case)
    cast.desk_client("iris").post(f"/zaak/{case.code}/ik-ken-dit-gezin/")
    row = reading(case, "sanne")
    answer = press(cast.desk_client("sanne"), case, row, "ja")
    assert "De schrijver kan niet meer bij deze zaak." in answer.content.decode()
    with pytest.raises(Http404), cast.opened("iris", case):
        pass
