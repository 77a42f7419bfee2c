"""What waits in a case, in one sentence, and for which day. Lists and the case page ask here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.complaints import next_step
from helpdesk.cases.models import ASKS_AGAIN, Case
from helpdesk.cases.panels.deadlines import nearest
from helpdesk.cases.workflow import IN_TRIAGE, OPEN, State, Urgency
from helpdesk.lib import clock

READING = {
    "asked": "Wacht op een tweede lezer.",
    "agreed": "De tweede lezer is akkoord. Maak het af.",
    "returned": "De tweede lezer heeft opmerkingen.",
}
NEAR = 7  # days
PROMISED = "antwoord beloofd"


def offered_to(case: Case, teams: Collection[UUID]) -> bool:
    """Whether another team asks one of `teams` to take the case over."""
    offer = getattr(case, "offer", None)
    return offer is not None and offer.team_id in teams and case.team_id not in teams


def new_message(case: Case) -> bool:
    """The asker wrote: her act changed the state; the sealed summary, out of her reach, still waits for her."""
    return case.state == State.TEAM and case.summary.get("waits") == "asker"


def answered_by(case: Case) -> str:
    """Who outside answered through a link and was not read yet; the link is in the clear, its name in the summary."""
    asked: Mapping[str, Any] = case.summary.get("asked") or {}
    return next((asked[str(link)]["name"] for link in getattr(case, "answered", ()) if str(link) in asked), "")


def asks_again(case: Case) -> bool:
    """The asker said how it went and wants us to look once more; so until the case moves on."""
    return case.state == State.REOPENED and getattr(getattr(case, "mailbox", None), "heard", 0) == ASKS_AGAIN


def what_waits(case: Case, teams: Collection[UUID]) -> str:
    """The next thing for us, or for whom we wait."""
    summary: Mapping[str, Any] = case.summary
    state = State(case.state)
    if offered_to(case, teams):
        return "Overdracht gevraagd. Zeg ja of nee."
    if state in OPEN and (about_us := next_step(summary)) is not None:
        return f"Klacht over ons. {about_us.label}."
    if getattr(case, "stopped", False):
        return "De vrager wil iets niet meer delen. Kijk even."
    if who := answered_by(case):
        return f"Antwoord van {who}."
    if state in IN_TRIAGE and summary.get("reading") in READING:
        return READING[summary["reading"]]
    if state == State.NEW:
        return "Nieuwe vraag. Lees en neem aan."
    if state == State.TRIAGE:
        return "Kies het team."
    if state in {State.WAITING_ASKER, State.WAITING_THIRD} and (task := _task_whose_day_came(case)):
        return _task_words(task)
    if state == State.WAITING_ASKER:  # a promise is there when another question of hers was merged into this case
        return "Er is nog een antwoord beloofd." if case.promise_on else "Antwoord is gegeven. De vrager is aan zet."
    if state == State.WAITING_THIRD:
        return f"Wacht op: {summary.get('next') or 'een ander'}"
    if state not in {State.TEAM, State.REOPENED}:
        return "Samengevoegd." if summary.get("merged") else "Klaar."
    return _at_the_team(case, state, summary)


def _at_the_team(case: Case, state: State, summary: Mapping[str, Any]) -> str:
    if summary.get("merged") and (new_message(case) or (state == State.REOPENED and summary.get("ended_at"))):
        return "Nieuw bericht in samengevoegde zaak."
    if asks_again(case):
        return "Vrager vraagt om nog een keer te kijken."
    if state == State.REOPENED:
        return "Heropend. Kijk wat er nieuw is."
    if new_message(case):
        return "Nieuw bericht van de vrager."
    if getattr(case, "offer", None) is not None:
        return "Overdracht gevraagd. Wacht op het andere team."
    if summary.get("reading") in READING:
        return READING[summary["reading"]]
    if not summary.get("assignee"):
        return "Nog van niemand."
    if task := summary.get("task"):
        return _task_words(task)
    return str(
        summary.get("next")
        or ("Kijk wat nog nodig is." if summary.get("first_reply_at") else "Eerste antwoord schrijven.")
    )


def _task_whose_day_came(case: Case) -> Mapping[str, Any] | None:
    """The first task, when it is for today or was for a day before: then it matters no more whose turn it is."""
    task: Mapping[str, Any] | None = case.summary.get("task")
    return task if task and date.fromisoformat(task["due_on"]) <= clock.today() else None


def _task_words(task: Mapping[str, Any]) -> str:
    """What the task says, which may be something else once its day has passed."""
    late = date.fromisoformat(task["due_on"]) < clock.today()
    return str((late and task.get("late_text")) or task["text"])


def due_of(case: Case) -> tuple[date | None, str]:
    """The day that counts and what it is: danger is today, then what we promised, else the first task."""
    if case.state in OPEN and (about_us := next_step(case.summary)) is not None:
        return about_us.by, "klacht: onze eigen afspraak"
    if (safe := _safe_day_near(case)) is not None:
        return safe, "veilige dag"
    if case.state == State.WAITING_ASKER and case.promise_on is None:
        came = _task_whose_day_came(case)
        return (date.fromisoformat(came["due_on"]), "taak") if came else (None, "de vrager is aan zet")
    if case.urgency == Urgency.DANGER and (case.promise_on is None or case.promise_on > clock.today()):
        return clock.today(), "gevaar gaat voor"
    task = None if new_message(case) else case.summary.get("task")
    task_on = date.fromisoformat(task["due_on"]) if task else None
    if case.promise_on is not None and (task_on is None or case.promise_on <= task_on):
        return case.promise_on, PROMISED
    return (task_on, "taak") if task_on else (None, "geen termijn")


def _safe_day_near(case: Case) -> date | None:
    """The safe day of a deadline, when it comes within a week and before what we promised."""
    found = nearest(case.summary)
    if found is None or found.left > NEAR or case.urgency == Urgency.DANGER:
        return None
    return found.safe if case.promise_on is None or found.safe <= case.promise_on else None
