"""The jurist of the measurements: one of the demonstration's cast, put in every team so that every case counts."""

from __future__ import annotations

from django.test import Client

from helpdesk.teams.demo import load_cast
from helpdesk.teams.models import Member, Membership, Team

EMPTY = "/leeg/"


def everywhere() -> Member:
    """The member, made at the first call."""
    member = load_cast()["iris"]
    for team in Team.objects.all():
        Membership.objects.get_or_create(member=member, team=team)
    return Member.objects.get(pk=member.pk)


def signed_in(member: Member) -> Client:
    """A browser in which this member has signed in, through the demonstration's button."""
    client = Client()
    answer = client.post("/aanmelden/demo/", {"member": member.email.split("@")[0]})
    assert answer.status_code == 302, answer.status_code
    return client
