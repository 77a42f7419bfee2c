"""The command that says whether the ledger can be trusted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from helpdesk.cases.access import chain_ledger
from tests import cast

OwnerCursor = Callable[[str], AbstractContextManager[Any]]


@pytest.mark.django_db(transaction=True)
def test_it_tells_sound_from_tampered(owner_cursor: OwnerCursor) -> None:
    cast.taken()
    chain_ledger()
    said = StringIO()
    call_command("verify_ledger", stdout=said)
    assert said.getvalue().startswith("Sound:")
    with owner_cursor("default") as cursor:
        cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER only_grows")
        cursor.execute("UPDATE ledger_entry SET verb = 'note' WHERE verb = 'take'")
        cursor.execute("ALTER TABLE ledger_entry ENABLE TRIGGER only_grows")
    with pytest.raises(CommandError, match="tampered"):
        call_command("verify_ledger")
