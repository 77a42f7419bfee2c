"""Sign and freeze: after another's yes, in one commit; what was signed stays, and what was changed is noticed."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.desk.press_out import press_waiting
from helpdesk.ledger.models import Entry
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports import actions
from helpdesk.reports.access_frozen import compared, frozen_for, manuscript_in
from helpdesk.reports.document import blocks
from helpdesk.reports.freezing import for_ledger, from_ledger, sha256
from helpdesk.reports.models import ReportNumber
from helpdesk.reports.pressing import Pressed
from helpdesk.reports.tests.test_read_report import agree, asked
from helpdesk.reports.tests.writing_scene import Written, text, whole, written
from helpdesk.reports.workflow import State
from tests import cast

pytestmark = pytest.mark.django_db


def press(*_: Any) -> Pressed:
    """A press that costs nothing."""
    return Pressed(b"%PDF-1.7 nagemaakt", b"PK nagemaakt")


def signed(made: Written | None = None) -> Written:
    """Iris wrote, Sanne agreed, Iris signed."""
    found = made or asked(whole())
    agree(found)
    with cast.opened("iris", found.case, to="sign-report") as file:
        actions.sign_report(file=file, report_id=found.id, press=press)
    return found


def stands(made: Written) -> list[bool]:
    with cast.opened("iris", made.case) as file:
        return [one.same for one in compared(frozen_for(file, made.id))]


def frozen(made: Written) -> dict[str, Any]:
    with cast.opened("iris", made.case) as file:
        row = frozen_for(file, made.id)
        return {**row.content, "manuscript": bytes(row.manuscript), "read": manuscript_in(row)}


def test_signed_through_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    made = asked(whole())
    assert "eerst akkoord" in made.look("teken")
    assert "tweede lezer" in made.do("teken", expect=422)
    agree(made)
    made.do("teken")
    assert made.report.open
    assert press_waiting() == 1
    said = frozen(made)
    assert said["number"].startswith("KRR-")
    assert said["read"].front.number == said["number"]
    assert made.report.state == State.SIGNED
    page = made.look("getekend")
    assert "Klopt." in page
    assert said["number"] in page
    pdf = made.as_("iris").get(f"{made.at}getekend/pdf/")
    assert pdf.content.startswith(b"%PDF")
    assert sha256(pdf.content) == said["digests"]["pdf"]
    assert made.as_("iris").get(f"{made.at}getekend/docx/").content.startswith(b"PK")
    assert cast.acts(made.case)[-4:] == ["press-report", "sign-report", "see-signed-report", "see-signed-report"]
    assert [one["why"] for one in made.versions()].count("signed") == 1


def test_a_block_copied_into_another_chapter_gets_an_id_of_its_own() -> None:
    made = whole()
    made.saved("Twee keer hetzelfde.", part="facts")
    made.saved("Twee keer hetzelfde.", part="conclusion")
    found = [node["attrs"]["id"] for part in frozen(signed(asked(made)))["read"].parts for node in blocks(part.doc)]
    assert len(found) == len(set(found))


def test_the_entry_carries_the_digest_of_all_of_it() -> None:
    made = signed()
    entry = Entry.objects.get(verb="freeze-report", object_id=made.id)
    assert len(entry.purpose) <= 40
    with cast.opened("iris", made.case) as file:
        assert from_ledger(entry.purpose) == compared(frozen_for(file, made.id))[-1].found
    assert from_ledger(for_ledger("00" * 32)) == "00" * 32


def test_not_without_a_yes_and_not_with_something_open() -> None:
    made = asked(whole())
    agree(made)
    mark = {"type": "insertion", "attrs": {"id": "1", "by": "word", "at": "2026-11-28T10:00:00"}}
    doc = text("Zin.")
    doc["content"][0]["content"].append({"type": "text", "text": " Erbij.", "marks": [mark]})
    made.save(base=made.load()["version"], doc=doc)
    assert "tweede lezer" in made.do("teken", expect=422)
    agree(made)
    assert "staan nog voorstellen" in made.do("teken", expect=422)
    assert not ReportNumber.objects.exists()
    assert made.report.state == State.READING


def test_what_the_checks_stop_is_listed_and_stops() -> None:
    made = asked(written())
    agree(made)
    page = made.look("nalezen")
    assert "Er is geen toestemming van kind en ouder" in page
    assert "Er is geen toestemming van kind en ouder" in made.do("teken", expect=422)
    assert made.report.state == State.READING


def test_a_name_that_may_not_be_printed_stops_it() -> None:
    made = whole()
    made.saved("Haar moeder, Mariam de Boer, was erbij.", part="conclusion")
    asked(made)
    agree(made)
    assert "Mariam" in made.do("teken", expect=422)
    assert made.report.state == State.READING


def test_a_press_that_gives_nothing_changes_nothing() -> None:
    made = asked(whole())
    agree(made)

    def broken(_: Any) -> Pressed:
        raise NotPrinted("Dit stuk kon niet worden gemaakt.")

    with cast.opened("iris", made.case, to="sign-report") as file, pytest.raises(ValueError, match="kon niet"):
        actions.sign_report(file=file, report_id=made.id, press=broken)
    assert made.report.state == State.READING
    signed_again = signed_now(made)
    assert signed_again["number"].endswith("0002"), "the first number is used up"


def signed_now(made: Written) -> dict[str, Any]:
    with cast.opened("iris", made.case, to="sign-report") as file:
        actions.sign_report(file=file, report_id=made.id, press=press)
    return frozen(made)


def test_what_changes_while_it_is_pressed_is_not_signed() -> None:
    made = asked(whole())
    agree(made)

    def meanwhile(_: Any) -> Pressed:
        made.saved("Nog een woord.")
        return press()

    with cast.opened("iris", made.case, to="sign-report") as file, pytest.raises(ValueError, match="veranderd"):
        actions.sign_report(file=file, report_id=made.id, press=meanwhile)
    assert made.report.state == State.READING


def test_signed_it_takes_no_word_any_more_and_what_was_sent_is_kept() -> None:
    made = asked(whole())
    version = made.load()["version"]
    signed(made)
    late = made.save("Te laat.", base=version)
    assert late.status_code == 422
    assert "getekend" in late.json()["error"]
    assert "Te laat." in str(made.versions())
    assert "Te laat." not in made.words()
    assert made.load()["frozen"]
    assert made.post("pak/").status_code == 422
