"""An invitation lives a day and once; it makes the account, and nothing else does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.invitations import InvitationRefused, accept_invitation, invite, token_hash
from helpdesk.teams.models import Invitation, Member
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import PASSWORD, is_in, joined, sign_in

pytestmark = pytest.mark.django_db
WORKER = Actor.worker("test")
NAMES = {"full_name": "Farah Idrissi", "first_name": "Farah"}


def invited(email: str = "farah@werk.example", role: Role = Role.JURIST, **more: object) -> str:
    return invite(actor=WORKER, by=None, email=email, role=role, **more)  # type: ignore[arg-type]


def link_in_the_letter() -> str:
    (letter,) = mail.outbox
    return next(line for line in letter.body.splitlines() if "/uitnodiging/" in line).split("localhost:8001")[-1]


def test_from_invitation_to_second_lock(client: Client) -> None:
    sign_in(client, joined("Bas Smit", Role.ADMIN))
    page = {"email": "Farah@werk.example", "role": "jurist", "teams": ["migratie"], "discipline": "jurist migratie"}
    answer = client.post("/aanmelden/medewerkers/uitnodigen/", page)
    assert "gemaild naar" in answer.content.decode()
    path = link_in_the_letter()
    newcomer = Client()
    assert "farah@werk.example" in newcomer.get(path).content.decode()
    answer = newcomer.post(path, {**NAMES, "lock": "password", "password": PASSWORD})
    assert answer["Location"] == "/aanmelden/tweede-slot/"
    farah = Member.objects.get(email="farah@werk.example")
    assert [m.team.slug for m in farah.memberships.all()] == ["migratie"]
    assert farah.joined_on == timezone.localdate()
    assert not is_in(newcomer)  # the second lock first
    assert Client().get(path).status_code == 404  # once


def test_without_a_password_the_passkey_comes_next(client: Client) -> None:
    answer = client.post(f"/aanmelden/uitnodiging/{invited()}/", {**NAMES, "lock": "passkey"})
    assert answer["Location"] == "/aanmelden/sloten/passkeys/nieuw/"
    assert not Member.objects.get().has_usable_password()
    assert client.get(answer["Location"]).status_code == 200


def test_the_link_is_not_in_the_database_and_is_long() -> None:
    token = invited()
    assert len(token) >= 43
    row = Invitation.objects.values().get()
    assert token not in str(row)
    assert row["token_hash"] == token_hash(token)


def test_unknown_used_and_stale_links_are_one_page(client: Client) -> None:
    used, stale = invited("a@werk.example"), invited("b@werk.example")
    accept_invitation(token=used, first_name="A", full_name="A A", password=None)
    Invitation.objects.filter(email="b@werk.example").update(expires_at=timezone.now() - timedelta(seconds=1))
    pages = [client.get(f"/aanmelden/uitnodiging/{token}/") for token in ("x" * 43, used, stale)]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    with pytest.raises(InvitationRefused):
        accept_invitation(token=used, first_name="B", full_name="B B", password=None)


def test_a_new_invitation_replaces_the_one_before(client: Client) -> None:
    first, second = invited(), invited()
    assert client.get(f"/aanmelden/uitnodiging/{first}/").status_code == 404
    assert client.get(f"/aanmelden/uitnodiging/{second}/").status_code == 200


def test_the_database_refuses_an_invitation_of_two_days() -> None:
    invited()
    with pytest.raises(IntegrityError, match="a_day_at_most"), transaction.atomic():
        Invitation.objects.update(expires_at=timezone.now() + timedelta(hours=49))


def test_a_lead_invites_jurists_for_the_own_team_only(client: Client) -> None:
    sanne = joined("Sanne Oud", Role.LEAD, ["jeugdhulp"])
    sign_in(client, sanne)
    form = {"email": "x@werk.example", "role": "admin", "teams": ["jeugdhulp"], "discipline": ""}
    assert client.post("/aanmelden/medewerkers/uitnodigen/", form).context["form"].errors.keys() == {"role"}
    form |= {"role": "jurist", "teams": ["migratie"]}
    assert client.post("/aanmelden/medewerkers/uitnodigen/", form).context["form"].errors.keys() == {"teams"}
    for role, teams in ((Role.ADMIN, ["jeugdhulp"]), (Role.JURIST, ["migratie"])):
        with pytest.raises(InvitationRefused):
            invite(actor=WORKER, by=sanne, email="x@werk.example", role=role, team_slugs=teams)
    assert not Invitation.objects.open().exists()


def test_who_works_here_already_is_not_invited_again(client: Client) -> None:
    joined("Iris de Wit", Role.JURIST)
    sign_in(client, joined("Bas Smit", Role.ADMIN))
    form = {"email": "iris.de.wit@werk.example", "role": "jurist", "teams": [], "discipline": ""}
    assert "werkt hier al iemand" in client.post("/aanmelden/medewerkers/uitnodigen/", form).content.decode()


def test_when_the_letter_does_not_go_the_link_is_shown_once(client: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # nobody listens there
    sign_in(client, joined("Bas Smit", Role.ADMIN))
    form = {"email": "x@werk.example", "role": "jurist", "teams": [], "discipline": ""}
    page = client.post("/aanmelden/medewerkers/uitnodigen/", form).content.decode()
    assert "De mail ging niet weg" in page
    assert "/aanmelden/uitnodiging/" in page


def test_a_bad_password_keeps_the_invitation_and_the_names(client: Client) -> None:
    path = f"/aanmelden/uitnodiging/{invited()}/"
    page = client.post(path, {**NAMES, "lock": "password", "password": "welkom123"}).content.decode()
    assert "15 tekens of meer" in page
    assert "Farah Idrissi" in page
    assert client.get(path).status_code == 200
