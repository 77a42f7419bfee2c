"""A call, written down while one talks: sealed under a key of its own, kept with every pause, and no look."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.cases.models import Contact
from helpdesk.ledger.models import Entry
from helpdesk.lib.ids import new_id
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db
FETCH = {"X-Requested-With": "fetch"}


def test_every_pause_keeps_the_words_and_is_no_look() -> None:
    iris, contact_id = cast.desk_client("iris"), new_id()
    for asked in ("Mag", "Mag ik", "Mag ik bij oma wonen?"):
        answer = iris.post(f"/contact/{contact_id}/", cast.sheet(asked=asked), headers=FETCH)
        assert answer.status_code == 204
    assert list(Entry.objects.filter(object_id=contact_id).values_list("verb", flat=True)) == ["log-contact"]
    row = cast.contact("iris", contact_id)
    assert (row.words["asked"], row.facts["asker"], row.state) == ("Mag ik bij oma wonen?", "kind", "open")
    assert WrappedKey.objects.get(key_id=row.key_id).recipient.startswith("desk:")
    assert Entry.objects.filter(object_id=contact_id, verb="open").count() == 1


def test_an_empty_sheet_leaves_nothing() -> None:
    iris = cast.desk_client("iris")
    assert iris.post(f"/contact/{new_id()}/", {"kind": "call-in"}, headers=FETCH).status_code == 204
    with act_as(cast.member("iris").pk):
        assert not Contact.objects.exists()
    answer = iris.post(f"/contact/{new_id()}/", {"kind": "call-in"})
    assert answer.status_code == 422
    assert "Er staat nog niets." in answer.content.decode()


def test_a_number_is_kept_for_calling_back_and_for_nothing_else() -> None:
    for said in ("no", ""):
        contact_id = cast.log_contact("iris", number="06 12345678", call_back=said)
        assert "number" not in cast.contact("iris", contact_id).words
    contact_id = cast.log_contact("iris", number="06 12345678", call_back="yes")
    assert cast.contact("iris", contact_id).words["number"] == "06 12345678"


def test_half_a_date_is_no_reason_to_lose_a_word() -> None:
    contact_id = cast.log_contact("iris", callback_on="31-11-", asker="koning", asked="Wel bewaard")
    row = cast.contact("iris", contact_id)
    assert (row.words["asked"], row.callback_on, row.facts["asker"]) == ("Wel bewaard", None, "")


def test_the_text_survives_a_session_that_ended() -> None:
    contact_id = new_id()
    ended = Client().post(f"/contact/{contact_id}/", cast.sheet(asked="Half"), headers=FETCH)
    assert (ended.status_code, ended["X-Sign-In"]) == (401, "1")
    again = cast.desk_client("iris").post(f"/contact/{contact_id}/", cast.sheet(asked="Half, en heel"), headers=FETCH)
    assert again.status_code == 204
    assert cast.contact("iris", contact_id).words["asked"] == "Half, en heel"


def test_koppel_later_is_a_real_choice() -> None:
    iris, contact_id = cast.desk_client("iris"), new_id()
    page = iris.post(f"/contact/{contact_id}/", cast.sheet(), follow=True).content.decode()
    assert "Bewaard. Koppel het later." in page
    assert "Nog te koppelen" in page
    assert f"/telefoon/{contact_id}/" in page
    assert "mijn oma" not in page  # a list says who and when
