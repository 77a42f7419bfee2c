"""Many cases through the real encryption: a key each, wrapped for the desk, summary and story sealed."""

from __future__ import annotations

import random
import sys
import time
from datetime import timedelta

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.people import everywhere  # noqa: E402
from helpdesk.cases.models import Case, Message  # noqa: E402
from helpdesk.cases.workflow import State  # noqa: E402
from helpdesk.lib.case_codes import ALPHABET  # noqa: E402
from helpdesk.lib.row_actor import act_as  # noqa: E402
from helpdesk.teams.models import Member, Team  # noqa: E402
from helpdesk.vault import cipher, keys  # noqa: E402
from helpdesk.vault.keyring import keyring  # noqa: E402
from helpdesk.vault.models import WrappedKey  # noqa: E402
from helpdesk.vault.opened import attach  # noqa: E402

STATES = [State.TEAM, State.WAITING_ASKER, State.WAITING_THIRD, State.REOPENED]
LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
CHUNK = 2_000
OPEN_SHARE = 0.15  # as with a helpdesk that keeps two years of files


def code(number: int) -> str:
    """A distinct code per number, with three letters in a row: `new_code` never draws such a one, so none collides."""
    text = ""
    for signs in (ALPHABET, ALPHABET, LETTERS, LETTERS, LETTERS):
        number, digit = divmod(number, len(signs))
        text = signs[digit] + text
    return f"KR-{text}"


def main(size: int) -> None:
    """Bring the number of cases to `size`."""
    dice = random.Random(size)
    member = everywhere()
    teams = list(Team.objects.order_by("slug"))
    with act_as(member.pk):
        start, made = time.perf_counter(), 0
        have = int(sys.argv[2]) if len(sys.argv) > 2 else count()
        for first in range(have, size, CHUNK):
            numbers = range(first, min(first + CHUNK, size))
            add([(n, dice.choice(teams), dice) for n in numbers], member)
            made += len(numbers)
        took = time.perf_counter() - start
    if made:
        print(f"\n{size:,} cases ({made:,} new in {took:.1f} s, {made / took:,.0f} a second, really encrypted)")


def count() -> int:
    """How many of these cases there are, whoever may see them: the key database counts them all."""
    return WrappedKey.objects.filter(recipient__startswith="desk:").count()


def add(rows: list[tuple[int, Team, random.Random]], member: Member) -> None:
    """Insert a chunk: wraps first, then content."""
    today, version = timezone.localdate(), keyring().newest("desk")
    wraps, cases, messages = [], [], []
    for number, team, dice in rows:
        key = keys.new_case_key()
        recipient = f"desk:v{version}"
        place = f"wrap|{key.key_id}|{recipient}".encode()
        wrapped = cipher.lock(keyring().desk(version), key.secret, place)
        wraps.append(WrappedKey(key_id=key.key_id, recipient=recipient, wrapped=wrapped, created_on=today))
        is_open = dice.random() < OPEN_SHARE
        case = Case(
            code=code(number),
            team=team,
            state=str(dice.choice(STATES) if is_open else State.CLOSED),
            urgency=dice.choice([1, 2, 2, 2, 3]),
            promise_on=today + timedelta(days=dice.randint(-3, 10)),
            created_on=today - timedelta(days=dice.randint(0, 700)),
            key_id=key.key_id,
        )
        message = Message(case=case, created_on=case.created_on, visible_at=timezone.now())
        attach(key, case, message)
        case.summary = {
            "title": "Contact met broertje beperkt",
            "theme": "jeugdhulp",
            "asker": "kind",
            "age_band": "12-15",
            "assignee": str(member.pk),
            "asked_at": timezone.now().isoformat(),
        }
        message.content = {
            "by": "asker",
            "kind": "question",
            "text": "Mag ik hem zien? " * 40,
            "at": timezone.now().isoformat(),
            "more": {},
        }
        cases.append(case)
        messages.append(message)
    WrappedKey.objects.bulk_create(wraps)
    with transaction.atomic():
        Case.objects.bulk_create(cases)
        Message.objects.bulk_create(messages)


if __name__ == "__main__":
    main(int(sys.argv[1]))
