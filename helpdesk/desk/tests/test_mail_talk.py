"""Whose words an e-mail in the talk is: the asker's, somebody's around the child, or a program's."""

from __future__ import annotations

import re

import pytest

from helpdesk.cases import actions
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.models import Case
from helpdesk.lib.tests.mail_samples import letter
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from tests import cast

pytestmark = pytest.mark.django_db
BOUNCED = "Niet bezorgd: bericht van een mailserver"
MOTHER = Person(Part.PARENT, name="Maryam el Idrissi", email="moeder@example.net")


def tag_for(case: Case, address: str, person: Person | None = None) -> str:
    party = None
    if person:
        with cast.opened("iris", case, to="add-party") as file:
            party = actions.add_party(file=file, person=person)
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, party, address)
        path.save()
    return tag


def speakers(case: Case) -> list[tuple[str, str]]:
    """Letter and name of each message on the case page."""
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    found = re.findall(r'<article class="krh-message ?([\w-]*)"[^>]*>.*?krh-message__from">([^<]*)<', page)
    return [(letter.removeprefix("krh-message--"), name) for letter, name in found]


def test_a_mother_is_called_by_her_part_whatever_she_calls_herself() -> None:
    case = cast.taken(asker="kind")
    tag = tag_for(case, "moeder@example.net", MOTHER)
    raw = letter(
        "Ik wil weten hoe het gaat.", f"Delivered-To: help+{tag}@example.org", sender="Sanne <moeder@example.net>"
    )
    cast.mail_in(raw)
    assert ("around", "Ouder met gezag M.I.") in speakers(case)
    assert [name for kind, name in speakers(case) if kind == "voice"] == ["De vraag"]
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "moeder@example.net" in page
    assert "oud-collega" not in page


def test_the_asker_keeps_her_voice() -> None:
    case = cast.taken(asker="kind")
    tag = tag_for(case, "sanne@example.net")
    cast.mail_in(letter("Het gaat beter.", f"Delivered-To: help+{tag}@example.org", sender="sanne@example.net"))
    assert ("voice", "Het kind") in speakers(case)


@pytest.mark.parametrize(
    ("sender", "headers", "name"),
    [
        ("sanne@example.net", ["Auto-Submitted: auto-replied"], "Automatisch antwoord"),
        (
            "MAILER-DAEMON@example.net",
            ["X-Failed-Recipients: a@example.net"],
            "Niet bezorgd: bericht van een mailserver",
        ),
    ],
)
def test_the_words_of_a_program_are_nobodys_voice(sender: str, headers: list[str], name: str) -> None:
    case = cast.taken(asker="kind")
    tag = tag_for(case, "sanne@example.net")
    cast.mail_in(letter("Weg.", f"Delivered-To: help+{tag}@example.org", *headers, sender=sender))
    assert ("auto", name) in speakers(case)
    assert [said for kind, said in speakers(case) if kind == "voice"] == ["De vraag"]
