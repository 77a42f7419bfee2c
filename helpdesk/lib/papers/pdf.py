"""A paper as a PDF: PDF/A-2a, to be kept, and PDF/UA-1, to be listened to, in one file."""

from __future__ import annotations

import json

from helpdesk.lib.confined import run_confined
from helpdesk.lib.papers.blocks import Paper
from helpdesk.lib.papers.data import as_data

SECONDS, MEGABYTES = 60, 2048


class NotPrinted(ValueError):
    """The press gave nothing. The sentence is for the colleague; her words are still where she wrote them."""


def as_pdf(paper: Paper) -> bytes:
    """Set a paper, in a process of its own that reads no file but ours and calls nobody.

    Raises:
        NotPrinted: it took too long or too much memory.
    """
    raw = json.dumps(as_data(paper)).encode()
    made = run_confined("helpdesk.lib.papers.press", raw, seconds=SECONDS, megabytes=MEGABYTES)
    if made is None:
        raise NotPrinted("Dit stuk kon niet worden gemaakt. Probeer het nog een keer, of maak het korter.")
    return made
