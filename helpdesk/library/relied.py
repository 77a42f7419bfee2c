"""What relies on which source as a page shows it: its name, whether it still stands, and where to read it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from helpdesk.directory.models import StandardText
from helpdesk.lib import clock
from helpdesk.library.actions.reliance import Ours, key_of, read_citations
from helpdesk.library.addresses import in_words
from helpdesk.library.models import Reliance, Relier, Work
from helpdesk.library.standing import LIT_WORDS, Key, Lit, Stand, lit, newest, works
from helpdesk.teams.models import Member


@dataclass(frozen=True)
class Chip:
    """One citation: what it is called, how it stands, where it is read."""

    key: Key
    name: str
    state: Lit
    word: str
    url: str
    valid_from: date | None = None

    @property
    def changed(self) -> bool:
        return self.state.lights


@dataclass(frozen=True)
class Relied:
    """One reliance of ours with its chip."""

    row: Reliance
    chip: Chip


def chip(key: Key, place: str, seen: str | None, now: Stand | None, work: Work | None, on: date | None = None) -> Chip:
    """A citation as a page shows it; a work that is not here goes by its code."""
    state = lit(seen, now)
    return Chip(key, name_of(place, work, key.code), state, _word(state, now), reading_url(key.code, place, on), on)


def name_of(place: str, work: Work | None, code: str) -> str:
    """art. 3 lid 1 IVRK."""
    return f"{in_words(place)} {(work and (work.short or work.title)) or code}".strip()


def reading_url(code: str, place: str, on: date | None = None) -> str:
    """Where the passage is read in its version; empty in a program without those pages."""
    try:
        url = reverse("library:passage", args=[code, place])
    except NoReverseMatch:
        return ""
    return f"{url}?dag={on.isoformat()}" if on else url


def relied(rows: Iterable[Reliance]) -> list[Relied]:
    """These reliances as they stand now, in two statements."""
    held = list(rows)
    keys = {key_of(row) for row in held}
    stands, named = newest(keys), works(key.code for key in keys)
    return [
        Relied(row, chip(key, row.place, row.seen, stands.get(key), named.get(key.code), row.valid_from))
        for row in held
        for key in [key_of(row)]
    ]


def by_object(rows: Sequence[Relied]) -> Mapping[UUID, list[Relied]]:
    """The same by text or article."""
    found: dict[UUID, list[Relied]] = {}
    for one in rows:
        found.setdefault(one.row.object_id, []).append(one)
    return found


def _word(state: Lit, now: Stand | None) -> str:
    if state.lights and now and now.valid_from and now.valid_from > clock.today():
        return _("wijzigt")
    return LIT_WORDS[state]


class TextKeeper:
    """The reader of standard texts: what they cite is kept with each version, and what changed since is said."""

    def saved(self, text: StandardText, actor: Member) -> None:
        """Within the transaction of the text."""
        read_citations(actor=actor, ours=Ours(Relier.TEXT, text.text_id), body=text.body)

    def doubts(self, text_ids: Collection[UUID]) -> dict[UUID, list[str]]:
        """The sources of these texts that changed."""
        rows = relied(Reliance.objects.by(Relier.TEXT, text_ids).holding())
        return {
            text_id: [f"{one.chip.name}: {one.chip.word}" for one in those if one.chip.changed]
            for text_id, those in by_object(rows).items()
            if any(one.chip.changed for one in those)
        }
