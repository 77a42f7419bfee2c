"""Messages and notes as they stand on the page: whose words, when, and how they left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.cases import words
from helpdesk.cases.models import NOTICE, Message, Note, Outgoing
from helpdesk.cases.models.outgoing import STATES
from helpdesk.cases.moves import ELSEWHERE
from helpdesk.cases.panels.around import Around
from helpdesk.cases.panels.mail import MailView, mail_view
from helpdesk.cases.panels.people import Colleagues
from helpdesk.lib import clock

NO_REASON = "De schrijver kan niet meer bij deze zaak."
NOTE_ABOUT = {
    "hand-over": "bij overdracht",
    "decline-handover": "overdracht afgewezen",
    "reject": "waarom niet voor ons",
    "refer": "waarom doorverwezen",
    "renew-promise": "waarom een nieuwe dag",
}
AUTOMATIC = {
    "bounce": "Niet bezorgd: bericht van een mailserver",
    "spam_rejection": "Geweigerd: bericht van een mailserver",
    "auto_reply": "Automatisch antwoord",
    "list": "Bericht van een mailinglijst",
    "loop": "Eigen bericht dat terugkwam",
    "counsel-reminder": "Automatische herinnering",
}
HOW = {"yes": "geholpen", "bit": "een beetje geholpen", "no": "niet geholpen"}
AGAIN = "wil dat we nog een keer kijken"
SOMEBODY = "Iemand om het kind"
OWN_KINDS = {
    "invite": "uitnodiging",
    "brief": "brief",
    "counsel-invite": "uitnodiging",
    "counsel-answer": "van de advocaat gehoord",
    "ask-more": "vraag aan de vrager",
    "reject": "laatste bericht",
    "refer": "doorverwijzing",
    "confirm-complaint": "ontvangst bevestigd",
    "answer-complaint": "antwoord op de klacht",
}


@dataclass(frozen=True)
class Moved:
    """From or to another case. `away`: only a mark stands here. `code` is empty for who may not read that case."""

    away: bool
    code: str
    at: datetime
    who: str
    can_undo: bool
    contact: bool = False  # what was moved is a contact moment


@dataclass(frozen=True)
class Spoken:
    """One message or note. `kind` picks the letter: voice for the asker, nothing for us, note for colleagues.

    `around` is somebody around the child, `auto` a program, `how` what the asker said afterwards about our help.
    """

    id: UUID
    kind: str
    sender: str
    at: datetime
    extra: str
    text: str
    burned: bool = False
    pending_until: datetime | None = None
    mine: bool = False
    mail: MailView | None = None
    code: str = ""
    delivery: str = ""
    failed: str = ""
    settled: str = ""
    movable: bool = False
    moved: Moved | None = None
    letter: bool = False
    posted_at: datetime | None = None


@dataclass(frozen=True)
class Thread:
    """The talk with one participant, apart from every other."""

    who: Around
    messages: list[Spoken]
    draft: bool = False  # something of mine lies ready


def threads(
    rows: Iterable[Message],
    mails: Iterable[Outgoing],
    parties: Iterable[Around],
    people: Colleagues,
    me: object,
    drafts_to: Container[str] = (),
) -> list[Thread]:
    """One for each person around the child, in the order in which they stand there."""
    leaving, said = {row.message_id: row for row in mails}, list(rows)
    found = []
    for who in parties:
        talk = [_with(row, leaving.get(row.pk), who, people, me) for row in said if of_party(row) == str(who.id)]
        draft = str(who.id) in drafts_to
        if talk or not who.removed:
            found.append(Thread(who, sorted(talk, key=lambda one: one.at), draft))
    return found


def of_party(row: Message) -> str:
    """Whose thread it is: the id of a party, or nothing for the asker."""
    return str(row.content.get("party") or "")


def _with(row: Message, leaving: Outgoing | None, who: Around, people: Colleagues, me: object) -> Spoken:
    content = row.content
    if content["by"] == "party":
        return _spoken(row, "", people, me, {str(who.id): f"{who.part} {who.initials}".strip()})
    one = _spoken(row, "", people, me, {})
    if content["kind"] == "brief":
        posted = content.get("posted_at")
        return replace(one, letter=True, posted_at=datetime.fromisoformat(posted) if posted else None)
    return _delivered(one, leaving, people, code=str(content.get("code") or ""))


def _delivered(one: Spoken, leaving: Outgoing | None, people: Colleagues, *, code: str = "") -> Spoken:
    """With what became of its mail: where it stands, why it failed, how a colleague dealt with that."""
    if leaving is None:
        return one
    content = leaving.content
    told, settled = STATES[leaving.state], content.get("settled")
    if content.get("kind") == NOTICE:
        told = f"seintje per e-mail: {told}"
    failed = leaving.state in {"dead", "unsure", "refused"}
    return replace(
        one,
        code=code,
        delivery=told,
        failed=f"{told.capitalize()}. {content.get('reason') or NO_REASON}" if failed else "",
        settled=f"Niet aangekomen. Afgehandeld door {people.name(settled['by'])}: {settled['how']}" if settled else "",
    )


def _moment(content: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(content["at"])


def messages(
    rows: Iterable[Message],
    mails: Iterable[Outgoing],
    summary: Mapping[str, Any],
    people: Colleagues,
    me: object,
    parts: Mapping[str, str],
) -> list[Spoken]:
    """The talk, oldest first. What has not left yet says until when it can be taken back.

    Args:
        mails: those that left or are to leave with one of these, an invitation or a notice that there is news.
        parts: by the id of who stands around the child, the part as the desk wrote it down. A name in a mail is only
            what the sender calls herself.
    """
    asker = "Het kind" if words.asks_herself(summary) else "De vrager"
    leaving = {row.message_id: row for row in mails}
    said = (_delivered(_spoken(row, asker, people, me, parts), leaving.get(row.pk), people) for row in rows)
    return sorted(said, key=lambda one: one.at)


def _spoken(row: Message, asker: str, people: Colleagues, me: object, parts: Mapping[str, str]) -> Spoken:
    content = row.content
    channel, mail = words.CHANNELS.get(content.get("channel", ""), ""), mail_view(content)
    if content["kind"] in AUTOMATIC:  # a program's words are nobody's voice
        return Spoken(row.pk, "auto", AUTOMATIC[content["kind"]], _moment(content), channel, content["text"], mail=mail)
    if content["by"] == "party":
        unknown = ELSEWHERE if content.get("elsewhere") else SOMEBODY
        who = parts.get(str(content.get("party"))) or (content.get("moved") or {}).get("who") or unknown
        return Spoken(row.pk, "around", who, _moment(content), channel, content["text"], mail=mail)
    if content["kind"] == "how":
        extra = " · ".join(filter(None, [HOW.get(content["answer"], ""), AGAIN if content["again"] else ""]))
        return Spoken(row.pk, "how", f"{asker}: hoe het ging", _moment(content), extra, content["text"])
    if content["by"] == "asker":
        first = {"question": "De vraag", "addition": "Aanvulling op de vraag"}.get(content["kind"], asker)
        burned = content["kind"] == "burn"
        return Spoken(row.pk, "voice", first, _moment(content), channel, content["text"], burned=burned, mail=mail)
    waits = row.visible_at if row.visible_at > clock.now() else None
    return Spoken(
        row.pk,
        "",
        people.name(content["by"]),
        _moment(content),
        _how_sent(content, people),
        content["text"],
        pending_until=waits,
        mine=str(me) in {content["by"], content.get("read_by")},
    )


def _how_sent(content: Mapping[str, Any], people: Colleagues) -> str:
    """What kind of letter it was, and who read it first."""
    read = f"meegelezen door {people.first(content['read_by'])}" if content.get("read_by") else ""
    return " · ".join(filter(None, [OWN_KINDS.get(content["kind"], ""), read]))


def notes(rows: Iterable[Note], people: Colleagues) -> list[Spoken]:
    """Notes between colleagues, oldest first."""
    found = [
        Spoken(
            row.pk,
            "note",
            people.name(content["by"]),
            _moment(content),
            NOTE_ABOUT.get(content.get("about", ""), ""),
            content["text"],
        )
        for row, content in ((row, row.content) for row in rows)
    ]
    return sorted(found, key=lambda one: one.at)
