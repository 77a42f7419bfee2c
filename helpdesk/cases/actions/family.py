"""Link two cases of one family and take them apart. Nothing of one goes into the other but its code and a word.

The ledger knows at both; the journal on the page leaves it out, for whoever reads one case may not know of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Case, FamilyLink
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.family import OF_FAMILY, Relation, seen_back

GONE = "Deze zaken zijn al los van elkaar."


def link_case(*, file: CaseFile, other: CaseFile, relation: Relation) -> None:
    """Link the two, on both sides. Two that were taken apart are linked again.

    Args:
        other: the other case, opened for the same verb: whoever links can read both.
        relation: what the other case is, seen from this one.

    Raises:
        NotNow: it is one case, or the two are linked already.
    """
    if file.case.pk == other.case.pk:
        raise NotNow("Dit is dezelfde zaak. Kies een andere.")
    with both_stepping(file, other, "link-case"):
        if (row := _row(file, other)) and not row.content.get("removed_at"):
            raise NotNow("Deze zaken zijn al gekoppeld.")
        _put(file, other, relation)
        _put(other, file, seen_back(relation))


def unlink_case(*, file: CaseFile, other: CaseFile) -> None:
    """Take the two apart, on both sides. What was known stays sealed until they are linked again.

    Raises:
        NotNow: they are not linked (any more).
    """
    with both_stepping(file, other, "unlink-case"):
        rows = [_row(file, other), _row(other, file)]
        if not all(row and not row.content.get("removed_at") for row in rows):
            raise NotNow(GONE)
        for row in filter(None, rows):
            _keep(row, removed_at=now_text(), removed_by=str(file.member.pk))


def tie(file: CaseFile, other: CaseFile, relation: Relation, *, why: str = "", **more: Any) -> None:
    """Inside a split or a merge: a link on both sides. `more` is kept on this one."""
    said = {"why": why} if why else {}
    _tie(file, other, relation, **said, **more)
    _tie(other, file, seen_back(relation), **said)


def untie(file: CaseFile, other: CaseFile, relation: Relation) -> None:
    """Take such a link away on both sides."""
    for here, there, seen in ((file, other, relation), (other, file, seen_back(relation))):
        if row := tied(here, there.case.code, seen):
            row.delete()


def tied(file: CaseFile, code: str, relation: Relation) -> FamilyLink | None:
    """The link of this kind with the case of this code, opened."""
    rows = file.open(FamilyLink.objects.filter(case=file.case))
    return next((row for row in rows if (row.content["code"], row.content["relation"]) == (code, relation)), None)


def _tie(file: CaseFile, other: CaseFile, relation: Relation, **more: Any) -> None:
    row = file.mine(FamilyLink(case=file.case, created_on=clock.today()))
    said = {"code": other.case.code, "relation": str(relation), "by": str(file.member.pk), "at": now_text()}
    row.content = {**said, **more}
    row.save(force_insert=True)


def other_side(*, file: CaseFile, link_id: UUID) -> str:
    """The code of the case at the other end of this link, opened; raises NotNow when there is no such link."""
    row: FamilyLink | None = FamilyLink.objects.filter(case=file.case, pk=link_id).first()
    if row is None:
        raise NotNow(GONE)
    return str(file.mine(row).content["code"])


@contextmanager
def both_stepping(
    one: CaseFile, other: CaseFile, verb: str, *, other_verb: str = "", purpose: str = ""
) -> Iterator[tuple[Case, Case]]:
    """One act on two cases, with an entry at each. The rows are locked in one order, whoever begins.

    Args:
        other_verb: what it is for the other case, when that is another step.
    """
    verbs = {other.case.pk: other_verb or verb, one.case.pk: verb}
    with transaction.atomic(), ExitStack() as stack:
        held = {
            pk: stack.enter_context(stepping(file, verbs[pk], purpose=purpose)) for pk, file in _in_order(one, other)
        }
        yield held[one.case.pk], held[other.case.pk]


def _in_order(*files: CaseFile) -> list[tuple[UUID, CaseFile]]:
    return sorted(((file.case.pk, file) for file in files), key=lambda pair: pair[0])


def _row(file: CaseFile, other: CaseFile) -> FamilyLink | None:
    rows = file.open(FamilyLink.objects.filter(case=file.case))
    return next((row for row in rows if row.content["code"] == other.case.code and is_family(row)), None)


def is_family(link: FamilyLink) -> bool:
    """Whether a colleague made this link, and not a split or a merge."""
    return link.content["relation"] in OF_FAMILY


def _put(file: CaseFile, other: CaseFile, relation: Relation) -> None:
    row = _row(file, other)
    made = row or file.mine(FamilyLink(case=file.case, created_on=clock.today()))
    said = {"code": other.case.code, "relation": str(relation), "by": str(file.member.pk), "at": now_text()}
    made.content = said
    made.save(force_insert=row is None)


def _keep(row: FamilyLink, **changes: Any) -> None:
    row.content = {**row.content, **changes}
    row.save(update_fields=["content"])
