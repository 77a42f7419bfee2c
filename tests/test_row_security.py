"""P8, the second wall: the database itself shows a desk connection nothing before it knows for whom it reads.

Nothing of Django's here: a plain connection with the desk's own password, as somebody would have who took it.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.database import testbed

pytestmark = pytest.mark.django_db(transaction=True)
WITH_A_CASE = (
    "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
    " WHERE c.relkind = 'r' AND a.attname IN ('case_id', 'mailbox_id')"
    " AND (c.relname LIKE 'cases_%' OR c.relname LIKE 'mediation_%' OR c.relname LIKE 'deadlines_%'"
    " OR c.relname LIKE 'reports_%' OR c.relname LIKE 'counsel_%')"
)


@pytest.fixture
def desk() -> Iterator[psycopg.Connection]:
    """The staff's role, without the house around it."""
    with psycopg.connect(testbed().url("data", "krh_desk"), autocommit=True) as connection:
        yield connection


def rows(desk: psycopg.Connection) -> dict[str, int]:
    """How many rows of each table with a case this connection sees."""
    tables = ["cases_case", *(name for (name,) in desk.execute(WITH_A_CASE).fetchall())]
    count = sql.SQL("SELECT count(*) FROM {}")
    found = {}
    for table in tables:
        row = desk.execute(count.format(sql.Identifier(table))).fetchone()
        found[table] = row[0] if row else -1
    return found


def read_for(desk: psycopg.Connection, member: str) -> None:
    desk.execute("SELECT set_config('app.member', %s, false)", [member])


def test_without_a_member_there_is_nothing_and_with_one_only_the_own(desk: psycopg.Connection) -> None:
    receipt = Receipt.new()
    mine, theirs = cast.taken(receipt=receipt), cast.taken(by="farah", team="migratie")
    cast.answer(receipt, "Nog iets.")
    assert len(rows(desk)) >= 9
    assert set(rows(desk).values()) == {0}
    read_for(desk, str(cast.member("iris").pk))
    seen = rows(desk)
    assert (seen["cases_case"], seen["cases_message"], seen["cases_mailbox"]) == (1, 2, 1)
    assert desk.execute("SELECT code FROM cases_case").fetchall() == [(mine.code,)]
    read_for(desk, str(cast.member("farah").pk))
    assert desk.execute("SELECT code FROM cases_case").fetchall() == [(theirs.code,)]
    for nobody in (str(cast.member("bas").pk), str(cast.member("lotte").pk), str(mine.pk), ""):
        read_for(desk, nobody)
        assert set(rows(desk).values()) == {0}, nobody


def test_another_teams_rows_cannot_be_changed_either(desk: psycopg.Connection) -> None:
    theirs = cast.taken(by="farah", team="migratie")
    read_for(desk, str(cast.member("iris").pk))
    assert desk.execute("UPDATE cases_case SET urgency = 0").rowcount == 0
    assert desk.execute("DELETE FROM cases_message").rowcount == 0
    assert desk.execute("UPDATE cases_case SET team_id = NULL WHERE id = %s", [theirs.pk]).rowcount == 0


def test_a_list_of_fifty_costs_no_more_than_a_moment(desk: psycopg.Connection) -> None:
    """P8 asks at most 1 ms for the wall itself; here the plan is looked at, `./dev bench` measures."""
    cast.taken()
    read_for(desk, str(cast.member("iris").pk))
    plan = desk.execute("EXPLAIN SELECT * FROM cases_case").fetchall()
    text = "\n".join(line for (line,) in plan)
    assert "InitPlan" in text, f"the member is asked for every row:\n{text}"
