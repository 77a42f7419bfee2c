"""The course of a mediation: every step, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.mediation.actions.right import FIXED, may_take_back
from helpdesk.mediation.talks import Line
from helpdesk.mediation.words import MARKS, OUTCOMES, REPLIES, Mark, Outcome, Reply
from helpdesk.mediation.workflow import Kind

if TYPE_CHECKING:
    from helpdesk.mediation.board import Board

# Kind: icon and heading of a step on the timeline.
TIMELINE = {
    Kind.FRAME: ("people", "Bemiddeling begonnen of bijgewerkt"),
    Kind.POSITION: ("chat", "Standpunt"),
    Kind.PROPOSAL: ("split", "Voorstel"),
    Kind.ANSWER: ("chat", "Antwoord op een voorstel"),
    Kind.AGREEMENT: ("hand", "Afspraken gemaakt"),
    Kind.MARK: ("check", "Afspraak nagegaan"),
    Kind.REQUEST: ("question", "Informatie gevraagd"),
    Kind.INFORMATION: ("note", "Informatie gekregen"),
    Kind.END: ("check", "Afgesloten"),
    Kind.REOPEN: ("arrow", "Heropend"),
    Kind.CORRECTION: ("pen", "Rechtgezet"),
    Kind.TAKE_BACK: ("back", "Teruggenomen"),
}


@dataclass(frozen=True)
class Told:
    """One step on the timeline."""

    line: Line
    icon: str
    title: str
    more: str
    by: str
    can_correct: bool
    can_take_back: bool


def told(board: Board, line: Line) -> Told:
    """A step as a line of the course."""
    icon, title = TIMELINE[line.kind]
    fixed = line.struck or line.kind in FIXED
    return Told(
        line=line,
        icon=icon,
        title=title,
        more=_more(board, line),
        by=board.page.people.first(line.by),
        can_correct=board.can["correct_mediation"] and not fixed,
        can_take_back=board.can["correct_mediation"] and may_take_back(line, str(board.page.me.pk)),
    )


def _more(board: Board, line: Line) -> str:
    """Whom it is about, or how it came out."""
    said = line.said
    match line.kind:
        case Kind.POSITION | Kind.REQUEST:
            return board.name(str(said["party"]))
        case Kind.PROPOSAL:
            return f"{board.name(str(said['author']))} aan {_and([board.name(one) for one in said['to']])}"
        case Kind.ANSWER:
            return f"{board.name(str(said['party']))}: {REPLIES[Reply(said['reply'])].lower()}"
        case Kind.MARK:
            return f"{MARKS[Mark(said['mark'])]}: {_what(board, str(said['promise']))}"
        case Kind.AGREEMENT:
            return "; ".join(f"{board.name(one['who'])}: {one['what']}" for one in said["promises"])
        case Kind.END:
            return OUTCOMES[Outcome(said["outcome"])]
        case Kind.FRAME:
            return str(said["about"])
        case Kind.CORRECTION | Kind.TAKE_BACK:
            struck = board.talks.line(said["of"])
            return TIMELINE[struck.kind][1] if struck else ""
    return ""


def _what(board: Board, promise_id: str) -> str:
    return next((one.what for one in board.talks.promises if one.id == promise_id), "een afspraak")


def _and(names: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
