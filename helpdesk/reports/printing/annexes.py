"""The annexes of a report in one file: an index of ours, then each annex with its number on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpdesk.lib.papers.binding import Piece, bind, count_pages
from helpdesk.lib.papers.blocks import Block, Paper, Table, paragraphs
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.reports.manuscript import Annex, Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.names import CONCEPT, CONFIDENTIAL, day_in_words

AS_THEY_CAME = (
    "De bijlagen staan hierachter als kopie, elke bladzijde met haar nummer. Deze index is toegankelijk voor wie met "
    "een schermlezer leest. De bijlagen zelf komen van anderen: wij kunnen niet beloven dat zo’n programma dat kan."
)
HOW_TO_CHECK = "Met de SHA-256 kan worden nagegaan of een stuk nog hetzelfde is."


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
    index = _index(manuscript, annexes, count_pages(pdfs) if pdfs else [], look)
    pieces = [
        Piece(f"Bijlage {one.number}: {one.title}", f"Bijlage {one.number}", pdf)
        for one, pdf in zip(annexes, pdfs, strict=True)
    ]
    return bind(as_pdf(index), pieces, index.title)


def _index(manuscript: Manuscript, annexes: Sequence[Annex], counts: Sequence[int], look: Look) -> Paper:
    front = manuscript.front
    rows = [
        [str(one.number), one.title, day_in_words(one.day), str(count)]
        for one, count in zip(annexes, counts, strict=True)
    ]
    sums = [[str(one.number), _in_groups(one.digest)] for one in annexes if one.digest]
    blocks: list[Block] = [
        *paragraphs(AS_THEY_CAME),
        Table(["Nr", "Bijlage", "In de zaak sinds", "Blz."], rows, (4, 36, 16, 9)),
    ]
    if sums:
        blocks += [*paragraphs(HOW_TO_CHECK), Table(["Nr", "SHA-256"], sums, (4, 61))]
    return Paper(
        f"Bijlagen bij {front.title}",
        blocks,
        front.on,
        language=front.language,
        foot=front.number or CONCEPT,
        mark=CONFIDENTIAL,
        watermark=look.watermark,
    )


def _in_groups(digest: str) -> str:
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16))
