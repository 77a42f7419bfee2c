"""Whose forms are taken: ours, also when the browser keeps the origin to itself; never somebody else's."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory

from helpdesk.teams.form_guard import FormGuard

HERE = "http://testserver"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://elders.example", "Sec-Fetch-Site": "same-origin"}, 403),
    ],
)
def test_only_our_own_forms(headers: dict[str, str], status: int) -> None:
    assert _post(headers, token="a" * 32) == status


def test_the_token_is_asked_for_all_the_same() -> None:
    assert _post({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, token="b" * 32) == 403


def _post(headers: dict[str, str], *, token: str) -> int:
    request = RequestFactory().post("/", {"csrfmiddlewaretoken": token}, headers=headers)
    request.COOKIES[settings.CSRF_COOKIE_NAME] = "a" * 32
    guard = FormGuard(lambda _: HttpResponse())
    guard.process_request(request)
    refused = guard.process_view(request, lambda _: HttpResponse(), (), {})
    return refused.status_code if refused is not None else 200


def test_the_desk_uses_it() -> None:
    assert "helpdesk.teams.form_guard.FormGuard" in settings.DESK_MIDDLEWARE
    assert Client(enforce_csrf_checks=True).post("/aanmelden/uit/").status_code == 403
