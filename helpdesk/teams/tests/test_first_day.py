"""A new house: teams from the file, and the first administrator by a link from the machine itself."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from helpdesk.teams.models import Team
from helpdesk.teams.roles import Role
from helpdesk.teams.teams import team_id, team_rows
from helpdesk.teams.tests.way_in import joined


@pytest.mark.django_db
def test_teams_come_from_the_file_and_keep_their_ids(client: Client) -> None:
    call_command("load_teams", stdout=StringIO())
    Team.objects.filter(slug="migratie").update(name="Anders")
    call_command("load_teams", stdout=StringIO())
    assert {(team.id, team.slug, team.name) for team in Team.objects.all()} == {
        (row.id, row.slug, row.name) for row in team_rows()
    }
    assert team_id("jeugdhulp") == Team.objects.get(slug="jeugdhulp").pk
    assert {row.slug for row in team_rows()} == {"jeugdhulp", "jeugdstraf", "migratie", "uitbuiting", "familie"}


@pytest.mark.django_db
def test_the_first_administrator_and_no_second_one() -> None:
    said = StringIO()
    call_command("invite_administrator", "bas@werk.example", stdout=said)
    link = said.getvalue().strip().splitlines()[-1]
    assert Client().get("/aanmelden/" + link.split("/aanmelden/")[1]).status_code == 200
    joined("Bas Smit", Role.ADMIN)
    with pytest.raises(CommandError, match="already"):
        call_command("invite_administrator", "mallory@werk.example", stdout=said)


def test_an_unknown_team_is_loud() -> None:
    with pytest.raises(KeyError):
        team_id("onbekend")
