"""The room's face: the same from files and from rows, seldom a statement, never without an answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from conftest import AsPublic
from helpdesk.directory import files, reference
from helpdesk.directory.actions import override_reference_item
from helpdesk.directory.models import ReferenceItem, ReferenceOverride
from helpdesk.lib import clock
from tests import cast


def test_the_files_speak_without_a_database() -> None:
    assert [theme.id for theme in reference.themes()][:2] == ["jeugdhulp", "jeugdstrafrecht"]
    assert reference.team_of("kindermishandeling") == "familie"
    assert reference.team_of("iets anders") == ""
    assert len(reference.crc_articles()) == 54
    subthemes = {sub.id for theme in reference.themes() for sub in theme.subthemes}
    assert len(subthemes) == 68


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_leaves_changes_alone() -> None:
    call_command("load_reference", verbosity=0)
    ids = set(ReferenceItem.objects.values_list("pk", flat=True))
    laid = override_reference_item(
        actor=cast.member("bas"), list_name="province", key="drenthe", changes={"label_nl": "X"}, reason="proef"
    )
    ReferenceItem.objects.filter(list_name="group").update(label_nl="oud")
    call_command("load_reference", verbosity=0)
    assert set(ReferenceItem.objects.values_list("pk", flat=True)) == ids
    assert len(ids) == len(files.items())
    assert not ReferenceItem.objects.filter(label_nl="oud").exists()
    laid.refresh_from_db()
    assert laid.undone_at is None
    reference.forget()
    assert reference.provinces()[0].label_nl == "X"


@pytest.mark.django_db
def test_rows_and_files_say_the_same() -> None:
    from_files = (reference.themes(), reference.institutions(), reference.outcomes())
    call_command("load_reference", verbosity=0)
    reference.forget()
    assert (reference.themes(), reference.institutions(), reference.outcomes()) == from_files


@pytest.mark.django_db
def test_reading_costs_two_statements_a_minute(
    django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(reference, "_clock", lambda: now[0])
    with django_assert_num_queries(2):
        reference.themes()
    with django_assert_num_queries(0):
        for _ in range(50):
            reference.themes()
            reference.institutions()
    now[0] += reference.KEEP
    with django_assert_num_queries(2):
        reference.groups()


def test_a_database_that_is_gone_leaves_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = reference.snapshot()

    def gone() -> None:
        raise OperationalError

    monkeypatch.setattr(reference._kept, "until", 0.0)
    monkeypatch.setattr(ReferenceItem.objects, "all", gone)
    assert reference.snapshot() is read
    reference.forget()
    assert len(reference.institutions()) == 53


@pytest.mark.django_db
def test_the_public_role_reads_the_lists_and_not_who_changed_them(as_public: AsPublic) -> None:
    override_reference_item(
        actor=cast.member("bas"), list_name="institution", key="VT", changes={"phone": "0800-1"}, reason="proef"
    )
    with as_public():
        reference.forget()
        vt = reference.institution("VT")
        assert vt is not None
        assert vt.phone == "0800-1"
        for secret in ("member_id", "reason", "at"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                list(ReferenceOverride.objects.order_by().values_list(secret))
        for statement in ("DELETE FROM directory_referenceitem", "UPDATE directory_referenceoverride SET key = ''"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement)


def test_rows_that_nobody_checked_for_half_a_year_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    newest = max(item.checked_on for item in files.items())
    oldest = min(item.checked_on for item in files.items())
    assert reference.aged(oldest + timedelta(days=183)) == []
    assert len(reference.aged(newest + timedelta(days=184))) == len(files.items())
    later = clock.now().replace(year=newest.year + 1)
    with clock.at(later), pytest.raises(CommandError, match="half a year"):
        call_command("check_reference")
    assert "institution/VT: checked on" in capsys.readouterr().out


def test_a_change_touches_its_own_columns_only() -> None:
    item = next(item for item in files.items() if item.key == "VT" and item.list_name == "institution")
    over = reference.changed(item, {"phone": "1", "checked_on": "2027-01-02", "nonsense": "x", "key": "y"})
    assert over.data["phone"] == "1"
    assert over.checked_on == date(2027, 1, 2)
    assert "nonsense" not in over.data
    assert over.key == "VT"
    assert reference.changed(item, {}) == item


@pytest.mark.django_db
def test_a_rule_that_is_newer_than_what_was_loaded_comes_from_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    days = reference.own_days("counsel-last-reminder")
    older = tuple(item for item in reference.snapshot().items if item.list_name != "own_rule")
    monkeypatch.setattr(reference, "snapshot", lambda: reference.Snapshot(older))
    assert reference.own_days("counsel-last-reminder") == days > 0
