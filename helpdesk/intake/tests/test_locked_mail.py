"""A locked file came by mail: its message as it came is shut too, and is destroyed with it. The words stay."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.models import Attachment, FileRequest, Mail, Message
from helpdesk.cases.workflow import NotNow
from helpdesk.intake.tests.test_files import ask, routed, rows, sent, the_case
from helpdesk.intake.tests.test_mail_comes_in import comes_in
from helpdesk.lib.files.clamd import Verdict
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.test_files import photo
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
AsMail = Callable[[], AbstractContextManager[None]]
WORDS = "Dit kreeg ik. Wat moet ik doen?"


def with_a_photo() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = "Sanne <sanne@example.net>", "help@example.org", "<1@example.net>"
    mail.set_content(WORDS)
    mail.add_attachment(photo(), maintype="image", subtype="jpeg", filename="geheim-van-sanne.jpg")
    return mail.as_bytes()


def fetched(client: Client, mail: Mail) -> Any:
    return client.get(f"/e-mail/{mail.pk}/origineel/")


def test_a_lock_shuts_the_message_that_it_came_in(as_mail: AsMail) -> None:
    mail = comes_in(as_mail, with_a_photo())
    assert mail.case is not None
    code, mo = mail.case.code, cast.desk_client("mo")
    assert b"image/jpeg" in fetched(mo, mail).content, "the control: it is named in the message"
    with cast.opened("mo", mail.case) as file:
        (row,) = file.open(Attachment.objects.filter(case=file.case))
        assert row.content["name"] == "geheim-van-sanne.jpg", "the control"
    mo.post(f"/zaak/{code}/bestand/{row.pk}/slot/")
    refused = fetched(mo, mail)
    assert refused.status_code == 302
    assert b"image/jpeg" not in refused.content
    with cast.opened("mo", mail.case) as file:
        (row,) = file.open(Attachment.objects.filter(case=file.case))
        assert (row.content["name"], row.content["kind"]) == ("", "")
        assert len(row.content["digest"]) == 64


def test_destroying_it_destroys_the_message_that_it_came_in(as_mail: AsMail) -> None:
    mail = comes_in(as_mail, with_a_photo())
    assert mail.case is not None
    code = mail.case.code
    mo = cast.desk_client("mo")
    mo.post(f"/zaak/{code}/aannemen/")
    mo.post(f"/zaak/{code}/naar-team/", {"team": "jeugdhulp"})
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    assert fetched(iris, mail).status_code == 200, "the control"
    with cast.opened("iris", mail.case) as file:
        (row,) = file.open(Attachment.objects.filter(case=file.case))
    path = f"/zaak/{code}/bestand"
    iris.post(f"{path}/{row.pk}/slot/")
    iris.post(f"{path}/{row.pk}/vraag/", {"reason": "Wij mogen dit niet in huis hebben.", "kind_chosen": "destroy"})
    with act_as(cast.member("iris").pk):
        wanted = FileRequest.objects.get()
    sanne.post(f"{path}/ja/{wanted.pk}/")
    assert fetched(iris, mail).status_code == 404
    with cast.opened("iris", mail.case) as file:
        assert file.open(Message.objects.filter(case=file.case))[0].content["text"] == WORDS
        assert Mail.objects.filter(pk=mail.pk).exists(), "so that the server's copy does not come in again"


def test_a_lock_outlives_a_check_that_was_under_way(public_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.cases.actions.judge.scan", lambda *_: Verdict.AWAY)
    ask(public_client, sent("foto.jpg", photo()))
    case = the_case()

    def locked_meanwhile(*_: object) -> Verdict:
        with cast.opened("mo", case) as other:
            actions.lock_file(file=other, attachment=other.open(Attachment.objects.filter(case=case))[0])
        return Verdict.CLEAN

    with cast.opened("mo", case) as file:
        (row,) = file.open(Attachment.objects.filter(case=file.case))
        monkeypatch.setattr("helpdesk.cases.actions.judge.scan", locked_meanwhile)
        with pytest.raises(NotNow):
            actions.recheck_file(file=file, attachment=row)
    assert [row.state for row in rows()] == ["locked"]


@pytest.mark.parametrize(("verdict", "told"), [(Verdict.OFF, True), (Verdict.CLEAN, False)])
def test_the_page_says_when_nobody_looked_for_a_virus(
    public_client: Client, monkeypatch: pytest.MonkeyPatch, verdict: Verdict, *, told: bool
) -> None:
    monkeypatch.setattr("helpdesk.cases.actions.judge.scan", lambda *_: verdict)
    ask(public_client, sent("foto.jpg", photo()))
    page = cast.desk_client("mo").get(f"/zaak/{the_case().code}/").content.decode()
    assert "foto.jpg" in page, "the control"
    assert ("niet op virussen gekeken" in page) == told


def test_old_signatures_keep_a_file_waiting(public_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.cases.actions.judge.scan", lambda *_: Verdict.OLD)
    ask(public_client, sent("foto.jpg", photo()))
    assert [row.state for row in rows()] == ["waiting"]
    assert "De viruscontrole is te oud." in cast.desk_client("mo").get(f"/zaak/{the_case().code}/").content.decode()


def test_the_words_of_a_copy_are_there_for_search(public_client: Client) -> None:
    case, row = routed(public_client)
    with cast.opened("iris", case) as file:
        assert actions.text_of(file, row) == "", "a photo has none"
        row.text = "Beschikking"
        row.save()
        assert actions.text_of(file, Attachment.objects.get(pk=row.pk)) == "Beschikking"
        actions.lock_file(file=file, attachment=file.mine(Attachment.objects.get(pk=row.pk)))
        assert actions.text_of(file, Attachment.objects.get(pk=row.pk)) == ""
