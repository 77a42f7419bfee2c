"""A colleague adds what an office writes. It is shown as pictures or text, waits, or is refused; never lost."""

from __future__ import annotations

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.cases.actions import Received, attach_file, text_of
from helpdesk.cases.actions.attach import MOST_INSIDE
from helpdesk.cases.models import Attachment, Case, Mail, Original
from helpdesk.lib.files import safe
from helpdesk.lib.files.kinds import PUBLIC, STAFF
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import multipart, part
from helpdesk.lib.tests.office_samples import docx
from helpdesk.lib.tests.test_files import photo
from helpdesk.lib.tests.test_office import a_pdf
from tests import cast

pytestmark = pytest.mark.django_db


def rows(case: Case, who: str = "iris") -> dict[str, Attachment]:
    with cast.opened(who, case) as file:
        return {row.content["name"]: row for row in file.open(Attachment.objects.filter(case=case))}


def add(case: Case, name: str, data: bytes) -> str:
    sent = SimpleUploadedFile(name, data)
    page = cast.desk_client("iris").post(f"/zaak/{case.code}/bestand/", {"source": "desk", "files": sent}, follow=True)
    return page.content.decode()


def test_a_word_file_waits_for_libreoffice_and_is_shown_later(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cast.taken()
    monkeypatch.setattr(safe, "office_program", lambda: None)
    assert "kan nu niet veilig getoond worden" in add(case, "brief.docx", docx("Mag dat?"))
    row = rows(case)["brief.docx"]
    assert (row.state, row.content["reason"], row.copy) == ("waiting", "office", None)
    client, address = cast.desk_client("iris"), f"/zaak/{case.code}/bestand/{row.pk}"
    assert "Het wacht nog" in client.post(f"{address}/opnieuw/", follow=True).content.decode()
    monkeypatch.setattr(safe, "office_drawn", lambda data, kind: a_pdf())
    assert "Er is nu een veilige kopie" in client.post(f"{address}/opnieuw/", follow=True).content.decode()
    row = rows(case)["brief.docx"]
    assert (row.state, row.content["kind"], row.content["drawn"]) == ("safe", "application/pdf", True)
    assert "Getekend zoals LibreOffice het laat zien" in client.get(f"{address}/").content.decode()
    with act_as(cast.member("iris").pk):
        assert Original.objects.filter(attachment=row).exists(), "the original stays, behind two people"


def test_a_text_is_shown_as_text_and_never_as_a_page() -> None:
    case = cast.taken()
    assert "Het bestand staat erbij" in add(case, "app.txt", "<script>x()</script> Café".encode("cp1252"))
    row, client = rows(case)["app.txt"], cast.desk_client("iris")
    page = client.get(f"/zaak/{case.code}/bestand/{row.pk}/").content.decode()
    assert "&lt;script&gt;x()&lt;/script&gt; Café" in page
    kept = client.get(f"/zaak/{case.code}/bestand/{row.pk}/kopie/")
    assert kept["Content-Type"] == "text/plain; charset=utf-8"
    assert kept["Content-Disposition"].startswith("attachment")
    assert kept["Content-Security-Policy"] == "sandbox; default-src 'none'"
    with cast.opened("iris", case) as file:
        assert "Café" in text_of(file, Attachment.objects.get(pk=row.pk))


def attached(name: str, data: bytes) -> bytes:
    heads = ("Content-Type: application/octet-stream", f'Content-Disposition: attachment; filename="{name}"')
    return part(base64.encodebytes(data), *heads, "Content-Transfer-Encoding: base64")


def test_a_saved_mail_is_shown_as_text_and_its_files_are_judged_each() -> None:
    case = cast.taken()
    deeper = multipart([part(b"Dieper", "Content-Type: text/plain"), attached("diep.txt", b"diep")])
    files = [attached("foto.jpg", photo()), attached("virus.exe", b"MZ"), attached("ander.eml", deeper)]
    add(case, "van-school.eml", multipart([part(b"Zie de foto.", "Content-Type: text/plain"), *files]))
    found = rows(case)
    assert {name: row.state for name, row in found.items()} == {
        "van-school.eml": "safe",
        "foto.jpg": "safe",
        "virus.exe": "refused",
        "ander.eml": "safe",
    }, "one floor deep"
    assert "Van: Noor <noor@example.org>" in found["van-school.eml"].text
    assert "Zie de foto." in found["van-school.eml"].text
    assert "Bijlage: foto.jpg" in found["van-school.eml"].text
    assert b"Nikon" not in found["foto.jpg"].copy
    assert found["foto.jpg"].content["within"] == "van-school.eml"
    assert "zat in <bdi>van-school.eml</bdi>" in cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()


def test_a_mail_with_very_many_files_keeps_the_first() -> None:
    case = cast.taken()
    many = [attached(f"{number}.txt", b"a") for number in range(MOST_INSIDE + 5)]
    add(case, "veel.eml", multipart([part(b"Veel.", "Content-Type: text/plain"), *many]))
    assert len(rows(case)) == MOST_INSIDE + 1


def test_what_comes_by_mail_is_taken_in_as_from_a_colleague(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "office_drawn", lambda data, kind: a_pdf())
    words = part(b"Zie de brief.", "Content-Type: text/plain")
    mail_id = cast.mail_in(multipart([words, attached("brief.docx", docx("Mag dat?"))]))
    with act_as(cast.member("mo").pk):
        case = Mail.objects.select_related("case").get(pk=mail_id).case
    assert case is not None
    assert rows(case, "mo")["brief.docx"].state == "safe"


def test_a_file_may_be_larger_than_the_public_may_send() -> None:
    case = cast.taken()
    add(case, "lang.txt", b"a" * (PUBLIC.largest + 1))
    assert rows(case)["lang.txt"].state == "safe"
    with cast.opened("iris", case, to="attach-file") as file:
        kept = attach_file(file=file, received=Received("groot.txt", b"a" * (STAFF.largest + 1)))
    assert kept.reason == "size"
    assert "te groot en is niet bewaard" in add(case, "groot.txt", b"a" * (STAFF.largest + 1))
    assert "groot.txt" not in rows(case)
