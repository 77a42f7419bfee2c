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
from helpdesk.library.models import Reliance, Relier
from helpdesk.library.standing import LIT_WORDS, Key, Lit, Stand, lit, newest
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

    @property
    def to_look_at(self) -> bool:
        """Whether somebody has something to look at: it changed, or it can be read now and could not before."""
        return self.changed or self.state == Lit.READABLE

    @property
    def compare_url(self) -> str:
        """Where the newest states of the work stand beside each other."""
        try:
            return reverse("library:compare-states", args=[self.key.code])
        except NoReverseMatch:
            return ""


@dataclass(frozen=True)
class Relied:
    """One reliance of ours with its chip."""

    row: Reliance
    chip: Chip


def chip(key: Key, place: str, name: str, seen: str | None, now: Stand | None, on: date | None = None) -> Chip:
    """A citation as a page shows it, read in the version of which it was made."""
    state = lit(seen, now)
    word = _("wijzigt") if state.lights and _is_to_come(now) else LIT_WORDS[state]
    return Chip(key, name, state, word, reading_url(key.code, place, on), on)


def reading_url(code: str, place: str, on: date | None = None) -> str:
    """Where the passage is read in its version; empty in a program without those pages."""
    try:
        url = reverse("library:passage", args=[code, place]) if place else reverse("library:work", args=[code])
    except NoReverseMatch:
        return ""
    return f"{url}?dag={on.isoformat()}" if on else url


def relied(rows: Iterable[Reliance]) -> list[Relied]:
    """These reliances as they stand now, in one statement."""
    held = list(rows)
    stands = newest({key_of(row) for row in held})
    return [
        Relied(row, chip(key, row.place, row.name, row.seen, stands.get(key), row.valid_from))
        for row in held
        for key in [key_of(row)]
    ]


def by_object(rows: Sequence[Relied]) -> Mapping[UUID, list[Relied]]:
    """The same by text or article."""
    found: dict[UUID, list[Relied]] = {}
    for one in rows:
        found.setdefault(one.row.object_id, []).append(one)
    return found


def _is_to_come(now: Stand | None) -> bool:
    return now is not None and now.valid_from is not None and now.valid_from > clock.today()


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
