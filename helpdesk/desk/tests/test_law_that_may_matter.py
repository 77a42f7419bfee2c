"""What law may matter to a case: with the reason, as a look on record, and for nobody who may not read the case."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.library.actions.source_index import index_sources
from helpdesk.library.tests.sources import FAMILY, law
from tests import cast

pytestmark = pytest.mark.django_db


def test_each_suggestion_has_its_reason_and_none_is_a_conclusion() -> None:
    law("TEST2", FAMILY, title="Wet op de proef", begins=date(2020, 1, 1))
    index_sources()
    case = cast.taken(text="Mag jeugdzorg mij weghalen bij mijn moeder?")
    before = cast.looks(case)
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/recht/").content.decode()
    assert "Artikel 10 Wet op de proef" in page
    assert "“weghalen” in de vraag, in de wet “machtiging tot uithuisplaatsing”" in page
    assert "geen conclusie" in page
    assert "IVRK" in page
    assert page.count('<li class="krh-message">') <= 8
    assert len(cast.looks(case)) == len(before) + 1


def test_the_case_page_asks_for_three_of_them_when_one_opens_it() -> None:
    law("TEST2", FAMILY, title="Wet op de proef", begins=date(2020, 1, 1))
    index_sources()
    case, iris = cast.taken(text="Mag jeugdzorg mij weghalen bij mijn moeder?"), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert f'hx-get="/zaak/{case.code}/recht/" hx-trigger="toggle once"' in page
    assert "Wet op de proef" not in page, "the case page itself does not search"
    short = iris.get(f"/zaak/{case.code}/recht/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in short
    assert short.count('class="krh-relies__one"') == 3
    assert "Artikel 10 Wet op de proef" in short
    assert "“weghalen” in de vraag, in de wet “machtiging tot uithuisplaatsing”" in short
    assert "geen conclusie" in short
    assert "Toon alles" in short


def test_without_sources_the_rights_of_the_theme_remain() -> None:
    case = cast.taken(text="Een vraag.")
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/recht/").content.decode()
    assert "volgens onze eigen indeling" in page


def test_who_may_not_read_the_case_gets_nothing() -> None:
    case = cast.taken(text="Mag jeugdzorg mij weghalen?")
    for who in ("farah", "lotte", "bas"):
        assert cast.desk_client(who).get(f"/zaak/{case.code}/recht/").status_code in {403, 404}
