"""An import that is killed leaves nothing half; the next run brings all of it in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from devtools.environment import ROOT
from helpdesk.library.models import ImportReport, Outcome, Passage, Version
from helpdesk.library.tests.law import law
from tests.database import testbed

pytestmark = [pytest.mark.django_db(transaction=True)]

ARTICLES = 6_000


def started(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "import_sources", str(path)]
    environment = {**os.environ, **testbed().environment("owner")}
    with path.with_suffix(".told").open("ab") as told:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=told, stderr=told)


def of_this() -> tuple[int, int]:
    found = Version.objects.filter(work__code="BWBR0000001")
    return found.count(), Passage.objects.filter(version__in=found).count()


def test_kill_at_any_moment_and_start_again(clean_databases: None, tmp_path: Path) -> None:
    path = tmp_path / "BWBR0000001_2020-01-01_0.xml"
    text = "".join(f"<artikel><kop><nr>{n}</nr></kop><al>Artikel nummer {n}.</al></artikel>" for n in range(ARTICLES))
    path.write_text(law("2020-01-01", text))
    for wait in (0.0, 0.05, 0.3):
        reports = ImportReport.objects.count()
        run = started(path)
        deadline = time.monotonic() + 60
        while ImportReport.objects.count() == reports and time.monotonic() < deadline:
            assert run.poll() is None, path.with_suffix(".told").read_text()
            time.sleep(0.01)
        time.sleep(wait)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        if ImportReport.objects.filter(outcome=Outcome.STORED).exists():
            break  # it was faster than the kill, and is whole then
        assert of_this() == (0, 0)
    assert started(path).wait(timeout=120) == 0, path.with_suffix(".told").read_text()
    assert of_this() == (1, ARTICLES)
    assert not ImportReport.objects.filter(outcome=Outcome.BEGUN).exists()
    assert ImportReport.objects.filter(outcome=Outcome.BROKEN).exists()
