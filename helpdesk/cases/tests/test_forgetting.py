"""Forgetting: the key goes, a tombstone stays, and yesterday's backup of the data opens nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connections
from django.http import Http404

from devtools.binaries import binaries
from helpdesk.cases.access import case_for, visit_with
from helpdesk.cases.access_search import search
from helpdesk.cases.access_segments import remembered
from helpdesk.cases.actions import forget_case, take_case
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case, SearchSegment, SearchTerms, Tombstone
from helpdesk.ledger.models import Entry
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.search.query import parse
from helpdesk.vault.keys import KeyGone, unwrap
from helpdesk.vault.models import MailboxKey, WrappedKey
from tests import cast
from tests.database import testbed

AsPublic = Callable[[], AbstractContextManager[None]]
WORD = "kanarievogel"
TABLES = ("case", "message", "mailbox", "letter", "searchsegment", "searchpiece", "searchterms", "searchchange")


@pytest.mark.django_db(transaction=True)
def test_yesterdays_backup_does_not_yield_the_case(as_public: AsPublic) -> None:
    receipt = Receipt.new()
    case = cast.ask_question(f"mijn {WORD}", receipt=receipt, theme="jeugdhulp")
    kept = cast.ask_question("een andere vraag", receipt=Receipt.new(), theme="jeugdhulp")
    lead = cast.member("sanne")
    with act_as(lead.pk):
        take_case(file=case_for(lead, case.code, to="take"))
        take_case(file=case_for(lead, kept.code, to="take"))
    keep_words()
    build_segments()
    with act_as(lead.pk):
        assert set(search(lead, parse("vraag"))) == {kept.pk}
        assert list(search(lead, parse(WORD))) == [case.pk]
    backup = _dump()
    with act_as(lead.pk):
        forget_case(file=case_for(lead, case.code, to="forget-case"))
        with pytest.raises(Http404):
            case_for(lead, case.code)
    assert Tombstone.objects.get(id=case.pk).code == case.code
    assert WrappedKey.objects.filter(key_id=case.key_id).count() == 0
    assert MailboxKey.objects.count() == 1
    assert Entry.objects.filter(object_id=case.pk, verb="forget").exists()
    with as_public():
        assert visit_with(receipt) is None

    with testbed().databases["data"].connect() as superuser:
        left = superuser.execute("SELECT count(*) FROM cases_searchchange WHERE case_id = %s", [case.pk]).fetchone()
        assert left == (0,)

    _restore(backup)
    with act_as(lead.pk):
        back = Case.objects.get(pk=case.pk)  # the row is there again, and nothing opens it
        with pytest.raises(KeyGone):
            unwrap(back.key_id)
        with pytest.raises(Http404):
            case_for(lead, case.code)
        assert case_for(lead, kept.code).case.summary["theme"] == "jeugdhulp"  # the control
        segment, words = SearchSegment.objects.get(), SearchTerms.objects.get(case=case.pk)
        for key_id in (segment.key_id, back.key_id):
            with pytest.raises(KeyGone):
                unwrap(key_id)
        assert WORD.encode() not in b"".join(bytes(one.__dict__["content"]) for one in segment.pieces.all()) + bytes(
            words.__dict__["content"]
        )
        remembered.clear()
        assert not search(lead, parse(WORD))
        assert list(search(lead, parse("vraag"))) == [kept.pk]


@pytest.mark.django_db(transaction=True)
def test_with_the_key_database_destroyed_nothing_can_be_read(as_public: AsPublic) -> None:
    receipt = Receipt.new()
    lead = cast.member("sanne")
    case = cast.ask_question(WORD, receipt=receipt, theme="jeugdhulp")
    with act_as(lead.pk):
        assert case_for(lead, case.code).case.summary
    with testbed().databases["keys"].connect() as superuser:
        superuser.execute("TRUNCATE vault_wrappedkey, vault_mailboxkey")
    with act_as(lead.pk), pytest.raises(Http404):
        case_for(lead, case.code)
    with as_public():
        assert visit_with(receipt) is None


def _dump() -> bytes:
    """Yesterday's backup of the data database: the content tables, as pg_dump writes them."""
    url = testbed().databases["data"].admin_url
    tables = [part for name in TABLES for part in ("-t", f"cases_{name}")]
    command = [str(binaries() / "pg_dump"), "--data-only", "--inserts", "--on-conflict-do-nothing", *tables, url]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _restore(backup: bytes) -> None:
    """Put the backup back beside the key database of today."""
    for connection in connections.all():
        connection.close()
    with testbed().databases["data"].connect() as superuser:
        text: Any = b"\n".join(line for line in backup.splitlines() if not line.startswith(b"\\"))
        superuser.execute("SET session_replication_role = replica")
        superuser.execute(text)
