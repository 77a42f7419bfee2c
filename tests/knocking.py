"""How `tests/test_access.py` knocks: addresses with something in them, requests that are taken back, masked answers."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from helpdesk.ledger.models import Entry
from helpdesk.lib.ids import new_id
from helpdesk.teams.demo import CAST
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import joined, sign_in
from tests import cast, inspector
from tests.database import ALIASES

PEOPLE = [*(one.slug for one in CAST), "stranger"]
URLS = "helpdesk.config.urls_desk"
ROUTES = inspector.addresses(URLS)
# What a form must hold before its view asks for the case.
FORMS = {"cases:save-draft": {"kind": "note", "text": "halverwege"}}


@dataclass(frozen=True)
class Knock:
    """An answer as a stranger can compare it, and how many refusals the ledger got with it."""

    status: int
    body: bytes
    headers: dict[str, str]
    refusals: int

    @property
    def shape(self) -> tuple[int, bytes, dict[str, str]]:
        return self.status, self.body, self.headers


class Visitor:
    """A colleague with both locks open, who showed a factor just now."""

    def __init__(self, slug: str) -> None:
        """One of the cast; the stranger is a jurist whom nobody put in a team."""
        self.slug = slug
        self.member: Member = joined("Sam Vreemd", Role.JURIST) if slug == "stranger" else cast.member(slug)
        self.client = Client()
        sign_in(self.client, self.member)
        session = self.client.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
        session.save()

    def knock(self, method: str, path: str, form: dict[str, str] | None = None) -> Knock:
        """Ask once; whatever it did is undone."""
        mine = Entry.objects.filter(verb="refuse", actor=f"member:{self.member.pk}")
        before = mine.count()
        with taken_back():
            answer: Any = getattr(self.client, method)(path, form or {})
            refusals = mine.count() - before
        headers = {name: value for name, value in answer.headers.items() if name != "Set-Cookie"}
        body = re.sub(rb"\b[A-Za-z0-9]{64}\b", b"form-token", answer.content)
        return Knock(answer.status_code, body, headers, refusals)


@contextmanager
def taken_back() -> Iterator[None]:
    """Nothing that happens inside stays, so that the next knock finds the same house."""
    with ExitStack() as stack:
        for alias in ALIASES:
            block = transaction.atomic(using=alias)
            block._from_testcase = True  # type: ignore[attr-defined]  # what must commit believes that it does
            stack.enter_context(block)
        yield
        for alias in ALIASES:
            transaction.set_rollback(True, using=alias)


def path_of(name: str, code: str = "") -> str:
    """An address with this case in it; all else in it is nobody's."""
    route = ROUTES[name].replace("<slug:code>", code).replace("<slug:name>", "kop").replace("<slug:kind>", "article")
    route = route.replace("<slug:part>", "summary")
    route = re.sub("<uuid:[a-z]+>", str(new_id()), route)
    route = re.sub("<int:[a-z]+>", "987654", route)
    return route.replace("<str:list_name>", "themes").replace("<str:key>", "jeugdhulp").replace("<str:token>", "x")


def doors() -> dict[str, str | None]:
    """What the views themselves say: address to verb, "weak", or None."""

    def walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[tuple[str, str | None]]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
            else:
                weak = getattr(pattern.callback, "weak_is_enough", False)
                yield f"{space}{pattern.name}", "weak" if weak else getattr(pattern.callback, "verb", None)

    return dict(walk(get_resolver(URLS).url_patterns, ""))
