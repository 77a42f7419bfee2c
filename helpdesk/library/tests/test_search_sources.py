"""The page of search: what is typed is nowhere but on the page, filters keep, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.library.actions.source_index import index_sources
from helpdesk.library.models import Form
from helpdesk.library.tests.sources import FAMILY, law
from tests import cast

pytestmark = pytest.mark.django_db
PLACE = "/bronnen/zoeken/"


def _page(words: str, who: str = "iris", **more: str) -> str:
    answer = cast.desk_client(who).post(PLACE, {"words": words, **more})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_lay_words_lead_to_the_words_of_the_law_and_the_page_says_how() -> None:
    law("TEST2", FAMILY, title="Wet op de proef", begins=date(2020, 1, 1))
    index_sources()
    page = _page("mag jeugdzorg mij weghalen bij mijn moeder")
    assert "Artikel 10 Wet op de proef" in page
    assert "<mark>machtiging</mark>" in page
    assert "<mark>uithuisplaatsing</mark>" in page
    assert "<dt>weghalen</dt>" in page
    assert "Nieuwste stand die we hebben, sinds" in page


def test_what_stands_in_a_source_is_text_on_the_page() -> None:
    law("TEST1", {"artikel=1": (Form.ARTICLE, "", "Artikel 1", "<b>x</b>", "een <script>kwaad</script> woord")})
    index_sources()
    page = _page("kwaad")
    assert "<script>kwaad" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_who_works_here_may_search_and_only_some_change_words() -> None:
    law("TEST2", FAMILY)
    index_sources()
    for who in ("iris", "mo", "bas"):
        assert "Artikel 11" in _page("recht op omgang", who)
    assert cast.desk_client("lotte").get("/bronnen/woorden/nieuw/").status_code in {403, 404}


def test_empty_pages_say_what_to_do() -> None:
    assert "Er zijn nog geen bronnen ingelezen." in _page("omgang")
    law("TEST2", FAMILY)
    index_sources()
    assert "Niets gevonden." in _page("zeppelinhangar")
    assert 'id="aantal"' not in cast.desk_client("iris").get(PLACE).content.decode()


def test_a_day_that_does_not_exist_is_said_and_what_was_typed_stays() -> None:
    law("TEST2", FAMILY)
    index_sources()
    page = _page("recht op omgang", day="2026-02-31")
    assert "Deze dag bestaat niet." in page
    assert 'value="recht op omgang"' in page
    assert "Artikel 11" in page
    long = _page("omgang " * 400)
    assert "Kort het in tot 2000 tekens." in long
    assert "omgang omgang omgang" in long
    assert "\0" not in _page("recht\0omgang", kind="onzin", page="9999999999")


def test_one_source_and_one_language_only() -> None:
    law("TEST2", FAMILY)
    index_sources()
    assert "Artikel 11" in _page("recht op omgang", work="test2", language="nl")
    for other in ({"work": "TEST9"}, {"language": "en", "work": "TEST2"}):
        assert "Niets gevonden." in _page("recht op omgang", **other)


def test_pages_follow_each_other_and_keep_the_filters() -> None:
    law("TEST3", {f"artikel={n}": (Form.ARTICLE, "", f"Artikel {n}", "", "over omgang") for n in range(23)})
    index_sources()
    seen: set[str] = set()
    for page in ("1", "2", "3"):
        shown = _page("omgang", page=page, kind="law")
        seen |= {one.partition("<")[0] for one in shown.split('data-row href="')[1:]}
        assert 'name="kind" value="law"' in shown
    assert len(seen) == 23
    assert "21 tot 23 van 23 artikelen" in shown


def test_the_statements_do_not_grow() -> None:
    law("TEST3", {f"artikel={n}": (Form.ARTICLE, "", f"Artikel {n}", "", "over omgang") for n in range(23)})
    index_sources()
    client = cast.desk_client("iris")
    client.post(PLACE, {"words": "omgang"})
    with CaptureQueriesContext(connections["default"]) as asked:
        client.post(PLACE, {"words": "omgang"})
    assert len(asked) <= 10
