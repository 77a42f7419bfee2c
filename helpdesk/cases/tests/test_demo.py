"""The demonstration: every story is sound, each stage is reached by real actions, and twice makes nothing twice."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from helpdesk.cases.demo.loader import load
from helpdesk.cases.demo.play import Play
from helpdesk.cases.demo.stories import STAGES, Story, stories
from helpdesk.cases.models import Case
from helpdesk.directory import reference
from helpdesk.ledger.models import Entry
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.demo import CAST
from helpdesk.teams.models import Member
from tests import cast

STATE = {"answered": "team", "offered": "team"}


def one_of_each() -> list[Story]:
    """The first story of every stage."""
    return list({story.stage: story for story in reversed(stories())}.values())


def test_there_are_enough_and_each_names_what_exists() -> None:
    told = stories()
    assert len(told) >= 44
    assert set(STAGES) == {story.stage for story in told}
    assert len({story.id for story in told}) == len(told)
    themes = {theme.id: {sub.id for sub in theme.subthemes} for theme in reference.themes()}
    slugs = {one.slug for one in CAST}
    for story in told:
        assert story.theme in themes, story.id
        assert story.subtheme in themes[story.theme] | {""}, story.id
        assert {story.assignee} | {str(task.get("who") or story.assignee) for task in story.tasks} <= slugs | {""}


def test_a_dozen_have_people_around_the_child() -> None:
    told = [story for story in stories() if story.people]
    assert len(told) >= 12
    assert all(len(person.name.split()) <= 3 for story in told for person in story.people), "no whole names"


def test_migration_is_the_largest_theme_as_in_the_figures() -> None:
    assert Counter(story.theme for story in stories()).most_common(1)[0][0] == "migratie"


@pytest.mark.django_db
def test_each_stage_is_reached_and_again_makes_nothing() -> None:
    told = one_of_each()
    made = load(cast.as_public, told)
    assert len(made) == len(told)
    for play in made:
        assert state_of(play) == STATE.get(play.story.stage, play.story.stage), play.story.id
    assert load(cast.as_public, told) == []


@pytest.mark.django_db
def test_where_everybody_is_read_each_story_ends_as_it_did() -> None:
    Member.objects.filter(pk__in=[cast.member(who).pk for who in ("mo", "iris", "farah")]).update(guided=True)
    told = [one for one in one_of_each() if one.stage in {"rejected", "referred"}]
    for play in load(cast.as_public, told):
        assert state_of(play) == play.story.stage, play.story.id


def state_of(play: Play) -> str:
    """Where the case of a play stands, seen by somebody who may."""
    people = ("mo", "sanne") if play.story.stage in {"new", "triage"} else ("iris", "farah", "thomas", "noor")
    for who in people:
        one = cast.member(who)
        with act_as(one.pk):
            found = Case.objects.filter(code=play.code).first()
            if found is not None:
                return str(found.state)
    raise AssertionError(f"nobody sees {play.story.id}")


@pytest.mark.django_db
def test_nothing_happens_in_the_future_or_before_the_question() -> None:
    load(cast.as_public, one_of_each())
    now = timezone.now()
    acts = Entry.objects.exclude(verb__in=["invite", "accept-invitation"]).filter(object_id__isnull=False)
    assert acts.filter(at__gt=now).count() == 0
    for object_id in acts.filter(verb="ask").values_list("object_id", flat=True):
        assert Entry.objects.filter(object_id=object_id).order_by("at", "id").first().verb == "ask"  # type: ignore[union-attr]


def test_a_program_that_serves_loads_no_demo() -> None:
    with pytest.raises(CommandError, match="HELPDESK_PROGRAM=owner"):
        call_command("load_demo")
    with override_settings(DEMO=False), pytest.raises(CommandError, match="no demonstration"):
        call_command("load_demo")


def test_the_sign_ins_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo_signins")
    assert "Iris de Wit" in capsys.readouterr().out
