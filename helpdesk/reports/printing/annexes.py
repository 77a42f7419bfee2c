"""The annexes of a report in one file: an index of ours, then each annex with its number on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpdesk.lib.papers.binding import Piece, bind, count_pages
from helpdesk.lib.papers.blocks import Block, Paper, Table, paragraphs
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.reports.manuscript import Annex, Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.words import Words, words_in


def annexes_of(manuscript: Manuscript, files: Mapping[int, bytes], *, look: Look) -> bytes:
    """One PDF.

    Args:
        manuscript: of the report.
        files: by the number of the annex, its safe copy as a PDF.
        look: its watermark stands on the index.

    Raises:
        KeyError: an annex has no file.
        NotPrinted: a file cannot be read, or all together are too much.
    """
    annexes = sorted(manuscript.annexes, key=lambda one: one.number)
    pdfs = [files[one.number] for one in annexes]
    words = words_in(manuscript.front.language)
    index = _index(manuscript, words, annexes, count_pages(pdfs) if pdfs else [], look)
    pieces = [
        Piece(
            words("annexes.listed", number=one.number, title=one.title),
            words("annexes.stamp", number=one.number),
            pdf,
        )
        for one, pdf in zip(annexes, pdfs, strict=True)
    ]
    return bind(as_pdf(index), pieces, index.title, page=words("annexes.stamp_page"), language=words.language)


def _index(manuscript: Manuscript, words: Words, annexes: Sequence[Annex], counts: Sequence[int], look: Look) -> Paper:
    front = manuscript.front
    rows = [
        [str(one.number), one.title, words.day(one.day), str(count)] for one, count in zip(annexes, counts, strict=True)
    ]
    sums = [[str(one.number), _in_groups(one.digest)] for one in annexes if one.digest]
    blocks: list[Block] = [
        *paragraphs(words("annexes.as_they_came")),
        Table([words(f"annexes.{name}") for name in ("nr", "annex", "since", "pages")], rows, (4, 36, 16, 9)),
    ]
    if sums:
        blocks += [*paragraphs(words("annexes.how_to_check")), Table([words("annexes.nr"), "SHA-256"], sums, (4, 61))]
    return Paper(
        words("annexes.title", title=front.title),
        blocks,
        front.on,
        language=front.language,
        foot=front.number or words("paper.draft"),
        mark=words("paper.confidential"),
        watermark=look.watermark,
    )


def _in_groups(digest: str) -> str:
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16))
