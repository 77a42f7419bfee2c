"""Give a signed report: a copy for one person through the one door out; what was signed stays as it lies."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.cases.models import Attachment, GivenFile
from helpdesk.cases.tests.test_names_of_given_files import assert_no_code, given
from helpdesk.desk.press_out import press_waiting
from helpdesk.reports import actions
from helpdesk.reports.pressing import Pressed
from helpdesk.reports.tests.test_read_report import asked
from helpdesk.reports.tests.test_sign_report import frozen, signed
from helpdesk.reports.tests.writing_scene import Written, whole
from helpdesk.reports.told import Enclosure
from tests import cast
from tests.walk import a_picture

pytestmark = pytest.mark.django_db


def test_a_copy_is_given_through_the_one_door_and_what_was_signed_stays() -> None:
    made = signed()
    before = frozen(made)
    with cast.opened("iris", made.case, to="give-report") as file:
        actions.give_report(
            file=file, report_id=made.id, to=None, channel=_post(), kinds=["pdf", "docx"], press=watermarked
        )
        rows = file.open(GivenFile.objects.filter(case=made.case))
        found = [
            (row.content["kind"], row.content["number"], row.content["watermark"], bytes(row.data)) for row in rows
        ]
    assert {(kind, number) for kind, number, _, _ in found} == {("report", before["number"])}
    assert all("Exemplaar voor de vrager" in mark and mark.encode() in data for _, _, mark, data in found)
    assert frozen(made) == before
    assert cast.acts(made.case)[-1] == "give-report"


def with_an_annex() -> Written:
    made = whole()
    picture = SimpleUploadedFile("brief.png", a_picture())
    assert (
        made.as_("iris").post(f"/zaak/{made.case.code}/bestand/", {"files": picture, "source": "letter"}).status_code
        == 302
    )
    with cast.opened("iris", made.case) as file:
        row = Attachment.objects.get(case=made.case)
        assert file.mine(row).copy
    told = Enclosure(kind="file", id=str(row.pk), title="Besluit", day=None, pages=1)
    with cast.opened("iris", made.case, to="write-report") as file:
        actions.enclose(file=file, report_id=made.id, enclosure=told)
    return made


def test_the_annexes_go_along_in_one_file_and_only_as_they_were() -> None:
    made = signed(asked(with_an_annex()))
    made.do("geef", to="asker", channel="post", annexes="on")
    assert press_waiting() == 1
    with cast.opened("iris", made.case) as file:
        (given,) = file.open(GivenFile.objects.filter(case=made.case))
        assert bytes(given.data).startswith(b"%PDF")
        assert "Bijlagen bij" in given.content["title"]
    assert "geen versie voor het kind" in made.do("geef", expect=422, to="asker", channel="post", plain="on")


def test_whatever_of_it_leaves_holds_no_code_of_the_case() -> None:
    made = with_an_annex()
    made.saved("Wij schreven op wat jij ons vertelde.", part="plain")
    signed(asked(made))
    made.do("geef", to="asker", channel="post", pdf="on", docx="on", annexes="on", plain="on")
    assert press_waiting() == 1
    assert_no_code(made.case, files=4)
    names = {name for name, *_ in given(made.case)}
    number = frozen(made)["number"].lower()
    assert names == {f"{number}.pdf", f"{number}.docx", f"{number}-bijlagen.pdf", f"{number}-kind.pdf"}


def watermarked(_: Any, look: Any) -> Pressed:
    return Pressed(b"%PDF " + look.watermark.encode(), b"PK " + look.watermark.encode())


def _post() -> Any:
    from helpdesk.people.telling import Channel

    return Channel.POST


def test_what_may_not_be_told_is_not_given() -> None:
    made = signed()
    lawyer = made.report.frame.lawyer
    page = made.do("geef", expect=422, to=lawyer, channel="post", pdf="on")
    assert "Advocaat" in page or "advocaat" in page
    assert press_waiting() == 0
    assert not GivenFile.objects.filter(case=made.case).exists()


def test_a_draft_is_not_given() -> None:
    made = asked(whole())
    assert "Dit kan nu niet" in made.do("geef", expect=422, to="asker", channel="post", pdf="on")
