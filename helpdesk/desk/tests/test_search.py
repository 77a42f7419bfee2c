"""Zoeken: what is typed is in no address and no log, each passage is a look, and a name is told of, not shown."""

from __future__ import annotations

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case
from helpdesk.ledger.models import Entry
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from tests import cast

pytestmark = pytest.mark.django_db
WORD = "uithuisplaatsing"


def searched(who: str, words: str, **more: str) -> str:
    answer = cast.desk_client(who).post("/zoeken/", {"words": words, **more})
    assert answer.status_code == 200
    return str(answer.content.decode())


def bare(page: str) -> str:
    """Without what was typed and the form's token."""
    return re.sub(r'value="[^"]*"|[A-Za-z0-9]{64}', "", page)


def test_the_passage_is_shown_and_marked_and_the_look_is_on_record() -> None:
    case = cast.taken(text=f"Ik <b>ben</b> bang voor de {WORD}.")
    before = cast.looks(case)
    page = searched("iris", "uithuis plaatsen")
    assert f"Ik &lt;b&gt;ben&lt;/b&gt; bang voor de <mark>{WORD}</mark>." in page
    assert "Eén zaak" in page
    assert case.code in page
    iris = f"member:{cast.member('iris').pk}"
    assert cast.looks(case)[len(before) :] == [(iris, "search-cases")]
    entry = Entry.objects.get(verb="search-cases")
    assert (entry.actor, entry.object_id, entry.purpose) == (iris, None, "1 cases")


def test_who_may_not_see_it_gets_the_page_of_nothing_found_and_leaves_no_look() -> None:
    case = cast.taken(text=f"Over de {WORD}.")
    before = cast.looks(case)
    for who in ("farah", "mo"):
        assert "Niets gevonden." in searched(who, WORD)
        assert bare(searched(who, WORD)) == bare(searched(who, "zeppelinhangar"))
    assert cast.looks(case) == before
    for who in ("lotte", "karim", "bas"):
        assert cast.desk_client(who).post("/zoeken/", {"words": WORD}).status_code in {403, 404}
        assert "/zoeken/" not in cast.desk_client(who).get("/account/", follow=True).content.decode()


def test_a_name_is_told_of_and_not_shown() -> None:
    case = cast.taken(text="Een vraag.")
    with cast.opened("iris", case, to="add-party") as file:
        actions.add_party(file=file, person=Person(Part.PARENT, name="Fatima Idrissi"))
    page = searched("iris", "fatma")
    assert case.code in page
    assert "een naam die zo klinkt" in page
    assert "Idrissi" not in page


def test_what_is_asked_is_in_no_address_and_an_address_asks_nothing() -> None:
    cast.taken(text=f"Over de {WORD}.")
    iris = cast.desk_client("iris")
    page = iris.get("/zoeken/", {"words": WORD}).content.decode()
    assert WORD not in page
    assert "<mark>" not in page
    assert 'method="post"' in page
    assert "hx-push-url" not in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zeppelinhangar", "Niets gevonden."),
        ("-moeder", "Typ ook een woord dat er wél in staat."),
        ("?!", "Hier staat geen woord in om op te zoeken."),
        ('"', "Hier staat geen woord in om op te zoeken."),
        ("x" * 5000, "Niets gevonden."),
        ("a\0b' OR 1=1 --", "Niets gevonden."),
        ("<script>alert(1)</script>", "Niets gevonden."),
        ("", "Zo zoek je precies"),
    ],
)
def test_whatever_is_typed_gets_a_clear_answer(words: str, sentence: str) -> None:
    cast.taken(text="Een vraag.")
    page = searched("iris", words)
    assert sentence in page
    assert "<script>alert" not in page


def test_twenty_five_a_page_at_the_cost_of_one() -> None:
    cases = [cast.taken(text=f"Nummer {number} over de {WORD}.") for number in range(27)]
    keep_words()
    build_segments()
    iris = cast.desk_client("iris")

    def statements(words: str, page: str = "1") -> tuple[int, str]:
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            answer = iris.post("/zoeken/", {"words": words, "page": page})
        return len(data) + len(keys), answer.content.decode().partition('id="gevonden"')[2]

    statements(f"{WORD} 7")  # whoever asks first opens the pieces of the segment
    one, _ = statements(f"{WORD} 7")
    many, first = statements(WORD)
    _, second = statements(WORD, "2")
    assert many == one <= 16
    assert (first.count("<mark>"), second.count("<mark>")) == (25, 2)
    assert "1 tot 25 van 27 zaken" in first
    assert "26 tot 27 van 27 zaken" in second
    assert {case.code for case in cases} == set(re.findall(r"KR-[A-Z0-9]{5}", first + second))
    assert "26 tot 27" in statements(WORD, "999")[1]
    assert Case.objects.count() == 0  # the control: nobody reads for anybody here


def test_the_code_of_a_case_leads_to_it_for_whoever_may_read_it() -> None:
    case = cast.taken(text="Een vraag.")
    answer = cast.desk_client("iris").post("/zoeken/", {"words": case.code.lower().removeprefix("kr-")})
    assert (answer.status_code, answer.headers.get("Location")) == (302, f"/zaak/{case.code}/")
    assert bare(searched("farah", case.code)) == bare(searched("farah", "KR-22222"))
