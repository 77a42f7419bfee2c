"""What is only text: a text file in whatever charset, and a saved e-mail with the files that lie in it."""

from __future__ import annotations

import codecs

from helpdesk.lib.files.kinds import Refused
from helpdesk.lib.mail.charsets import decode
from helpdesk.lib.mail.record import BodyFrom, Mail, PartKind
from helpdesk.lib.mail.sandbox import read_safely

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def text_in(data: bytes) -> str:
    """The words of a text file: by its mark where it has one, else UTF-8 where that fits, else Windows' own."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return decode(data[len(mark) :], charset)[0].strip("\ufeff")
    return decode(data, None)[0]


def mail_in(data: bytes) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """The words of a saved e-mail, and the names and bytes of the files in it. Read in a confined process.

    Raises:
        Refused: broken.
    """
    mail = read_safely(data)
    if mail.body_from is BodyFrom.STUB:
        raise Refused("broken")
    files = tuple((part.name or "bestand", part.content) for part in mail.parts if part.kind is PartKind.FILE)
    return _words(mail), files


def _words(mail: Mail) -> str:
    senders = (mail.sender,) if mail.sender else ()
    heads = [("Van", senders), ("Aan", mail.to), ("Cc", mail.cc)]
    lines = [f"{name}: {', '.join(f'{one.name} <{one.address}>'.strip() for one in who)}" for name, who in heads if who]
    lines += [f"Datum: {mail.date:%d-%m-%Y %H:%M}"] if mail.date else []
    lines += [f"Onderwerp: {mail.subject}"] if mail.subject else []
    lines += [f"Bijlage: {part.name or 'bestand'}" for part in mail.parts if part.kind is PartKind.FILE]
    inside = [f"--- Meegestuurd bericht ---\n{_words(one)}" for one in mail.messages]
    return "\n\n".join(["\n".join(lines), mail.body.strip(), *inside])
