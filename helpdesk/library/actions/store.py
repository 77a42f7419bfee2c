"""A stream of pieces becomes rows: works, their states, and passages in portions, all in the transaction that is open.

Nobody sees half a state: `read_at` is set when the last piece is in, and a run that is killed leaves nothing behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import Any

from django.db import transaction

from helpdesk.lib import clock
from helpdesk.library.models import Passage, Version, Work
from helpdesk.library.reading.pieces import OFFICIAL, Gap, Item, Piece, StateHead, Unreadable, Validity, WorkHead

PORTION = 1_000  # passages in one statement
GAPS = 200  # of one file that are kept in words
OWN_LIST = "own_list"  # the mark of a version that holds our own titles until the text itself is loaded


@dataclass
class Stored:
    """What came of one file."""

    codes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    gaps: list[list[str]] = field(default_factory=list)
    gap_count: int = 0
    changed: bool = False
    versions: list[Version] = field(default_factory=list)

    def note(self, gap: Gap) -> None:
        self.gap_count += 1
        if len(self.gaps) < GAPS:
            self.gaps.append([gap.where[:300], gap.what[:500]])


class _Same(Exception):
    """Every passage is what it was: the rows that stand there stay."""


def store(items: Iterable[Item], *, file_name: str, digest: str) -> Stored:
    """Write all that a reader gives. Raises `Unreadable` as the reader does, and when no work was named at all."""
    stored = Stored()
    rest = iter(items)
    for item in rest:
        head = item if isinstance(item, StateHead) else None
        while head is not None:  # a state reads on to the head of the next one in the same file
            head = _state(head, rest, stored, file_name, digest)
        if isinstance(item, Validity):
            _validity(item, stored)
        elif isinstance(item, Gap):
            stored.note(item)
    if not stored.codes:
        raise Unreadable("er staat geen bron in dit bestand")
    return stored


def _state(head: StateHead, rest: Iterator[Item], stored: Stored, file_name: str, digest: str) -> StateHead | None:
    """One version with its passages; gives back the head of the next one in the same file."""
    work = _work(head.work)
    version, before = _version(work, head)
    stored.codes.append(work.code)
    following: list[StateHead] = []
    try:
        with transaction.atomic():
            version.passages.all().delete()
            count = _passages(version, rest, stored, following)
            if before is not None and before == _standing(version):
                raise _Same
            stored.changed = True
    except _Same:
        pass
    stored.counts.update(count)
    facts = {**_kept(version.facts), **head.facts}
    if stored.changed or facts != version.facts or version.read_at is None:
        version.facts, version.read_at, stored.changed = facts, clock.now(), True
    version.file_name, version.digest = file_name[-200:], digest
    version.save()
    stored.versions.append(version)
    close_states(work, version.language)
    return following[0] if following else None


def _kept(facts: dict[str, Any]) -> dict[str, Any]:
    """What other files told of this version stays; that it was our own list does not."""
    return {name: facts[name] for name in ("until_known", "about") if name in facts}


def _work(head: WorkHead) -> Work:
    """The row of the work. An official source names it anew; another one fills only what is empty."""
    work: Work
    work, made = Work.objects.select_for_update().get_or_create(
        code=head.code,
        defaults={
            "kind": head.kind, "title": head.title, "short": head.short[:80], "source": head.source,
            "confidence": head.confidence, "checked_on": clock.today(),
        },
    )  # fmt: skip
    if not made and (head.confidence == OFFICIAL or work.confidence != OFFICIAL):
        work.kind, work.title, work.source = head.kind, head.title, head.source
        work.confidence, work.checked_on = head.confidence, clock.today()
        work.short = work.short or head.short[:80]
        work.save()
    return work


def _version(work: Work, head: StateHead) -> tuple[Version, dict[str, tuple[Any, ...]] | None]:
    """The row of this state, and how its passages stand when it was read to its end before."""
    same = Version.objects.filter(work=work, language=head.language)
    found = same.filter(valid_from=head.valid_from, edition=head.edition).first()
    found = found or same.filter(facts__has_key=OWN_LIST).first()
    if found is None:
        found = Version(work=work, language=head.language)
        found.valid_from, found.edition = head.valid_from, head.edition
        found.valid_until = head.valid_until
        found.facts = {"until_known": True} if head.valid_until else {}
        found.save(force_insert=True)
        return found, None
    before = _standing(found) if found.read_at else None
    if OWN_LIST in found.facts:
        found.valid_from, found.edition, before = head.valid_from, head.edition, None
        found.save(update_fields=["valid_from", "edition"])
    return found, before


def _standing(version: Version) -> dict[str, tuple[Any, ...]]:
    rows = version.passages.values_list("address", "position", "under", "form", "label", "digest")
    return {address: tuple(more) for address, *more in rows.iterator()}


def _passages(version: Version, rest: Iterator[Item], stored: Stored, following: list[StateHead]) -> Counter[str]:
    portion: list[Passage] = []
    counts: Counter[str] = Counter()
    for item in rest:
        if isinstance(item, Piece):
            portion.append(Passage(version=version, **vars(item)))
            counts[str(item.form)] += 1
        elif isinstance(item, Gap):
            stored.note(item)
        elif isinstance(item, StateHead):
            following.append(item)
            break
        if len(portion) >= PORTION:
            Passage.objects.bulk_create(portion)
            portion = []
    Passage.objects.bulk_create(portion)
    return counts


def close_states(work: Work, language: str) -> None:
    """Each state ends the day before the next one begins, unless something official told its last day."""
    states = list(Version.objects.filter(work=work, language=language).exclude(valid_from=None))
    begins = sorted({one.valid_from for one in states if one.valid_from})
    until = {begin: after - timedelta(days=1) for begin, after in pairwise(begins)}
    for state in states:
        ends = until.get(state.valid_from) if state.valid_from else None
        if not state.facts.get("until_known") and state.valid_until != ends:
            state.valid_until = ends
            state.save(update_fields=["valid_until"])


def _validity(item: Validity, stored: Stored) -> None:
    """Names, abbreviation and last days of what is here already; of a work that is not here nothing is made."""
    work = Work.objects.select_for_update().filter(code=item.code).first()
    stored.codes.append(item.code)
    if work is None:
        stored.note(Gap(item.code, "deze bron is nog niet ingelezen; lees daarna dit bestand opnieuw in"))
        return
    work.title, work.short = item.title or work.title, item.short[:80] or work.short
    work.save(update_fields=["title", "short"])
    for version in Version.objects.filter(work=work):
        ends = item.ends.get(version.valid_from) if version.valid_from else None
        if ends is not None:
            version.valid_until, version.facts = ends, {**version.facts, "until_known": True}
        version.facts = {**version.facts, "about": dict(item.facts)} if item.facts else version.facts
        version.save(update_fields=["valid_until", "facts"])
    stored.changed = True
