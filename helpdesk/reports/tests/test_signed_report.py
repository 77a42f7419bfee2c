"""What was signed stays: in the database, when a law changes, after a restore; and a byte that changed is noticed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from helpdesk.lib.row_actor import act_as
from helpdesk.library.tests.shelf import state
from helpdesk.reports.access_frozen import frozen_for
from helpdesk.reports.freezing import sha256
from helpdesk.reports.models import FrozenReport, PartVersion, Report, ReportNumber, ReportPart
from helpdesk.reports.tests.test_read_report import asked
from helpdesk.reports.tests.test_sign_report import frozen, signed, stands
from helpdesk.reports.tests.writing_scene import whole
from tests import cast

pytestmark = pytest.mark.django_db
OwnerCursor = Callable[[str], AbstractContextManager[psycopg.Cursor]]


def test_not_even_the_desk_itself_changes_what_was_signed() -> None:
    """Plain statements in the desk's own role, as the member who signed."""
    made = signed()
    with act_as(cast.member("iris").pk):
        for change in (
            lambda: FrozenReport.objects.filter(report=made.id).update(created_on="2020-01-01"),
            lambda: ReportPart.objects.filter(report=made.id).update(version=99),
            lambda: Report.objects.filter(pk=made.id).update(state="draft"),
            lambda: PartVersion.objects.filter(part__report=made.id).update(created_on="2020-01-01"),
            lambda: ReportNumber.objects.all().update(serial=7),
            lambda: ReportNumber.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
    assert all(stands(made))


def test_nobody_signs_past_the_reader_in_the_database() -> None:
    made = asked(whole())
    with act_as(cast.member("iris").pk), pytest.raises(DatabaseError, match="read and laid down"), transaction.atomic():
        Report.objects.filter(pk=made.id).update(state="signed")


def test_the_text_and_its_sources_stay_when_a_law_changes() -> None:
    made = signed()
    before = frozen(made)
    (cited,) = before["read"].citations
    assert cited.quote
    state({"1": "Eén.", "2": "Twee, en nu weer heel anders."}, date(2020, 6, 1))
    after = frozen(made)
    assert after["manuscript"] == before["manuscript"]
    assert after["digests"] == before["digests"]
    assert all(stands(made))


@pytest.mark.django_db(transaction=True)
def test_a_byte_that_was_changed_is_noticed(owner_cursor: OwnerCursor) -> None:
    made, other = signed(), signed()
    assert all(stands(made)), "the control"
    flip = "SET {0} = set_byte({0}, length({0}) / 2, (get_byte({0}, length({0}) / 2) + 1) %% 256) WHERE report_id = %s"
    for name in ("manuscript", "pdf", "docx", "content"):
        with owner_cursor("default") as cursor:
            cursor.execute(f"SELECT {name} FROM reports_frozenreport WHERE report_id = %s", [made.id])
            (was,) = cursor.fetchone() or (b"",)
            cursor.execute(f"UPDATE reports_frozenreport {flip.format(name)}", [made.id])
            cursor.connection.commit()
        assert not all(stands(made)), name
        page = made.look("getekend")
        assert "Klopt niet." in page
        assert made.as_("iris").get(f"{made.at}getekend/pdf/").status_code == 422
        assert "niet meer wat er getekend is" in made.do("geef", expect=422, to="asker", channel="post", pdf="on")
        with owner_cursor("default") as cursor:
            cursor.execute(f"UPDATE reports_frozenreport SET {name} = %s WHERE report_id = %s", [was, made.id])
            cursor.connection.commit()
        assert all(stands(made))
    assert all(stands(other))


@pytest.mark.django_db(transaction=True)
def test_what_somebody_with_the_key_puts_in_its_place_is_noticed(owner_cursor: OwnerCursor) -> None:
    """Sealed anew under the right key, with digests that fit: only the ledger knows."""
    made = signed()
    with cast.opened("iris", made.case) as file:
        row = frozen_for(file, made.id)
        said = row.content
        row.pdf = b"%PDF-1.7 vervangen"
        row.content = {**said, "digests": {**said["digests"], "pdf": sha256(b"%PDF-1.7 vervangen")}}
        fields: list[Any] = [row._meta.get_field(name) for name in ("pdf", "content")]
        sealed = [bytes(field.pre_save(row, add=False)) for field in fields]
    with owner_cursor("default") as cursor:
        cursor.execute(
            "UPDATE reports_frozenreport SET pdf = %s, content = %s WHERE report_id = %s",
            [*sealed, made.id],
        )
        cursor.connection.commit()
    assert stands(made) == [True, True, True, False]


def test_what_was_taken_away_is_said_and_not_as_if_nobody_signed() -> None:
    """The desk's role may take rows away, because a case can be forgotten; the ledger knows that there was one."""
    made, other = signed(), signed()
    assert all(stands(made)), "the control"
    with act_as(cast.member("iris").pk), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_frozenreport WHERE report_id = %s", [made.id])
        assert cursor.rowcount == 1
    page = made.look("getekend")
    assert "Klopt niet." in page
    assert page.count("ligt er niet meer") == 2
    assert "nog niet getekend" not in page
    assert "SHA-256 staat nergens" not in page, "the ledger still holds the digest"
    assert f"{made.at}geef/" not in page
    assert "ligt er niet meer" in made.do("geef", expect=422, to="asker", channel="post", pdf="on")
    assert "ligt er niet meer" in made.look("uitkomst", expect=422)
    assert made.as_("iris").get(f"{made.at}getekend/pdf/").status_code == 422
    assert all(stands(other))


@pytest.mark.django_db(transaction=True)
def test_the_same_after_a_dump_and_a_restore(owner_cursor: OwnerCursor, dump_databases: Any) -> None:
    from devtools.binaries import binaries
    from tests.database import testbed

    made = signed()
    before = frozen(made)
    dump = dump_databases()["data"]
    assert b"reports_frozenreport" in dump
    with owner_cursor("default") as cursor:
        cursor.execute("DELETE FROM reports_frozenreport")
        cursor.connection.commit()
    rows = copied(dump, "reports_frozenreport")
    command = [str(binaries() / "psql"), "-v", "ON_ERROR_STOP=1", "-q", testbed().databases["data"].admin_url]
    subprocess.run(command, input=rows, check=True, capture_output=True)
    assert frozen(made) == before
    assert all(stands(made))


def copied(dump: bytes, table: str) -> bytes:
    """The rows of one table out of a plain dump."""
    start = dump.index(f"COPY public.{table} ".encode())
    return dump[start : dump.index(b"\n\\.\n", start) + 4]
