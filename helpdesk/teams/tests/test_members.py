"""The administrator's page: roles, closing an account, a lost lock. Never without a second person where it matters."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client

from helpdesk.ledger.models import Entry
from helpdesk.teams.models import DeskSession, FactorReset, Member
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import PASSWORD, code_of, is_in, joined, sign_in, with_app

pytestmark = pytest.mark.django_db
HERE = "/aanmelden/medewerkers/"


@pytest.fixture
def iris() -> Member:
    cache.clear()
    return joined("Iris de Wit", Role.JURIST, ["jeugdhulp"], PASSWORD)


@pytest.fixture
def admin(client: Client) -> Member:
    bas = joined("Bas Smit", Role.ADMIN)
    sign_in(client, bas)
    return bas


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMIN}))
def test_the_page_is_missing_for_everybody_else_and_the_refusal_is_recorded(client: Client, role: Role) -> None:
    member = joined("Iemand Anders", role)
    sign_in(client, member)
    assert client.get(HERE).status_code == 404
    entry = Entry.objects.get(verb="refuse")
    assert (entry.actor, entry.purpose, entry.result) == (f"member:{member.pk}", "manage-members", "refused")


def test_closing_an_account_ends_its_sessions_at_once(client: Client, admin: Member, iris: Member) -> None:
    hers = Client()
    sign_in(hers, iris)
    assert is_in(hers)
    client.post(HERE + "sluit/", {"member": str(iris.pk)})
    assert not is_in(hers)
    assert not DeskSession.objects.running().filter(member=iris).exists()
    assert "horen niet bij elkaar" in (
        Client().post("/aanmelden/", {"login": iris.email, "password": PASSWORD}).content.decode()
    )
    client.post(HERE + "open/", {"member": str(iris.pk)})
    iris.refresh_from_db()
    assert iris.is_active


def test_another_role_counts_at_the_next_click(client: Client, admin: Member, iris: Member) -> None:
    hers = Client()
    sign_in(hers, iris)
    assert hers.get(HERE).status_code == 404
    form = {"member": str(iris.pk), "role": "admin", "teams": [], "discipline": "beheerder"}
    assert client.post(HERE + "rol/", form)["Location"] == HERE
    assert hers.get(HERE).status_code == 200
    assert Member.objects.get(pk=iris.pk).team_ids() == frozenset()


def test_dangerous_acts_ask_for_the_factor_again(iris: Member) -> None:
    bas = joined("Bas Smit", Role.ADMIN, (), PASSWORD)
    held = with_app(bas)
    client = Client()
    client.post("/aanmelden/", {"login": bas.email, "password": PASSWORD})
    client.post("/aanmelden/code/", {"code": code_of(held)})
    answer = client.post(HERE + "sluit/", {"member": str(iris.pk)})
    assert answer["Location"] == "/aanmelden/opnieuw/code/?next=%2Faanmelden%2Fmedewerkers%2F"
    assert Member.objects.get(pk=iris.pk).is_active
    assert client.post(HERE + "sluit/", headers={"HX-Request": "1"})["X-Step-Up"] == "/aanmelden/opnieuw/code/"
    client.post(answer["Location"], {"code": code_of(held, later=1)})
    client.post(HERE + "sluit/", {"member": str(iris.pk)})
    assert not Member.objects.get(pk=iris.pk).is_active


def test_nobody_changes_the_own_rights(client: Client, admin: Member) -> None:
    form = {"member": str(admin.pk), "role": "lead", "teams": [], "discipline": ""}
    assert "niet bij jezelf" in client.post(HERE + "rol/", form).content.decode()
    assert client.post(HERE + "sluit/", {"member": str(admin.pk)}).status_code == 409
    admin.refresh_from_db()
    assert (admin.role, admin.is_active) == ("admin", True)


def test_an_unknown_colleague_is_missing(client: Client, admin: Member) -> None:
    for value in ("", "x", "00000000-0000-0000-0000-000000000000"):
        assert client.post(HERE + "sluit/", {"member": value}).status_code == 404


def test_a_lost_lock_takes_two_people(client: Client, admin: Member, iris: Member) -> None:
    with_app(iris)
    hers = Client()
    sign_in(hers, iris)
    client.post(HERE + "herstel/", {"member": str(iris.pk)})
    reset = FactorReset.objects.get()
    assert client.post("/aanmelden/herstel/bevestig/", {"reset": str(reset.pk)}).status_code == 409  # not the same one
    assert is_in(hers)
    second = Client()
    sign_in(second, joined("Sanne Oud", Role.LEAD, ["jeugdhulp"]))
    assert "Iris de Wit" in second.get("/aanmelden/herstel/").content.decode()
    page = second.post("/aanmelden/herstel/bevestig/", {"reset": str(reset.pk)}).content.decode()
    assert not Authenticator.objects.filter(user=iris).exists()
    assert not is_in(hers)
    path = "/aanmelden/uitnodiging/" + page.split("/aanmelden/uitnodiging/")[1].split("/")[0] + "/"
    back = Client()
    names = {"full_name": "Iris de Wit", "first_name": "Iris", "lock": "password", "password": "zeewier knoop lantaarn"}
    assert back.post(path, names)["Location"] == "/aanmelden/tweede-slot/"
    assert Member.objects.filter(email=iris.email).get().pk == iris.pk
    assert [m.team.slug for m in iris.memberships.all()] == ["jeugdhulp"]
    assert second.post("/aanmelden/herstel/bevestig/", {"reset": str(reset.pk)}).status_code == 404  # once


def test_the_database_too_wants_two_people(admin: Member, client: Client, iris: Member) -> None:
    client.post(HERE + "herstel/", {"member": str(iris.pk)})
    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        FactorReset.objects.update(confirmed_by=admin)
    with pytest.raises(IntegrityError, match="own_factors"), transaction.atomic():
        FactorReset.objects.update(confirmed_by=iris)


def test_sessions_of_a_lost_laptop_end_without_step_up(client: Client, admin: Member, iris: Member) -> None:
    hers = Client()
    sign_in(hers, iris)
    client.post(HERE + "beeindig-sessies/", {"member": str(iris.pk)})
    assert "reden=by-admin" in hers.get("/aanmelden/account/")["Location"]
