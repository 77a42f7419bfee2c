"""A signed report leaves: a copy with the name of who gets it in every page, through the one door out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.complaint import DOCX
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.models import Case, GivenFile
from helpdesk.cases.release import NotToBeTold, refuse_early, release_to_asker
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject
from helpdesk.reports.access import report_for
from helpdesk.reports.access_annexes import annex_files
from helpdesk.reports.access_frozen import SPOILT, frozen_for, intact, manuscript_in
from helpdesk.reports.actions.follow import ask_later
from helpdesk.reports.actions.keep import Sheet, settle
from helpdesk.reports.actions.turn import Turn
from helpdesk.reports.composing import in_words
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.pressing import Pressed, annexes_pdf, has_plain, plain_pdf, pressed
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.words import Words, words_in
from helpdesk.reports.workflow import check

TELLS = (Subject.STORY, Subject.DOCUMENTS)
PDF = "application/pdf"
NO_PLAIN = "Er is geen versie voor het kind geschreven."


def give_report(
    *,
    file: CaseFile,
    report_id: UUID,
    to: UUID | None,
    channel: Channel,
    kinds: Sequence[str],
    line_numbers: bool = False,
    press: Callable[[Manuscript, Look], Pressed] = pressed,
    turn: Turn | None = None,
) -> list[GivenFile]:
    """Give a copy to the asker (`to` is None) or to one participant. What was signed stays as it lies.

    Args:
        kinds: `pdf`, `docx`, `annexes` (in one file), `plain` (the version for the child).
        line_numbers: for who speaks about it at a hearing.
        turn: the order that this carries out, which ends in the same commit.

    Raises:
        NotNow: it was not signed, lies there changed, may not go to this person, or the press gave nothing.
        TakenAway: the order is somebody else's by now. Nothing was changed.
    """
    number, manuscript = may_be_given(file, report_id, kinds)
    words = words_in(manuscript.front.language)
    look = Look(watermark=_for_whom(file, to, words), line_numbers=line_numbers)
    try:
        made = [*_copies(manuscript, number, kinds, press, look), *_beside(file, manuscript, number, kinds, look)]
    except NotPrinted as sorry:
        raise NotNow(str(sorry)) from None
    for one in made:
        one.more.update(report=str(report_id), number=number, watermark=look.watermark)

    def also(case: Case, _rows: list[GivenFile]) -> None:
        if turn:
            turn.done()
        if {"pdf", "docx"} & set(kinds):
            ask_later(Sheet(file, case, report_for(file, report_id)))
        settle(file, case)

    return give(file, "give-report", made, to=to, channel=channel, subjects=TELLS, also=also)


def may_be_given(file: CaseFile, report_id: UUID, kinds: Sequence[str]) -> tuple[str, Manuscript]:
    """The number and the text of what was signed, when that is what lies there and holds what is asked.

    Raises:
        NotNow: it does not.
    """
    check("give-report", report_for(file, report_id).state)
    if not kinds:
        raise NotNow("Kies eerst wat er meegaat.")
    row = frozen_for(file, report_id)
    if not intact(row):
        raise NotNow(SPOILT)
    manuscript = manuscript_in(row)
    if "annexes" in kinds and not manuscript.annexes:
        raise NotNow("Dit rapport heeft geen bijlagen.")
    if "plain" in kinds and not has_plain(manuscript):
        raise NotNow(NO_PLAIN)
    return row.content["number"], manuscript


def may_go_to(file: CaseFile, to: UUID | None, channel: Channel) -> None:
    """Before it is made. The door is asked again when it leaves, and nothing that was allowed once is used up here.

    Raises:
        NotNow: it may not go to this person; the sentence says why.
    """
    try:
        if to is None:
            release_to_asker(file)
        else:
            refuse_early(file, to=party_of(file=file, party_id=to), subjects=TELLS, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None


def _copies(
    manuscript: Manuscript, number: str, kinds: Sequence[str], press: Callable[[Manuscript, Look], Pressed], look: Look
) -> list[Made]:
    title, name = f"{manuscript.front.title} ({number})", number.lower()
    found = []
    if {"pdf", "docx"} & set(kinds):
        copy = press(manuscript, look)
        found += [Made("report", title, f"{name}.pdf", PDF, copy.pdf)] if "pdf" in kinds else []
        found += [Made("report", title, f"{name}.docx", DOCX, copy.docx)] if "docx" in kinds else []
    return found


def _beside(file: CaseFile, manuscript: Manuscript, number: str, kinds: Sequence[str], look: Look) -> list[Made]:
    """What goes along apart: the annexes in one file, and the version for the child."""
    words, found = words_in(manuscript.front.language), []
    name = number.lower()
    if "annexes" in kinds:
        bound = annexes_pdf(manuscript, annex_files(file, manuscript), look)
        found.append(
            Made(
                "report",
                words("paper.annexes_to", number=number),
                f"{name}-{words('paper.name_annexes')}.pdf",
                PDF,
                bound,
            )
        )
    if "plain" in kinds:
        child = plain_pdf(manuscript)
        if child is None:
            raise NotNow(NO_PLAIN)
        found.append(
            Made(
                "report",
                words("paper.child_version", number=number),
                f"{name}-{words('paper.name_child')}.pdf",
                PDF,
                child,
            )
        )
    return found


def _for_whom(file: CaseFile, to: UUID | None, words: Words) -> str:
    """What stands in every page: for whom this copy was made, without a name in full, and when."""
    day = clock.today().strftime("%d-%m-%Y")
    if to is None:
        return words("paper.for_asker", day=day)
    person = Person.of(party_of(file=file, party_id=to).content)
    return words("paper.for_one", who=in_words(person, words.language), day=day)
