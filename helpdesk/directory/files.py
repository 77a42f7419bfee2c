"""The files of `data/` as one kind of row. Pure: the loader writes these; without a database they are the truth."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

# Our name of a list, and under which name taxonomy.json keeps it.
_IN_TAXONOMY = {
    "group": "vulnerable_groups",
    "requester_type": "requester_types",
    "help_kind": "help_kinds",
    "outcome": "case_outcomes",
    "result": "result_categories",
    "urgency": "urgency_levels",
}
_CHOICES = ("province", "age_band", "channel", "help_line")
# Our own agreements: in which file they stand, and which of their words an administrator may change.
_AGREED = {"promise": "promises", "second_reader": "promises", "task_list": "task_lists"}
AGREED = {"promise": ("amount", "unit"), "second_reader": ("holds",), "task_list": ("steps", "review_on")}
LISTS = (
    "theme",
    "subtheme",
    *_IN_TAXONOMY,
    *_CHOICES,
    "own_rule",
    "institution",
    "crc_article",
    "general_comment",
    "bic_condition",
    *_AGREED,
)


@dataclass(frozen=True)
class Item:
    """One row of one list. `data` holds what only this list knows."""

    list_name: str
    key: str
    label_nl: str
    label_en: str
    source: str
    confidence: str
    checked_on: date
    version: str
    position: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


@cache
def items() -> tuple[Item, ...]:
    """Every row of every file, in the order of the files."""
    return tuple(
        _counted(
            [
                *_taxonomy(),
                *_choices(),
                *_own_rules(),
                *_institutions(),
                *_articles(),
                *_comments(),
                *_conditions(),
                *_agreements(),
            ]
        )
    )


def _counted(rows: Iterable[dict[str, Any]]) -> Iterator[Item]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["list_name"]] = counts.get(row["list_name"], -1) + 1
        yield Item(position=counts[row["list_name"]], **row)


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text("utf-8"))


def _row(file: str, list_name: str, key: str, nl: str, en: str, confidence: str, **data: Any) -> dict[str, Any]:
    head = _toml("files.toml")[file]
    known = {name: head[name] for name in ("source", "checked_on", "version")}
    words = {"label_nl": nl, "label_en": en or nl, "confidence": confidence}
    return {"list_name": list_name, "key": key, **words, **known, "data": data}


def _taxonomy() -> Iterator[dict[str, Any]]:
    tree = json.loads((DATA / "taxonomy.json").read_text("utf-8"))
    teams = _toml("choices.toml")["team_of_theme"]
    for theme in tree["fields"]:
        subthemes = theme.pop("subthemes")
        yield _branch("theme", theme, team=teams.get(theme["id"], ""))
        for subtheme in subthemes:
            yield _branch("subtheme", subtheme, theme=theme["id"])
    for list_name, name in _IN_TAXONOMY.items():
        for one in tree[name]:
            yield _branch(list_name, one)


def _branch(list_name: str, node: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    seed = node.get("seed_field", node.get("from_seed", False))
    data = {name: value for name, value in node.items() if name not in {"id", "label_nl", "label_en"}} | more
    words = (node["id"], node["label_nl"], node.get("label_en", ""))
    return _row("taxonomy", list_name, *words, "published" if seed else "proposal", **data)


def _choices() -> Iterator[dict[str, Any]]:
    for list_name in _CHOICES:
        for one in _toml("choices.toml")[list_name]:
            words = (one["key"], one.get("label_nl", one["key"]), one.get("label_en", ""))
            yield _row("choices", list_name, *words, "own")


def _agreements() -> Iterator[dict[str, Any]]:
    for list_name, file in _AGREED.items():
        for one in _toml(f"{file}.toml")[list_name]:
            data = {name: value for name, value in one.items() if name not in {"key", "label_nl"}}
            yield _row(file, list_name, one["key"], one["label_nl"], "", "proposal", **data)


def _own_rules() -> Iterator[dict[str, Any]]:
    for one in _toml("choices.toml")["own_rule"]:
        words = (one["key"], one["label_nl"], one["label_en"])
        yield _row("own_rules", "own_rule", *words, "proposal", days=one["days"])


def _csv(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _institutions() -> Iterator[dict[str, Any]]:
    for row in _csv("institutions.csv"):
        mark = row["phone_confidence"] or row["url_confidence"] or "knowledge"
        yield _row("institutions", "institution", row.pop("id"), row.pop("name_nl"), row.pop("name_en"), mark, **row)


def _articles() -> Iterator[dict[str, Any]]:
    for row in _csv("crc_articles.csv"):
        mark = row.pop("confidence").partition(":")[0]
        key, nl, en = row["number"], row.pop("title_nl"), row.pop("title_en")
        yield _row("crc_articles", "crc_article", key, nl, en, mark, **row)


def _comments() -> Iterator[dict[str, Any]]:
    """What the row is sure of stays in its own words; its mark is that of the least certain part."""
    for row in _csv("general_comments.csv"):
        sure_of = row.pop("confidence")
        mark = "uncertain" if sure_of.startswith("uncertain") else "knowledge"
        key, nl, en = row["number"], row.pop("subject_nl"), row.pop("subject_en")
        yield _row("general_comments", "general_comment", key, nl, en, mark, sure_of=sure_of, **row)


def _conditions() -> Iterator[dict[str, Any]]:
    """The fourteen conditions for development: their names are knowledge, what they mean is said in our own words."""
    for row in _csv("bic_conditions.csv"):
        sure_of, key, nl, en = row.pop("confidence"), row.pop("no"), row.pop("name_nl"), row.pop("name_en")
        yield _row("bic_conditions", "bic_condition", key, nl, en, "knowledge", sure_of=sure_of, **row)
