"""The organisation's signature on what was signed and on each copy, when it is set; without it nothing changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from helpdesk.cases.models import GivenFile
from helpdesk.desk.press_out import press_waiting
from helpdesk.lib.papers.signing import MARK, identity, judged
from helpdesk.lib.tests.test_signing import NAME, throw_away
from helpdesk.reports.models import FrozenReport
from helpdesk.reports.pressing import annexes_pdf, draft_pdf, plain_pdf, pressed
from helpdesk.reports.printing.look import Look
from helpdesk.reports.tests import paper_samples as samples
from helpdesk.reports.tests.test_paper_words import english
from helpdesk.reports.tests.test_printing import _scan
from helpdesk.reports.tests.test_read_report import agree, asked
from helpdesk.reports.tests.writing_scene import whole
from tests import cast
from tests.verapdf import broken_rules


@pytest.fixture
def signs(settings: LazySettings, tmp_path: Path) -> None:
    settings.SIGNING = identity(str(throw_away(tmp_path)), date.min)


@pytest.mark.django_db
@pytest.mark.usefixtures("signs")
def test_what_is_frozen_and_what_is_given_carry_it_and_the_page_says_whose_it_is() -> None:
    made = asked(whole())
    agree(made)
    made.do("teken")
    assert press_waiting() == 1
    page = made.look("getekend")
    assert NAME in page
    assert "De handtekening is gaaf." in page
    made.do("geef", to="asker", channel="post", pdf="on", docx="on")
    assert press_waiting() == 1
    with cast.opened("iris", made.case) as file:
        frozen = bytes(file.mine(FrozenReport.objects.get(report_id=made.id)).pdf)
        given = {row.content["name"][-4:]: bytes(row.data) for row in file.open(GivenFile.objects.all())}
    for pdf in (frozen, given[".pdf"]):
        found = judged(pdf)
        assert found is not None
        assert found.whole
    assert frozen != given[".pdf"], "a copy has a signature of its own"
    assert MARK not in given["docx"]


@pytest.mark.usefixtures("signs")
def test_every_pdf_that_leaves_is_signed_and_no_rule_is_broken(tmp_path: Path) -> None:
    report = pressed(english()).pdf
    assert broken_rules(report, tmp_path) == {"PDFUA_1": [], "PDFA_2_A": []}
    child = plain_pdf(samples.manuscript())
    assert child is not None
    bundle = annexes_pdf(samples.manuscript(), {number: _scan(1) for number in range(1, 7)}, Look())
    for pdf in (report, child, bundle):
        found = judged(pdf)
        assert found is not None
        assert found.whole
    assert MARK not in draft_pdf(samples.manuscript(number=""))


def test_without_the_setting_the_same_bytes_come_out_as_ever(settings: LazySettings) -> None:
    assert settings.SIGNING is None
    report = english()
    made = pressed(report).pdf
    assert MARK not in made
    assert made == pressed(report).pdf
