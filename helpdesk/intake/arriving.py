"""From raw bytes to what a message comes to: its new words, its sender, and the case that it answers, if any."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError

from helpdesk.cases.access_mail import genuine, is_from, paths_of
from helpdesk.cases.actions.attach import Received
from helpdesk.cases.actions.mail_in import Arrived
from helpdesk.cases.models import ReplyPath
from helpdesk.intake.danger import speaks_of_danger
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.lib.mail import tags
from helpdesk.lib.mail.record import Mail, PartKind, Protection
from helpdesk.lib.mail.robots import Kind, kind_of
from helpdesk.lib.mail.sandbox import read_safely
from helpdesk.lib.mail.stub import stub
from helpdesk.lib.mail.trimming import split

logger = logging.getLogger(__name__)
MOST_LETTERS = 100_000  # of the words and of the history each; the original has them all
MOST_PARTS = 100
NOT_SHOWN = frozenset({PartKind.OTHER_VERSION, PartKind.REPORT})
PROTECTIONS = {
    Protection.SMIME_SIGNED: "ondertekend met S/MIME",
    Protection.SMIME_ENCRYPTED: "versleuteld met S/MIME: alleen in het origineel",
    Protection.PGP_SIGNED: "ondertekend met PGP",
    Protection.PGP_ENCRYPTED: "versleuteld met PGP: alleen in het origineel",
}
UNREADABLE = "Dit bericht konden we niet lezen. Het origineel is bewaard."
EMPTY = "In dit bericht staat geen tekst."
STRANGER = "Dit is een antwoord in een zaak, maar van een ander adres. Daarom staat het hier als nieuwe vraag."
FALSE = "De afzender is volgens onze mailserver niet echt. Daarom staat dit bericht niet in de zaak die het noemt."
TWO = "Dit bericht noemt twee zaken. Daarom staat het hier als nieuwe vraag."
# Of several results the worst counts, but one good signature is enough.
TELLING = {"spf": {"fail", "softfail"}, "dmarc": {"fail"}, "dkim": {"pass"}}
_RESULT = re.compile(r"\s*(spf|dkim|dmarc)\s*=\s*([a-z]+)")
_REMARK = re.compile(r'\([^()]*\)|"[^"]*"')  # what a sender may have written between the results
_MESSAGE_TAG = re.compile(r"<([a-z2-7]{26})\.", re.IGNORECASE)


def arrived(raw: bytes, mailbox: Mailbox) -> Arrived:
    """Read a message in the sandbox and find where it belongs. Never fails on what it reads: at worst it says so."""
    try:
        return _arrived(read_safely(raw), mailbox)
    except (DatabaseError, OSError):
        raise  # a database is away, or no process can be started: that is not in the message, and is tried again
    except Exception:
        logger.exception("a message could not be read")
        return unread(raw)


def unread(raw: bytes) -> Arrived:
    """A message that nobody can read, as a question with its first words. No parser and no search looks at it."""
    mail = stub(raw, UNREADABLE)
    from_whom = mail.sender.address[:320] if mail.sender else ""
    nothing: dict[str, Any] = {"date": "", "whole": "", "parts": [], "inside": [], "checked": {}, "hint": ""}
    headers = {"name": "", "from": from_whom, "subject": mail.subject[:500], "notes": [UNREADABLE]}
    return Arrived(said={"text": mail.body, "mail": {**headers, **nothing}})


def read_again(raw: bytes) -> Arrived:
    """A message that was set aside, for who finds that it is a question after all; nothing is known of its sender."""
    mail = read_safely(raw)
    said = _said(mail, Mailbox("", "", "", ""), "")
    return Arrived(said=said, facts=_facts(mail, said), files=_files(mail))


def _arrived(mail: Mail, mailbox: Mailbox) -> Arrived:
    kind = kind_of(mail, [mailbox.address] if mailbox.address else [])
    path, hint = _path(mail, kind, mailbox)
    said = _said(mail, mailbox, hint)
    return Arrived(
        said=said,
        path=path,
        robot="" if kind is Kind.PERSON else str(kind),
        files=_files(mail) if kind is Kind.PERSON else (),
        facts=_facts(mail, said) if kind is Kind.PERSON else {},
    )


def _path(mail: Mail, kind: Kind, mailbox: Mailbox) -> tuple[ReplyPath | None, str]:
    """The one case that a tag of ours names and that this sender was given. A name or a number finds nothing."""
    found = genuine([*tags.found_in(_addressed(mail)), *_answered(mail)])
    paths = paths_of(found)
    if not paths:
        return None, ""
    if len({path.case_id for path in paths.values()}) > 1:
        return None, TWO
    if kind in {Kind.BOUNCE, Kind.SPAM_REJECTION}:  # comes from a server; the tag was in our envelope alone
        return next(iter(paths.values())), ""
    if results(mail, mailbox).get("dmarc") == "fail":
        return None, FALSE
    sender = mail.sender.address if mail.sender else ""
    mine = [path for tag, path in paths.items() if sender and is_from(path, tag, sender)]
    return (mine[0], "") if mine else (None, STRANGER)


def _addressed(mail: Mail) -> Iterable[str]:
    for name in ("delivered-to", "x-original-to", "envelope-to"):
        yield from mail.all_headers(name)
    yield from (one.address for one in (*mail.to, *mail.cc))


def _answered(mail: Mail) -> list[str]:
    """The ids of our own messages begin with the tag of their path."""
    return [match[1].lower() for one in (*mail.in_reply_to, *mail.references) if (match := _MESSAGE_TAG.match(one))]


def results(mail: Mail, mailbox: Mailbox) -> dict[str, str]:
    """What our own mail server says of the sender: spf, dkim, dmarc. A header of another server counts for nothing."""
    own, found = mailbox.authserv.lower(), dict[str, str]()
    for value in mail.all_headers("authentication-results") if own else ():
        by, *said = _REMARK.sub("", value).lower().split(";")
        if by.split()[:1] == [own]:
            for name, word in (match.groups() for one in said if (match := _RESULT.match(one))):
                if name not in found or word in TELLING[name]:
                    found[name] = word
    return found


def _said(mail: Mail, mailbox: Mailbox, hint: str) -> dict[str, Any]:
    cut = split(mail.body)
    shown = cut.shown
    folded = mail.body if len(shown) < len(mail.body.strip()) else ""
    checked = results(mail, mailbox)
    return {
        "text": _short(shown) or EMPTY,
        "mail": {
            "name": mail.sender.name[:200] if mail.sender else "",
            "from": mail.sender.address[:320] if mail.sender else "",
            "subject": mail.subject[:500],
            "date": mail.date.isoformat() if mail.date else "",
            "whole": _short(folded),
            "parts": [
                {"name": part.name[:200], "type": part.type[:100], "size": part.size}
                for part in mail.parts[:MOST_PARTS]
                if part.kind not in NOT_SHOWN
            ],
            "inside": [{"subject": one.subject[:500], "text": _short(one.body)} for one in mail.messages[:5]],
            "notes": _notes(mail),
            "checked": checked,
            "hint": hint,
        },
    }


def _facts(mail: Mail, said: dict[str, Any]) -> dict[str, Any]:
    return {"danger_words": True} if speaks_of_danger(f"{mail.subject}\n{said['text']}") else {}


def _files(mail: Mail) -> tuple[Received, ...]:
    return tuple(Received(part.name or "bestand", part.content) for part in mail.parts if part.kind is PartKind.FILE)


def _notes(mail: Mail) -> list[str]:
    signs = [PROTECTIONS[one] for one in mail.protection]
    invitations = [f"uitnodiging: {one.summary} ({one.start})"[:300] for one in mail.invitations[:5]]
    return [*signs, *invitations, *mail.defects[:10]]


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "\n[…] De rest staat in het origineel."
