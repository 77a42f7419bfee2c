"""What a hearing brings with it, for the panel of the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django import template

from helpdesk.cases.panels.deadlines import Deadline
from helpdesk.deadlines.papers import Offer, papers_before

register = template.Library()


@register.filter
def papers(hearing: date, deadlines: Iterable[Deadline]) -> Sequence[Offer]:
    """The terms for papers before this hearing that can be set."""
    return papers_before(hearing, deadlines)
