"""What relies on what: found in the words when they are saved, added by hand, looked at, never rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from helpdesk.directory.actions import add_standard_text, change_standard_text
from helpdesk.directory.models import StandardText
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.library import actions
from helpdesk.library.cited import Cite, read_with
from helpdesk.library.models import KnowledgeArticle, Reliance, Relier
from helpdesk.library.relied import relied
from helpdesk.library.standing import Lit
from helpdesk.library.tests.shelf import CODE, NEW, SHORT, reading, state
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    with reading():
        yield


def said(**more: Any) -> dict[str, Any]:
    iris, later = cast.member("iris"), clock.today() + timedelta(days=100)
    return {"title": "Hoor het kind", "body": "", "themes": [], "owner": iris, "review_on": later, **more}


def article(body: str = f"Zie art. 2 lid 1 {SHORT}.", **more: Any) -> KnowledgeArticle:
    return actions.add_article(actor=cast.member("iris"), said=said(body=body, **more))


def text(body: str) -> StandardText:
    lists: dict[str, Any] = {"states": [], "askers": [], "language": "nl"}
    return add_standard_text(actor=cast.member("iris"), said={**said(body=body), **lists})


def held(kind: Relier, object_id: Any) -> dict[str, Reliance]:
    """By the number of the article."""
    rows = Reliance.objects.by(kind, [object_id]).holding()
    return {row.address.removeprefix("artikel="): row for row in rows}


def test_what_the_words_cite_is_kept_with_the_version_of_that_day() -> None:
    version = state({"1": "Eén.", "2": "Twee."})
    for row, kind in ((article(), Relier.ARTICLE), (text(f"Volgens art. 2 {SHORT} mag het."), Relier.TEXT)):
        one = held(kind, getattr(row, "article_id", None) or getattr(row, "text_id", None))["2"]
        assert (one.work_code, one.valid_from, one.found, one.number) == (CODE, version.valid_from, True, 1)
        assert one.seen == one.digest == version.passages.get(address="artikel=2").digest
    assert held(Relier.ARTICLE, KnowledgeArticle.objects.get().article_id)["2"].place == "artikel=2&lid=1"


def test_other_words_rely_on_other_sources_and_what_stays_keeps_its_version() -> None:
    state({"1": "Eén.", "2": "Twee.", "3": "Drie."})
    first = article(f"Zie art. 1 {SHORT} en art. 2 {SHORT}.")
    was = held(Relier.ARTICLE, first.article_id)["2"]
    state({"1": "Eén.", "2": "Anders.", "3": "Drie."}, NEW)
    iris = cast.member("iris")
    second = actions.change_article(actor=iris, held=first, said=said(body=f"Nu art. 2 {SHORT} en art. 3 {SHORT}."))
    now = held(Relier.ARTICLE, first.article_id)
    assert sorted(now) == ["2", "3"]
    assert now["2"] == was
    assert now["3"].valid_from == NEW
    actions.change_article(actor=iris, held=second, said=said(body=f"Toch art. 1 {SHORT}."))
    back = held(Relier.ARTICLE, first.article_id)
    assert (sorted(back), back["1"].number, back["1"].valid_from) == (["1"], 3, NEW)


def test_a_changed_standard_text_is_read_again() -> None:
    state({"1": "Eén.", "2": "Twee."})
    first = text(f"Zie art. 1 {SHORT}.")
    columns = ("title", "language", "themes", "states", "askers", "owner", "review_on")
    same = {name: getattr(first, name) for name in columns}
    change_standard_text(actor=cast.member("iris"), held=first, said={**same, "body": f"Zie art. 2 {SHORT}."})
    assert sorted(held(Relier.TEXT, first.text_id)) == ["2"]


def test_words_that_cannot_be_read_are_not_saved_either() -> None:
    def broken(*_: object) -> Iterator[Cite]:
        raise RuntimeError("no reader")

    before = read_with(broken)
    try:
        with pytest.raises(RuntimeError):
            text("Zie art. 1 van de wet.")
    finally:
        read_with(before)
    assert not StandardText.objects.exists()


def test_by_hand_stays_when_the_words_change_and_goes_by_hand() -> None:
    state({"1": "Eén.", "2": "Twee."})
    row, iris = article("Zonder plaatsen."), cast.member("iris")
    ours = actions.Ours(Relier.ARTICLE, row.article_id)
    for _ in range(2):
        actions.add_reliance(actor=iris, ours=ours, code=CODE, place="artikel=1&lid=2")
    assert Reliance.objects.count() == 1
    actions.change_article(actor=iris, held=row, said=said(body=f"Met art. 2 {SHORT}."))
    now = held(Relier.ARTICLE, row.article_id)
    assert sorted(now) == ["1", "2"]
    with pytest.raises(actions.Meanwhile):
        actions.drop_reliance(actor=iris, held=now["2"])
    actions.drop_reliance(actor=iris, held=now["1"])
    assert sorted(held(Relier.ARTICLE, row.article_id)) == ["2"]
    with pytest.raises(actions.Meanwhile):
        actions.drop_reliance(actor=iris, held=now["1"])
    verbs = Entry.objects.filter(object_id=row.article_id).order_by("at", "id").values_list("verb", flat=True)
    assert list(verbs) == ["add-article", "add-reliance", "change-article", "drop-reliance"]


@pytest.mark.parametrize("adapted", [True, False])
def test_who_looked_puts_out_the_mark_until_the_next_change(adapted: bool) -> None:
    state({"2": "Twee."})
    row, iris = article(), cast.member("iris")

    def stands() -> tuple[Lit, Any]:
        one = relied(Reliance.objects.by(Relier.ARTICLE, [row.article_id]).holding())[0]
        return one.chip.state, one.row

    was = stands()[1]
    state({"2": "Anders."}, NEW)
    assert stands()[0] == Lit.CHANGED
    actions.check_reliance(actor=iris, held=stands()[1], note=" Klopt nog. ", adapted=adapted)
    how, now = stands()
    assert (how, now.note, now.found) == (Lit.SAME, "Klopt nog.", True)
    assert now.valid_from == (NEW if adapted else was.valid_from)
    assert (now.digest == was.digest) is not adapted
    with pytest.raises(actions.Meanwhile):
        actions.check_reliance(actor=iris, held=was, note="Ook gezien.")
    state({"2": "Weer anders."}, NEW + timedelta(days=1))
    assert stands()[0] == Lit.CHANGED


def test_a_new_version_keeps_the_mark_that_nobody_looked_at() -> None:
    state({"2": "Twee."})
    row = article()
    state({"2": "Anders."}, NEW)
    actions.change_article(actor=cast.member("iris"), held=row, said=said(body=f"Een komma, art. 2 {SHORT}."))
    one = relied(Reliance.objects.by(Relier.ARTICLE, [row.article_id]).holding())[0]
    assert one.chip.changed


def test_words_of_before_are_read_by_the_command_and_again_is_harmless() -> None:
    state({"1": "Eén.", "2": "Twee."})
    before = read_with(lambda *_: ())
    row, standard = article(), text(f"Volgens art. 1 {SHORT}.")
    assert not Reliance.objects.exists()
    read_with(before)
    for _ in range(2):
        call_command("read_citations")
        assert sorted(held(Relier.ARTICLE, row.article_id)) == ["2"]
        assert sorted(held(Relier.TEXT, standard.text_id)) == ["1"]
    assert Reliance.objects.count() == 2


def test_the_desk_may_neither_change_nor_remove_a_row() -> None:
    article()
    for table in ("library_reliance", "library_knowledgearticle"):
        for sql in (f"UPDATE {table} SET number = 9", f"DELETE FROM {table}"):
            with (
                connections["default"].cursor() as cursor,
                pytest.raises(DatabaseError, match="denied"),
                transaction.atomic(),
            ):
                cursor.execute(sql)
