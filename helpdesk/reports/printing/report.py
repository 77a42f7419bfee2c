"""A whole report as a paper, and the version for the child as a paper of its own."""

from __future__ import annotations

from helpdesk.lib.papers.blocks import Front as FrontPage
from helpdesk.lib.papers.blocks import Paper
from helpdesk.reports.manuscript import Front, Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.names import CONCEPT, CONFIDENTIAL, CONTENTS, KIND, day_in_words
from helpdesk.reports.printing.texts import Texts

FOR_THE_CHILD = "plain"
HARD_SPACE = "\N{NO-BREAK SPACE}"


def paper_of(manuscript: Manuscript, *, look: Look) -> Paper:
    """The report, without the version for the child.

    Args:
        manuscript: all of the report.
        look: how this copy is to look.
    """
    front, texts = manuscript.front, Texts(manuscript, look)
    title = front.title.replace(front.child, front.child.replace(" ", HARD_SPACE)) if front.child else front.title
    return Paper(
        title=title,
        blocks=[block for part in manuscript.parts if part.key != FOR_THE_CHILD for block in texts.part(part)],
        made_on=front.on,
        language=front.language,
        foot=" · ".join(part for part in (front.number or CONCEPT, day_in_words(front.on)) if part),
        mark=CONFIDENTIAL if front.number else f"{CONCEPT}, {CONFIDENTIAL.lower()}",
        front=_front(front, title),
        contents=CONTENTS,
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
        foot="" if manuscript.front.number else CONCEPT,
    )


def _front(front: Front, title: str) -> FrontPage:
    rows = (
        ("Nummer", front.number or CONCEPT),
        ("Kind", front.child),
        ("Ingediend bij", front.before),
        ("Voor", front.for_whom),
        ("Vraag", front.question),
        ("Geschreven door", front.writer),
        ("Tweede lezer", front.reader),
        ("Datum", day_in_words(front.on)),
    )
    over = "" if title.lower().startswith(KIND.lower()) else KIND
    return FrontPage(over=over, under=front.procedure, rows=[row for row in rows if row[1]], note=front.privacy)
