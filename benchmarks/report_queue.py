"""`./dev bench paper`, its second part: fifty orders through the queue with two workers, beside fifty bare presses.

Both press the same short text as often, two at a time; what the queue adds is taking, opening the case, asking every
check anew, giving, and the commit. Runs with the tests' own role over a durable testbed, for it plays asker and jurist.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import django

django.setup()

from django.test.utils import setup_test_environment  # noqa: E402

from devtools.environment import ROOT  # noqa: E402
from helpdesk.people.telling import Channel  # noqa: E402
from helpdesk.reports import actions  # noqa: E402
from helpdesk.reports.models import PressOrder  # noqa: E402
from helpdesk.reports.pressing import AT_ONCE, plain_pdf  # noqa: E402
from helpdesk.reports.printing.report import FOR_THE_CHILD  # noqa: E402
from helpdesk.reports.tests.test_read_report import asked  # noqa: E402
from helpdesk.reports.tests.test_sign_report import frozen, signed  # noqa: E402
from helpdesk.reports.tests.writing_scene import Written, whole  # noqa: E402
from helpdesk.reports.workflow import Stand  # noqa: E402
from tests import cast  # noqa: E402
from tests.database import testbed  # noqa: E402

FIFTY = 50
WORKER = [sys.executable, "manage.py", "press_worker"]


def main() -> int:
    """Print seconds for both, and the ratio."""
    setup_test_environment()  # the name under which Django's own browser asks
    made = whole()
    made.saved("Dit is een verhaal over wat jij mag vinden.", part=FOR_THE_CHILD)
    signed(asked(made))
    manuscript = frozen(made)["read"]
    bare = _bare(lambda: plain_pdf(manuscript))
    with ExitStack() as stack:
        for _ in range(2):
            worker = subprocess.Popen(WORKER, cwd=ROOT, env=testbed().environment("desk"))
            stack.callback(worker.wait)
            stack.callback(worker.terminate)
        _through_the_queue(made, FIFTY // 5)  # until both are awake
        one, queue = _through_the_queue(made, 1), _through_the_queue(made, FIFTY)
    print(
        f"{FIFTY} orders through the queue {queue:.1f} s, {FIFTY} bare presses {bare:.1f} s: {queue / bare:.2f} x;"
        f" one order alone {one:.2f} s"
    )
    return 0


def _bare(press: Callable[[], object]) -> float:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        began = time.perf_counter()
        list(pool.map(lambda _: press(), range(FIFTY)))
        return time.perf_counter() - began


def _through_the_queue(made: Written, count: int) -> float:
    """So many orders at once, until the last was given."""
    with cast.opened("iris", made.case, to="give-report") as file:
        rows = PressOrder.objects.filter(case=made.case).exclude(state=Stand.DONE)
        began = time.perf_counter()
        for _ in range(count):
            actions.order_giving(file=file, report_id=made.id, to=None, channel=Channel.POST, kinds=["plain"])
        while rows.exists():
            time.sleep(0.01)
        return time.perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
