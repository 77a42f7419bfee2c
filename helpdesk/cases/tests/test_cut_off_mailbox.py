"""Cut off: a mailbox that may be in other hands opens for nobody; one whose code was given on the website is hers."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Letter, Mailbox, Message
from helpdesk.cases.tests.test_invite_asker import invited, link_in, press, replied, words_of
from helpdesk.cases.tests.test_set_asker_contact import chosen, mailed
from helpdesk.cases.tests.test_write_to_party import Sink, later, sink
from helpdesk.cases.workflow import NotNow
from helpdesk.vault.models import MailboxKey
from tests import cast

__all__ = ["sink"]
pytestmark = pytest.mark.django_db


def test_key_letters_and_box_go_and_the_talk_stays(sink: Sink, public_client: object) -> None:
    case, iris = mailed(), cast.desk_client("iris")
    chosen(case)
    invited(case)
    replied(case)
    later()
    assert words_of(press(public_client, link_in(sink)))  # type: ignore[arg-type]
    with cast.opened("iris", case):
        key = Mailbox.objects.get(case=case).key_id
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "De link van de uitnodiging is geopend." in page
    assert f"/zaak/{case.code}/postvak/afsluiten/" in page
    assert "kun je niet terugdraaien" in iris.get(f"/zaak/{case.code}/postvak/afsluiten/").content.decode()
    assert iris.post(f"/zaak/{case.code}/postvak/afsluiten/").status_code == 302
    assert not MailboxKey.objects.filter(key_id=key).exists()
    with cast.opened("iris", case):
        assert not Mailbox.objects.filter(case=case).exists()
        assert not Letter.objects.filter(mailbox__case=case).exists()
        assert Message.objects.filter(case=case).count() == 3
    assert "Nodig uit per e-mail" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_a_code_of_the_website_is_not_cut_off() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="cut-off-mailbox") as file, pytest.raises(NotNow):
        actions.cut_off_mailbox(file=file)
    assert cast.refused("farah", case, "postvak/afsluiten")
