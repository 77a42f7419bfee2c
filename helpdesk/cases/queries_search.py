"""Search asks the database: for a member behind row-level security, for the worker through functions by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg import Cursor

LOCK = 0x5EA2C4  # one worker at a time makes segments; who forgets a case waits for it


Name = tuple[UUID, int]  # of a piece: its segment and its number
Sealed = tuple[UUID, int, bytes]  # a piece to be stored: its id, its number, its ciphertext


@dataclass(frozen=True)
class Stored:
    """A segment, without its bytes."""

    id: UUID
    key_id: UUID
    team_id: UUID | None


@dataclass(frozen=True)
class Standing:
    """What is where at one moment: changed cases, cases in no segment of hers, families that she knows, segments."""

    changed: frozenset[UUID]
    loose: frozenset[UUID]
    known: frozenset[UUID]
    segments: tuple[Stored, ...]


@dataclass(frozen=True)
class Text:
    """A sealed text of a case, as it lies in its table; `key_id` only where it has a key of its own."""

    case_id: UUID
    kind: str
    id: UUID
    key_id: UUID | None
    content: bytes
    more: bytes | None


@dataclass(frozen=True)
class Blob:
    """The sealed words of one case. `may_lie`: in a segment of its team, for it is whole and nothing hides the case."""

    case_id: UUID
    key_id: UUID
    team_id: UUID | None
    terms_id: UUID
    old: UUID | None
    changed: bool
    may_lie: bool
    seen: tuple[int, ...]


def _rows(sql: str, values: Iterable[Any] = (), *, binary: bool = False) -> list[tuple[Any, ...]]:
    """Run it; `binary` where megabytes come back, which as text would be twice the size."""
    if binary:
        connection.ensure_connection()
        with Cursor(connection.connection) as direct:  # Django's own binds on this side and gets text back
            direct.execute(sql, list(values), binary=True)
            return list(direct.fetchall())
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


class SearchQuerySet(models.QuerySet[Any]):
    """Of all three tables of search."""

    # --- for a member ---

    def standing(self) -> Standing:
        """In one statement, so that a case which is moved from one place to the other is seen in exactly one."""
        rows = _rows("SELECT * FROM search_standing()", binary=True)
        return Standing(
            frozenset(row[1] for row in rows if row[0] == "changed"),
            frozenset(row[1] for row in rows if row[0] == "loose"),
            frozenset(row[1] for row in rows if row[0] == "known"),
            tuple(Stored(*row[1:]) for row in rows if row[0] == "segment"),
        )

    def pieces_of(self, wanted: Collection[Name]) -> dict[Name, tuple[UUID, bytes]]:
        """(id, sealed bytes) of these pieces; one that is gone meanwhile is absent."""
        rows = _rows(
            "SELECT p.segment_id, p.number, p.id, p.content FROM cases_searchpiece p "
            "JOIN unnest(%s::uuid[], %s::int[]) AS w (segment, number) "
            "ON p.segment_id = w.segment AND p.number = w.number",
            [[segment for segment, _ in wanted], [number for _, number in wanted]],
            binary=True,
        )
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}

    def texts_of(self, case_ids: Collection[UUID]) -> list[Text]:
        """The sealed texts of these cases, as far as the member sees them."""
        return [Text(*row) for row in _rows("SELECT * FROM search_texts(%s)", [list(case_ids)], binary=True)]

    # --- for the worker, which has no member ---

    def lock(self, *, wait: bool = True) -> bool:
        """Until the transaction ends nobody else makes or drops segments; False when somebody does now."""
        if wait:
            _rows("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            return True
        return bool(_rows("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])[0][0])

    def due(self, form: int, most: int) -> list[tuple[UUID, UUID, UUID | None, list[int]]]:
        """(case, key, its terms, changes) of cases whose words are not up to date."""
        return [(*row[:3], list(row[3])) for row in _rows("SELECT * FROM search_due(%s, %s)", [form, most])]

    def texts_to_index(self, case_ids: Collection[UUID]) -> list[Text]:
        """The sealed texts of cases that are due, and of no other."""
        return [Text(*row) for row in _rows("SELECT * FROM search_texts_to_index(%s)", [list(case_ids)], binary=True)]

    def keep(self, row: models.Model, content: bytes) -> None:
        """Store the words of one case."""
        values = [getattr(row, name) for name in ("id", "case_id", "form", "seen")]
        _rows("SELECT search_keep(%s, %s, %s, %s, %s)", [*values, content])

    def teams_to_build(self, least: int) -> list[UUID | None]:
        """Teams of which at least so many cases lie in no segment, or in one that must go."""
        return [row[0] for row in _rows("SELECT * FROM search_teams(%s)", [least])]

    def blobs_of(self, team_id: UUID | None) -> list[Blob]:
        """What lies in the team's segments, and what should."""
        rows = _rows("SELECT * FROM search_blobs(%s)", [team_id])
        return [Blob(*(*row[:7], tuple(row[7]))) for row in rows]

    def contents_of(self, terms_ids: Collection[UUID]) -> dict[UUID, tuple[bytes, list[int]]]:
        """The sealed words, each with the changes that are in it."""
        rows = _rows("SELECT * FROM search_contents(%s)", [list(terms_ids)], binary=True)
        return {row[0]: (row[1], list(row[2])) for row in rows}

    def segments_of(self, team_id: UUID | None) -> list[tuple[UUID, UUID, int]]:
        """(id, key, number of cases) of the team's segments."""
        return [(row[0], row[1], row[2]) for row in _rows("SELECT * FROM search_segments(%s)", [team_id])]

    def store(self, row: models.Model, pieces: list[Sealed], cases: list[UUID], seen: list[int]) -> None:
        """Store a segment in its pieces, with the cases in it and the changes that are over now."""
        values = [getattr(row, name) for name in ("id", "key_id", "team_id", "form", "cases")]
        parts = [list(column) for column in zip(*pieces, strict=True)]
        _rows(
            "SELECT search_store("
            "%s, %s, %s, %s::int, %s::int, %s::uuid[], %s::int[], %s::bytea[], %s::uuid[], %s::bigint[])",
            [*values, *parts, cases, seen],
            binary=True,
        )

    def drop(self, segment_ids: Collection[UUID]) -> None:
        """Take segments away; their cases lie in none."""
        _rows("SELECT search_drop(%s)", [list(segment_ids)])

    def segment_of(self, case_id: UUID) -> list[UUID]:
        """The segment in which this case lies, whoever asks."""
        return [row[0] for row in _rows("SELECT * FROM search_segment_of(%s)", [case_id])]

    def keys_of_segments(self) -> dict[UUID, UUID]:
        """The keys of all segments that there are, each with its segment."""
        return dict(_rows("SELECT * FROM search_segment_keys()"))
