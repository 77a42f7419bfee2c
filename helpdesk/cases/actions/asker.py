"""How the asker may be reached outside her mailbox."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.models import Party
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.mail.robots import is_robots
from helpdesk.people.asker import AskerContact
from helpdesk.people.person import Person
from helpdesk.people.telling import stands_against


def set_asker_contact(*, file: CaseFile, contact: AskerContact) -> None:
    """Write down the asker's address, and whether she said that mail there is safe.

    Raises:
        NotNow: nobody reads that address, or somebody who stands against the child does.
    """
    if contact.safe:
        _must_be_hers(file, contact.email)
    with stepping(file, "set-asker-contact") as case:
        change_summary(case, asker_contact={**contact.as_content(), "by": str(file.member.pk), "at": now_text()})


def _must_be_hers(file: CaseFile, email: str) -> None:
    if is_robots(email):
        raise NotNow("Dit adres is van een programma. Daar leest niemand mee.")
    wanted = email.strip().lower()
    for row in file.open(Party.objects.filter(case=file.case)):
        person = Person.of(row.content)
        if person.email.strip().lower() == wanted and stands_against(person):
            raise NotNow("Dit adres is ook van iemand die tegenover het kind staat.")
