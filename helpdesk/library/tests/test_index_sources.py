"""What lies in the index is what a rebuild would make of the passages, whatever happened before."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from helpdesk.library.actions.source_index import forget_segments, index_sources
from helpdesk.library.models import Form, IndexedVersion, SourceSegment, Version
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.finding import Found, find
from helpdesk.library.tests.sources import FAMILY, SCHOOL, Texts, fill, law

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)
ALWAYS = Wanted()


@pytest.fixture(autouse=True)
def _empty_shelf() -> None:
    """Without our own lists, so that what is counted is what the test put there."""
    Version.objects.all().delete()


def _labels(found: Found) -> list[str]:
    return [line.label for line in found.lines]


def _found(question: str, wanted: Wanted = ALWAYS) -> Found:
    return find(question, wanted, TODAY)


def test_an_article_is_found_by_its_paragraph_and_its_item() -> None:
    law("TEST1", SCHOOL, title="Wet op de proefschool")
    assert index_sources() == 2
    assert _labels(_found("vergoedt vervoer")) == ["Artikel 2"]
    assert _labels(_found("rolstoel")) == ["Artikel 2"]
    assert _found("rolstoel").lines[0].pieces == (
        ("tenzij de leerling in een ", False),
        ("rolstoel", True),
        (" zit.", False),
    )
    assert _found("proefschool").count == 2
    assert _found("hoofdstuk leerling").count == 2


def test_what_lies_there_is_not_read_again() -> None:
    law("TEST1", SCHOOL)
    index_sources()
    made = SourceSegment.objects.get().pk
    assert index_sources() == 0
    assert SourceSegment.objects.get().pk == made


def test_a_version_that_is_gone_leaves_no_hit() -> None:
    law("TEST1", SCHOOL)
    law("TEST2", FAMILY)
    index_sources()
    Version.objects.filter(work__code="TEST1").delete()
    assert _found("schorsen").count == 0
    assert _found("omgang").count == 1
    index_sources()
    assert _found("schorsen").count == 0


def test_a_version_that_was_read_anew_is_found_by_its_new_words_only() -> None:
    version = law("TEST1", SCHOOL)
    index_sources()
    fill(version, {"artikel=1": (Form.ARTICLE, "", "Artikel 1", "", "Nu staat hier iets over huiswerk.")})
    assert _found("schorsen").count == 0
    index_sources()
    assert _found("schorsen").count == 0
    assert _labels(_found("huiswerk")) == ["Artikel 1"]


def test_half_a_version_is_not_found() -> None:
    version = law("TEST1", SCHOOL)
    Version.objects.filter(pk=version.pk).update(read_at=None)
    assert index_sources() == 0
    assert not IndexedVersion.objects.exists()


def test_the_state_of_the_day_is_found_and_without_a_day_each_article_once() -> None:
    new_year = date(2026, 1, 1)
    law("TEST2", FAMILY, begins=date(2020, 1, 1), ends=new_year - timedelta(days=1))
    law("TEST2", FAMILY, begins=new_year)
    index_sources()
    line = _found("machtiging", Wanted(day=TODAY)).lines[0]
    assert (line.in_force, line.valid_from) == (True, new_year)
    before = _found("machtiging", Wanted(day=date(2021, 1, 1))).lines[0]
    assert (before.in_force, before.valid_until) == (False, new_year - timedelta(days=1))
    assert _found("machtiging", Wanted(day=date(2019, 1, 1))).count == 0
    every = _found("machtiging")
    assert (every.count, len(every.lines)) == (1, 1)


def test_other_filters() -> None:
    law("TEST2", FAMILY)
    index_sources()
    assert _found("machtiging", Wanted(kind="law", work="TEST2", language="nl")).count == 1
    for other in (Wanted(kind="treaty"), Wanted(work="TEST1"), Wanted(language="en")):
        assert _found("machtiging", other).count == 0


def _texts(dice: random.Random) -> Texts:
    words = ["school", "leerling", "ouder", "kind", "schorsen", "omgang", "vervoer", "gezag", "uithuisplaatsing"]
    return {
        f"artikel={number}": (
            Form.ARTICLE,
            "",
            f"Artikel {number}",
            "",
            " ".join(dice.choices(words, k=dice.randint(3, 30))),
        )
        for number in range(dice.randint(1, 9))
    }


@pytest.mark.parametrize("seed", range(4))
def test_bit_by_bit_is_the_same_as_at_once(seed: int) -> None:
    dice = random.Random(seed)
    versions = []
    for number in range(8):
        versions.append(law(f"TEST{number}", _texts(dice)))
        if dice.random() < 0.4:
            fill(dice.choice(versions), _texts(dice))
        if dice.random() < 0.2:
            versions.pop(dice.randrange(len(versions))).delete()
        index_sources()
    questions = ("school leerling", "omgang ouder", "uithuisplaatsing", "gezag kind vervoer")
    bit_by_bit = [_seen(_found(one)) for one in questions]
    segments = SourceSegment.objects.count()
    forget_segments()
    index_sources()
    assert bit_by_bit == [_seen(_found(one)) for one in questions]
    assert SourceSegment.objects.count() == 1 <= segments <= 4


def _seen(found: Found) -> tuple[int, set[tuple[str, str]]]:
    return found.count, {(line.code, line.label) for line in found.lines} if found.count <= 10 else set()
