"""The desk's side of mail: what stands outside every case, who may see it, and an original that is a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import UUID

import pytest

from helpdesk.cases.actions.mail_in import Place, place_mail, store_mail, tell_state
from helpdesk.cases.actions.sweep import sweep_robot_mail
from helpdesk.cases.models import Attachment, Case, Mail
from helpdesk.intake.arriving import arrived
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter, multipart, part
from helpdesk.vault.models import WrappedKey
from tests import cast
from tests.walk import a_picture

pytestmark = pytest.mark.django_db
BOX = Mailbox("helpdesk", "localhost", "user", "secret")
ROBOT = letter("Ik ben er niet. Zeepaardje.", "Auto-Submitted: auto-replied")
PERSON = letter("Mag ik bij mijn oma wonen? Zeepaardje.\r\n\r\nOp 3 nov 2025 om 10:00 schreef Jan:\r\n> Oud paard.")
AsMail = Callable[[], AbstractContextManager[None]]


def case_of(mail_id: UUID) -> Case:
    with act_as(cast.member("mo").pk):
        case: Case | None = Mail.objects.select_related("case").get(pk=mail_id).case
    assert case is not None
    return case


def test_the_list_names_nobody_and_is_not_a_look() -> None:
    cast.mail_in(ROBOT)
    page = cast.desk_client("mo").get("/e-mail/").content.decode()
    assert "Automatisch bericht" in page
    assert "Noor" not in page
    assert "noor@example.org" not in page
    assert not Entry.objects.filter(verb="open", purpose="see-mail").exists()


def test_a_robot_is_opened_and_made_a_question() -> None:
    mail_id, mo = cast.mail_in(ROBOT), cast.desk_client("mo")
    assert "Zeepaardje" in mo.get(f"/e-mail/{mail_id}/").content.decode()
    assert Entry.objects.filter(verb="open", object_id=mail_id, purpose="see-mail").count() == 1
    gone = mo.post(f"/e-mail/{mail_id}/vraag/")
    case = case_of(mail_id)
    assert gone["Location"] == f"/triage/{case.code}/"
    assert "Zeepaardje" in mo.get(f"/triage/{case.code}/").content.decode()
    assert mo.get(f"/e-mail/{mail_id}/").status_code == 404
    assert mo.post(f"/e-mail/{mail_id}/vraag/").status_code in {302, 404}


@pytest.mark.parametrize("who", ["iris", "noor", "thomas"])
def test_who_does_no_triage_sees_none_of_it(who: str) -> None:
    mail_id = cast.mail_in(ROBOT)
    client = cast.desk_client(who)
    list_page = client.get("/e-mail/")
    assert list_page.status_code == 200  # a jurist sees there what did not arrive
    assert "Automatisch bericht" not in list_page.content.decode()
    assert "Postbussen" not in list_page.content.decode()
    for path in (f"/e-mail/{mail_id}/", f"/e-mail/{mail_id}/origineel/"):
        assert client.get(path).status_code == 404, path
    assert client.post(f"/e-mail/{mail_id}/vraag/").status_code == 404
    with act_as(cast.member(who).pk):
        assert not Mail.objects.exists()


def test_the_new_words_stand_first_and_the_original_is_a_file() -> None:
    mail_id, mo = cast.mail_in(PERSON), cast.desk_client("mo")
    case = case_of(mail_id)
    page = mo.get(f"/triage/{case.code}/").content.decode()
    assert page.index("Mag ik bij mijn oma wonen?") < page.index("krh-mail__folded") < page.index("Oud paard.")
    file = mo.get(f"/e-mail/{mail_id}/origineel/")
    assert file.content == PERSON
    assert file["Content-Disposition"].startswith("attachment;")
    assert file["Content-Type"] == "application/octet-stream"
    assert Entry.objects.filter(verb="open", object_id=mail_id).count() == 1


def test_the_original_goes_with_its_case() -> None:
    mail_id = cast.mail_in(PERSON)
    assert cast.desk_client("iris").get(f"/e-mail/{mail_id}/origineel/").status_code == 404
    assert cast.desk_client("mo").get(f"/e-mail/{mail_id}/origineel/").status_code == 200
    cast.desk_client("mo").post(f"/zaak/{case_of(mail_id).code}/naar-team/", {"team": "jeugdhulp"})
    assert cast.desk_client("iris").get(f"/e-mail/{mail_id}/origineel/").status_code == 200


def test_a_mailbox_in_trouble_says_so_in_words(as_mail: AsMail) -> None:
    with as_mail():
        tell_state("helpdesk")
    assert "In orde." in cast.desk_client("mo").get("/e-mail/").content.decode()
    with as_mail():
        tell_state("helpdesk", trouble="login")
    assert "weigert onze aanmelding" in cast.desk_client("mo").get("/e-mail/").content.decode()


def test_the_list_costs_the_same_with_more(as_mail: AsMail, django_assert_max_num_queries: object) -> None:
    mo = cast.desk_client("mo")
    cast.mail_in(ROBOT)
    for number in range(2, 12):
        with as_mail():
            mail_id = store_mail(Place("helpdesk", 1, number), ROBOT + b"%d" % number)
            place_mail(mail_id, lambda: arrived(ROBOT, BOX))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert mo.get("/e-mail/").content.decode().count("Automatisch bericht") == 11


def test_automatic_mail_is_forgotten_after_thirty_days() -> None:
    robot, person = cast.mail_in(ROBOT), cast.mail_in(PERSON, 2)
    with act_as(cast.member("mo").pk):
        held = dict(Mail.objects.values_list("pk", "key_id"))
        Mail.objects.update(created_on=clock.today() - timedelta(days=30))
    assert sweep_robot_mail() == 0
    with act_as(cast.member("mo").pk):
        Mail.objects.update(created_on=clock.today() - timedelta(days=31))
    assert sweep_robot_mail() == 1
    with act_as(cast.member("mo").pk):
        assert list(Mail.objects.values_list("pk", flat=True)) == [person]
    assert not WrappedKey.objects.filter(key_id=held[robot]).exists()
    assert WrappedKey.objects.filter(key_id=held[person]).exists()
    assert cast.desk_client("mo").get(f"/e-mail/{robot}/").status_code == 404


def test_a_question_that_looked_automatic_brings_its_danger_and_its_files() -> None:
    words = part(b"Ik ben bang. Hij slaat mij.", "Content-Type: text/plain; charset=utf-8")
    picture = part(a_picture(), 'Content-Type: image/png; name="arm.png"')
    raw = b"Auto-Submitted: auto-generated\r\n" + multipart([words, picture])
    mail_id, mo = cast.mail_in(raw), cast.desk_client("mo")
    mo.post(f"/e-mail/{mail_id}/vraag/")
    page = mo.get(f"/triage/{case_of(mail_id).code}/").content.decode()
    assert "Misschien gevaar." in page
    assert page.count("arm.png") > 1
    with cast.opened("mo", case_of(mail_id)) as file:
        (kept,) = Attachment.objects.filter(case=file.case)
    assert kept.state == "safe"
