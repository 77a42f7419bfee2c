"""The plug is pulled: every receipt that was shown opens, and what was typed is still there when a database is away."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from devtools import databases
from devtools.environment import ROOT
from devtools.testbed import open_testbed
from tests.crash.hammer import TICKET, Askers, House, get, post
from tests.database import testbed
from tests.sites import free_ports

ROUNDS = 20


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    if not (testbed().home / "data").is_dir():
        pytest.skip("the servers of this run are someone else's: they are not killed")
    with pytest.MonkeyPatch.context() as ours, ExitStack() as stack:
        for variable in databases.VARIABLES.values():  # those of the other tests; this pair is made to be killed
            ours.delenv(variable)
        bed = stack.enter_context(open_testbed(durable=True))
        ours.undo()
        house = House(bed, free_ports(1)[0])
        try:
            yield house
        finally:
            house.end()


def closed(house: House, codes: list[str]) -> list[str]:
    """The codes that open nothing, asked of the program's own code under its own role."""
    command = [sys.executable, "-m", "tests.crash.opens"]
    done = subprocess.run(
        command, input="\n".join(codes), capture_output=True, text=True, cwd=ROOT, env=house.environment, check=True
    )
    return done.stdout.split("\n")[:-1]


def test_every_receipt_that_was_shown_opens_after_twenty_kills(house: House) -> None:
    """All processes of web server and both databases are killed under load; then everything comes up again."""
    askers, dice = Askers(house.url), random.Random(2026)
    for _ in range(ROUNDS):
        house.serve()
        threads = askers.start(4)
        time.sleep(dice.uniform(0.4, 1.2))
        house.kill_databases()
        house.kill_program()
        askers.stop.set()
        for thread in threads:
            thread.join()
        house.raise_databases()
    assert len(askers.shown) > 2 * ROUNDS, "the load was no load"
    assert closed(house, askers.shown) == []
    print(f"{len(askers.shown)} receipts shown over {ROUNDS} kills, all open")


@pytest.mark.parametrize("away", ["data", "keys"])
def test_a_database_that_is_gone_costs_no_text_and_stores_no_half(house: House, away: str) -> None:
    """Gone in the middle of a submission: a clear page with the text; back again, the same form gives one receipt."""
    house.serve()
    try:
        askers = Askers(house.url)
        ticket = TICKET.findall(get(house.url))[0]
        house.kill_databases(away)
        form = {"ticket": ticket, "asker": "kind", "story": "Mijn broertje moet weg, mag dat?", "pow": ""}
        page = post(house.url, form)
        assert "Mijn broertje moet weg, mag dat?" in page
        assert "Je tekst staat" in page or "tekst" in page
        assert not re.search("krh-receipt__word", page)
        house.raise_databases(away)
        words = ""
        for _ in range(20):  # the pool needs a moment to find it again
            words = askers.ask(form["story"], ticket)
            if words:
                break
            time.sleep(0.5)
        assert words
        assert askers.ask(form["story"], ticket) == words  # pressed again: the same receipt
        assert closed(house, [words]) == []
    finally:
        house.kill_program()
