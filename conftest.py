"""What every test can ask for: the databases as they stand after migration, and the two programs' points of view.

Tests run as the desk. `as_public` and `public_client` see what the public site sees: its database role, addresses,
middleware and keyring. Both databases are always there; a test that asks for `db` sees its own changes only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.conf import LazySettings, settings
from django.db import connections
from django.http import HttpResponse
from django.test import Client, TransactionTestCase, override_settings

from tests import contents
from tests.database import ALIASES, testbed
from tests.sinks import data_folders, dump_databases, log_files
from tests.sites import _served, browser, playwright, sites

if TYPE_CHECKING:
    from tests.crash.post_office import Sink

__all__ = ["_served", "browser", "data_folders", "dump_databases", "log_files", "playwright", "sites"]

AsMail = Callable[[], AbstractContextManager[None]]
AsPublic = Callable[[], AbstractContextManager[None]]
ReferenceSays = Callable[..., None]
OwnerCursor = Callable[[str], AbstractContextManager[psycopg.Cursor]]

# Both databases in every test; and after a test that commits, put back what stood there before it.
TransactionTestCase.databases = "__all__"
TransactionTestCase._fixture_teardown = contents.put_back  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """Nothing to make: `tests/database.py` did. Remember how the databases look at the start."""
    contents.remember()


@pytest.fixture(scope="session", autouse=True)
def _reference_is_kept() -> None:
    """Read anew once a minute, the reference data would cost two statements in whichever test counts them just then."""
    from helpdesk.directory import reference

    reference.KEEP = 24 * 3600.0


@pytest.fixture
def as_public(db: None) -> AsPublic:
    """`with as_public(): ...` is the public program, in this test's own transaction."""
    return _as_public


@pytest.fixture
def as_mail(db: None) -> AsMail:
    """`with as_mail(): ...` is the mail program, in this test's own transaction."""
    return _as_mail


@pytest.fixture
def public_client(db: None) -> Client:
    """A visitor of the public site: each request is made as the public program."""
    return PublicClient()


@pytest.fixture
def owner_cursor(db: None) -> OwnerCursor:
    """`with owner_cursor("keys") as cursor: ...` looks as the tables' owner, past the rights of the programs.

    It is another connection: it sees what is committed, so use it in transactional tests.
    """
    return _owner_cursor


@pytest.fixture
def sink(settings: LazySettings) -> Iterator[Sink]:
    """A real mail server, and our own settings pointed at it."""
    from tests.crash.post_office import Sink

    server = Sink()
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
    settings.DEFAULT_FROM_EMAIL = "help@example.org"
    yield server
    server.stop()


@pytest.fixture
def clean_databases(transactional_db: None) -> None:
    """For a test that commits: afterwards both databases are as they were. (`transactional_db` alone does the same.)"""


@pytest.fixture
def reference_says(db: None) -> Iterator[ReferenceSays]:
    """`reference_says("promise", "first-normal", amount="3")`: an administrator changes a row, until the test ends."""
    from helpdesk.directory import reference
    from helpdesk.directory.actions import override_reference_item
    from tests import cast

    def say(list_name: str, key: str, **changes: str) -> None:
        bas = cast.member("bas")
        override_reference_item(actor=bas, list_name=list_name, key=key, changes=changes, reason="Voor de proef")
        reference.forget()

    yield say
    reference.forget()


@pytest.fixture
def danger_is_read(reference_says: ReferenceSays) -> None:
    """The organisation chose that a second colleague reads along in danger."""
    reference_says("second_reader", "danger", holds="yes")


class PublicClient(Client):
    """Django's test client, in the public program."""

    def request(self, **request: Any) -> HttpResponse:  # type: ignore[override]
        """Make one request."""
        with _as_public():
            return super().request(**request)  # type: ignore[return-value]


@contextmanager
def _as_public() -> Iterator[None]:
    from helpdesk.config.environment import Program
    from helpdesk.vault.keyring import Keyring

    with override_settings(
        PROGRAM=Program.PUBLIC,
        ROOT_URLCONF="helpdesk.config.urls_public",
        MIDDLEWARE=settings.PUBLIC_MIDDLEWARE,
        KEYRING=Keyring.load(testbed().environment("public")["HELPDESK_KEYRING"]),
    ):
        _become("krh_public")
        try:
            yield
        finally:
            _become("krh_desk")


@contextmanager
def _as_mail() -> Iterator[None]:
    from helpdesk.config.environment import Program
    from helpdesk.vault.keyring import Keyring

    with override_settings(
        PROGRAM=Program.MAIL,
        ROOT_URLCONF="helpdesk.config.urls_public",
        KEYRING=Keyring.load(testbed().environment("mail")["HELPDESK_KEYRING"]),
    ):
        _become("krh_mail")
        try:
            yield
        finally:
            _become("krh_desk")


def _become(role: str) -> None:
    for alias in ALIASES:
        if connections[alias].needs_rollback:  # what is rolled back takes the role with it
            continue
        with connections[alias].cursor() as cursor:
            cursor.execute(f"SET ROLE {role}")


@contextmanager
def _owner_cursor(alias: str) -> Iterator[psycopg.Cursor]:
    with (
        psycopg.connect(testbed().url(ALIASES[alias], "krh_owner"), autocommit=True) as owner,
        owner.cursor() as cursor,
    ):
        yield cursor
