"""The pages under /bronnen/: who may come in, what they say of a state, and how many statements they take."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.library.actions import load_own_lists
from helpdesk.library.models import Work
from helpdesk.library.tests.law import law
from helpdesk.library.tests.test_import_source import brought_in
from tests import cast

pytestmark = pytest.mark.django_db

OLD = (
    "<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Begin</titel></kop>"
    "<artikel><kop><label>Artikel</label><nr>1</nr><titel>Naam</titel></kop><al>Deze wet heet proef.</al></artikel>"
    "<artikel><kop><label>Artikel</label><nr>2</nr></kop><lid><lidnr>1.</lidnr><al>Een kind telt mee.</al></lid>"
    "<lid><lidnr>2.</lidnr><al>Altijd:</al><lijst><li><li.nr>a.</li.nr><al>thuis;</al></li></lijst></lid></artikel>"
    "</hoofdstuk>"
)
NEW = OLD.replace("telt mee", "beslist mee").replace("Artikel</label><nr>1<", "Artikel</label><nr>1a<")


@pytest.fixture
def jurist() -> Client:
    return cast.desk_client("iris")


def two_states() -> None:
    brought_in(law("2000-01-01", OLD))
    brought_in(law("2020-01-01", NEW))


def shown(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def test_the_list_finds_by_word_and_kind(jurist: Client) -> None:
    two_states()
    assert "Proefwet" in shown(jurist, "/bronnen/?woorden=proef")
    assert "Proefwet" not in shown(jurist, "/bronnen/?soort=treaty")
    assert "IVRK" in shown(jurist, "/bronnen/?soort=treaty")
    assert "Geen bron gevonden." in shown(jurist, "/bronnen/?woorden=qqqq")


def test_a_work_is_read_on_a_day_and_says_which_state_it_is(jurist: Client) -> None:
    two_states()
    today = shown(jurist, "/bronnen/bron/BWBR0000001/")
    assert "beslist mee" in today
    assert "nieuwste stand die we hebben" in today
    assert "Stand vanaf 1 januari 2020." in today
    then = shown(jurist, "/bronnen/bron/BWBR0000001/?dag=2010-05-05")
    assert "telt mee" in then
    assert "geldt niet meer" in then
    assert "Stand van 1 januari 2000 tot en met 31 december 2019." in then
    assert "Je leest de tekst zoals die gold op 5 mei 2010." in then
    before = shown(jurist, "/bronnen/bron/BWBR0000001/?dag=1990-01-01")
    assert "We hebben geen tekst die op 1 januari 1990 gold." in before
    assert "Kies een dag" in shown(jurist, "/bronnen/bron/BWBR0000001/?dag=ooit")


def test_an_article_alone_has_its_parts_and_its_neighbours(jurist: Client) -> None:
    two_states()
    page = shown(jurist, "/bronnen/bron/BWBR0000001/~/artikel=2/")
    assert 'id="artikel=2&amp;lid=2&amp;o=a"' in page
    assert "Hoofdstuk 1 Begin" in page
    assert "/~/artikel=1a/" in page
    assert "thuis;" in shown(jurist, "/bronnen/bron/BWBR0000001/~/artikel=2&lid=2&o=a/")
    gone = shown(jurist, "/bronnen/bron/BWBR0000001/~/artikel=1/")
    assert "Deze plaats bestond niet" in gone
    shown(jurist, "/bronnen/bron/BWBR0000001/~/artikel=99/", 404)
    shown(jurist, "/bronnen/bron/BWBR7777777/", 404)


def test_our_own_words_stand_beside_the_convention_and_say_so(jurist: Client) -> None:
    load_own_lists()
    page = shown(jurist, "/bronnen/bron/BWBV0002508/~/artikel=12/")
    assert "In onze eigen woorden" in page
    assert "Dit is niet de tekst van de bron." in page
    assert "De tekst zelf is nog niet ingelezen." in page
    comment = Work.objects.get(short="GC 14")
    assert "Belang van het kind als eerste overweging" in shown(jurist, f"/bronnen/bron/{comment.code}/")


def test_two_states_are_compared_by_word(jurist: Client) -> None:
    two_states()
    page = shown(jurist, "/bronnen/bron/BWBR0000001/~/vergelijk/")
    assert "3 artikelen verschillen." in page
    assert "</span>beslist </ins>" in page
    assert "</span>telt </del>" in page
    assert "maar één stand" in shown(jurist, "/bronnen/bron/BWBV0002508/~/vergelijk/")
    assert shown(jurist, "/bronnen/bron/BWBR0000001/~/vergelijk/?van=x&naar=y")


def test_reports_are_for_an_administrator(jurist: Client) -> None:
    two_states()
    brought_in("<html/>", "stuk.xml")
    shown(jurist, "/bronnen/inlezen/", 404)
    admin = cast.desk_client("bas")
    assert "stuk.xml" in shown(admin, "/bronnen/inlezen/")
    only = shown(admin, "/bronnen/inlezen/?wat=moeite")
    assert "stuk.xml" in only
    assert "BWBR0000001_2020" not in only


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/bronnen/", 8),
        ("/bronnen/bron/BWBR0000001/", 8),
        ("/bronnen/bron/BWBR0000001/~/artikel=2/", 10),
        ("/bronnen/bron/BWBR0000001/~/vergelijk/", 10),
    ],
)
def test_statements_do_not_grow(jurist: Client, path: str, most: int, django_assert_max_num_queries: object) -> None:
    two_states()
    shown(jurist, path)
    with django_assert_max_num_queries(most):  # type: ignore[operator]
        shown(jurist, path)
    for number in range(2, 9):
        brought_in(
            law(
                f"202{number}-01-01",
                NEW + f"<artikel><kop><nr>{number}0</nr></kop></artikel>",
                code=f"BWBR000001{number}",
            )
        )
    with django_assert_max_num_queries(most):  # type: ignore[operator]
        shown(jurist, path)


def test_a_long_work_is_read_part_by_part(jurist: Client) -> None:
    chapters = "".join(
        f"<hoofdstuk><kop><label>Hoofdstuk</label><nr>{c}</nr></kop>"
        + "".join(f"<artikel><kop><nr>{c}.{n}</nr></kop><al>Tekst {c}.{n}.</al></artikel>" for n in range(150))
        + "</hoofdstuk>"
        for c in (1, 2, 3)
    )
    brought_in(law("2020-01-01", chapters))
    page = shown(jurist, "/bronnen/bron/BWBR0000001/?deel=hoofdstuk%3D2")
    assert "Tekst 2.7." in page
    assert "Tekst 1.7." not in page
    assert "Volgend deel" in page
