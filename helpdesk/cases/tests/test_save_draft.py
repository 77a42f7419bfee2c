"""Drafts: kept sealed while one types, without opening the case; hers alone."""

from __future__ import annotations

import re

import pytest

from helpdesk.cases.models import Draft
from helpdesk.cases.tests.test_write_to_party import party_in
from helpdesk.people.roles import Part
from tests import cast

pytestmark = pytest.mark.django_db
SAVED = r"Concept bewaard \d"


def test_it_is_kept_and_comes_back_and_is_no_look() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    before = cast.looks(case)
    for text in ("Be", "Beste", "Beste jij"):
        assert iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": text}).status_code == 204
    assert cast.looks(case) == before
    assert cast.acts(case)[-1] == "take"
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Beste jij</textarea>" in page
    assert "Concept bewaard" in page
    with cast.opened("iris", case):
        assert Draft.objects.filter(case=case).count() == 1


def test_a_colleague_does_not_see_it() -> None:
    case = cast.taken()
    cast.desk_client("iris").post(f"/zaak/{case.code}/concept/", {"kind": "note", "text": "Nog niet af"})
    assert "Nog niet af" not in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    with cast.opened("sanne", case) as file:
        assert Draft.objects.filter(case=case, member=file.member).count() == 0


@pytest.mark.parametrize(("verb", "kind", "field"), [("antwoorden", "reply", "text"), ("notitie", "note", "text")])
def test_a_draft_that_comes_after_its_message_was_sent_is_let_go(verb: str, kind: str, field: str) -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    late = {"kind": kind, "text": "Beste jij, dat mag", "sitting": "a1"}
    iris.post(f"/zaak/{case.code}/concept/", late)
    iris.post(f"/zaak/{case.code}/{verb}/", {field: "Beste jij, dat mag.", "sitting": "a1"})
    assert iris.post(f"/zaak/{case.code}/concept/", late).status_code == 204
    with cast.opened("iris", case):
        assert not Draft.objects.filter(case=case).exists()
    iris.post(f"/zaak/{case.code}/concept/", {**late, "sitting": "b2"})
    with cast.opened("iris", case):
        assert Draft.objects.filter(case=case).count() == 1, "the next one is kept"


def test_an_empty_text_takes_it_away() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "Iets"})
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": " "})
    with cast.opened("iris", case):
        assert not Draft.objects.filter(case=case).exists()


def test_after_the_asker_wiped_her_mailbox_a_note_is_still_kept() -> None:
    from helpdesk.cases import actions
    from helpdesk.cases.access import visit_with
    from helpdesk.lib.receipts import Receipt

    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        actions.burn_mailbox(visit)
    iris = cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/concept/", {"kind": "note", "text": "Gewist"}).status_code == 204
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "De vrager heeft de berichten gewist." in page
    assert "antwoord-tekst" not in page


def test_a_script_that_is_signed_out_is_told_so_and_keeps_its_text() -> None:
    from django.test import Client

    case = cast.taken()
    answer = Client().post(
        f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "x"}, headers={"X-Requested-With": "fetch"}
    )
    assert answer.status_code == 401


def test_to_a_participant_it_is_kept_and_gone_when_sent() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = party_in(case, part=Part.PARENT)
    url = f"/zaak/{case.code}/persoon/{party.pk}/schrijven/"
    assert not re.search(SAVED, iris.get(url).content.decode())
    keep = {"kind": Draft.kind_to(party.pk), "text": "Half bericht", "subjects": ["progress"]}
    assert iris.post(f"/zaak/{case.code}/concept/", keep).status_code == 204
    form = iris.get(url).content.decode()
    assert "Half bericht</textarea>" in form
    assert re.search(SAVED, form)
    assert f'data-draft-url="/zaak/{case.code}/concept/"' in form
    assert iris.post(url, {"text": "Half bericht", "subjects": ["progress"]}).status_code == 302
    with cast.opened("iris", case):
        assert not Draft.objects.filter(case=case).exists()


@pytest.mark.parametrize("kind", ["iets", "party:", "party:Zeepaardje", "reply\n", "party:x-reply"])
def test_a_kind_is_never_a_word_of_somebody(kind: str) -> None:
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/concept/", {"kind": kind, "text": "x"})
    assert answer.status_code == 422


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "concept", kind="reply", text="x")
