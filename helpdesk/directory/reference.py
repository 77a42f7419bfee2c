"""The room's face: what there is to choose and where to turn to. No statement in the hot path, never without an answer.

Each process keeps what it read for a minute. Without rows, or without a database, the files of this version speak: the
help numbers stand on the page when everything else is down.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from threading import Lock
from typing import Any

from django.db import Error

from helpdesk.directory import files
from helpdesk.directory.files import Item
from helpdesk.directory.models import ReferenceItem, ReferenceOverride
from helpdesk.directory.shapes import Article, Choice, Comment, Condition, Institution, Theme

KEEP = 60.0
CHECK_EVERY = timedelta(days=183)  # at least twice a year


class Snapshot:
    """All lists as they were read at one moment."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items = items

    def of(self, list_name: str) -> list[Item]:
        return [item for item in self.items if item.list_name == list_name]

    def choices(self, list_name: str) -> tuple[Choice, ...]:
        return tuple(Choice.of(item) for item in self.of(list_name))

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        subs = self.of("subtheme")
        return tuple(
            Theme(
                *(item.key, item.label_nl, item.label_en, str(item.data["team"])),
                subthemes=tuple(Choice.of(sub) for sub in subs if sub.data["theme"] == item.key),
                crc_articles=tuple(item.data["crc_articles"]),
                institutions=tuple(item.data["institutions"]),
            )
            for item in self.of("theme")
        )

    @cached_property
    def institutions(self) -> tuple[Institution, ...]:
        return tuple(Institution.of(item) for item in self.of("institution"))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        return tuple(Article.of(item) for item in self.of("crc_article"))

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(Comment.of(item) for item in self.of("general_comment"))

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(Condition.of(item) for item in self.of("bic_condition"))


@dataclass
class _Kept:
    snapshot: Snapshot | None = None
    until: float = 0.0


_kept = _Kept()
_lock = Lock()
_clock: Callable[[], float] = time.monotonic


def snapshot() -> Snapshot:
    """What holds now; read again at most once a minute, by one thread while the others go on with the old one."""
    if _kept.snapshot is not None and (_clock() < _kept.until or not _lock.acquire(blocking=False)):
        return _kept.snapshot
    if _kept.snapshot is None:
        _lock.acquire()
    try:
        if _kept.snapshot is None or _clock() >= _kept.until:
            _kept.snapshot, _kept.until = _read(_kept.snapshot), _clock() + KEEP
        return _kept.snapshot
    finally:
        _lock.release()


def forget() -> None:
    """Read anew at the next question; for whoever just changed something."""
    _kept.snapshot, _kept.until = None, 0.0


def _read(before: Snapshot | None) -> Snapshot:
    try:
        loaded = tuple(_item(row) for row in ReferenceItem.objects.all())
        laid_over = ReferenceOverride.objects.holding().order_by().values_list("list_name", "key", "changes")
        changes = {(list_name, key): change for list_name, key, change in laid_over}
    except (Error, RuntimeError):  # gone for a moment, or (RuntimeError) a test that was given none
        return before or Snapshot(files.items())
    items = loaded or files.items()
    return Snapshot(tuple(changed(item, changes.get((item.list_name, item.key), {})) for item in items))


def _item(row: ReferenceItem) -> Item:
    return Item(**{name: getattr(row, name) for name in Item.__dataclass_fields__})


def changed(item: Item, changes: dict[str, str]) -> Item:
    """The row with an administrator's changes over it: its own columns by name, all else into `data`."""
    own: dict[str, Any] = {name: changes[name] for name in ("label_nl", "label_en") if name in changes}
    if changes.get("phone_confidence"):
        own["confidence"] = changes["phone_confidence"]
    data = {name: value for name, value in changes.items() if name in item.data}
    checked = date.fromisoformat(changes["checked_on"]) if "checked_on" in changes else item.checked_on
    return replace(item, **own, checked_on=checked, data={**item.data, **data})


def themes() -> tuple[Theme, ...]:
    return snapshot().themes


def theme(theme_id: str) -> Theme | None:
    return next((one for one in themes() if one.id == theme_id), None)


def team_of(theme_id: str) -> str:
    """The slug of the team that answers a theme; empty when triage decides."""
    found = theme(theme_id)
    return found.team if found else ""


def groups() -> tuple[Choice, ...]:
    return snapshot().choices("group")


def requester_types() -> tuple[Choice, ...]:
    return snapshot().choices("requester_type")


def outcomes() -> tuple[Choice, ...]:
    return snapshot().choices("outcome")


def help_kinds() -> tuple[Choice, ...]:
    return snapshot().choices("help_kind")


def provinces() -> tuple[Choice, ...]:
    return snapshot().choices("province")


def age_bands() -> tuple[Choice, ...]:
    return snapshot().choices("age_band")


def channels() -> tuple[Choice, ...]:
    return snapshot().choices("channel")


def institutions() -> tuple[Institution, ...]:
    return snapshot().institutions


def institution(institution_id: str) -> Institution | None:
    return next((one for one in institutions() if one.id == institution_id), None)


def own_days(key: str) -> int:
    """How many working days we promise ourselves for this; never a term of law. Of the file for a rule that is new."""
    found = _days(snapshot(), key)
    return int(found or _days(Snapshot(files.items()), key))


def _days(loaded: Snapshot, key: str) -> str:
    return next((str(item.data["days"]) for item in loaded.of("own_rule") if item.key == key), "")


def crc_articles() -> tuple[Article, ...]:
    return snapshot().articles


def general_comments() -> tuple[Comment, ...]:
    return snapshot().comments


def conditions() -> tuple[Condition, ...]:
    """The fourteen conditions for development; those of the file where an older edition was loaded."""
    return snapshot().conditions or Snapshot(files.items()).conditions


def aged(today: date) -> list[Item]:
    """Rows that nobody has checked for half a year."""
    return [item for item in snapshot().items if today - item.checked_on > CHECK_EVERY]
