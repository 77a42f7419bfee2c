"""The public program can insert and cannot read back: by database role, and by key."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import Error, connection, connections, transaction

from helpdesk.cases import actions
from helpdesk.cases.access import visit_with
from helpdesk.cases.models import Outgoing
from helpdesk.cases.tests.test_set_asker_contact import chosen, mailed
from helpdesk.lib.receipts import Receipt
from helpdesk.vault.keyring import KeyNotHeld, Keyring
from helpdesk.vault.models import WrappedKey
from tests import cast
from tests.cast import ask_question
from tests.database import testbed


@pytest.fixture
def public_keyring() -> Path:
    """The keyring file of the public program."""
    return Path(testbed().environment("public")["HELPDESK_KEYRING"])


AsPublic = Callable[[], AbstractContextManager[None]]
TABLES = ("cases_case", "cases_message", "cases_note", "cases_mailbox", "cases_letter", "ledger_entry", "teams_member")


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_it_selects_nothing(table: str, as_public: AsPublic) -> None:
    with (
        as_public(),
        pytest.raises(Error, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SELECT count(*) FROM {table}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "act", ["UPDATE cases_case SET state = 'closed'", "DELETE FROM cases_message", "TRUNCATE cases_case"]
)
def test_it_changes_nothing(act: str, as_public: AsPublic) -> None:
    with (
        as_public(),
        pytest.raises(Error, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(act)


@pytest.mark.django_db
def test_it_reads_no_wrap(as_public: AsPublic) -> None:
    with (
        as_public(),
        pytest.raises(Error, match="permission denied"),
        transaction.atomic(using="keys"),
        connections["keys"].cursor() as cursor,
    ):
        cursor.execute("SELECT wrapped FROM vault_wrappedkey")


@pytest.mark.django_db
def test_with_all_its_credentials_and_keys_a_question_stays_closed(as_public: AsPublic, public_keyring: Path) -> None:
    """Somebody has the public program's keyring, and even a dump of both databases: the case key does not open."""
    receipt = Receipt.new()
    case = ask_question("geheim verhaal", receipt=receipt)
    ring = Keyring.load(str(public_keyring))
    wrap = WrappedKey.objects.get(key_id=case.key_id)
    assert wrap.recipient.startswith("triage:")
    with pytest.raises(KeyNotHeld):
        ring.triage_private("1")
    with pytest.raises(KeyNotHeld):
        ring.desk("1")


def test_no_ring_holds_the_others_secrets(public_keyring: Path) -> None:
    public = json.loads(public_keyring.read_text())
    desk = settings.KEYRING.rings
    assert set(public) == {"format", "purpose", "program", "secret_key", "triage", "pepper", "ticket"}
    assert not {"pepper", "ticket"} & set(desk)
    assert set(public["triage"].values()).isdisjoint(desk["triage"].values())


@pytest.mark.django_db
def test_the_asker_reads_her_own_mailbox_and_nobody_elses(as_public: AsPublic) -> None:
    mine, other = Receipt.new(), Receipt.new()
    ask_question("mijn vraag", receipt=mine)
    with as_public():
        assert visit_with(mine) is not None
        assert visit_with(other) is None


@pytest.mark.django_db
def test_a_link_opens_one_invitation_and_nothing_without_it(as_public: AsPublic) -> None:
    """It reads a mailbox that waits by the digest of a link, and takes it over once; it has no other way to it."""
    case = mailed()
    chosen(case)
    with cast.opened("iris", case, to="invite-asker") as file:
        message = actions.invite_asker(file=file)
        token = file.mine(Outgoing.objects.get(message=message)).content["token"]
    receipt, late = Receipt.new(), Receipt.new()
    with as_public():
        assert not actions.accept_invitation(("B" if token[0] != "B" else "C") + token[1:], late)
        assert actions.accept_invitation(token, receipt)
        assert not actions.accept_invitation(token, late)
        assert visit_with(receipt) is not None
        assert visit_with(late) is None
