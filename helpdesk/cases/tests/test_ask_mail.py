"""A message as it came contains its files, so the whole of it takes two people; its words do not."""

from __future__ import annotations

from uuid import UUID

import pytest

from helpdesk.cases.models import Case, FileRequest, Mail
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import multipart, part
from helpdesk.lib.tests.test_files import photo
from tests import cast

pytestmark = pytest.mark.django_db
PHOTO = photo()
RAW = multipart(
    [
        part(b"Zie de foto.", "Content-Type: text/plain"),
        part(PHOTO, "Content-Type: image/jpeg", 'Content-Disposition: attachment; filename="straat.jpg"'),
    ]
)
REASON = "De rechter vraagt om het bericht zelf."


def with_mail(raw: bytes = RAW, uid: int = 1) -> tuple[Case, UUID]:
    mail_id = cast.mail_in(raw, uid)
    with act_as(cast.member("mo").pk):
        case = Mail.objects.select_related("case").get(pk=mail_id).case
    assert case is not None
    cast.desk_client("mo").post(f"/zaak/{case.code}/neem-aan/")
    cast.desk_client("mo").post(f"/zaak/{case.code}/naar-team/", {"team": "jeugdhulp"})
    return case, mail_id


def test_alone_one_gets_the_words_and_not_the_photo() -> None:
    _, mail_id = with_mail()
    got = cast.desk_client("iris").get(f"/e-mail/{mail_id}/origineel/").content
    assert b"Zie de foto." in got
    assert b"straat.jpg" in got
    assert PHOTO[:40] in RAW, "the control"
    assert PHOTO[:40] not in got


def test_the_whole_takes_two_people_and_a_quarter() -> None:
    case, mail_id = with_mail()
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    path = f"/zaak/{case.code}/bericht/{mail_id}"
    assert "Met de bijlagen…" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert iris.get(f"{path}/geheel/").status_code == 302
    assert "minstens 20 letters" in iris.post(f"{path}/vraag/", {"reason": "kort"}).content.decode()
    iris.post(f"{path}/vraag/", {"reason": REASON})
    assert iris.get(f"{path}/geheel/").status_code == 302, "one person is not enough"
    with cast.opened("iris", case):
        wanted = FileRequest.objects.get(case=case)
    iris.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    assert iris.get(f"{path}/geheel/").status_code == 302, "her own yes is none"
    assert REASON in sanne.get(f"/zaak/{case.code}/").content.decode()
    sanne.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    whole = iris.get(f"{path}/geheel/")
    assert whole.content == RAW
    assert whole["Content-Disposition"].startswith("attachment")
    assert "Het hele bericht bewaren" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert sanne.get(f"{path}/geheel/").status_code == 302, "it opens for who asked"


def test_a_lock_takes_the_way_in_away() -> None:
    case, mail_id = with_mail()
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    iris.post(f"/zaak/{case.code}/bericht/{mail_id}/vraag/", {"reason": REASON})
    with cast.opened("iris", case) as file:
        wanted = FileRequest.objects.get(case=case)
        attachment = file.case.attachments.get()
    sanne.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    iris.post(f"/zaak/{case.code}/bestand/{attachment.pk}/slot/")
    assert iris.get(f"/zaak/{case.code}/bericht/{mail_id}/geheel/").status_code == 302


def test_another_cases_message_is_not_there() -> None:
    case, _ = with_mail()
    other, elsewhere = with_mail(RAW.replace(b"Zie de foto.", b"Nog een vraag."), uid=2)
    assert other.pk != case.pk
    iris = cast.desk_client("iris")
    answers = [iris.get(f"/zaak/{case.code}/bericht/{pk}/vraag/", follow=True) for pk in (elsewhere, case.pk)]
    for found in answers:
        assert found.redirect_chain[0][1] == 302
        assert "Dit bericht is er niet meer." in found.content.decode()
    asked = iris.post(f"/zaak/{case.code}/bericht/{elsewhere}/vraag/", {"reason": REASON}, follow=True)
    assert "Dit bericht is er niet meer." in asked.content.decode()
    assert not FileRequest.objects.exists()
