"""The building inspector. It fails when somebody adds what the house does not allow, and it is tried on a bad house."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from helpdesk.cases.models import Case, Message
from helpdesk.cases.workflow import ANSWERED, STEPS, State, step
from helpdesk.vault import inventory
from tests import inspector
from tests.access_table import DESK, PUBLIC

ROOT = inspector.HELPDESK.parent


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert inspector.forbidden_names(inspector.modules()) == []
    assert inspector.forbidden_names([Path("cases/utils.py")]) == ["cases/utils.py"]


def test_only_actions_write() -> None:
    found = [
        line
        for path in inspector.modules()
        for line in inspector.writes_outside_actions(path.relative_to(ROOT), path.read_text())
    ]
    assert found == []


def test_the_inspector_sees_a_write_outside_an_action() -> None:
    bad = "def view(request):\n    Case.objects.create(code='x')\n    case.save()\n"
    assert len(inspector.writes_outside_actions(Path("helpdesk/cases/views/bad.py"), bad)) == 2
    assert inspector.writes_outside_actions(Path("helpdesk/cases/actions/good.py"), bad) == []


def test_migrations_import_no_code_of_ours() -> None:
    found = {
        str(path): names
        for path in inspector.modules()
        if "migrations" in path.parts and (names := inspector.app_imports_in_migration(path.read_text()))
    }
    assert found == {}
    assert inspector.app_imports_in_migration("from helpdesk.lib.ids import new_id") == ["helpdesk.lib.ids"]


def test_every_sealed_field_stands_in_the_inventory() -> None:
    fields = inspector.sealed_fields()
    assert ("cases.Case", "summary") in fields  # the control: the inspector does see sealed fields
    assert inspector.without_purpose(fields) == set()


def test_the_inspector_sees_a_field_without_purpose() -> None:
    assert inspector.without_purpose({("cases.Case", "secret_of_nobody")}) == {("cases.Case", "secret_of_nobody")}
    with pytest.raises(ValueError, match="no purpose"):
        inventory.register("cases.Case", "other", purpose=" ", term="kort", kind="asker")


@pytest.mark.parametrize(
    ("urlconf", "table"), [("helpdesk.config.urls_public", PUBLIC), ("helpdesk.config.urls_desk", DESK)]
)
def test_every_address_stands_in_the_access_table(urlconf: str, table: dict[str, object]) -> None:
    assert set(inspector.addresses(urlconf)) == set(table)


def test_the_inspector_sees_an_unlisted_address() -> None:
    listed = {name: rule for name, rule in DESK.items() if name != "desk:worklist"}
    assert set(inspector.addresses("helpdesk.config.urls_desk")) - set(listed) == {"desk:worklist"}


def test_nothing_of_the_desk_answers_on_the_public_site() -> None:
    assert not {name.split(":")[0] for name in inspector.addresses("helpdesk.config.urls_public")} & {
        "desk",
        "cases",
        "teams",
    }


def test_sealed_fields_refuse_to_be_filtered_on() -> None:
    messages: Any = Message.objects
    with pytest.raises(FieldError, match="sealed"):
        messages.filter(content="x")
    with pytest.raises(FieldError, match="sealed"):
        messages.filter(content__contains="x")
    with pytest.raises(FieldError):
        messages.filter(content__theme="x")


def test_only_what_decision_8_allows_lies_in_the_clear() -> None:
    clear = {field.name for field in Case._meta.local_concrete_fields} - {"summary"}
    assert clear == {
        *("id", "code", "team", "state", "urgency", "promise_on", "created_on", "key_id", "key_version"),
    }


def test_every_state_can_be_reached_and_left() -> None:
    reached = {to for _, to in STEPS.values() if to} | set(ANSWERED.values()) | {State.NEW}
    reached.add(step("resume", State.WAITING_ASKER))
    assert reached == set(State)
    for state in State:
        assert any(state in froms and to not in {None, state} for froms, to in STEPS.values()), state


@pytest.mark.django_db
def test_row_level_security_stands_on_every_table_with_a_case() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relkind = 'r' AND a.attname IN ('case_id', 'mailbox_id') "
            "AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        )
        assert cursor.fetchall() == []
        cursor.execute("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = 'cases_case'")
        assert cursor.fetchone() == (True,)


@pytest.mark.django_db
def test_run_time_roles_are_nobodys_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles "
            "WHERE rolname IN ('krh_public', 'krh_mail', 'krh_desk') ORDER BY rolname"
        )
        assert cursor.fetchall() == [
            ("krh_desk", False, False, False, False),
            ("krh_mail", False, False, False, False),
            ("krh_public", False, False, False, False),
        ]
        cursor.execute("SELECT tableowner FROM pg_tables WHERE schemaname = 'public' GROUP BY 1")
        assert cursor.fetchall() == [("krh_owner",)]


@pytest.mark.django_db
def test_the_public_role_has_the_privileges_that_are_written_here_and_no_other() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a "
            "WHERE a.grantee = 'krh_public'::regrole"
        )
        found = {row for row in cursor.fetchall() if not row[0].startswith("directory_")}
    tables = (
        *("cases_case", "cases_message", "cases_mailbox", "cases_spentproof", "ledger_entry"),
        *("cases_attachment", "cases_original", "cases_withdrawal", "cases_countedanswer"),
    )
    assert found == {(table, "INSERT") for table in tables}


@pytest.mark.django_db
def test_the_mail_role_stores_and_has_no_sealed_column_to_read() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a "
            "WHERE a.grantee = 'krh_mail'::regrole"
        )
        state = {("cases_mailboxstate", verb) for verb in ("SELECT", "INSERT", "UPDATE")}
        stores = {"cases_case", "cases_message", "cases_mail", "cases_attachment", "cases_original", "ledger_entry"}
        reads = {("directory_referenceitem", "SELECT")}
        assert set(cursor.fetchall()) == {(table, "INSERT") for table in stores} | state | reads
        cursor.execute(
            "SELECT c.relname, t.attname FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, "
            "aclexplode(t.attacl) a WHERE a.grantee = 'krh_mail'::regrole AND a.privilege_type = 'SELECT'"
        )
        columns = ("id", "case_id", "mailbox", "validity", "uid", "mark", "state", "tries")
        agreed = {("directory_referenceoverride", name) for name in ("list_name", "key", "changes", "undone_at")}
        assert set(cursor.fetchall()) == {("cases_mail", column) for column in columns} | agreed


def test_the_contracts_hold_and_fail_on_an_upward_import(tmp_path: Path) -> None:
    """import-linter itself runs in `./dev check`; here it is shown a house with an upward import."""
    room = tmp_path / "house"
    for name, text in {"__init__": "", "low": "import house.high\n", "high": ""}.items():
        (room / f"{name}.py").parent.mkdir(exist_ok=True)
        (room / f"{name}.py").write_text(text)
    (tmp_path / ".importlinter").write_text(
        "[importlinter]\nroot_package = house\n[importlinter:contract:1]\nname = floors\ntype = layers\n"
        "layers =\n    house.high\n    house.low\n"
    )
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode != 0
    assert "house.low -> house.high" in done.stdout


def loose_words(template: str) -> list[str]:
    """Words of a desk template outside its tags, comments and template code, names of keys left out."""
    for pattern in (
        r"{#.*?#}",
        r"{% comment.*?endcomment %}",
        r"{% blocktranslate.*?endblocktranslate %}",
        r"{% block attributes %}.*?{% endblock %}",
        r"{%.*?%}",
        r"{{.*?}}",
        r'<span class="krh-key">.*?</span>',
        r"<[^>]*>",
        r"&[a-z]+;",
    ):
        template = re.sub(f"(?s){pattern}", " ", template)
    return re.findall(r"[A-Za-z]{2,}", template)


def test_no_visible_text_of_the_desk_escapes_translation() -> None:
    paths = [
        path for room in ("desk", "cases", "teams") for path in (inspector.HELPDESK / room).rglob("templates/**/*.html")
    ]
    assert len(paths) > 30
    found = {path.name: words for path in paths if (words := loose_words(path.read_text()))}
    assert found == {}
    assert loose_words('{% load i18n %}<p class="a">Hallo {% translate "Dag" %}</p>') == ["Hallo"]
