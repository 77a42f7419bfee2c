"""The code of a new case, by which people name it."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from helpdesk.cases.models import Case
from helpdesk.lib.case_codes import new_code


def save_with_a_new_code(case: Case) -> None:
    """Insert the case inside the transaction that is open; a code that was given before is drawn again."""
    for _ in range(5):
        case.code = new_code()
        try:
            with transaction.atomic():
                case.save(force_insert=True)
        except IntegrityError as error:
            if "cases_case_code_key" not in str(error):
                raise
        else:
            return
    raise RuntimeError("five case codes in a row were taken")
