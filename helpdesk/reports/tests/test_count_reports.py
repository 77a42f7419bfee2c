"""A report counts once, without its case, when its outcome has stood; and figures are made by who serves nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction
from django.utils import timezone

from devtools.environment import ROOT
from helpdesk.cases import actions as case_actions
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.library.tests.shelf import CODE
from helpdesk.reports.actions.count import batch_of, count_due, store_counted
from helpdesk.reports.counted import Counted, Norm, read
from helpdesk.reports.followup import Dealt, Result
from helpdesk.reports.models import CountedReport, Report, ReportFigures
from helpdesk.reports.tests.test_follow_report import CAME, ECLI, applied, first
from helpdesk.reports.tests.writing_scene import Written
from helpdesk.vault import gate
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.keyring import keyring
from helpdesk.vault.opened import OpenedMailbox, StillSealed, attach
from tests import cast
from tests.database import testbed

pytestmark = pytest.mark.django_db(transaction=True)
OwnerCursor = Callable[[str], Any]


def records(owner_cursor: OwnerCursor) -> list[tuple[int, Counted]]:
    """Year and content of each record, as only this test puts together: the owner's rows and the desk's key."""
    with owner_cursor("default") as cursor:
        rows = cursor.execute("SELECT id, counted_in, content FROM reports_countedreport").fetchall()
    found = []
    for pk, year, content in rows:
        row = CountedReport(pk=pk)
        attach(OpenedMailbox(keyring().counting_private()), row)
        row.__dict__["content"] = Ciphertext(content)
        found.append((year, read(row.content)))
    return found


def stands(made: Written) -> Report:
    with act_as(cast.member("iris").pk):
        found: Report = Report.objects.get(pk=made.id)
    return found


def on(day: date) -> Any:
    return clock.at(timezone.make_aware(datetime.combine(day, time(12))))


def test_it_counts_once_when_its_quarter_is_over(owner_cursor: OwnerCursor) -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME, right_1="not-followed", ecli=ECLI, signal="on", note="Dit staat er nooit in.")
    batch = batch_of(clock.today())
    assert stands(made).count_on == batch
    assert "1 " in made.look("uitkomst").split("Telt vanaf")[1][:40]
    assert str(batch.year) in made.look("uitkomst").split("Telt vanaf")[1][:40]
    assert count_due() == 0, "it has to stand for a while"
    with on(batch):
        assert count_due() == 1
        assert count_due() == 0, "once"
    ((year, one),) = records(owner_cursor)
    assert one.rights == {Norm(CODE, "artikel=2"): Dealt.NOT_FOLLOWED}
    assert (one.procedure, one.result, one.signal, one.published) == ("court", Result.PARTLY, True, True)
    assert year in {batch.year, batch.year - 1}
    assert (stands(made).counted, stands(made).count_on) == (True, None)
    entry = Entry.objects.get(verb="count-reports")
    assert (entry.object_id, entry.purpose) == (None, "1 reports"), "the ledger does not say which"


def test_until_then_it_is_taken_back_as_if_nothing_was_said(owner_cursor: OwnerCursor) -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME)
    made.do(f"uitkomst/{first(made)}/terug")
    assert (stands(made).count_on, stands(made).tally) == (None, None)
    made.do("uitkomst/bij", **{**CAME, "result": "pending"})
    assert stands(made).count_on is None, "nothing is known yet"
    with on(date(2040, 1, 1)):
        assert count_due() == 0
    assert records(owner_cursor) == []


def test_a_later_look_at_what_was_counted_is_said_on_the_page(owner_cursor: OwnerCursor) -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME)
    with on(batch_of(clock.today())):
        count_due()
    assert "Telt mee in de cijfers" in made.look("uitkomst")
    assert "eerdere antwoord" not in made.look("uitkomst")
    made.do("uitkomst/bij", **{**CAME, "result": "granted"})
    assert "eerdere antwoord" in made.look("uitkomst")
    with on(date(2040, 1, 1)):
        assert count_due() == 0
    ((_, one),) = records(owner_cursor)
    assert one.result == Result.PARTLY


def test_a_case_that_is_forgotten_counts_at_that_moment(owner_cursor: OwnerCursor) -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME, right_1="followed")
    with cast.opened("sanne", made.case, to="forget-case") as file:
        case_actions.forget_case(file=file)
    ((year, one),) = records(owner_cursor)
    assert (year, one.result) == (clock.today().year, Result.PARTLY)
    with on(date(2040, 1, 1)):
        assert count_due() == 0


def test_a_record_says_nothing_of_its_report(owner_cursor: OwnerCursor) -> None:
    assert {field.name for field in CountedReport._meta.get_fields()} == {"id", "counted_in", "content"}
    store_counted([(Counted("court", Result.GRANTED, {}, False, False), 2025)])
    with pytest.raises(ProgrammingError), transaction.atomic():
        CountedReport.objects.count()
    with pytest.raises(ProgrammingError), transaction.atomic():
        CountedReport.objects.all().delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        ReportFigures(year=2025, content={}).save(force_insert=True)
    assert len(records(owner_cursor)) == 1, "the control"


def test_the_desk_cannot_make_figures() -> None:
    with pytest.raises(CommandError, match="HELPDESK_PROGRAM=owner"):
        call_command("count_reports")


def test_the_worker_opens_that_one_part_of_a_case() -> None:
    made = applied()
    (glance,) = gate.tallies([made.case.key_id]).values()
    with cast.opened("iris", made.case) as file:
        sealed = file.case.__dict__["summary"]
    attach(glance, row := type(made.case)(pk=made.case.pk))
    row.__dict__["summary"] = Ciphertext(sealed)
    with pytest.raises(StillSealed):
        _ = row.summary


def test_the_owner_makes_the_figures_of_a_closed_year_once(owner_cursor: OwnerCursor) -> None:
    twelve = Norm("BWBV0002508", "artikel=12")
    heard = Counted("court", Result.GRANTED, {twelve: Dealt.FOLLOWED}, True, False)
    store_counted([(heard, 2025)] * 7 + [(heard, clock.today().year)] * 9 + [(heard, 2020)] * 5)
    assert "2020, 2025" in as_owner()
    made = ReportFigures.objects.get(year=2025)
    assert made.content["rows"] == [
        ["court", "BWBV0002508", "artikel=12", {"followed": 5, "not-followed": 0, "silent": 0}]
    ]
    assert made.content["names"] == [["BWBV0002508", "artikel=12", "art. 12 IVRK"]]
    assert 7 not in made.content["rows"][0][3].values(), "a count itself lies nowhere in the clear"
    store_counted([(heard, 2025)] * 9)
    assert "No year" in as_owner()
    assert ReportFigures.objects.get(year=2025).content == made.content
    assert {year for year, _ in records(owner_cursor)} == {2025, clock.today().year}, "old records went"


def as_owner() -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", "count_reports"],
        cwd=ROOT,
        env=testbed().environment("owner"),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout
