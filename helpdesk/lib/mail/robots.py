"""Who wrote this: a person, or a program? A program gets no answer from us, ever.

When in doubt between two programs it does not matter much; between a person and a program we look at headers that no
person's mail carries before we look at words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from helpdesk.lib.mail.record import Mail, PartKind

STAMP = "x-kinderrechtenhelpdesk"  # on everything that we send; on what comes in it means a loop
HOPS = 50
_WORDS = 20_000


class Kind(StrEnum):
    PERSON = "person"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    LIST = "list"
    LOOP = "loop"
    SPAM_REJECTION = "spam_rejection"


_DAEMON = re.compile(r"(mailer-?daemon|postmaster|mail-?delivery|bounces?)([+=.-][^@]*)?(@|$)", re.IGNORECASE)
_NO_REPLY = re.compile(r"(no|do-?not)[._-]?reply|(niet|geen)[._-]?(be)?antwoord|autoresponder", re.IGNORECASE)
_BOUNCE = re.compile(
    r"^(undeliver(ed|able)|returned mail|failure notice|mail (delivery|system) (fail|problem|error|status)"
    r"|delivery (status notification|failure|has failed|report|delayed)|non.?delivery|delayed mail|warning: message"
    r"|message status - undeliverable|mail delivery failed|delivery notification"
    r"|niet bestelbaar|onbestelbaar|niet bezorgd|bezorging (mislukt|vertraagd)|bericht niet (bezorgd|afgeleverd)"
    r"|uw bericht (kon|kan) niet|aflevering mislukt|unzustellbar|non remis|.échec de la remise)",
    re.IGNORECASE,
)
_AUTO = re.compile(
    r"^(re:\s*|antw:\s*|aw:\s*)*\W{0,3}(afwezig|automatisch antwoord|automatische? (e-?mail|reactie|beantwoording)"
    r"|out of (the )?office|auto(matic)?.?(reply|response|antwort)|automatische antwort|abwesen|réponse automatique"
    r"|ontvangstbevestiging|uit kantoor|met (verlof|vakantie)|ik ben (afwezig|met vakantie)|vacation|auto:"
    r"|away from|absence|automatyczna odpowied)"
    r"|\((automatic response|auto.?reply)\)\s*$|is out of the office",
    re.IGNORECASE,
)
_SPAM = re.compile(
    r"\bspam|junk|unsolicited|black.?list|block.?list|\b(uri|dns|x)?[rs]?bl\b|bulk email filter|content (filter|reject)"
    r"|rejected (by|due to|for) (content|policy)|spamhaus|ongewenst|security polic|bulk (e-?)?mail|mass mail"
    r"|due to classification",
    re.IGNORECASE,
)
_NOT_A_REASON = re.compile(r"^X-[^\n]*$|\S*@\S*|\b[\w-]+\.[\w.-]+\b", re.MULTILINE)  # junk@…, mx.antispam.example
_CHALLENGE = re.compile(
    r"(address )?added to .{0,40}(allowed|approved|guest|white).?list|account is protected by"
    r"|confirm that you are a (real )?(person|human)|prove (that )?you.{0,20}(human|person)"
    r"|verify (that you|your) .{0,40}(sender|human|person)",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(mail: Mail, own: Iterable[str] = ()) -> Kind:
    """What wrote this message. `own` are the addresses that we send from."""
    if _loops(mail, {address.lower() for address in own}):
        return Kind.LOOP
    if _bounced(mail):
        return Kind.SPAM_REJECTION if _SPAM.search(_reasons(mail)) else Kind.BOUNCE
    if _automatic(mail):
        return Kind.AUTO_REPLY
    return Kind.LIST if _from_list(mail) else Kind.PERSON


def _loops(mail: Mail, own: set[str]) -> bool:
    delivered = Counter(value.lower() for value in mail.all_headers("delivered-to"))
    return (
        mail.header(STAMP) is not None
        or (mail.sender is not None and mail.sender.address.lower() in own)
        or any(value.strip(" <>").lower() in own for value in mail.all_headers("x-loop"))
        or len(mail.all_headers("received")) > HOPS
        or any(count > 1 for address, count in delivered.items() if address.strip(" <>") in own)
    )


def _bounced(mail: Mail) -> bool:
    report = mail.type == "multipart/report" and "delivery-status" in (mail.header("content-type") or "").lower()
    status = any(part.kind is PartKind.REPORT and part.type.endswith("delivery-status") for part in mail.parts)
    return (
        report
        or status
        or mail.header("x-failed-recipients") is not None
        or _is_daemon(mail)
        or (_nobody(mail) and bool(_BOUNCE.search(mail.subject)))
        or "auto-generated (failure)" in (mail.header("auto-submitted") or "").lower()
    )


def is_robots(address: str) -> bool:
    """Whether this address belongs to a program by its name, so that nobody reads what is sent there."""
    return bool(_DAEMON.match(address.strip()) or _NO_REPLY.search(address.partition("@")[0]))


def _is_daemon(mail: Mail) -> bool:
    who = mail.sender.address if mail.sender else (mail.header("from") or "")
    return bool(_DAEMON.match(who.strip(" <>\"'")))


def _nobody(mail: Mail) -> bool:
    """The envelope had no sender: by the standard, nobody may answer."""
    path = mail.header("return-path")
    return path is not None and path.strip(" <>") == ""


def _automatic(mail: Mail) -> bool:
    submitted = (mail.header("auto-submitted") or "no").partition(";")[0].strip().lower()
    suppress = (mail.header("x-auto-response-suppress") or "").lower()
    precedence = (mail.header("precedence") or "").strip().lower()
    who = mail.sender.address if mail.sender else ""
    return (
        submitted not in {"no", ""}
        or any(word in suppress for word in ("all", "oof", "autoreply"))
        or precedence in {"auto_reply", "junk"}
        or (precedence == "bulk" and not _from_list(mail))
        or any(mail.header(name) is not None for name in ("x-autoreply", "x-autorespond", "x-autoresponder"))
        or _nobody(mail)
        or mail.type == "multipart/report"
        or bool(_NO_REPLY.search(who.partition("@")[0]))
        or bool(_AUTO.search(mail.subject))
        or _challenges(mail)
    )


def _challenges(mail: Mail) -> bool:
    """“Click here to prove that you are no robot”, in answer to something of ours. Short, or it is a letter."""
    body = mail.body.strip()
    return len(body) < 1500 and "http" in body and bool(_CHALLENGE.search(body))


def _has_list_header(mail: Mail) -> bool:
    return any(mail.header(name) is not None for name in ("list-id", "list-post", "list-unsubscribe", "list-help"))


def _from_list(mail: Mail) -> bool:
    owner = (mail.header("sender") or "").strip(" <").lower().startswith(("owner-", "list-owner"))
    return owner or _has_list_header(mail) or (mail.header("precedence") or "").strip().lower() == "list"


def _reasons(mail: Mail) -> str:
    """What the other side says, without the message that it sends back."""
    status = (part.content[:_WORDS].decode("latin-1") for part in mail.parts if part.kind is PartKind.REPORT)
    said = re.split(r"(?m)^(?:-{2,}.{0,80}(?:copy|original|headers)|Received: )", mail.body, maxsplit=1)[0]
    return _NOT_A_REASON.sub(" ", "\n".join([mail.subject, said[:_WORDS], *status]))
