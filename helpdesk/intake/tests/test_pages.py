"""The other public pages: there in both languages, neutral, without a cookie."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from helpdesk.vault.inventory import entries

pytestmark = pytest.mark.django_db
PAGES = ["/", "/vraag/", "/veilig/", "/contact/", "/bewaren/", "/klacht/", "/steun/", "/toegankelijkheid/", "/code/"]
# What may not stand in a title or an address: they stay in a history and show in the app switcher.
TOPICS = re.compile(r"kinder|rechten|rights|child|misbruik|abuse|geweld|violence|mishandel|hulp|help", re.IGNORECASE)


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_it_is_there_neutral_and_sets_no_cookie(public_client: Client, path: str, language: str) -> None:
    response: Any = public_client.get(language + path)
    assert response.status_code == 200
    assert not response.cookies
    title = re.search(r"<title>([^<]*)</title>", response.content.decode())
    assert title is not None
    assert title[1].strip()
    assert not TOPICS.search(title[1])
    assert not TOPICS.search(path)


@pytest.mark.parametrize("path", [page for page in PAGES if page not in {"/vraag/", "/code/", "/klacht/"}])
def test_pages_only_read(public_client: Client, path: str) -> None:
    assert public_client.post(path).status_code == 405


def test_the_statement_is_made_from_the_inventory(public_client: Client) -> None:
    response: Any = public_client.get("/bewaren/")
    kept = response.context["kept"]
    assert {(row.why, row.how_long) for row in kept} == {(entry.purpose, entry.term) for entry in entries()}
    page = response.content.decode()
    assert all(str(row.why).split("'")[0] in page for row in kept)
    assert "cases." not in page, "the names of our tables say nothing to a reader"


@pytest.mark.parametrize("path", ["/zaak/KR-23456/", "/triage/", "/aanmelden/", "/admin/", "/gegevens/"])
def test_nothing_of_the_desk_answers_here(public_client: Client, path: str) -> None:
    assert public_client.get(path).status_code == 404
