"""What changed between two states, over mappings and over rows."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from helpdesk.lib import clock
from helpdesk.library.changes import Change, changes, differences
from helpdesk.library.models import Form, Passage, Version, Work


def test_what_is_added_removed_and_changed() -> None:
    old = {"artikel=1": "a", "artikel=2": "b", "artikel=3": "c"}
    new = {"artikel=1": "a", "artikel=2": "x", "artikel=4": "c"}
    assert differences(old, new) == [
        Change("artikel=2", "changed"),
        Change("artikel=4", "added"),
        Change("artikel=3", "removed"),  # the same words under another number are not guessed to be the same article
    ]
    assert differences(old, old) == []
    assert differences({}, {}) == []


def test_rows_count_by_the_article_and_a_heading_is_none() -> None:
    work = Work.objects.create(code="BWBR0000001", kind="law", title="Wet", source="test", confidence="own")
    old = _version(work, date(2020, 1, 1), first="een", lid="oud")
    new = _version(work, date(2021, 1, 1), first="een", lid="nieuw")
    assert changes(old, new) == [Change("artikel=2", "changed")]
    assert changes(old, old) == []


def test_two_works_are_not_compared() -> None:
    works = [
        Work.objects.create(code=code, kind="law", title="Wet", source="test", confidence="own") for code in ("A", "B")
    ]
    one, two = (_version(work, date(2020, 1, 1)) for work in works)
    with pytest.raises(ValueError, match="one work"):
        changes(one, two)


pytestmark = pytest.mark.django_db


def _version(work: Work, day: date, first: str = "een", lid: str = "twee") -> Version:
    version = Version.objects.create(
        work=work, valid_from=day, digest=sha256(lid.encode()).hexdigest(), file_name="x", read_at=clock.now()
    )
    rows = [
        ("hoofdstuk=1", "", Form.HEADING, first + lid),
        ("artikel=1", "hoofdstuk=1", Form.ARTICLE, first),
        ("artikel=2", "hoofdstuk=1", Form.ARTICLE, lid),
        ("artikel=2&lid=1", "artikel=2", Form.PARAGRAPH, lid),
    ]
    for position, (address, under, form, text) in enumerate(rows):
        Passage.objects.create(version=version, position=position, address=address, under=under, form=form, digest=text)
    return version
