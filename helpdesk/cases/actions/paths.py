"""To which case a later answer by e-mail comes. The tag in our address stays the same; where it leads can change."""

from __future__ import annotations

from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_mail import case_public
from helpdesk.cases.models import Message, ReplyPath


def lead_sender(file: CaseFile, other: CaseFile, row: Any) -> list[str]:
    """Let all paths of whoever sent this e-mail lead to `other`, where she is nobody's voice; their ids come back."""
    if not isinstance(row, Message):
        return []
    rows = ReplyPath.objects.filter(case=file.case, party=row.content.get("party"), elsewhere=False)
    ids = [str(path.pk) for path in rows]
    _lead(other, ids, file, party=None, elsewhere=True)
    return ids


def lead_back(file: CaseFile, other: CaseFile, ids: list[str], party: str | None) -> None:
    """Let those of these paths that still lead to `file` lead to `other` again, for this participant of it."""
    _lead(other, ids, file, party=party, elsewhere=False)


def lead_all(file: CaseFile, other: CaseFile, parties: dict[str, str]) -> list[dict[str, Any]]:
    """Let every path of `file` lead to `other`. What each was comes back, for the way back.

    Args:
        parties: participants of `file` as participants of `other`; whoever is not in it is nobody's voice there.
    """
    was = []
    for path in ReplyPath.objects.select_for_update().filter(case=file.case):
        here = str(path.party_id or "")
        was.append({"id": str(path.pk), "party": here, "elsewhere": path.elsewhere})
        there = parties.get(here)
        _lead(other, [str(path.pk)], file, party=there, elsewhere=there is None)
    return was


def lead_all_back(file: CaseFile, other: CaseFile, was: list[dict[str, Any]]) -> None:
    """Undo `lead_all`: from `file`, where the paths lead now, to `other`."""
    for one in was:
        _lead(other, [one["id"]], file, party=one["party"] or None, elsewhere=one["elsewhere"])


def _lead(to: CaseFile, ids: list[str], was: CaseFile, *, party: str | None, elsewhere: bool) -> None:
    if ids:
        rows = ReplyPath.objects.filter(pk__in=ids, case=was.case)
        rows.update(case=to.case, party=party, elsewhere=elsewhere, case_public=case_public(to))
