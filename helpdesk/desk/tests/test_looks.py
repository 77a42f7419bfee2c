"""Who looked: for the privacy officer any case without a word of its content; for a jurist the own ones."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_the_privacy_officer_sees_who_looked_and_no_content() -> None:
    case = cast.taken(text="een vraag over oma", title="Naar oma")
    page = cast.desk_client("karim").get(f"/inzage/{case.code}/").content.decode()
    assert "Iris" in page
    assert "Opgepakt" in page
    assert "oma" not in page
    assert "see-ledger" in cast.acts(case)
    assert not [who for who, purpose in cast.looks(case) if purpose == "see-ledger"]  # it was not opened


def test_the_privacy_officer_cannot_open_the_case() -> None:
    case = cast.taken()
    client = cast.desk_client("karim")
    assert client.get(f"/zaak/{case.code}/").status_code == 404
    assert client.get("/").status_code == 404
    assert client.post(f"/zaak/{case.code}/notitie/", {"text": "x"}).status_code == 404


def test_a_jurist_sees_it_for_cases_of_the_own_team_only() -> None:
    case = cast.taken()
    assert cast.desk_client("iris").get(f"/inzage/{case.code}/").status_code == 200
    hidden, missing = (cast.desk_client("farah").get(f"/inzage/{code}/") for code in (case.code, "KR-34679"))
    assert hidden.status_code == missing.status_code == 404


def test_a_code_is_read_generously_and_nonsense_gets_a_sentence() -> None:
    case = cast.taken()
    client = cast.desk_client("karim")
    assert client.post("/inzage/", {"code": case.code.lower().replace("-", " ")})["Location"].endswith(f"{case.code}/")
    refused = client.post("/inzage/", {"code": "mijn zaak"})
    assert refused.status_code == 422
    assert "mijn zaak" in refused.content.decode()


def test_the_privacy_officer_forgets_a_case_without_reading_it() -> None:
    case = cast.taken(text="een vraag over oma", title="Naar oma")
    client = cast.desk_client("karim")
    page = client.get(f"/zaak/{case.code}/wissen/")
    assert page.status_code in {200, 302}  # 302 asks for the factor again first
    assert "oma" not in page.content.decode()


def test_the_administrator_sees_nothing_of_a_case() -> None:
    case = cast.taken()
    client = cast.desk_client("bas")
    for path in ("/inzage/", f"/inzage/{case.code}/", f"/zaak/{case.code}/", "/", "/triage/"):
        assert client.get(path).status_code == 404, path
