"""The files agree with themselves and with the rest of the house."""

from __future__ import annotations

import tomllib
from pathlib import Path

from helpdesk.directory import files
from helpdesk.directory.forms import SURENESS as EDITABLE
from helpdesk.directory.words import LIST_LABELS, SURENESS
from helpdesk.ui.texts import options

TEAMS = Path(__file__).parents[2] / "teams" / "teams.toml"


def _keys(list_name: str) -> list[str]:
    return [item.key for item in files.items() if item.list_name == list_name]


def test_every_row_has_words_a_source_and_a_mark() -> None:
    assert {item.list_name for item in files.items()} == set(files.LISTS) == set(LIST_LABELS)
    for item in files.items():
        assert item.label_nl, item
        assert item.label_en, item
        assert item.source, item
        assert item.confidence in SURENESS, item
        assert item.version, item
    assert {name for name, _ in EDITABLE if name} <= set(SURENESS)


def test_keys_are_once_in_a_list_and_fit_an_address() -> None:
    places = [(item.list_name, item.key) for item in files.items()]
    assert len(places) == len(set(places))
    assert not any("/" in key for _, key in places)


def test_every_theme_has_a_team_that_exists() -> None:
    teams = {team["slug"] for team in tomllib.loads(TEAMS.read_text("utf-8"))["team"]}
    answered = {item.key: item.data["team"] for item in files.items() if item.list_name == "theme"}
    assert len(answered) == 10
    assert set(answered.values()) == teams


def test_what_a_row_points_to_exists() -> None:
    institutions, articles = set(_keys("institution")), set(_keys("crc_article"))
    assert len(institutions) == 53
    assert len(articles) == 54
    for item in files.items():
        assert set(item.data.get("institutions", [])) <= institutions, item
        assert set(item.data.get("show_institutions", [])) <= institutions, item
        assert {str(number) for number in item.data.get("crc_articles", [])} <= articles, item
    assert set(_keys("help_line")) <= institutions


def test_the_order_of_a_file_is_the_order_of_the_list() -> None:
    for list_name in files.LISTS:
        positions = [item.position for item in files.items() if item.list_name == list_name]
        assert positions == list(range(len(positions)))


def test_the_public_form_posts_our_keys() -> None:
    for list_name, text in (("province", "options.province"), ("age_band", "ask.child.age.options")):
        posted = [option.value for option in options(text) if option.value]
        assert _keys(list_name) == posted
    assert set(_keys("theme")) == {option.value for option in options("ask.*.theme.options") if option.value}
