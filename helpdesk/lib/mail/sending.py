"""One mail to one address over SMTP, and what is known then: it went, it may be tried again, it cannot, or unsure.

A connection carries one message with one recipient, so that two cases never share one.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from enum import StrEnum

from helpdesk.lib import clock

OURS = "X-Kinderrechtenhelpdesk"
TIMEOUT = 30  # seconds for each answer of the server


class Outcome(StrEnum):
    """What the server's answer, or its silence, comes to."""

    SENT = "sent"
    LATER = "later"
    NEVER = "never"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Server:
    """Where mail is handed in. An empty host: nowhere."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = True


def compose(*, to: str, sender: str, name: str, subject: str, text: str, message_id: str, auto: bool) -> EmailMessage:
    """A plain text message with our own headers; `auto` marks one that no person wrote (RFC 3834)."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = mail["Reply-To"] = formataddr((name, sender))
    mail["To"], mail["Subject"], mail["Message-ID"] = to, subject, message_id
    mail["Date"] = format_datetime(clock.now())
    mail[OURS] = "1"
    if auto:
        mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    return mail


def send(server: Server, mail: EmailMessage, *, sender: str, to: str) -> tuple[Outcome, int]:
    """Hand it in.

    Returns:
        The outcome, and the server's three figures; 0 when there was no answer. After the text went out, silence is
        `UNSURE`: the server may have taken it.
    """
    body = re.sub(rb"(?m)^\.", b"..", mail.as_bytes())
    try:
        smtp = _open(server)
    except smtplib.SMTPResponseException as answer:
        return _of(answer.smtp_code), answer.smtp_code
    except (OSError, smtplib.SMTPException):
        return Outcome.LATER, 0
    given = False
    try:
        steps: list[Callable[[], tuple[int, bytes]]] = [
            lambda: smtp.mail(sender),
            lambda: smtp.rcpt(to),
            lambda: smtp.docmd("DATA"),
        ]
        for ask in steps:
            code, _ = ask()
            if code >= 400:
                return _of(code), code
        given = True
        smtp.send(body + b".\r\n")
        code, _ = smtp.getreply()
    except (OSError, smtplib.SMTPException):
        return (Outcome.UNSURE if given else Outcome.LATER), 0
    finally:
        smtp.close()
    return _of(code), code


def _open(server: Server) -> smtplib.SMTP:
    smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        smtp.ehlo_or_helo_if_needed()
        if server.tls:
            smtp.starttls(context=ssl.create_default_context())
            smtp.ehlo_or_helo_if_needed()
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _of(code: int) -> Outcome:
    if code < 400:
        return Outcome.SENT
    return Outcome.NEVER if code >= 500 else Outcome.LATER
