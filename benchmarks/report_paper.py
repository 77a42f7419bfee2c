"""`./dev bench paper`: a report of some twenty pages as PDF and as Word file, beside Typst alone on the same words.

No database and no server: the press runs in its confined process, as the desk starts it; Typst alone gets a process of
its own too, for in one that lives on it remembers what it set before.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pypdfium2

from helpdesk.lib.papers.blocks import Heading, Paper, words_of
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.papers.plain_words import lines_of
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.report import paper_of
from helpdesk.reports.tests.paper_samples import manuscript

ROUNDS = 7
AIM = 2.0  # seconds for both together
HEAD = '#set document(title: "x")\n#set page(margin: 30mm)\n#set text(lang: "nl", size: 11pt, hyphenate: true)\n'
ALONE = (
    "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.stdin.buffer.read(), ignore_system_fonts=True,"
    " pdf_standards=['a-2a', 'ua-1']))"
)
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\#$*_`<>@[]=-+/~\"'"})


def bare(paper: Paper) -> str:
    """The same words as one plain text for Typst, without tables, notes, list of contents or links."""
    parts = []
    for block in paper.blocks:
        said = "\n\n".join(line.translate(SPECIAL) for line in lines_of(block) if line)
        title = isinstance(block, Heading) and any(run.text for run in words_of(block.text))
        parts.append(f"= {said}" if title else said)
    return HEAD + "\n\n".join(parts)


def alone(source: bytes) -> bytes:
    """Typst without anything of ours."""
    return subprocess.run([sys.executable, "-c", ALONE], input=source, capture_output=True, check=True).stdout


def seconds(work: Callable[[], object]) -> tuple[list[float], float]:
    """How long each round took by the clock, and how long one kept processors busy."""
    found, busy = [], _busy()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found, (_busy() - busy) / ROUNDS


def _busy() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> int:
    """Print a line for each way, the ratio, and the most memory that one of the programs took."""
    look = Look(line_numbers=True, watermark="Exemplaar voor mr. A.")
    paper, plain = paper_of(manuscript(), look=look), bare(paper_of(manuscript(), look=look)).encode()
    ways: dict[str, Callable[[], object]] = {
        "blocks of the manuscript": lambda: paper_of(manuscript(), look=look),
        "PDF (A-2a and UA-1)": lambda: as_pdf(paper),
        "Word file": lambda: as_docx(paper),
        "Typst alone, the same words": lambda: alone(plain),
    }
    print(f"{_pages(as_pdf(paper))} pages; Typst alone sets the same words on {_pages(alone(plain))}")
    middle, used = dict[str, float](), dict[str, float]()
    for name, work in ways.items():
        found, used[name] = seconds(work)
        middle[name] = statistics.median(found)
        print(f"{name:30} median {middle[name]:6.3f} s, worst {max(found):6.3f} s, of processors {used[name]:6.3f} s")
    ours, alone_name = ("PDF (A-2a and UA-1)", "Word file"), "Typst alone, the same words"
    both = sum(middle[name] for name in ours)
    ratio = (
        sum(used[name] for name in ours) / used[alone_name]
    )  # of processors: the clock also counts who else works here
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"PDF and Word {both:.3f} s (aim {AIM:.0f} s), {ratio:.1f} x Typst alone; most memory {memory:.0f} MB")
    return 0


def _pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(io.BytesIO(pdf)))


if __name__ == "__main__":
    raise SystemExit(main())
