"""Run as the public program: reads codes, one a line, and prints those that open no mailbox."""

from __future__ import annotations

import sys

import django

django.setup()

from helpdesk.cases.access import visit_with  # noqa: E402
from helpdesk.lib.receipts import Receipt  # noqa: E402

for line in sys.stdin:
    if visit_with(Receipt.from_text(line)) is None:
        print(line.strip())
