"""Reads any bytes into a record of a message. It never raises: what cannot be read is named in `defects`, in Dutch.

The caller has stored the raw bytes before and keeps them: nothing here is the only copy of anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.charsets import decode
from helpdesk.lib.mail.entities import Entity, children, entity
from helpdesk.lib.mail.headers import addresses, ids, moment, words
from helpdesk.lib.mail.html_text import html_to_text
from helpdesk.lib.mail.invitations import invitations_in
from helpdesk.lib.mail.record import BodyFrom, Invitation, Mail, Part, PartKind, Protection
from helpdesk.lib.mail.stub import stub
from helpdesk.lib.mail.winmail import NotWinmail, open_winmail

_SIGNATURES = {
    "application/pgp-signature": (Protection.PGP_SIGNED, PartKind.PGP),
    "application/pkcs7-signature": (Protection.SMIME_SIGNED, PartKind.SMIME),
    "application/x-pkcs7-signature": (Protection.SMIME_SIGNED, PartKind.SMIME),
    "application/pgp-encrypted": (Protection.PGP_ENCRYPTED, PartKind.PGP),
}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_CALENDAR = {"text/calendar", "application/ics"}
_WINMAIL = {"application/ms-tnef", "application/vnd.ms-tnef"}
_REPORTS = {"message/delivery-status", "message/disposition-notification", "message/feedback-report"}
_REPORTS |= {"text/rfc822-headers", "message/global-delivery-status"}
_TEXTS = {"text/plain", "text/html", "text/enriched"}
_ARMOUR = {
    "-----BEGIN PGP MESSAGE-----": Protection.PGP_ENCRYPTED,
    "-----BEGIN PGP SIGNED MESSAGE-----": Protection.PGP_SIGNED,
}


@dataclass(slots=True)
class _Budget:
    """Shared by a message and all that is nested in it."""

    parts: int = limits.PARTS
    complained: bool = False


@dataclass(slots=True)
class _Found:
    """What the walk through one message has brought up so far."""

    budget: _Budget
    texts: list[tuple[BodyFrom, str]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    messages: list[Mail] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    protection: dict[Protection, None] = field(default_factory=dict)
    defects: dict[str, None] = field(default_factory=dict)

    def complain(self, sentence: str | None) -> None:
        if sentence and len(self.defects) < limits.DEFECTS:
            self.defects[sentence] = None

    def spend(self) -> bool:
        """Whether one more part may be read."""
        self.budget.parts -= 1
        if self.budget.parts < 0 and not self.budget.complained:
            self.budget.complained = True
            self.complain("Dit bericht heeft te veel onderdelen. De rest staat alleen in het origineel.")
        return self.budget.parts >= 0


def read(raw: bytes) -> Mail:
    """The record of a message, whatever the bytes are."""
    if len(raw) > limits.LARGEST:
        return stub(raw, "Dit bericht is te groot om hier te tonen. Het origineel is bewaard.")
    try:
        return _read(raw, 0, len(raw), 0, _Budget())
    except MemoryError:
        return stub(raw, "Dit bericht kostte te veel tijd of geheugen. Het origineel is bewaard.")
    except Exception:  # reading must never lose a message; what went wrong is ours to find in the original
        return stub(raw, "Dit bericht konden we niet lezen. Het origineel is bewaard.")


def _read(raw: bytes, start: int, end: int, depth: int, budget: _Budget) -> Mail:
    whole = entity(raw, start, end)
    found = _Found(budget)
    if whole.broken:
        found.complain("Een deel van de kopregels is beschadigd of te lang.")
    if not whole.headers:
        found.complain("Dit bericht heeft geen kopregels.")
    _walk(whole, depth, found)
    mail = _record(whole, found)
    return replace(mail, defects=tuple(found.defects))


def _record(whole: Entity, found: _Found) -> Mail:
    def one(name: str) -> str:
        return whole.header(name)

    def all_of(name: str) -> list[str]:
        return [value for key, value in whole.headers if key == name]

    senders = addresses(all_of("from")) or addresses(all_of("sender"))
    if not senders:
        found.complain("Er staat geen afzender bij die we kunnen lezen.")
    date = moment(one("date"))
    if date is None:
        found.complain("De datum ontbreekt of is niet te lezen.")
    message_id = ids(one("message-id"), 1)
    body_from, body = _body(found)
    if body_from is BodyFrom.NOTHING:
        found.complain("Dit bericht bevat geen tekst.")
    return Mail(
        subject=words(one("subject"))[: limits.FIELD],
        sender=senders[0] if senders else None,
        reply_to=addresses(all_of("reply-to")),
        to=addresses(all_of("to")),
        cc=addresses(all_of("cc")),
        date=date,
        message_id=message_id[0] if message_id else "",
        in_reply_to=ids(" ".join(all_of("in-reply-to"))),
        references=ids(" ".join(all_of("references"))),
        languages=_languages(*all_of("content-language"), *all_of("accept-language")),
        type=whole.type,
        body=body,
        body_from=body_from,
        parts=tuple(found.parts),
        messages=tuple(found.messages),
        invitations=tuple(found.invitations),
        protection=tuple(found.protection),
        headers=tuple((name, words(value)) for name, value in whole.headers),
        defects=(),
    )


def _walk(part: Entity, depth: int, found: _Found) -> None:
    if depth and not found.spend():
        return
    if depth >= limits.DEPTH:
        found.complain("Dit bericht zit te diep in elkaar. De rest staat alleen in het origineel.")
        _keep(part, found, PartKind.UNOPENED)
    elif part.type.startswith("multipart/"):
        _walk_multipart(part, depth, found)
    elif part.type in {"message/rfc822", "message/global", "message/news"}:
        _nested(part, depth, found)
    elif part.type in _TEXTS and part.disposition != "attachment" and not part.file_name:
        _text(part, found)
    else:
        _leaf(part, found)


def _walk_multipart(part: Entity, depth: int, found: _Found) -> None:
    pieces = list(children(part, max(0, found.budget.parts) + 1))
    if not pieces:
        found.complain("De onderdelen van dit bericht zijn niet te scheiden; u ziet de kale tekst.")
        _text(part, found)
        return
    if part.type != "multipart/alternative":
        for piece in pieces:
            _walk(piece, depth + 1, found)
        return
    before = len(found.texts)
    for piece in pieces:
        _walk(piece, depth + 1, found)
    _choose(found, before)


def _choose(found: _Found, since: int) -> None:
    """One version is the body, plain before HTML; the others are kept beside it."""
    versions = found.texts[since:]
    plain = next((one for one in versions if one[0] is BodyFrom.PLAIN and one[1].strip()), None)
    best = plain or next((one for one in versions if one[1].strip()), None)
    if best is None:
        return
    found.texts[since:] = [best]
    for version in versions:
        if version is not best and version[1].strip():
            content = version[1].encode("utf-8", "replace")
            found.parts.append(Part("andere versie.txt", "text/plain", PartKind.OTHER_VERSION, content))


def _text(part: Entity, found: _Found) -> None:
    content = part.content()
    text, defect = decode(content[: 4 * limits.TEXT], part.options.get("charset"))
    found.complain(defect)
    if len(content) > 4 * limits.TEXT or len(text) > limits.TEXT:
        found.complain("De tekst is te lang om helemaal te tonen. De rest staat in het origineel.")
    if part.type == "text/plain" or part.type.startswith("multipart/"):
        found.texts.append((BodyFrom.PLAIN, text[: limits.TEXT]))
        for mark, protection in _ARMOUR.items():
            if mark in text[:10_000]:
                found.protection[protection] = None
        return
    if len(text) > limits.HTML:
        found.complain("De opgemaakte tekst is te lang om helemaal te tonen. De rest staat in het origineel.")
    found.texts.append((BodyFrom.HTML, html_to_text(text[: limits.HTML])))


def _nested(part: Entity, depth: int, found: _Found) -> None:
    if part.encoded in {"base64", "quoted-printable"}:  # against the standard, and it happens
        inside = part.content()
        found.messages.append(_read(inside, 0, len(inside), depth + 1, found.budget))
    else:
        found.messages.append(_read(part.raw, part.start, part.end, depth + 1, found.budget))


def _leaf(part: Entity, found: _Found) -> None:
    if part.type in _SIGNATURES:
        protection, kind = _SIGNATURES[part.type]
        found.protection[protection] = None
        _keep(part, found, kind)
    elif part.type in _SEALED:
        signed = "signed" in part.options.get("smime-type", "").lower()
        found.protection[Protection.SMIME_SIGNED if signed else Protection.SMIME_ENCRYPTED] = None
        found.complain("De inhoud zit in een S/MIME-envelop, die we hier niet openen.")
        _keep(part, found, PartKind.SMIME)
    elif part.type in _CALENDAR or part.file_name.lower().endswith(".ics"):
        _keep(part, found, PartKind.INVITATION)
        found.invitations.extend(invitations_in(found.parts[-1].content))
    elif part.type in _WINMAIL or part.file_name.lower() == "winmail.dat":
        _unpack(part, found)
    elif part.type in _REPORTS:
        _keep(part, found, PartKind.REPORT)
    else:
        _keep(part, found, PartKind.FILE)


def _unpack(part: Entity, found: _Found) -> None:
    try:
        inside = open_winmail(part.content())
    except NotWinmail:
        found.complain("Een winmail.dat van Outlook konden we niet openen. Het staat erbij zoals het kwam.")
        _keep(part, found, PartKind.UNOPENED)
        return
    if not inside.whole:
        found.complain("Een winmail.dat van Outlook is beschadigd of te groot; we tonen wat eruit kwam.")
        _keep(part, found, PartKind.UNOPENED)
    if inside.body or inside.html:
        found.texts.append((BodyFrom.WINMAIL, inside.body or html_to_text(inside.html[: limits.HTML])))
    elif inside.rtf:
        found.complain("De opmaak (RTF) in winmail.dat openen we niet. Het staat erbij als bestand.")
        found.parts.append(Part("bericht.rtf.lzfu", "application/octet-stream", PartKind.UNOPENED, inside.rtf))
    for file in inside.files:
        if found.spend():
            name = _file_name(file.name) or "bijlage"
            found.parts.append(Part(name, "application/octet-stream", PartKind.FILE, file.content))


def _keep(part: Entity, found: _Found, kind: PartKind) -> None:
    name = _file_name(part.file_name) or words(part.header("content-description"))[: limits.NAME] or "bijlage"
    found.parts.append(Part(name, part.type, kind, part.content()))


def _body(found: _Found) -> tuple[BodyFrom, str]:
    """All texts that a mail program shows one below the other; what winmail.dat repeats is said once."""
    texts = [text for text in found.texts if text[1].strip()]
    own = [text for text in texts if text[0] is not BodyFrom.WINMAIL] or texts
    if not own:
        return BodyFrom.NOTHING, ""
    return own[0][0], "\n\n".join(text for _, text in own)[: limits.TEXT]


def _file_name(name: str) -> str:
    """Without the folders of the sender's computer and without signs that mean something to ours."""
    bare = re.split(r"[/\\]", words(name))[-1]
    return re.sub(r"[\x00-\x1f\x7f<>:\"|?*]", "", bare).strip(". ")[-limits.NAME :]


def _languages(*values: str) -> tuple[str, ...]:
    codes = re.findall(r"\b([A-Za-z]{2,3})(?:-[A-Za-z0-9]{2,8})*\b", ",".join(values)[:1000])
    return tuple(dict.fromkeys(code.lower() for code in codes))[:10]
