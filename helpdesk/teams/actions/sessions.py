"""A session begins, is used, gets a new key, ends. The list that members see and Django's own table move together."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from helpdesk.ledger.actions import Actor, record, record_now
from helpdesk.teams.models import DeskSession, Ended, Member
from helpdesk.teams.session_store import PUSHED_OUT, SEEN, STARTED, STRONG, row_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOBODY = Actor.worker("sign-in")


def _now_in(request: HttpRequest) -> str:
    return row_key(request.session.session_key or "")


@transaction.atomic
def start_session(request: HttpRequest, *, member: Member, strong: bool | None = None) -> None:
    """Enter a fresh sign-in in the list and end the oldest beyond the allowed number.

    `strong` says that a second lock was opened; by default that is read from what allauth recorded for this sign-in.
    """
    now = timezone.now()
    records = get_authentication_records(request, member)
    used = any(one.get("method") == "mfa" for one in records) if strong is None else strong
    # The record of a password holds the address; the session need not. Who has to add a factor was just asked for the
    # password and is not asked twice.
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {key: value for key, value in one.items() if key != "email"} | ({} if used else {"reauthenticated": True})
        for one in records
    ]
    request.session[STRONG] = used
    request.session[STARTED] = request.session[SEEN] = time.time()
    request.session.set_expiry(0)  # gone when the browser closes
    running = list(DeskSession.objects.running().filter(member=member))
    DeskSession(member=member, key_hash=_now_in(request), started_at=now, seen_at=now).save(force_insert=True)
    too_many = running[settings.DESK_PARALLEL_SESSIONS - 1 :]
    _end(too_many, because=Ended.ELSEWHERE)
    if too_many:
        request.session[PUSHED_OUT] = True
    record("sign-in", actor=Actor.member(member.pk), object_id=member.pk)


def record_refused_sign_in(*, email: str) -> None:
    """A sign-in that failed. Same work for a known and an unknown address; the address itself is not written."""
    found = Member.objects.filter(email=email.lower()).values_list("pk", flat=True).first()
    record_now("sign-in", actor=NOBODY, object_id=found, result="refused")


def touch_session(request: HttpRequest) -> None:
    """The member is at work: note it in the session and in the list."""
    request.session[SEEN] = time.time()
    DeskSession.objects.filter(key_hash=_now_in(request)).update(seen_at=timezone.now())


@contextmanager
def under_a_new_key(request: HttpRequest, *, renew: bool = True) -> Iterator[None]:
    """A new session id after stepping up (ASVS 7.2.4), also when what happens inside makes one; the list follows."""
    before = _now_in(request)
    yield
    if renew:
        request.session.cycle_key()
    DeskSession.objects.filter(key_hash=before).update(key_hash=_now_in(request))


def confirm_second_lock(request: HttpRequest) -> None:
    """A factor was just added in this session: from now on the desk opens, and the factor counts as just shown."""
    request.session[STRONG] = True
    record_authentication(request, request.user, "mfa", reauthenticated=True)
    with under_a_new_key(request):
        pass


@transaction.atomic
def end_this_session(request: HttpRequest, *, because: Ended) -> None:
    """Sign out, or be signed out by the clock."""
    member = request.user
    found = DeskSession.objects.unended().filter(key_hash=_now_in(request)).first()
    if found is not None:
        _end([found], because=because)
    if isinstance(member, Member):
        record("sign-out", actor=Actor.member(member.pk), object_id=member.pk, purpose=str(because))
    logout(request)


@transaction.atomic
def end_sessions(
    *, actor: Actor, member: Member, because: Ended, only: DeskSession | None = None, but: str | None = None
) -> int:
    """End sessions of `member` at once: all, only one, or all but the one whose key hash is `but`. How many ended?"""
    open_ones = DeskSession.objects.unended().filter(member=member)
    if only is not None:
        open_ones = open_ones.filter(pk=only.pk)
    if but is not None:
        open_ones = open_ones.exclude(key_hash=but)
    found = list(open_ones)
    _end(found, because=because)
    if found:
        record("end-sessions", actor=actor, object_id=member.pk, purpose=str(because))
    return len(found)


def _end(sessions: Iterable[DeskSession], *, because: Ended) -> None:
    hashes = [session.key_hash for session in sessions]
    if hashes:
        Session.objects.filter(session_key__in=hashes).delete()
        DeskSession.objects.filter(key_hash__in=hashes).update(ended_at=timezone.now(), ended_because=because)
