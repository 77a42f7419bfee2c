"""No address and no browser of a colleague is stored anywhere: every table is read, cell by cell, by their owner."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client

from conftest import OwnerCursor
from helpdesk.teams.letters import factors_changed, invitation
from helpdesk.teams.roles import Role
from helpdesk.teams.session_store import SessionStore
from helpdesk.teams.tests.way_in import PASSWORD, code_of, joined, with_app

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS, AGENT = "203.0.113.77", "Kanarie/5.0 (Windows NT 10.0)"
CANARY = "kanarie-in-een-uitnodiging"


def cells(owner_cursor: OwnerCursor) -> str:
    """Everything that stands in every table, as text; the desk itself may not read them all."""
    found = []
    with owner_cursor("default") as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(bytes(cell) if isinstance(cell, memoryview) else cell) for row in cursor for cell in row]
    return "\n".join(found)


def test_a_working_day_leaves_no_address_and_no_agent(
    mailoutbox: list[EmailMessage], owner_cursor: OwnerCursor
) -> None:
    cache.clear()
    member = joined("Iris de Wit", Role.ADMIN, (), PASSWORD)
    held = with_app(member)
    client = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=AGENT, HTTP_X_FORWARDED_FOR=ADDRESS)
    client.post("/aanmelden/", {"login": member.email, "password": "niet het goede woord"})
    client.post("/aanmelden/", {"login": member.email, "password": PASSWORD})
    client.post("/aanmelden/code/", {"code": "000000"})
    client.post("/aanmelden/code/", {"code": code_of(held)})
    client.post("/aanmelden/medewerkers/sluit/", {"member": str(member.pk)})  # is asked for the factor again
    client.post("/aanmelden/opnieuw/code/", {"code": code_of(held, later=1)})
    form = {"email": f"{CANARY}@werk.example", "role": "jurist", "teams": [], "discipline": ""}
    client.post("/aanmelden/medewerkers/uitnodigen/", form)
    factors_changed(member)
    invitation(email=member.email, token="x")
    session = str(dict(SessionStore(client.session.session_key).items()))
    letters = "\n".join(letter.message().as_string() for letter in mailoutbox)
    memory = str(getattr(cache, "_cache", ""))
    everything = cells(owner_cursor)
    assert CANARY in everything  # the control: what is stored is seen
    assert CANARY in letters
    assert "desk_started" in session
    assert "allauth" in memory
    for sink in (everything, session, letters, memory):
        assert ADDRESS not in sink
        assert "203.0.113" not in sink
        assert "Kanarie/5.0" not in sink
        assert member.email not in session
