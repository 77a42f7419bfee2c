"""A small report of the demonstration, written through the real actions. Only with DEMO on, and only once."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.demo.play import submission_of
from helpdesk.cases.demo.stories import stories
from helpdesk.cases.models import Case, Message, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.roles import Part
from helpdesk.reports import actions
from helpdesk.reports.models import Report
from helpdesk.reports.told import FactTold, Told
from helpdesk.teams.models import Member

STORY = "broertje"
CONVENTION, HEARD = "BWBV0002508", "artikel=12"


def load_report(people: Mapping[str, Member]) -> int:
    """Write it; how many. Twice is fine.

    Args:
        people: the cast by slug; a jurist writes.
    """
    if not settings.DEMO:
        raise RuntimeError("This report exists only in a demonstration (HELPDESK_DEMO=1).")
    story = next(one for one in stories() if one.id == STORY)
    case: Case | None = Case.objects.filter(pk=submission_of(story)).first()
    if case is None or Report.objects.filter(case=case).exists():
        return 0
    writer = people[story.assignee]
    file = case_for(writer, case.code, to="start-report")
    child = next((one for one in file.open(Party.objects.filter(case=case)) if one.content["part"] == Part.CHILD), None)
    if child is None:
        return 0
    try:
        _write(file, str(child.pk))
    except NotNow:
        return 0
    return 1


def _write(file: CaseFile, child: str) -> None:
    told = Told(
        procedure="objection", title="Contact met haar broertje", before="", court_number="", decision_on=None,
        on=clock.today(), question="Mag het contact met haar broertje zo worden beperkt?", lawyer="", child=child,
        age="13 jaar",
    )  # fmt: skip
    report_id = actions.start_report(file=file, told=told)
    rows = file.open(Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id"))
    asked = next(row for row in rows if row.content["by"] == "asker")
    words = str(asked.content["text"])
    said = next(line for line in words.split(". ") if "niemand" in line)
    fact = FactTold(
        text="Het contact met haar broertje is beperkt tot eens in de zes weken.",
        source="message", source_id=str(asked.pk), said_by="bericht van het kind", day_words="sinds de zomer",
        contested="unknown",
    )  # fmt: skip
    actions.add_fact(file=file, report_id=report_id, told=fact)
    quote = FactTold(
        text=said, source="message", source_id=str(asked.pk), said_by="N., in haar bericht aan ons", voice=True,
        how="Zij schreef het zelf.",
    )  # fmt: skip
    actions.quote_child(file=file, report_id=report_id, told=quote, words=words)
    actions.cite(file=file, report_id=report_id, work=CONVENTION, place=HEARD)
