"""One-click sign-in exists in a demonstration only, and says so loudly."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.urls import NoReverseMatch, clear_url_caches, reverse

from helpdesk.ledger.models import Entry
from helpdesk.teams.demo import CAST, cast_member, load_cast
from helpdesk.teams.models import Member, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import is_in, joined

pytestmark = pytest.mark.django_db


def urls_anew() -> None:
    """Read the addresses again, as a program that starts with other settings does."""
    from django.conf import settings

    for name in ("helpdesk.teams.urls", settings.ROOT_URLCONF):
        importlib.reload(importlib.import_module(name))
    clear_url_caches()


@pytest.fixture
def demo() -> Iterator[None]:
    with override_settings(DEMO=True):
        urls_anew()
        load_cast()
        yield
    urls_anew()


@pytest.fixture
def no_demo() -> Iterator[None]:
    with override_settings(DEMO=False):
        urls_anew()
        yield
    urls_anew()


def test_one_click_and_the_day_begins(demo: None, client: Client) -> None:
    page = client.get("/aanmelden/").content.decode()
    assert "Dit is een demonstratie" in page
    assert page.count('name="member"') == len(CAST) == 9
    assert client.post("/aanmelden/demo/", {"member": "bas"})["Location"] == "/aanmelden/start/"
    assert is_in(client)
    assert client.get("/aanmelden/medewerkers/").status_code == 200  # dangerous acts too: nothing here is real


def test_the_cast_came_in_by_invitation_and_comes_once(demo: None) -> None:
    before = Member.objects.count()
    load_cast()
    assert Member.objects.count() == before
    assert Team.objects.count() == 5
    assert {one.role for one in CAST} == set(Role)
    assert Entry.objects.filter(verb="accept-invitation").count() == len(CAST)
    assert all(member.email.endswith("@helpdesk.example") for member in Member.objects.all())
    noor = cast_member("noor")
    assert noor is not None
    assert len(noor.team_ids()) == 2


def test_strangers_and_closed_accounts_are_not_in_the_cast(demo: None, client: Client) -> None:
    joined("Eva Echt", Role.ADMIN)
    Member.objects.filter(email="mo@helpdesk.example").update(is_active=False)
    for slug in ("eva.echt", "", "mo", "bas@helpdesk.example"):
        assert client.post("/aanmelden/demo/", {"member": slug}).status_code == 404


def test_outside_a_demonstration_there_is_no_such_address(no_demo: None, client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("teams:demo-sign-in")
    assert client.post("/aanmelden/demo/", {"member": "bas"}).status_code == 404
    page = client.get("/aanmelden/").content.decode()
    assert "demonstratie" not in page.lower()
    assert cast_member("bas") is None
    with pytest.raises(RuntimeError, match="only in a demonstration"):
        load_cast()


def test_the_view_itself_refuses_when_the_address_was_left_behind(demo: None, client: Client) -> None:
    with override_settings(DEMO=False):
        assert client.post("/aanmelden/demo/", {"member": "bas"}).status_code == 404
    assert not is_in(client)
