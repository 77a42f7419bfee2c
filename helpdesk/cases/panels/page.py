"""The case page as one object. Each kind of row is read once, when a panel first asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from helpdesk.cases import waiting, words
from helpdesk.cases.access import CaseFile, readable
from helpdesk.cases.consents import with_stops
from helpdesk.cases.flags import Flag, flag_of
from helpdesk.cases.models import Case, Closing, Draft, Message
from helpdesk.cases.panels import agreed, journal, thread
from helpdesk.cases.panels.acts import Acts
from helpdesk.cases.panels.around import Around, around
from helpdesk.cases.panels.complaint import ComplaintView, complaint_of
from helpdesk.cases.panels.contact import Moment, moments
from helpdesk.cases.panels.counsel import Lawyer, lawyers
from helpdesk.cases.panels.deadlines import Deadline, deadlines
from helpdesk.cases.panels.family import Linked, linked
from helpdesk.cases.panels.files import Asked, Shown, asked_messages, files
from helpdesk.cases.panels.given import Begun, Given, begun, given
from helpdesk.cases.panels.invitation import Invitation, invitation_of
from helpdesk.cases.panels.mediation import Mediated, mediated
from helpdesk.cases.panels.moved import codes_of, with_moves
from helpdesk.cases.panels.papers import Papers, papers_of
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.promise import Promise, promise_of
from helpdesk.cases.panels.reading import Waiting, given_back, waiting_texts
from helpdesk.cases.panels.referrals import Referred, referrals
from helpdesk.cases.panels.reports import ReportLine, reports
from helpdesk.cases.panels.safe_contact import SafeContact, safe_contact
from helpdesk.cases.panels.sources import Offered, Relies, offered, relies
from helpdesk.cases.panels.tasks import Added, ToDo, added_today, tasks
from helpdesk.cases.release import asker_contact
from helpdesk.cases.second_reader import readers, why_read
from helpdesk.cases.workflow import ENDED, State, Urgency
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.people.asker import AskerContact
from helpdesk.people.roles import Part
from helpdesk.people.telling import SUBJECT_LABELS
from helpdesk.teams.models import Member

SAID_FOR = timedelta(seconds=8)


class CasePage:
    """What templates read of an opened case."""

    def __init__(self, file: CaseFile) -> None:
        self.file = file
        self.case = file.case
        self.me = file.member
        self.summary: Mapping[str, Any] = file.case.summary

    @property
    def code(self) -> str:
        return self.case.code

    @cached_property
    def title(self) -> str:
        return words.title_of(self.case)

    @property
    def mark(self) -> str:
        return words.mark_of(self.case)

    @cached_property
    def state_words(self) -> str:
        """Bij team Jeugdhulp; Wacht op vrager; Afgesloten."""
        team = self.case.team
        if State(self.case.state) == State.TEAM and team is not None:
            return f"Bij team {team.name}"
        if self.ended and self.summary.get("merged"):
            return "Samengevoegd"
        return self.case.state_label.capitalize()

    @property
    def walled(self) -> bool:
        """Whether only the named can see it."""
        return hasattr(self.case, "wall")

    @cached_property
    def flag(self) -> Flag | None:
        """The warning about contact that lasts today."""
        return flag_of(self.summary)

    @property
    def ended(self) -> bool:
        return State(self.case.state) in ENDED

    @cached_property
    def can(self) -> Acts:
        return Acts(self.file)

    @property
    def toast_until(self) -> datetime:
        """What was done is said for a while; the toast goes by itself, and the journal keeps it."""
        return clock.now() + SAID_FOR

    @cached_property
    def people(self) -> Colleagues:
        return Colleagues.load()

    @property
    def helper(self) -> str:
        return self.people.name(self.summary.get("assignee"))

    @cached_property
    def waits(self) -> str:
        return waiting.what_waits(self.case, self.me.team_ids())

    # --- who ---

    @cached_property
    def _papers(self) -> Papers:
        return papers_of(self.file)

    @property
    def _rows(self) -> list[Message]:
        return self._papers.messages

    @cached_property
    def more(self) -> Mapping[str, Any]:
        """What else the asker told with the question."""
        first = self._rows[0].content if self._rows else {}
        return first.get("more") or {}

    @cached_property
    def has_mailbox(self) -> bool:
        return hasattr(self.case, "mailbox")

    @cached_property
    def invitation(self) -> Invitation | None:
        """How it stands with the mailbox of whoever only mailed."""
        return invitation_of(getattr(self.case, "mailbox", None))

    @property
    def reads(self) -> bool:
        """Whether the asker has a code, so that she can read what is written to her."""
        return self.has_mailbox and (self.invitation is None or self.invitation.opened_at is not None)

    @property
    def can_invite(self) -> bool:
        """Whether this asker may get a mailbox by mail: she has none, or did not open it."""
        waiting = self.invitation is not None and self.invitation.opened_at is None
        return not self.has_code and (waiting or not self.has_mailbox) and self.can["invite_asker"]

    @cached_property
    def safe(self) -> SafeContact:
        waits = self.has_mailbox and not self.reads
        return safe_contact(self.more, mailbox=self.reads, code=self.has_code, invited=waits, mail=self.mail_contact)

    @cached_property
    def mail_contact(self) -> AskerContact:
        """Her address, and whether mail there is safe."""
        return asker_contact(self.file)

    @property
    def wrote_from(self) -> str:
        """The address from which the question came, when it came by mail."""
        first = self._rows[0].content if self._rows else {}
        return str((first.get("mail") or {}).get("from") or "") if first.get("kind") == "question" else ""

    @property
    def has_code(self) -> bool:
        return words.has_code(self.summary)

    @property
    def perhaps_danger(self) -> bool:
        """Something points at danger and nobody has marked the case yet."""
        told = self.summary.get("danger_words") or self.summary.get("danger") == "weet-niet"
        return bool(told) and not self.ended and self.case.urgency != Urgency.DANGER

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """The child in pairs; what nobody said is left out."""
        summary = self.summary
        asker = str(summary.get("asker") or "")

        def said(key: str, given: Mapping[str, Any], name: str) -> str:
            return words.chosen(key, given.get(name), asker)

        pairs = [
            ("Vrager", words.asker_of(summary)),
            ("Leeftijd", words.age_of(summary)),
            ("Thema", words.theme_of(summary)),
            ("Gaat over", words.subtheme_of(summary)),
            ("Groepen", ", ".join(words.groups_of(summary))),
            ("Voor wie", said("ask.*.for_whom.options", self.more, "for_whom")),
            ("Gezag", said("ask.*.authority.options", self.more, "authority")),
            ("Kind weet ervan", said("ask.*.child_knows.options", self.more, "child_knows")),
            ("Provincie", said("options.province", summary, "province")),
            ("Taal", said("options.language", summary, "language")),
            ("Tolk", "ja" if summary.get("interpreter") else ""),
            ("Kwam via", words.CHANNELS.get(str(summary.get("channel") or ""), "")),
        ]
        return [(name, value) for name, value in pairs if value]

    @cached_property
    def _around(self) -> list[Around]:
        return around(self._papers.parties, self.summary)

    @property
    def around(self) -> list[Around]:
        """Who stands around the child."""
        return [one for one in self._around if not one.removed]

    @property
    def taken_away(self) -> list[Around]:
        """Who can still be put back."""
        return [one for one in self._around if one.removed]

    @cached_property
    def family(self) -> list[Linked]:
        """Other cases of the family that I may read."""
        return [one for one in self._linked if one.kind == "family"]

    @property
    def tied(self) -> list[Linked]:
        """Cases that this one was split from or merged with, as far as I may read them."""
        return [one for one in self._linked if one.kind != "family"]

    @cached_property
    def _linked(self) -> list[Linked]:
        return linked(self._papers.links, self._readable, self.people)

    @cached_property
    def _readable(self) -> Mapping[str, Case]:
        """The other cases that this one names, as far as I may read them; in one statement."""
        moved = codes_of([*self._rows, *self._papers.notes], self._papers.contacts)
        return readable(self.me, {*moved, *(row.content["code"] for row in self._papers.links)})

    def _moved(self, said: list[thread.Spoken]) -> list[thread.Spoken]:
        return with_moves(said, [*self._rows, *self._papers.notes], self._readable, self.people)

    @cached_property
    def files(self) -> list[Shown]:
        """What came in as a file."""
        asker = "het kind" if words.asks_herself(self.summary) else "de vrager"
        return files(self._papers.files, self._papers.file_requests, self.people, self.me.pk, asker)

    @cached_property
    def asked_messages(self) -> list[tuple[UUID, Asked]]:
        """Messages as they came, for which a colleague asked."""
        return asked_messages(self._papers.file_requests, self.people, self.me.pk)

    @cached_property
    def complaints(self) -> list[Begun]:
        """Letters of complaint that lie here."""
        return begun(self._papers.complaints, self.people)

    @cached_property
    def given(self) -> list[Given]:
        """What left on paper, the newest first."""
        return given(self._papers.given, self._by_id, self.people)

    @cached_property
    def _by_id(self) -> dict[str, Around]:
        return {str(one.id): one for one in self._around}

    @cached_property
    def consents(self) -> list[agreed.Allowed]:
        """Who outside may be told, by whose word."""
        return agreed.consents(with_stops(self._papers.consents, self._papers.withdrawals), self._by_id)

    @property
    def stopped(self) -> list[agreed.Allowed]:
        """What the asker does not want any more, and nobody here has seen yet."""
        return [one for one in self.consents if one.news]

    @cached_property
    def exceptions(self) -> list[agreed.Exceptional]:
        """What was asked or allowed against the rule."""
        return agreed.exceptions(self._papers.exceptions, self._by_id, self.people, self.me.pk)

    @cached_property
    def referrals(self) -> list[Referred]:
        """Who was asked to help further, and where that stands."""
        papers, asked = self._papers, self.summary.get("asked") or {}
        return referrals(papers.referrals, self._rows, papers.parties, papers.consents, asked, self.people)

    @cached_property
    def sources(self) -> list[Relies]:
        """On which sources of law the case relies."""
        return relies(self._papers.sources, self.people)

    @cached_property
    def cited(self) -> list[Offered]:
        """What we cited in a message and nobody added yet; nothing for whoever may not add it."""
        return offered(self._rows, self._papers.sources) if self.can["add_source"] else []

    @property
    def needs(self) -> str:
        """What helps to talk with this child, in a line."""
        return words.needs_of(self.summary)

    # --- story ---

    @cached_property
    def messages(self) -> list[thread.Spoken]:
        rows = [row for row in self._rows if not thread.of_party(row)]
        parts = {str(one.id): f"{one.part} {one.initials}".strip() for one in self._around}
        return self._moved(thread.messages(rows, self._papers.outgoing, self.summary, self.people, self.me.pk, parts))

    @cached_property
    def threads(self) -> list[thread.Thread]:
        """The talks with those around the child, one each."""
        talks = thread.threads(self._rows, self._papers.outgoing, self._around, self.people, self.me.pk, self.drafts_to)
        return [replace(talk, messages=self._moved(talk.messages)) for talk in talks]

    @property
    def _all_spoken(self) -> list[thread.Spoken]:
        said = [*self.messages, *(one for talk in self.threads for one in talk.messages)]
        return sorted(said, key=lambda one: one.at)

    @cached_property
    def pending(self) -> thread.Spoken | None:
        """My last message, while it can be taken back."""
        return next((one for one in reversed(self._all_spoken) if one.mine and one.pending_until), None)

    @cached_property
    def moments(self) -> list[Moment]:
        """Calls, visits and letters that were joined to the case."""
        copied = {str(row.content["contact"]) for row in self._rows if row.content.get("contact")}
        return moments(self._papers.contacts, self.people, copied, self._readable)

    @cached_property
    def notes(self) -> list[thread.Spoken]:
        return self._moved(thread.notes(self._papers.notes, self.people))

    @cached_property
    def drafts(self) -> dict[str, Mapping[str, Any]]:
        """What I am writing, by kind; what a reader sent back is mine to write on with."""
        back = given_back(self._papers.readings, self.me.pk)
        return {**back, **{row.kind: row.content for row in self._papers.drafts}}

    @cached_property
    def waiting_texts(self) -> list[Waiting]:
        """What waits for a second reader, or came back to me."""
        parts = {key: f"{one.part.lower()} {one.initials}" for key, one in self._by_id.items()}
        labels = {str(subject): str(label) for subject, label in SUBJECT_LABELS.items()}
        return waiting_texts(self._papers.readings, self.people, self.me.pk, parts, labels, self.code)

    @property
    def reads_along(self) -> dict[str, str]:
        """The rule by which a colleague reads what I write to the asker."""
        return {"reply": why_read(self.me, self.case)}

    def rule_for(self, party_id: str, *, letter: bool = False) -> str:
        """The rule by which a colleague reads what I write to this person."""
        row = next((one for one in self._papers.parties if str(one.pk) == party_id), None)
        return why_read(self.me, self.case, to=row, letter=letter)

    @cached_property
    def readers(self) -> list[Member]:
        """Who can read along what I write here."""
        return readers(self.case, self.me, self.people.at_work(), self._papers.conflicts)

    def has_agreed(self, kind: str) -> bool:
        """Whether a text of mine of this kind was read and agreed, so that it may be sent."""
        return any(one.mine and one.state == "agreed" and one.kind == kind for one in self.waiting_texts)

    @property
    def agreed_text(self) -> bool:
        """Whether an answer of mine to the asker was agreed and lies here still."""
        return self.has_agreed("reply") or self.has_agreed("ask-more")

    @cached_property
    def drafts_to(self) -> set[str]:
        """The participants for whom a text of mine lies ready."""
        return {kind.partition(":")[2] for kind in self.drafts if kind.startswith(Draft.kind_to(""))}

    @cached_property
    def events(self) -> list[journal.Event]:
        return journal.events(self.case.pk, self.people)

    @cached_property
    def looks(self) -> list[journal.Looks]:
        return journal.looks(self.case.pk, self.people)

    # --- due ---

    @cached_property
    def promise(self) -> Promise:
        return promise_of(self.case, self._rows, self.people)

    @cached_property
    def tasks(self) -> list[ToDo]:
        return tasks(self._papers.tasks, self.people, self.me.pk)

    @property
    def added_lists(self) -> list[Added]:
        """Task lists of today, that can still be taken away."""
        return added_today(self._papers.tasks)

    @cached_property
    def mediations(self) -> list[Mediated]:
        """Talks with others for the child."""
        return mediated(self.summary)

    @cached_property
    def lawyers(self) -> list[Lawyer]:
        """Who may pick something up from this case, and who could."""
        return lawyers(self.summary, (row.content for row in self._rows))

    @property
    def has_lawyer(self) -> bool:
        """Whether a lawyer stands around the child, who could be invited."""
        return any(
            row.content["part"] == Part.LAWYER and not row.content.get("removed_at") for row in self._papers.parties
        )

    @cached_property
    def deadlines(self) -> list[Deadline]:
        """Days that may not be missed; the nearest first, ended ones last."""
        return deadlines(self.summary)

    @property
    def running_deadlines(self) -> list[Deadline]:
        """Those that still run."""
        return [one for one in self.deadlines if one.open]

    @property
    def reports(self) -> list[ReportLine]:
        """What is or was written about the rights of this child; the newest first."""
        return reports(self.summary)

    @property
    def proceedings(self) -> list[Mapping[str, Any]]:
        """Before which court or body the case is, as the room above keeps it."""
        return [_dated(one) for one in self.summary.get("proceedings") or ()]

    @cached_property
    def closing(self) -> Mapping[str, Any] | None:
        """How it ended, the last time."""
        last = Closing.objects.filter(case=self.case).order_by("-created_on", "-id").first() if self.ended else None
        return self.file.mine(last).content if last else None

    @cached_property
    def complaint(self) -> ComplaintView | None:
        """A complaint about ourselves."""
        return complaint_of(self.file, self.closing)

    @property
    def outcome(self) -> str:
        return words.label(reference.outcomes(), (self.closing or {}).get("outcome"))

    @property
    def urgencies(self) -> list[dict[str, Any]]:
        """The four levels, as buttons."""
        return [{"value": int(level), "mark": mark} for level, mark in words.MARKS.items()]

    @cached_property
    def draft_at(self) -> datetime | None:
        """When the reply that lies here was last kept."""
        at = self.drafts.get("reply", {}).get("at")
        return datetime.fromisoformat(at) if at else None

    @cached_property
    def offer(self) -> Mapping[str, Any] | None:
        """The handover that waits for a yes or no."""
        row = getattr(self.case, "offer", None)
        if row is None:
            return None
        content = row.content
        return {
            "from": self.people.name(content["from"]),
            "to": self.people.name(content["to"]),
            "team": row.team.name,
            "note": content["note"],
        }


def _dated(kept: Mapping[str, Any]) -> Mapping[str, Any]:
    """A proceeding with days for its days."""
    hearings = [(date.fromisoformat(one["on"]), one["what"]) for one in kept["hearings"]]
    decided = date.fromisoformat(kept["decided_on"]) if kept["decided_on"] else None
    return {**kept, "hearings": hearings, "decided_on": decided}
