"""What the child may hear of it: nothing by itself. A text lies among the drafts, to be read and sent by hand."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions import put_back


def propose_letter(*, file: CaseFile, text: str) -> None:
    """Lay a text ready as an answer; what she had begun stays below it."""
    put_back(file, "reply", text)
