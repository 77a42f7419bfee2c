"""A post office that is set on fire: Dovecot, some mail workers, two databases and a sink that must stay empty."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from imapclient import IMAPClient

from devtools.dovecot import PASSWORD, USER, Dovecot
from devtools.environment import ROOT
from devtools.state import write_secret
from tests.crash.hammer import House
from tests.sites import free_ports

DONE = b"$KrhStored"
LETTERS = {".eml", ".txt", ".msg", ".q", ".quoted-printable"}
FUEL = ("worker", "worker", "data", "keys", "dovecot")


class Sink:
    """An SMTP server on a free port that keeps what it is given."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.port = free_ports(1)[0]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.got.append(bytes(envelope.content))
        return "250 taken"

    def stop(self) -> None:
        self._controller.stop()


@dataclass
class PostOffice:
    """Everything on loopback; the folder of the mail server needs a short path."""

    house: House
    dovecot: Dovecot
    sink: Sink
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        settings = self.house.bed.home / "mailboxes.json"
        one = {
            "name": "helpdesk", "host": "127.0.0.1", "port": self.dovecot.port, "tls": False,
            "user": USER, "password": PASSWORD, "address": "helpdesk@example.org",
        }  # fmt: skip
        write_secret(settings, [one])
        mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(self.sink.port), "HELPDESK_MAILBOXES": str(settings)}
        return {**self.house.bed.environment("mail"), **mail}

    def client(self) -> IMAPClient:
        client = IMAPClient("127.0.0.1", port=self.dovecot.port, ssl=False, timeout=60)
        client.login(USER, PASSWORD)
        client.select_folder("INBOX")
        return client

    def deliver(self, messages: Iterable[bytes]) -> None:
        """Put messages into the mailbox, as a mail server does."""
        with self.client() as client:
            for raw in messages:
                client.append("INBOX", raw)

    def start_worker(self) -> None:
        command = [sys.executable, "manage.py", "mail_worker"]
        started = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        self.workers.append(started)

    def kill_worker(self, which: int = 0) -> None:
        """kill -9, with its sandbox."""
        dead = self.workers.pop(which)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(dead.pid, signal.SIGKILL)
        dead.wait()

    def unmarked(self) -> int:
        """How many messages the server still holds for us."""
        with self.client() as client:
            return len(client.search([b"UNKEYWORD", DONE]))

    def at_server(self) -> dict[int, str]:
        """What lies at the server: uid and digest of the raw message."""
        found = {}
        with self.client() as client:
            uids = client.search("ALL")
            for start in range(0, len(uids), 200):
                for uid, data in client.fetch(uids[start : start + 200], [b"BODY.PEEK[]"]).items():
                    found[uid] = hashlib.sha256(data[b"BODY[]"]).hexdigest()
        return found

    def stored(self) -> list[dict[str, Any]]:
        """What was stored: one record a message, its raw bytes opened with the desk's keys."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.crash.stored_mail"],
            cwd=ROOT, env=self.house.bed.environment("owner"), capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [json.loads(line) for line in done.stdout.splitlines()]

    def burn(self, dice: random.Random) -> str:
        """Kill something at random and bring it back; return what it was. In each round of five all are hit."""
        if not self.deck:
            self.deck = dice.sample(FUEL, len(FUEL))
        what = self.deck.pop()
        if what == "worker":
            self.kill_worker(dice.randrange(len(self.workers)))
            self.start_worker()
        elif what == "dovecot":
            self.dovecot.kill()
            time.sleep(dice.uniform(0, 0.5))
            self.dovecot.start()
        else:
            self.house.kill_databases(what)
            time.sleep(dice.uniform(0, 0.5))
            self.house.raise_databases(what)
        return what

    def empty(self, *, workers: int = 4, seed: int = 1, calm: float = 4.0, patience: float = 600.0) -> dict[str, int]:
        """Work until nothing is left at the server, with a fire every few seconds; return how often what burned."""
        dice, burned = random.Random(seed), dict.fromkeys(("worker", "data", "keys", "dovecot"), 0)
        for _ in range(workers):
            self.start_worker()
        began = time.monotonic()
        fire = began + dice.uniform(calm / 4, calm)
        while self.unmarked():
            if time.monotonic() > began + patience:
                raise AssertionError(f"{self.unmarked()} messages still lie at the server")
            time.sleep(0.2)
            if time.monotonic() > fire:
                burned[self.burn(dice)] += 1
                fire = time.monotonic() + dice.uniform(calm / 4, calm)
        while self.workers:
            self.workers[0].terminate()
            self.workers[0].wait(timeout=60)
            self.workers.pop(0)
        return burned

    def end(self) -> None:
        while self.workers:
            self.kill_worker()
        self.dovecot.kill()
        self.sink.stop()
        self.house.end()


def compare(there: dict[int, str], here: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """What is wrong: lost, twice, changed, or not placed."""
    by_uid: dict[int, list[dict[str, Any]]] = {}
    for one in here:
        by_uid.setdefault(one["uid"], []).append(one)
    cases = [one["case"] for one in here if one["case"]]
    return {
        "lost": [uid for uid in there if uid not in by_uid],
        "twice": [uid for uid, found in by_uid.items() if len(found) > 1],
        "changed": [uid for uid, found in by_uid.items() if found[0]["digest"] != there.get(uid)],
        "unread": [one["uid"] for one in here if one["state"] == "stored"],
        "one case for two": [case for case in set(cases) if cases.count(case) > 1] if len(cases) < 2_000 else [],
        "without a message": [one["uid"] for one in here if one["state"] == "placed" and one["messages"] != 1],
    }


def real_messages(folder: Path, most: int) -> list[Path]:
    """All of the automatic messages, or as many as fit; and of the others some from every folder, to `most` in all."""
    robots = sorted((folder / "bounceparser").rglob("*.msg"))[:most]
    letters = (path for path in sorted(folder.rglob("*")) if path.suffix in LETTERS and path.stat().st_size)
    others = [path for path in letters if "bounceparser" not in path.parts]
    room = most - len(robots)
    return [*robots, *(others[place * len(others) // room] for place in range(min(room, len(others))))]


def generated(count: int, seed: int = 7) -> Iterable[bytes]:
    """Ordinary mail, each unlike the other; two in a hundred are automatic."""
    dice = random.Random(seed)
    for number in range(count):
        mail = EmailMessage()
        mail["From"] = f"Vrager {number} <vrager{number}@example.net>"
        mail["To"] = "helpdesk@example.org"
        mail["Subject"] = f"Vraag {number}"
        mail["Message-ID"] = f"<{number}@example.net>"
        if number % 50 == 0:
            mail["Auto-Submitted"] = "auto-replied"
        words = " ".join(dice.choices(("mag", "mijn", "oma", "school", "thuis", "rechter", "é", "voogd"), k=60))
        mail.set_content(f"{number}\n{words}\n\nOp ma 3 nov 2025 om 10:00 schreef Jan:\n> {words}\n")
        yield mail.as_bytes()


def open_post_office(house: House, folder: Path) -> PostOffice:
    office = PostOffice(house, Dovecot(folder, free_ports(1)[0]), Sink())
    office.dovecot.start()
    return office
