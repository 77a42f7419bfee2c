"""A whole report as a paper, and the version for the child as a paper of its own."""

from __future__ import annotations

from helpdesk.lib.papers.blocks import Front as FrontPage
from helpdesk.lib.papers.blocks import Paper
from helpdesk.reports.manuscript import Front, Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.texts import Texts
from helpdesk.reports.printing.words import Words, words_in

FOR_THE_CHILD = "plain"
HARD_SPACE = "\N{NO-BREAK SPACE}"


def paper_of(manuscript: Manuscript, *, look: Look) -> Paper:
    """The report, without the version for the child.

    Args:
        manuscript: all of the report.
        look: how this copy is to look.
    """
    front, texts = manuscript.front, Texts(manuscript, look)
    words = words_in(front.language)
    title = front.title.replace(front.child, front.child.replace(" ", HARD_SPACE)) if front.child else front.title
    return Paper(
        title=title,
        blocks=[block for part in manuscript.parts if part.key != FOR_THE_CHILD for block in texts.part(part)],
        made_on=front.on,
        language=front.language,
        foot=" · ".join(part for part in (front.number or words("paper.draft"), words.day(front.on)) if part),
        mark=words("paper.confidential" if front.number else "paper.confidential_draft"),
        front=_front(front, title, words),
        contents=words("paper.contents"),
        head=title,
        watermark=look.watermark,
        line_numbers=look.line_numbers,
    )


def plain_paper_of(manuscript: Manuscript, *, look: Look) -> Paper | None:
    """What the author wrote for the child, as a letter; None when there is no such part."""
    part = next((one for one in manuscript.parts if one.key == FOR_THE_CHILD), None)
    if part is None:
        return None
    texts = Texts(manuscript, look)
    return Paper(
        title=part.title,
        blocks=list(texts.blocks(part.doc.get("content", ()))),
        made_on=manuscript.front.on,
        language=manuscript.front.language,
        foot="" if manuscript.front.number else words_in(manuscript.front.language)("paper.draft"),
    )


def _front(front: Front, title: str, words: Words) -> FrontPage:
    rows = (
        ("number", front.number or words("paper.draft")),
        ("child", front.child),
        ("before", front.before),
        ("for_whom", front.for_whom),
        ("question", front.question),
        ("writer", front.writer),
        ("reader", front.reader),
        ("day", words.day(front.on)),
    )
    told = [(words(f"front.{name}"), said) for name, said in rows if said]
    kind = words("paper.kind")
    over = "" if title.lower().startswith(kind.lower()) else kind
    return FrontPage(over=over, under=front.procedure, rows=told, note=front.privacy)
