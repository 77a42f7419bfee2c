"""The second case of an act on two."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext as _

from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.workflow import NotNow


def other_case(file: CaseFile, code: str, *, to: str) -> CaseFile:
    """The case of `code`, opened for the same colleague.

    Raises:
        NotNow: missing and not hers are one sentence, and the refusal is in the ledger.
    """
    try:
        return case_for(file.member, code, to=to)
    except Http404:
        raise NotNow(_("Deze zaak is er niet, of je kunt er niet bij.")) from None
