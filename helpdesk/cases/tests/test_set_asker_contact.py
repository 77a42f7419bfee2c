"""The asker's address and whether mail there is safe: no until somebody says so, and what that opens."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.cases.release import NotToBeTold, asker_contact, release_to_asker
from helpdesk.cases.tests.test_write_to_party import party_in
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter
from helpdesk.people.asker import AskerContact
from helpdesk.people.hours import parse
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Subject
from helpdesk.teams.models import Team
from tests import cast

pytestmark = pytest.mark.django_db
HERS = AskerContact("zij@example.net", True)


def mailed(uid: int = 1, text: str = "Mag ik bij mijn oma wonen?") -> Case:
    """A question that came by mail, with Iris."""
    mail_id = cast.mail_in(letter(text, sender="Zij <zij@example.net>"), uid)
    with act_as(cast.member("mo").pk):
        code = Case.objects.get(mails=mail_id).code
    with cast.opened("mo", code, to="accept") as file:
        actions.accept_case(file=file)
        actions.route_case(file=file, team=Team.objects.get(slug="jeugdhulp"))
    with cast.opened("iris", code, to="take") as file:
        actions.take_case(file=file)
        return file.case


def chosen(case: Case, contact: AskerContact = HERS) -> None:
    with cast.opened("iris", case, to="set-asker-contact") as file:
        actions.set_asker_contact(file=file, contact=contact)


def test_nobody_said_it_so_nothing_goes_and_the_refusal_is_on_record() -> None:
    case = mailed()
    with cast.opened("iris", case, to="reply") as file, pytest.raises(NotToBeTold, match="geen e-mailadres"):
        release_to_asker(file, channel=Channel.EMAIL)
    chosen(case, AskerContact("zij@example.net"))
    with cast.opened("iris", case, to="reply") as file, pytest.raises(NotToBeTold, match="niet gezegd"):
        release_to_asker(file, channel=Channel.EMAIL)
    assert Entry.objects.filter(verb="refuse", purpose="release", object_id=case.pk).count() == 2


def test_once_chosen_only_that_there_is_news() -> None:
    case = mailed()
    chosen(case)
    with cast.opened("iris", case, to="reply") as file:
        leave = release_to_asker(file, channel=Channel.EMAIL)
        assert (leave.party_id, leave.subjects) == (None, frozenset({Subject.CONTACT}))
        with pytest.raises(NotToBeTold, match="staan achter de code") as refusal:
            release_to_asker(file, channel=Channel.EMAIL, subjects=[Subject.PROGRESS])
        assert refusal.value.never
        with pytest.raises(NotToBeTold):
            release_to_asker(file, channel=Channel.CALL)
        assert release_to_asker(file).subjects == frozenset(Subject)
    assert cast.acts(case)[-3:] == ["set-asker-contact", "refuse", "refuse"]


@pytest.mark.parametrize("address", ["noreply@example.net", "MAILER-DAEMON@example.net", "bounces+1@example.net"])
def test_nobody_mails_a_program(address: str) -> None:
    case = cast.taken()
    with pytest.raises(NotNow, match="van een programma"):
        chosen(case, AskerContact(address, True))


def test_an_address_of_whoever_stands_against_the_child_is_not_hers() -> None:
    case = cast.taken()
    party_in(case, part=Part.PARENT, interest=Interest.AGAINST, email="thuis@example.net")
    with pytest.raises(NotNow, match="tegenover het kind"):
        chosen(case, AskerContact("Thuis@example.net", True))
    chosen(case, AskerContact("thuis@example.net"))  # that it is not safe may be written down


def form(**typed: Any) -> dict[str, Any]:
    return {"email": "zij@example.net", "safe": "always", "hours": "", **typed}


def test_the_address_is_filled_in_and_the_choice_is_not() -> None:
    case, iris = mailed(), cast.desk_client("iris")
    assert "Is het veilig om daar te mailen?" in iris.get(f"/zaak/{case.code}/").content.decode()
    page = iris.get(f"/zaak/{case.code}/contact/e-mail/").content.decode()
    assert 'value="zij@example.net"' in page
    assert "Zij schreef zelf vanaf dit adres." in page
    assert 'value="no" checked' in page
    assert "checked" not in page.replace('value="no" checked', "")
    answer = iris.post(f"/zaak/{case.code}/contact/e-mail/", form(safe="hours", hours="ma-vr 15-17"))
    assert answer.status_code == 302
    with cast.opened("iris", case) as file:
        assert asker_contact(file) == AskerContact("zij@example.net", True, parse("ma-vr 15-17"))
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "een mail dat er nieuws is, ma-vr 15.00-17.00" in page
    assert "bellen of post" in page


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"safe": ""}, "Kies een van de drie."),
        ({"email": ""}, "Schrijf het adres erbij."),
        ({"email": "geen adres"}, "Dit is geen e-mailadres."),
        ({"safe": "hours"}, "Schrijf op welke uren"),
        ({"safe": "hours", "hours": "overdag"}, "niet te lezen"),
        ({"email": "no-reply@example.net"}, "van een programma"),
    ],
)
def test_what_is_not_clear_is_asked_again_and_nothing_typed_is_lost(typed: dict[str, str], why: str) -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    answer = iris.post(f"/zaak/{case.code}/contact/e-mail/", form(**typed))
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert typed.get("hours") or typed.get("email", "") in answer.content.decode()
    with cast.opened("iris", case) as file:
        assert not asker_contact(file).safe


def test_another_team_does_not_reach_it() -> None:
    assert cast.refused("farah", cast.taken(), "contact/e-mail", **form())
