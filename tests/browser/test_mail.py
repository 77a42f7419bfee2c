"""E-mail in a real browser: in triage, in a case, and outside every case; long words and names push nothing aside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from playwright.sync_api import expect

from helpdesk.cases import actions
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.actions.mail_in import Place, place_mail, store_mail, tell_state
from helpdesk.cases.models import Case, Mail
from helpdesk.intake.arriving import arrived
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter, multipart, part
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.watch import Watch
from tests.sites import Sites

AsMail = Callable[[], AbstractContextManager[None]]
BOX = Mailbox("helpdesk", "localhost", "user", "secret", address="help@example.org", authserv="mx.example.org")
LONG = "Zeepaard" * 40
QUESTION = multipart(
    [
        part(
            f"Mag dit? {LONG}\r\n\r\nOp 3 nov 2025 om 10:00 schreef Jan:\r\n> {LONG}".encode(),
            "Content-Type: text/plain",
        ),
        part(b"A" * 30_000, f'Content-Type: application/pdf; name="{LONG[:150]}.pdf"'),
    ]
)
ROBOT = letter(f"Ik ben er niet. {LONG}", "Auto-Submitted: auto-replied")


def comes_in(as_mail: AsMail, raw: bytes, uid: int) -> UUID:
    with as_mail():
        mail_id = store_mail(Place("helpdesk", 1, uid), raw)
        place_mail(mail_id, lambda: arrived(raw, BOX))
    return mail_id


def path_for(case: Case) -> str:
    """A tag for her mother."""
    with cast.opened("iris", case, to="add-party") as file:
        party = actions.add_party(file=file, person=Person(Part.PARENT, name="Maryam el Idrissi"))
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, party, "moeder@example.net")
        path.save()
    return tag


def test_mail_is_read_where_it_belongs(stage: Sites, new_page: NewPage, watch: Watch, as_mail: AsMail) -> None:
    case, looks = cast.taken(asker="kind"), Looks(telling=False)
    to = f"Delivered-To: help+{path_for(case)}@example.org"
    comes_in(as_mail, letter(f"Hoe gaat het? {LONG}", to, sender=f"{LONG[:90]} <moeder@example.net>"), 1)
    question, robot = comes_in(as_mail, QUESTION, 2), comes_in(as_mail, ROBOT, 3)
    with as_mail():
        tell_state("helpdesk")
        tell_state("scholen", trouble="fault")
    with act_as(cast.member("mo").pk):
        code = Mail.objects.values_list("case__code", flat=True).get(pk=question)
    page = new_page()
    sign_in(page, stage.desk, "Mo Bakker")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/e-mail/")
    looks.at(page, "the list")
    page.get_by_role("link", name="Automatisch bericht").click()
    page.wait_for_url(f"**/{robot}/")
    looks.at(page, "a robot")
    page.goto(f"{stage.desk}/triage/{code}/")
    whole = page.get_by_text("Op 3 nov 2025 om 10:00 schreef Jan:")
    expect(whole).to_be_hidden()
    page.get_by_text("Het hele bericht, met wat eronder staat").click()
    expect(whole).to_be_visible()
    looks.at(page, "a question")
    page = new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(page.locator(".krh-message--around .krh-message__from")).to_have_text("Ouder met gezag M.I.")
    looks.at(page, "a case")
    assert looks.wrong == []
    assert looks.pages == 4
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
