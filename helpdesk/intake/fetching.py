"""Empties a mailbox: store, read, place, and only then tell the server. Several of these may run at once."""

from __future__ import annotations

import logging
import random
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event

from django.db import InterfaceError, OperationalError
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from helpdesk.cases.actions.mail_in import Place, done_uids, is_done, place_mail, store_mail, tell_state
from helpdesk.intake.arriving import arrived, unread
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.intake.tokens import NoToken, access_token, forget_token

DONE = b"$KrhStored"  # our own keyword
SEEN = b"\\Seen"
TIMEOUT = 60  # seconds that the server may take for one answer
EVERY = 20.0  # seconds between two looks where the server cannot wake us
LOOK = 2.0  # seconds
LARGEST = 100 * 1024 * 1024  # bytes of one message; beyond it the message stays at the server and the desk is told
LOOKS = 120  # servers hang up on an IDLE of half an hour
logger = logging.getLogger(__name__)


class Away(Exception):
    """The mail server cannot be used now. `word` is ours, for the desk: away, login, token or folder."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word)


class Session:
    """One connection to one mailbox."""

    def __init__(self, mailbox: Mailbox, client: IMAPClient, validity: int, keeps_words: bool) -> None:
        self.mailbox, self._client, self._validity, self._keeps_words = mailbox, client, validity, keeps_words

    def empty(self, stop: Callable[[], bool]) -> int:
        """Take in all that is not marked; return how many were placed by this worker.

        Workers begin at different ends, so that two of them seldom hold the same message. Stops between messages.
        A message that cannot be taken in holds up no other; it is tried again at the next look.
        """
        waiting = self._waiting("SMALLER")
        random.shuffle(waiting)
        placed, trouble = 0, "large" if self._waiting("LARGER") else ""
        for uid in waiting:
            if stop():
                break
            try:
                placed += self._take(uid)
            except (IMAPClientAbortError, OSError, OperationalError, InterfaceError):
                raise  # the server or a database is away, which is not this message's fault
            except Exception:
                logger.exception("mailbox %s: a message could not be taken in", self.mailbox.name)
                trouble = "fault"
        tell_state(self.mailbox.name, trouble=trouble, emptied=True)
        return placed

    def wait(self, stop: Event) -> None:
        """Until there is new mail, with IDLE; a server that knows no IDLE is asked again after a while."""
        if not self._client.has_capability("IDLE"):
            stop.wait(EVERY)
            return
        self._client.idle()
        for _ in range(LOOKS):  # short waits, so that a signal is heard
            if stop.is_set() or self._client.idle_check(timeout=LOOK):
                break
        self._client.idle_done()

    def _waiting(self, than: str) -> list[int]:
        """Those that are SMALLER or LARGER than what one message may take.

        A server without keywords cannot say which are done, for whoever reads the mailbox elsewhere sets \\Seen too.
        """
        unmarked = [b"UNKEYWORD", DONE] if self._keeps_words else []
        size = LARGEST + 1 if than == "SMALLER" else LARGEST
        found: list[int] = list(self._client.search([*unmarked, b"UNDELETED", than, size]))
        if found and not self._keeps_words:
            done = done_uids(self.mailbox.name, self._validity)
            found = [uid for uid in found if uid not in done]
        return found

    def _take(self, uid: int) -> bool:
        place = Place(self.mailbox.name, self._validity, uid)
        placed = False
        if not is_done(place):
            raw = self._raw(uid)
            if raw is None:  # another worker took it away meanwhile
                return False
            mail_id = store_mail(place, raw)
            placed = place_mail(mail_id, lambda: arrived(raw, self.mailbox), instead=lambda: unread(raw))
            if not is_done(place):  # another worker has it in hands; it will mark it
                return False
        self._mark_done(uid)
        return placed

    def _raw(self, uid: int) -> bytes | None:
        found = self._client.fetch([uid], [b"BODY.PEEK[]"]).get(uid, {})
        raw: bytes | None = found.get(b"BODY[]")
        return raw

    def _mark_done(self, uid: int) -> None:
        """Only after the commits. The message stays at the server unless the settings say otherwise."""
        self._client.add_flags([uid], [DONE, SEEN] if self._keeps_words else [SEEN], silent=True)
        if self.mailbox.delete and self._client.has_capability("UIDPLUS"):
            self._client.add_flags([uid], [b"\\Deleted"], silent=True)
            self._client.uid_expunge([uid])


@contextmanager
def session(mailbox: Mailbox) -> Iterator[Session]:
    """Log in and open the folder.

    Raises:
        Away: the server is away, refuses the password, or has no such folder; and when it goes away meanwhile.
    """
    try:
        with _client(mailbox) as client:
            yield _opened(mailbox, client)
    except Away:
        raise
    except LoginError:
        raise Away("login") from None
    except NoToken as refused:
        raise Away(refused.word) from None
    except (IMAPClientError, OSError, EOFError):
        raise Away("away") from None


@contextmanager
def _client(mailbox: Mailbox) -> Iterator[IMAPClient]:
    context = ssl.create_default_context() if mailbox.tls else None
    client = IMAPClient(
        mailbox.host, port=mailbox.port, ssl=mailbox.tls, ssl_context=context, timeout=TIMEOUT, use_uid=True
    )
    try:
        _sign_in(mailbox, client)
        yield client
    finally:
        with suppress(IMAPClientError, OSError, EOFError):
            client.logout()


def _sign_in(mailbox: Mailbox, client: IMAPClient) -> None:
    if mailbox.auth != "xoauth2":
        client.login(mailbox.user, mailbox.password)
        return
    try:
        client.oauth2_login(mailbox.user, access_token(mailbox))
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        forget_token(mailbox)
        raise LoginError from None


def _opened(mailbox: Mailbox, client: IMAPClient) -> Session:
    try:
        folder = client.select_folder(mailbox.folder)
    except IMAPClientError:
        raise Away("folder") from None
    lasting = folder.get(b"PERMANENTFLAGS", ())
    keeps_words = b"\\*" in lasting or DONE in lasting
    return Session(mailbox, client, int(folder[b"UIDVALIDITY"]), keeps_words)
