"""A member changes the words with a reason; it holds at once, and can be taken away again."""

from __future__ import annotations

import pytest

from helpdesk.ledger.models import Entry
from helpdesk.library.models import ThesaurusChange
from helpdesk.library.sources.asking import BESIDE, asked
from helpdesk.library.sources.thesaurus import Row, from_file, matches, rows
from tests import cast

pytestmark = pytest.mark.django_db
REASON = "Kinderen zeggen dit zo, hoorden we aan de telefoon."


def _row(key: str) -> Row | None:
    return next((row for row in rows() if row.key == key), None)


def test_the_file_is_whole() -> None:
    found = from_file()
    assert len(found) == len({row.key for row in found}) > 200
    for row in found:
        assert row.lay
        assert row.legal
        assert row.theme
        assert row.source
        assert row.confidence in {"verified", "knowledge", "uncertain"}


def test_several_words_must_all_stand_there_and_one_may_be_part_of_a_compound() -> None:
    among = [Row("a", ("weg huis",), ("x",), "", "", ""), Row("b", ("school",), ("y",), "", "", "")]
    assert [one.row.key for one in matches("ik moet weg uit huis", among)] == ["a"]
    assert [one.row.key for one in matches("het schoolplein", among)] == ["b"]
    assert matches("ik ben thuis", among) == []


def test_what_stands_beside_weighs_less_than_what_was_typed() -> None:
    found = asked("school", [Row("b", ("school",), ("leerling", "school"), "", "", "")])
    assert found.terms == {"schol": 1.0, "leerl": BESIDE}


def test_a_change_holds_with_its_reason_and_is_taken_away_again() -> None:
    iris = cast.desk_client("iris")
    place = "/bronnen/woorden/pgb/"
    said = {"lay": "pgb\npotje", "legal": "persoonsgebonden budget", "theme": "jeugdhulp", "reason": REASON}
    assert iris.post(place, said).status_code == 302
    row = _row("pgb")
    assert row is not None
    assert (row.lay, row.changed) == (("pgb", "potje"), True)
    made = ThesaurusChange.objects.get()
    assert Entry.objects.filter(verb="change-thesaurus", object_id=made.pk).exists()
    assert REASON in iris.get(place).content.decode()
    assert iris.post(place + "terug/").status_code == 302
    back = _row("pgb")
    assert back is not None
    assert not back.changed
    assert Entry.objects.filter(verb="undo-thesaurus-change", object_id=made.pk).exists()
    assert iris.post(place + "terug/").status_code == 404
    assert "gold tot" in iris.get(place).content.decode()


def test_a_row_can_be_added_and_put_off() -> None:
    iris = cast.desk_client("iris")
    said = {"lay": "appgroep", "legal": "communicatiemiddelen", "theme": "privacy", "reason": REASON}
    assert iris.post("/bronnen/woorden/nieuw/", said).status_code == 302
    [match] = matches("de appgroep", rows())
    assert match.row.legal == ("communicatiemiddelen",)
    assert iris.post(f"/bronnen/woorden/{match.row.key}/", {**said, "off": "on"}).status_code == 302
    assert matches("de appgroep", rows()) == []
    assert "niet gebruikt" in iris.get("/bronnen/woorden/").content.decode()


@pytest.mark.parametrize("wrong", [{"reason": ""}, {"lay": " ; \n"}, {"legal": ""}, {"theme": "bestaat-niet"}])
def test_what_is_not_yet_good_is_asked_again(wrong: dict[str, str]) -> None:
    said = {"lay": "appgroep", "legal": "middel", "theme": "privacy", "reason": REASON, **wrong}
    answer = cast.desk_client("iris").post("/bronnen/woorden/nieuw/", said)
    assert answer.status_code == 422
    assert not ThesaurusChange.objects.exists()
    assert cast.desk_client("iris").get("/bronnen/woorden/bestaat-niet/").status_code == 404
