"""The standard texts of the demonstration. Only with DEMO on, and only where there are none yet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from helpdesk.directory.actions import add_standard_text
from helpdesk.directory.models import StandardText
from helpdesk.lib import clock
from helpdesk.teams.models import Member

FILE = Path(__file__).parent / "data" / "demo_texts.toml"


@transaction.atomic
def load_texts(people: Mapping[str, Member]) -> int:
    """Add them; how many. Twice is fine.

    Args:
        people: the cast by slug; each text names its owner.
    """
    if not settings.DEMO:
        raise RuntimeError("These texts exist only in a demonstration (HELPDESK_DEMO=1).")
    if StandardText.objects.exists():
        return 0
    texts = tomllib.loads(FILE.read_text("utf-8"))["text"]
    for text in texts:
        owner = people[text["owner"]]
        lists = {name: text.get(name, []) for name in ("themes", "states", "askers")}
        said = {**lists, "title": text["title"], "language": text["language"], "body": text["body"].strip()}
        review_on = clock.today() + timedelta(days=text["review_in"])
        add_standard_text(actor=owner, said={**said, "owner": owner, "review_on": review_on})
    return len(texts)
