"""Who writes a report sees it on paper as it stands, marked as a draft."""

from __future__ import annotations

import io

import pikepdf
import pytest

from helpdesk.reports.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_report_as_it_stands_on_paper() -> None:
    made = scene()
    made.fact()
    made.cite()
    answer = made.client.get(f"{made.url}concept.pdf")
    assert answer.status_code == 200, answer.content[-500:]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) >= 3
        told = str(pdf.docinfo)
    for name in ("Dounia", "Mariam", "Jansen", "Iris"):
        assert name not in told
    assert "Bekijk als PDF" in made.look()


def test_who_may_not_write_does_not_see_it() -> None:
    made = scene()
    assert cast.desk_client("noor").get(f"{made.url}concept.pdf").status_code == 404
