"""The code of a case is for colleagues: it stands in no name, no head of an answer and no word of what is given."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.models import Case, Complaint, GivenFile
from helpdesk.cases.tests.test_give_bundle import case_with_papers, keys_of, told
from helpdesk.cases.tests.test_give_bundle import give as give_bundle
from helpdesk.people.telling import Channel, Subject
from tests import cast

pytestmark = pytest.mark.django_db


def everything_said(data: bytes) -> str:
    """All that a file says: the parts of an archive by name, the pages of a PDF and what it says of itself."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return " ".join(name + everything_said(packed.read(name)) for name in packed.namelist())
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
        return " ".join([*pages, str(document.get_metadata_dict()), data.decode("latin-1")])
    return data.decode("latin-1")


def given(case: Case) -> list[tuple[str, str, str, bytes]]:
    """Name, title, the head of the answer and the bytes of each."""
    client = cast.desk_client("iris")
    with cast.opened("iris", case) as file:
        rows = file.open(GivenFile.objects.filter(case=case))
        kept = [(row.pk, row.content["name"], row.content["title"]) for row in rows]
    answers = [client.get(f"/zaak/{case.code}/meegegeven/{pk}/") for pk, *_ in kept]
    return [
        (name, title, answer["Content-Disposition"], answer.content)
        for (_, name, title), answer in zip(kept, answers, strict=True)
    ]


def assert_no_code(case: Case, *, files: int) -> None:
    found = given(case)
    assert len(found) == files
    for name, title, head, data in found:
        said = " ".join([name, title, head, everything_said(data)]).upper()
        assert name in head
        assert len(data) > 100, "a control: something was read"
        assert case.code not in said, name
        assert case.code.removeprefix("KR-") not in said, name


def test_a_bundle_and_a_letter_of_complaint() -> None:
    case = case_with_papers()
    give_bundle(case, *keys_of(told(case), ticked=True))
    iris = cast.desk_client("iris")
    letter = {"route": "instelling", "voice": "child", "body": "De Kade", "about": "bezoek", "happened": "Afgezegd."}
    assert iris.post(f"/zaak/{case.code}/klacht/", letter).status_code == 302
    with cast.opened("iris", case):
        to = f"/zaak/{case.code}/klacht/{Complaint.objects.get(case=case).pk}/meegeven/"
    assert iris.post(to, {"to": "asker", "channel": "post"}).status_code == 302
    assert_no_code(case, files=3)


def test_who_makes_a_new_kind_of_paper_cannot_forget_it() -> None:
    case = cast.taken()
    name = f"iets-{case.code.lower()}.pdf"

    def hand_over(file: CaseFile) -> None:
        give(
            file,
            "give-complaint",
            [Made("complaint", "Brief", name, "application/pdf", b"%PDF")],
            to=None,
            channel=Channel.POST,
            subjects=[Subject.STORY],
        )

    with cast.opened("iris", case, to="give-paper") as file:
        hand_over(file)
        (row,) = file.open(GivenFile.objects.filter(case=case))
        assert row.content["name"] == "iets.pdf"
