"""Search while its workers and whoever writes are killed: what was committed is found, what was forgotten is not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from devtools import databases
from devtools.environment import ROOT
from devtools.testbed import Testbed, open_testbed
from tests.database import testbed

pytestmark = pytest.mark.xdist_group("crash")


@pytest.fixture
def bed() -> Iterator[Testbed]:
    if not (testbed().home / "data").is_dir():
        pytest.skip("the servers of this run are someone else's: they are not killed")
    with pytest.MonkeyPatch.context() as ours, ExitStack() as stack:
        for variable in databases.VARIABLES.values():
            ours.delenv(variable)
        bed = stack.enter_context(open_testbed(durable=True))
        ours.undo()
        yield bed


def told(bed: Testbed, *arguments: str) -> dict[str, Any]:
    """What the program said in its last line."""
    command = [sys.executable, "-m", "tests.crash.search_dies", *arguments]
    environment = {**bed.environment("desk"), "HELPDESK_POOL": "0"}  # a pool's threads do not live on in a child
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_worker_that_dies_at_any_step_loses_nothing(bed: Testbed) -> None:
    found = told(bed, "steps")
    assert found["wrong"] == {}
    assert {"keep", "store", "drop", "sealed_segment", "destroy_segment_keys"} <= set(found["steps"])
    assert found["forgotten"] == {}
    assert {"drop", "destroy_segment_keys_but", "destroy"} <= set(found["forgetting"])
    print(f"{len(found['steps'])} and {len(found['forgetting'])} deaths, {found['words']} words")


def test_two_writers_two_workers_and_kill_minus_nine(bed: Testbed) -> None:
    found = told(bed, "fire", "20")
    assert found["wrong"] == found["built"] == []
    assert found["kills"] > 8
    assert found["words"] > 20
    print(found)
