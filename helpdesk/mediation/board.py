"""One mediation as its page shows it: parties side by side, proposals, promises with days, questions, a timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from helpdesk.cases import words
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.thread import Spoken
from helpdesk.lib import clock
from helpdesk.mediation.access import everybody
from helpdesk.mediation.course import Told, told
from helpdesk.mediation.people import Who, nobody
from helpdesk.mediation.shown import Kept, Put, Side, Wanted
from helpdesk.mediation.talks import Line, Promise, Proposal, Request, Talks
from helpdesk.mediation.words import AFTERS, CHANNELS, OUTCOMES, REPLIES, After, Outcome
from helpdesk.mediation.workflow import may_follow

HEARD = "Zelf gehoord; staat nergens in de zaak"


class Board:
    """What the templates of a mediation read."""

    def __init__(self, page: CasePage, talks: Talks) -> None:
        self.page = page
        self.talks = talks
        self._today = clock.today()

    @cached_property
    def can(self) -> May:
        """Which verbs the role, the case and the talks allow now."""
        return May(self.page, ended=self.talks.ended is not None)

    @cached_property
    def everybody(self) -> dict[str, Who]:
        return everybody(self.page.file)

    def name(self, party_id: str) -> str:
        """How somebody stands on the page."""
        return self.who(party_id).name

    def who(self, party_id: str) -> Who:
        """The one with this id."""
        return self.everybody.get(party_id) or nobody(party_id)

    @property
    def child_reads(self) -> bool:
        """Whether what we write to the asker is read by the child herself."""
        return words.asks_herself(self.page.summary)

    @property
    def wish(self) -> str:
        return str(self.talks.frame.said["wish"])

    @property
    def aim(self) -> str:
        return str(self.talks.frame.said["aim"])

    @property
    def lead(self) -> str:
        return self.page.people.name(self.talks.lead)

    @property
    def since(self) -> date:
        return date.fromisoformat(self.talks.frame.said["started_on"])

    @property
    def ended(self) -> Mapping[str, Any] | None:
        """How it ended: in a word, what it brought, what comes next."""
        line = self.talks.ended
        if line is None:
            return None
        outcome, after = Outcome(line.said["outcome"]), After(line.said["after"])
        return {
            "on": line.on,
            "outcome": OUTCOMES[outcome],
            "text": line.text,
            "after": AFTERS[after],
            "key": str(after),
        }

    @cached_property
    def sources(self) -> dict[str, str]:
        """Where something can have been said: messages of those around the child, and contact moments."""
        said = [one for thread in self.page.threads for one in thread.messages if one.kind == "around"]
        found = {f"message:{one.id}": f"Bericht van {one.sender}, {_short(one.at.date())}" for one in said}
        calls = {f"contact:{one.id}": f"{one.title}, {_short(one.at.date())}" for one in self.page.moments}
        return found | calls

    def source_of(self, line: Line) -> str:
        """Where a step was heard, in words."""
        key = str(line.said.get("source") or "")
        return self.sources.get(key, "De bron is er niet meer") if key else ""

    @cached_property
    def sides(self) -> list[Side]:
        """Those who talk, and whoever said something and left."""
        ids = list(dict.fromkeys([*self.talks.parties, *self.talks.positions]))
        return [self._side(one) for one in ids]

    def _side(self, party_id: str) -> Side:
        who = self.who(party_id)
        said = self.talks.positions.get(party_id, [])
        now = said[0] if said else None
        return Side(who, now, self.source_of(now) if now else "", said[1:])

    @cached_property
    def proposals(self) -> list[Put]:
        """Newest first."""
        return [self._put(one) for one in reversed(self.talks.proposals)]

    def _put(self, one: Proposal) -> Put:
        answers = [
            (said.party, self.name(said.party), REPLIES[said.reply] if said.reply else "", said.text)
            for said in one.answers
        ]
        late = one.waits and one.until is not None and one.until < self._today
        kind = "ok" if one.agreed or one.accepted else "warn" if one.refused or late else ""
        return Put(one, self.name(one.author), answers, late, kind)

    @cached_property
    def promises(self) -> list[Kept]:
        """The open ones by day, then what is settled."""
        found = sorted(self.talks.promises, key=lambda one: (not one.open, one.by))
        return [self._kept(one) for one in found]

    def _kept(self, one: Promise) -> Kept:
        who = self.who(one.who)
        party = one.who if who.part and not who.gone else ""
        return Kept(one, self.name(one.who), party, one.late(self._today))

    @cached_property
    def requests(self) -> list[Wanted]:
        """What still waits first."""
        found = sorted(self.talks.requests, key=lambda one: (not one.open, one.wanted_by, one.line.number))
        return [self._wanted(one) for one in found]

    def _wanted(self, one: Request) -> Wanted:
        left = self._messages.get(one.message)
        late = one.open and one.wanted_by < self._today
        source = self.source_of(one.answer) if one.answer else ""
        gone = bool(one.message) and left is None
        return Wanted(one, self.name(one.party), CHANNELS[one.channel], left, gone, late, source)

    @cached_property
    def _messages(self) -> dict[str, Spoken]:
        return {str(one.id): one for thread in self.page.threads for one in thread.messages}

    @cached_property
    def timeline(self) -> list[Told]:
        """Every step, newest on top; struck ones are there, with the reason."""
        return [told(self, one) for one in reversed(self.talks.lines)]


class May:
    """The buttons: what the case page allows, and the talks too. `board.can.record_position` in a template."""

    def __init__(self, page: CasePage, *, ended: bool) -> None:
        self._page, self._ended = page, ended

    def __getitem__(self, name: str) -> bool:
        return may_follow(name.replace("_", "-"), ended=self._ended) and self._page.can[name]


def _short(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
