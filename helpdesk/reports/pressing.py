"""A manuscript as a PDF and as a Word file. So many at once as the machine holds; whoever comes later waits her turn.

Nothing is written while one waits: a press that dies, or a wait that is given up, leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, TypeVar

from django.conf import settings

from helpdesk.lib import clock
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import NotPrinted, as_pdf
from helpdesk.lib.papers.signing import signed
from helpdesk.reports.document import written
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.printing.annexes import annexes_of
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.report import FOR_THE_CHILD, paper_of, plain_paper_of
from helpdesk.reports.printing.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 2  # each a process of its own that may take two gigabytes
SECONDS = 120.0  # fifty of a second each, two at once, wait half a minute at most
BUSY = "Er wordt veel gedrukt. Er is niets verloren en niets veranderd: probeer het over een minuut opnieuw."
_TURNS = BoundedSemaphore(AT_ONCE)
R = TypeVar("R")


class Busy(NotPrinted):
    """The wait took too long."""


@dataclass(frozen=True)
class Pressed:
    """What came out of the press."""

    pdf: bytes = field(repr=False)
    docx: bytes = field(repr=False)


@contextmanager
def turn(seconds: float = SECONDS) -> Iterator[None]:
    """Wait until the press is free.

    Raises:
        Busy: it is not, after all this time.
    """
    if not _TURNS.acquire(timeout=seconds):
        raise Busy(BUSY)
    try:
        yield
    finally:
        _TURNS.release()


def pressed(manuscript: Manuscript, look: Look | None = None) -> Pressed:
    """The report on paper and in Word, without the version for the child.

    Raises:
        NotPrinted: the press gave nothing, twice; or it was busy too long.
    """
    paper = paper_of(manuscript, look=look or Look())
    pdf = _once_more(lambda: _with_signature(as_pdf(paper), paper.language))
    return Pressed(pdf, _once_more(lambda: as_docx(paper)))


def draft_pdf(manuscript: Manuscript) -> bytes:
    """A report that is being written: as it stands, proposals shown, marked as a draft because it has no number.

    Raises:
        NotPrinted: the press gave nothing, twice; or it was busy too long.
    """
    paper = paper_of(manuscript, look=Look(suggestions="shown"))
    return _once_more(lambda: as_pdf(paper))


def has_plain(manuscript: Manuscript) -> bool:
    """Whether somebody wrote a version for the child."""
    return any(written(part.doc) for part in manuscript.parts if part.key == FOR_THE_CHILD)


def draft_docx(manuscript: Manuscript) -> bytes:
    """The same in Word, to go on with; each proposal is a change that Word itself takes or leaves.

    Raises:
        NotPrinted: the press gave nothing, twice; or it was busy too long.
    """
    paper = paper_of(manuscript, look=Look(suggestions="shown"))
    return _once_more(lambda: as_docx(paper))


def plain_pdf(manuscript: Manuscript) -> bytes | None:
    """The version for the child on paper; None when nobody wrote one."""
    paper = plain_paper_of(manuscript, look=Look()) if has_plain(manuscript) else None
    return _once_more(lambda: _with_signature(as_pdf(paper), paper.language)) if paper else None


def annexes_pdf(manuscript: Manuscript, files: Mapping[int, bytes], look: Look) -> bytes:
    """The annexes with their index, each page numbered.

    Raises:
        NotPrinted: one of them cannot be read, or it was busy too long.
    """
    language = manuscript.front.language
    return _once_more(lambda: _with_signature(annexes_of(manuscript, files, look=look), language))


def _with_signature(pdf: bytes, language: str) -> bytes:
    """Of the organisation, when it is set that she signs; a draft never gets one."""
    if settings.SIGNING is None:
        return pdf
    return signed(pdf, settings.SIGNING, words_in(language)("paper.signature"), clock.today())


def _once_more(make: Callable[[], R]) -> R:
    """A press that was killed is started again, once."""
    with turn():
        try:
            return make()
        except NotPrinted:
            return make()
