"""Run as the desk: search workers are killed, at each step in turn or at random, while colleagues write.

Every process here is a child that opens connections of its own; what is found is asked by a fresh one. Prints JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connections  # noqa: E402

from helpdesk.cases import access_search, actions  # noqa: E402
from helpdesk.cases.access import case_for  # noqa: E402
from helpdesk.cases.access_contacts import contact_for  # noqa: E402
from helpdesk.cases.actions import index  # noqa: E402
from helpdesk.cases.models import Case, SearchTerms  # noqa: E402
from helpdesk.cases.queries_search import SearchQuerySet  # noqa: E402
from helpdesk.lib import clock  # noqa: E402
from helpdesk.lib.ids import new_id  # noqa: E402
from helpdesk.lib.row_actor import act_as  # noqa: E402
from helpdesk.mediation import actions as mediation  # noqa: E402
from helpdesk.mediation.said import Frame  # noqa: E402
from helpdesk.people.referral import How  # noqa: E402
from helpdesk.remedies.complaint import Told, Voice  # noqa: E402
from helpdesk.search.query import parse  # noqa: E402
from helpdesk.teams.demo import load_cast  # noqa: E402
from helpdesk.teams.models import Member, Team  # noqa: E402
from helpdesk.vault import keys  # noqa: E402
from helpdesk.vault.models import WrappedKey  # noqa: E402

SIZE = 4
STEPS: list[tuple[Any, str]] = [
    *((SearchQuerySet, name) for name in ("lock", "due", "keep", "blobs_of", "drop", "store", "segment_of")),
    (index, "words_of_due"),
    (index, "sealed_segment"),
    (index, "destroy_segment_keys"),
    (index, "destroy_segment_keys_but"),
    (keys, "destroy"),
]


def in_child(act: Callable[[], Any]) -> int:
    """Start `act` in a process of its own."""
    connections.close_all()
    if pid := os.fork():
        return pid
    status = 1
    try:
        act()
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def ended(pid: int) -> int:
    """Wait for a child: 0, or minus the signal."""
    status = os.waitpid(pid, 0)[1]
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def asked(act: Callable[[], Any]) -> Any:
    """What a fresh process answers."""
    read, write = os.pipe()

    def tell() -> None:
        os.write(write, json.dumps(act()).encode())

    pid = in_child(tell)
    os.close(write)
    with os.fdopen(read) as pipe:
        told = pipe.read()
    assert ended(pid) == 0
    return json.loads(told)


def dying_at(step: int, act: Callable[[], Any], name_of: int) -> None:
    """Do `act` and be killed after the step of that number; its name goes into the pipe first."""
    done = 0

    def wrapped(owner: Any, name: str) -> Callable[..., Any]:
        kept = getattr(owner, name)

        def counted(*args: Any, **more: Any) -> Any:
            nonlocal done
            answer = kept(*args, **more)
            done += 1
            if done == step:
                os.write(name_of, name.encode())
                os.kill(os.getpid(), signal.SIGKILL)
            return answer

        return counted

    for owner, name in STEPS:
        setattr(owner, name, wrapped(owner, name))
    act()


def killed(step: int, act: Callable[[], Any]) -> str:
    """The name of the step after which the child was killed; empty when it came to its end."""
    read, write = os.pipe()
    pid = in_child(lambda: dying_at(step, act, write))
    os.close(write)
    with os.fdopen(read) as pipe:
        name = pipe.read()
    assert ended(pid) == (-signal.SIGKILL if name else 0)
    return name


def work() -> None:
    """One round of a search worker."""
    index.keep_words()
    index.build_segments(size=SIZE)


def make_case(member: Member, word: str) -> str:
    """A case with this word in it; returns its code."""
    typed = {"kind": "call-in", "asker": "kind", "call_back": "no", "asked": f"Mag {word}?", "said": "Ja."}
    with act_as(member.pk):
        made = actions.log_contact(member=member, contact_id=new_id(), typed=typed)
        file = contact_for(member, made.pk, to="make-case")
        return str(actions.make_case_of_contact(file=file, team=Team.objects.get(slug="jeugdhulp")).code)


def write_note(member: Member, code: str, text: str) -> None:
    """A colleague writes on."""
    with act_as(member.pk):
        actions.note(file=case_for(member, code, to="note"), text=text)


def begin_talks(member: Member, code: str, text: str) -> None:
    """A mediation begins."""
    frame = Frame("Bezoek", text, "", str(member.pk), (), clock.today())
    with act_as(member.pk):
        mediation.start_mediation(file=case_for(member, code, to="start-mediation"), frame=frame)


def refer(member: Member, code: str, text: str) -> None:
    """A referral is planned."""
    plan = actions.Plan(name="Jeugdstem", purpose=text, how=How.HERSELF)
    with act_as(member.pk):
        actions.plan_referral(file=case_for(member, code, to="plan-referral"), plan=plan)


def write_letter(member: Member, code: str, text: str) -> None:
    """A letter of complaint is written."""
    told = Told(Voice.CHILD, body="De Kade", about="Bezoek", happened=text)
    with act_as(member.pk):
        actions.write_complaint(file=case_for(member, code, to="write-complaint"), route_id="instelling", told=told)


WRITES = (write_note, begin_talks, refer, write_letter)


def missing(member_id: Any, words: dict[str, list[str]]) -> list[str]:
    """The words that are not found in exactly the cases in which they stand."""
    member = Member.objects.get(pk=member_id)
    wrong = []
    with act_as(member.pk):
        codes = dict(Case.objects.values_list("pk", "code"))
        for word, where in words.items():
            found = sorted(codes[one] for one in access_search.search(member, parse(word)))
            if found != sorted(where):
                wrong.append(word)
    return wrong


def each_step() -> dict[str, Any]:
    """A worker is killed after each of its steps; after each death everything is found, by search and after a build."""
    member = load_cast()["iris"]
    words: dict[str, list[str]] = {}
    codes = [make_case(member, f"woord{number}x") for number in range(6)]
    words |= {f"woord{number}x": [code] for number, code in enumerate(codes)}
    steps: list[str] = []
    wrong: dict[str, list[str]] = {}
    step, member_id = 0, member.pk
    while True:
        step += 1
        for number, write in ((0, write_note), (5, WRITES[step % len(WRITES)])):
            word = f"stap{step}n{number}"
            write(member, codes[number], f"Over {word}.")
            words[word] = [codes[number]]
        name = killed(step, work)
        if not name:
            break
        steps.append(name)
        wrong[f"{step} {name}"] = asked(lambda: missing(member_id, words))
        assert ended(in_child(work)) == 0
        wrong[f"{step} {name}, built again"] = asked(lambda: missing(member_id, words))
    forgotten, forgetting = _forget_at_each_step(member, words)
    connections.close_all()
    return {"steps": steps, "wrong": {at: those for at, those in wrong.items() if those}} | {
        "forgetting": forgetting,
        "forgotten": forgotten,
        "words": len(words),
    }


def _forget_at_each_step(member: Member, words: dict[str, list[str]]) -> tuple[dict[str, Any], list[str]]:
    """A case is forgotten by somebody who is killed after each step; none costs another case its words."""
    steps: list[str] = []
    wrong: dict[str, Any] = {}
    lead = Member.objects.get(email__startswith="sanne@")
    member_id = member.pk
    step = 0
    while True:
        step += 1
        word = f"vergeten{step}q"
        code = make_case(member, word)
        assert ended(in_child(work)) == 0
        assert _key_of_segment_with(code, lead) is not None

        def forget(code: str = code) -> None:
            with act_as(lead.pk):
                actions.forget_case(file=case_for(lead, code, to="forget-case"))

        old = _key_of_segment_with(code, lead)
        name = killed(step, forget)
        if others := asked(lambda: missing(member_id, words)):
            wrong[f"{step} {name}: others"] = others
        if not name:
            there = set(WrappedKey.objects.filter(recipient__startswith="search:").values_list("key_id", flat=True))
            if old in there or there != set(SearchTerms.objects.keys_of_segments()):
                wrong["keys"] = len(there)
            if asked(lambda: missing(member_id, {word: []})):  # noqa: B023
                wrong["found"] = word
            return wrong, steps
        steps.append(name)


def _key_of_segment_with(code: str, lead: Member) -> Any:
    with act_as(lead.pk):
        row = SearchTerms.objects.select_related("segment").defer("content").get(case__code=code)
        return row.segment.key_id if row.segment else None


def on_fire(seconds: float) -> dict[str, Any]:
    """Two colleagues write and two workers build, and one of the four is killed every moment."""
    member = load_cast()["iris"]
    codes = [make_case(member, f"brand{number}x") for number in range(12)]
    words = {f"brand{number}x": [code] for number, code in enumerate(codes)}
    dice = random.Random(7)
    read, write = os.pipe()
    os.set_blocking(read, False)

    def writer(number: int) -> None:
        mine = random.Random(time.monotonic_ns())
        count = 0
        while True:
            count += 1
            word, code = f"w{number}x{os.getpid()}x{count}", mine.choice(codes)
            mine.choice(WRITES)(member, code, f"Iets over {word}")
            os.write(write, f"{word} {code}\n".encode())  # only now it counts: it was committed

    def worker(number: int) -> None:
        while True:
            work()

    acts = [writer, writer, worker, worker]
    pids = [in_child(lambda at=at, act=act: act(at)) for at, act in enumerate(acts)]  # type: ignore[misc]
    deadline, kills, told = time.monotonic() + seconds, 0, b""
    while time.monotonic() < deadline:
        time.sleep(dice.uniform(0.2, 1.0))
        at = dice.choice([0, 1, 2, 2, 2, 3, 3, 3])
        os.kill(pids[at], signal.SIGKILL)
        ended(pids[at])
        pids[at] = in_child(lambda at=at: acts[at](at))  # type: ignore[misc]
        kills += 1
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        ended(pid)
    while chunk := _read(read):
        told += chunk
    for line in told.decode().splitlines():
        word, code = line.split()
        words[word] = [code]
    member_id = member.pk
    wrong = asked(lambda: missing(member_id, words))
    while asked(lambda: index.keep_words()):
        pass
    assert ended(in_child(lambda: index.build_segments(size=SIZE))) == 0
    return {"kills": kills, "words": len(words), "wrong": wrong, "built": asked(lambda: missing(member_id, words))}


def _read(pipe: int) -> bytes:
    try:
        return os.read(pipe, 1 << 16)
    except BlockingIOError:
        return b""


if __name__ == "__main__":
    print(json.dumps(each_step() if sys.argv[1] == "steps" else on_fire(float(sys.argv[2]))))
