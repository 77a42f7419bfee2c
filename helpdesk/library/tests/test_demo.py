"""The articles of the demonstration: there once, with the articles of the treaty on which they rely."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from helpdesk.library.demo import load_knowledge
from helpdesk.library.models import KnowledgeArticle, Reliance
from helpdesk.teams.demo import load_cast

pytestmark = pytest.mark.django_db


def test_they_are_there_once_and_rely_on_the_treaty(settings: LazySettings) -> None:
    settings.DEMO = True
    people = load_cast()
    assert load_knowledge(people) == KnowledgeArticle.objects.count() == 2
    assert load_knowledge(people) == 0
    rows = Reliance.objects.all().holding()
    assert sorted((row.work_code, row.name) for row in rows) == [
        *[("BWBV0002508", "art. 12 IVRK")] * 2,
        ("BWBV0002508", "art. 3 IVRK"),
    ]


def test_outside_a_demonstration_they_do_not_exist(settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(RuntimeError):
        load_knowledge({})
