"""From question to receipt, through the page, as the public program: with nothing but a story, and with everything."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from helpdesk.cases.access import visit_with
from helpdesk.cases.workflow import Urgency
from helpdesk.intake.tests.asking import ASK, STORY, as_typed, cases, fill_in, only_file, receipt_in, ticket_in
from helpdesk.lib.ticket_box import seal
from helpdesk.teams.demo import load_cast

pytestmark = pytest.mark.django_db


def test_a_story_alone_is_enough(public_client: Client, as_public: Any) -> None:
    response: Any = public_client.post(ASK, fill_in(public_client))
    receipt = receipt_in(response)
    with as_public():
        visit = visit_with(receipt)
        assert visit is not None
        assert visit.box.status["state"] == "new"
        assert visit.box.status["promise_on"] == response.context["promise_on"].isoformat()
    file, said = only_file()
    assert [(one["kind"], one["text"], one["by"]) for one in said] == [("question", STORY, "asker")]
    assert file.case.urgency == Urgency.NORMAL
    assert file.case.summary["channel"] == "website"


def test_no_cookie_is_set_before_or_with_the_receipt(public_client: Client) -> None:
    response: Any = public_client.post(ASK, fill_in(public_client))
    receipt_in(response)
    assert not public_client.cookies
    assert "no-store" in response["Cache-Control"]


def test_everything_that_was_said_arrives(public_client: Client) -> None:
    load_cast()
    said = {
        "asker": "ouder",
        "theme": "onderwijs",
        "age_band": "12-15",
        "requester_type": "ouder-zonder",
        "for_whom": "een-kind",
        "authority": "een-ander",
        "child_knows": "nee",
        "province": "zeeland",
        "language": "tr",
        "interpreter": "ja",
        "danger": "nee",
        "safe_contact": "bel niet na zes uur",
        "code_word": "paardenbloem",
    }
    receipt_in(public_client.post(ASK, fill_in(public_client, **said)))
    file, (message,) = only_file()
    facts = file.case.summary
    for name in ("asker", "theme", "age_band", "requester_type", "province", "language", "danger"):
        assert facts[name] == said[name]
    assert facts["interpreter"] is True
    assert message["more"] == {
        name: said[name] for name in ("for_whom", "authority", "child_knows", "safe_contact", "code_word")
    }
    assert "paardenbloem" not in str(facts), "a code word stays out of what a list opens"
    assert file.case.team is not None
    assert file.case.team.slug == "familie"


def test_strange_choices_count_as_not_answered(public_client: Client) -> None:
    fields = dict.fromkeys(("asker", "theme", "age_band", "danger", "province", "language", "authority"), "<script>")
    receipt_in(public_client.post(ASK, fill_in(public_client, **fields)))
    file, (message,) = only_file()
    assert {file.case.summary[name] for name in ("asker", "theme", "age_band", "danger", "province", "language")} == {
        ""
    }
    assert message["more"] == {}
    assert file.case.team_id is None


@pytest.mark.parametrize("asker", ["kind", "ouder", "werkt", "advocaat", "anders", "", "onzin"])
def test_the_landing_says_who_asks(public_client: Client, asker: str) -> None:
    response: Any = public_client.get(ASK, {"wie": asker})
    assert response.status_code == 200
    assert response.context["asker"] == ("" if asker == "onzin" else asker)
    assert response.context["form"]["asker"].value() == response.context["asker"]


def test_danger_now_stands_on_top_and_help_comes_first(public_client: Client) -> None:
    response: Any = public_client.post(ASK, fill_in(public_client, danger="ja"))
    receipt_in(response)
    assert response.context["danger"] is True
    file, _ = only_file()
    assert file.case.urgency == Urgency.DANGER


@pytest.mark.parametrize("story", ["Hij slaat me elke dag.", "I want to die. He said he would kill me, dood wil ik"])
def test_a_story_of_danger_shows_help_and_leaves_the_urgency_to_people(public_client: Client, story: str) -> None:
    response: Any = public_client.post(ASK, fill_in(public_client, story=story))
    assert response.context["danger"] is True
    file, _ = only_file()
    assert file.case.urgency == Urgency.NORMAL
    assert file.case.summary["danger_words"] is True


@pytest.mark.parametrize("story", ["", "   ", "\x00\n \u202e"])
def test_without_a_story_the_form_comes_back_with_the_rest(public_client: Client, story: str) -> None:
    form = fill_in(public_client, story=story, safe_contact="alleen op dinsdag", theme="privacy")
    response: Any = public_client.post(ASK, form)
    assert response.context["form"].errors["story"]
    assert "alleen op dinsdag" in response.content.decode()
    assert response.context["form"]["theme"].value() == "privacy"
    assert ticket_in(response) == form["ticket"]
    assert cases() == []
    receipt_in(public_client.post(ASK, {**form, "story": STORY}))


@pytest.mark.parametrize("ticket", ["", "x", "é" * 40, "A" * 200])
def test_a_broken_ticket_returns_the_text_with_a_good_one(public_client: Client, ticket: str) -> None:
    response: Any = public_client.post(ASK, {**fill_in(public_client), "ticket": ticket})
    assert as_typed(response) == STORY
    assert response.context["form"].non_field_errors()
    assert cases() == []
    receipt_in(public_client.post(ASK, {"ticket": ticket_in(response), "story": as_typed(response)}))


def test_a_stale_ticket_returns_the_text_with_a_good_one(
    public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = fill_in(public_client, safe_contact="bij oma")
    with monkeypatch.context() as later:
        now = __import__("time").time()
        later.setattr("helpdesk.intake.ticket.time.time", lambda: now + 7201)
        response: Any = public_client.post(ASK, form)
        assert as_typed(response) == STORY
        assert "bij oma" in response.content.decode()
        assert ticket_in(response) != form["ticket"]
        assert cases() == []
        receipt_in(public_client.post(ASK, {**form, "ticket": ticket_in(response)}))


def test_a_ticket_of_our_own_making_only(public_client: Client, as_public: Any) -> None:
    with as_public():
        foreign = seal(bytes(32), "question", bytes(33))
    response: Any = public_client.post(ASK, {**fill_in(public_client), "ticket": foreign})
    assert as_typed(response) == STORY
    assert cases() == []


def test_another_site_cannot_post_here(public_client: Client) -> None:
    form = fill_in(public_client)
    for headers in ({"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert public_client.post(ASK, form, headers=headers).status_code == 403
    assert cases() == []
