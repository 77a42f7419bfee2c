"""Every other address of the desk, knocked at by everybody of the cast, by nobody, and by somebody with one lock.

What is expected comes from the table of roles and `tests/access_table.py`. A page that one may not see answers as one
that is not there. The addresses of a case stand in `test_access_to_cases.py`.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from helpdesk.lib.case_codes import new_code
from helpdesk.teams.roles import scope_of
from helpdesk.teams.tests.way_in import sign_in
from tests import cast
from tests.access_table import DESK, WEAK
from tests.knocking import PEOPLE, ROUTES, Visitor, doors, path_of

# A contact moment and a mail are somebody's, as a case is: their own tests knock there.
ELSEWHERE = ("<slug:code>", "<uuid:contact>", "<uuid:mail>", "<uuid:wanted>")
OTHERS = [
    name
    for name, verb in DESK.items()
    if verb not in {None, WEAK} and not any(part in ROUTES[name] for part in ELSEWHERE)
]
CLOSED = [name for name, verb in DESK.items() if verb is not None]
pytestmark = pytest.mark.django_db


def test_the_views_say_the_same_as_the_table() -> None:
    assert doors() == DESK


@pytest.mark.parametrize("slug", PEOPLE)
def test_every_other_address(slug: str) -> None:
    visitor = Visitor(slug)
    checks, wrong = 0, []
    for method in ("get", "post"):
        missing = visitor.knock(method, "/bestaat-niet/")
        for name in OTHERS:
            found = visitor.knock(method, path_of(name))
            if found.status == 405:
                continue
            checks += 1
            wanted = bool(scope_of(visitor.member.role, str(DESK[name])))
            good = found.refusals == 0 if wanted else found.refusals == 1 and found.shape == missing.shape
            if not good:
                wrong.append(f"{method} {name}: {found.status}, {found.refusals} refusals, wanted {wanted}")
    assert wrong == []
    assert checks >= 25


@pytest.mark.parametrize("name", CLOSED)
def test_nobody_and_somebody_with_one_lock_stay_outside(name: str) -> None:
    path, half = path_of(name, new_code()), Client()
    sign_in(half, cast.member("sanne"), strong=False)
    for method in ("get", "post"):
        answer: Any = getattr(Client(), method)(path)
        assert answer.status_code == 302, (method, answer.status_code)
        assert answer["Location"].startswith("/aanmelden/?") or answer["Location"] == "/aanmelden/"
        assert not answer.content
        script: Any = getattr(Client(), method)(path, headers={"HX-Request": "true"})
        assert (script.status_code, script["X-Sign-In"]) == (401, "1")
        partly: Any = getattr(half, method)(path)
        if DESK[name] == WEAK:
            assert partly.headers.get("Location") != "/aanmelden/tweede-slot/"
        else:
            assert (partly.status_code, partly["Location"]) == (302, "/aanmelden/tweede-slot/")


def test_what_is_open_is_open() -> None:
    for name in (name for name, verb in DESK.items() if verb is None):
        answer: Any = Client().get(path_of(name))
        assert answer.status_code in {200, 302, 404, 405}, name
        assert "next=" not in answer.headers.get("Location", ""), f"{name} leads to the sign-in"
    assert Client().get("/healthz").content == b"ok\n"
