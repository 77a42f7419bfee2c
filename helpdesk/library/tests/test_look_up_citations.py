"""The page on which a text is pasted: what it finds, where that leads, and that it keeps nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client

from benchmarks.citations import rows
from helpdesk.library.actions import import_source, load_own_lists
from helpdesk.library.citation_form import LONGEST
from helpdesk.library.citations import Law, find
from helpdesk.library.citations.resolve import NotResolved, resolve_all
from helpdesk.library.tests.real import DATA, files, needs_data, source
from helpdesk.library.tests.test_resolve_citations import version_of
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/bronnen/verwijzing/"


@pytest.fixture
def jurist() -> Client:
    version_of(
        "BWBR0034925",
        {"artikel=2.3": "", "artikel=2.3&lid=1": "Het college helpt."},
        valid_from=date(2024, 1, 1),
    )
    return cast.desk_client("iris")


def looked_up(client: Client, text: str, day: str = "2026-01-31", status: int = 200) -> str:
    answer = client.post(PAGE, {"tekst": text, "dag": day})
    assert answer.status_code == status
    return str(answer.content.decode())


def test_an_empty_form_asks_for_a_text(jurist: Client) -> None:
    page = str(jurist.get(PAGE).content.decode())
    assert "We bewaren niets van wat je hier plakt." in page
    assert "gevonden" not in page.split("<main")[1]


def test_what_is_found_is_shown_in_each_form_with_its_passage(jurist: Client) -> None:
    page = looked_up(jurist, "Zie artikel 2.3, eerste lid, van de Jeugdwet.")
    assert "Eén verwijzing gevonden" in page
    assert 'href="/bronnen/bron/BWBR0034925/~/artikel=2.3&amp;lid=1/?dag=2026-01-31"' in page
    assert "Het college helpt." in page
    assert "In de stand van 1 januari 2024." in page
    assert ">art. 2.3 lid 1 Jeugdwet<" in page
    assert "artikel 2.3, eerste lid, van de Jeugdwet" in page
    assert "jci1.3:c:BWBR0034925&amp;artikel=2.3&amp;lid=1&amp;g=2026-01-31" in page
    assert "artikel 2.3, lid 1, van de Jeugdwet" in page


def test_what_is_not_there_says_why_and_leads_to_the_article(jurist: Client) -> None:
    page = looked_up(jurist, "art. 2.3 lid 9 Jeugdwet en art. 3 EVRM")
    assert "niet gevonden" in page
    assert "Artikel 2.3 wel" in page
    assert "/~/artikel=2.3/" in page


def test_a_court_that_is_in_no_list_is_accepted_and_said(jurist: Client) -> None:
    page = looked_up(jurist, "ECLI:NL:RBXYZ:2020:1, ECLI:NL:RBDHA:2020:2 en ECLI:DE:BGH:2020:3")
    assert "3 verwijzingen gevonden" in page
    assert page.count("staat niet in onze lijst") == 1
    assert "Het gerecht RBXYZ staat niet in onze lijst. Kijk na of het nummer klopt." in page


def test_one_citation_is_shown_once(jurist: Client) -> None:
    assert "Eén verwijzing gevonden" in looked_up(jurist, "art. 2.3 Jeugdwet, en nog eens artikel 2.3 van de Jeugdwet")


def test_nothing_found_says_how_one_looks(jurist: Client) -> None:
    assert "geen verwijzing die wij herkennen" in looked_up(jurist, "Het kind woont bij oma.")


@pytest.mark.parametrize(
    ("text", "day", "sentence"),
    [
        ("", "2026-01-31", "Plak eerst een tekst."),
        ("a" * (LONGEST + 1), "2026-01-31", "Deze tekst is te lang"),
        ("art. 2.3 Jeugdwet", "gisteren", "Kies een dag, zoals 31-01-2026."),
    ],
)
def test_bad_input_keeps_what_was_typed(jurist: Client, text: str, day: str, sentence: str) -> None:
    page = looked_up(jurist, text, day)
    assert sentence in page
    assert text in page


def test_a_text_with_marks_of_its_own_is_escaped(jurist: Client) -> None:
    page = looked_up(jurist, "<script>alert(1)</script> art. 2.3 Jeugdwet <b>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <a href=" in page


def test_as_many_statements_for_many_references_as_for_one(jurist: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(8):
        looked_up(jurist, "; ".join(f"art. {number} Jeugdwet" for number in range(1, 60)))


def test_nobody_from_outside(client: Client) -> None:
    assert client.post(PAGE, {"tekst": "art. 3 IVRK"}).status_code in (302, 403, 404)


def test_our_own_list_is_never_shown_as_the_text_of_the_law(jurist: Client) -> None:
    load_own_lists()
    page = looked_up(jurist, "art. 3 IVRK")
    assert "De officiële tekst is hier nog niet ingelezen." in page
    assert "<blockquote" not in page


@pytest.mark.usefixtures("jurist")
def test_the_filter_links_and_escapes() -> None:
    template = Template("{% load citations %}{{ text|cites:day }}")
    shown = template.render(Context({"text": "<i> art. 2.3 Jeugdwet, art. 99 EVRM", "day": date(2026, 1, 31)}))
    assert shown == (
        '&lt;i&gt; <a href="/bronnen/bron/BWBR0034925/~/artikel=2.3/?dag=2026-01-31">'
        "art. 2.3 Jeugdwet</a>, art. 99 EVRM"
    )


def test_an_article_leads_on_to_what_it_names(jurist: Client) -> None:
    version_of(
        "BWBR0000009",
        {"artikel=1": "Zie artikel 2, en artikel 2.3 van de Jeugdwet & <b>.", "artikel=2": "Iets."},
        valid_from=date(2020, 1, 1),
    )
    page = str(jurist.get("/bronnen/bron/BWBR0000009/~/artikel=1/?dag=2025-05-05").content.decode())
    assert '<a href="/bronnen/bron/BWBR0000009/~/artikel=2/?dag=2025-05-05">artikel 2</a>' in page
    assert '<a href="/bronnen/bron/BWBR0034925/~/artikel=2.3/?dag=2025-05-05">artikel 2.3 van de Jeugdwet</a>' in page
    assert "&amp; &lt;b&gt;." in page


@needs_data
def test_what_the_youth_act_says_of_itself_resolves() -> None:
    """All references of the act to its own articles, in the texts that its editors tagged, in the act as imported."""
    for path in files("law/bwb-xml/BWBR0034925*.xml"):
        import_source(source(path))
    own = "BWBR0034925"
    texts = [row["text"] for row in rows(DATA / "refs") if row["bwb"] == own]
    found = [each for text in texts for each in find(text, context_work=own)]
    citations = [one for each in found for one in each.citations if isinstance(one, Law) and one.work == own]
    answers = resolve_all(citations, date(2024, 6, 1))
    missed = [answer.reason for answer in answers if isinstance(answer, NotResolved)]
    assert len(answers) > 300
    assert len(missed) / len(answers) <= 0.03, missed
