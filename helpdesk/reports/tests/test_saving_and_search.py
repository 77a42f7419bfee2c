"""What is typed every other second is found, and costs search one row of its queue for the case and no more."""

from __future__ import annotations

import pytest

from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case, SearchChange
from helpdesk.cases.tests.test_search import as_sanne, codes, found
from helpdesk.reports.tests.writing_scene import Written, written

pytestmark = pytest.mark.django_db
SAVES = 20


def waiting(case: Case) -> int:
    with as_sanne():
        return int(SearchChange.objects.filter(case_id=case.pk).count())


def typed(made: Written, saves: int, word: str = "Zij speelt viool.") -> None:
    base = made.load()["version"]
    for at in range(saves):
        answer = made.save(f"Zin {at}.", word, base=base + at)
        assert answer.status_code == 200, answer.content


def test_many_saves_are_one_change() -> None:
    made = written()
    keep_words()
    build_segments()
    assert waiting(made.case) == 0
    typed(made, 1)
    first = waiting(made.case)
    typed(made, SAVES)
    assert waiting(made.case) == first
    assert keep_words() == 1, "read once"
    assert keep_words() == 0


def test_what_is_typed_after_its_words_were_kept_is_due_again_and_found() -> None:
    made = written()
    typed(made, 1, "Zij speelt hobo.")
    keep_words()
    build_segments()
    assert found("iris", "hobo") == codes(made.case)
    typed(made, 1, "Zij speelt trombone.")
    keep_words()
    typed(made, 1, "Zij speelt xylofoon.")
    assert found("iris", "xylofoon") == codes(made.case), "before the worker came by"
    assert keep_words() == 1
    build_segments()
    assert waiting(made.case) == 0
    assert found("iris", "xylofoon") == codes(made.case)
    assert found("iris", "trombone") == set()
