"""The internal articles of the demonstration. Only with DEMO on, and only where there are none yet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from helpdesk.lib import clock
from helpdesk.library.actions import add_article
from helpdesk.library.models import KnowledgeArticle
from helpdesk.teams.models import Member

FILE = Path(__file__).parent / "data" / "demo_knowledge.toml"


@transaction.atomic
def load_knowledge(people: Mapping[str, Member]) -> int:
    """Add them; how many. Twice is fine.

    Args:
        people: the cast by slug; each article names its owner.
    """
    if not settings.DEMO:
        raise RuntimeError("These articles exist only in a demonstration (HELPDESK_DEMO=1).")
    if KnowledgeArticle.objects.exists():
        return 0
    articles = tomllib.loads(FILE.read_text("utf-8"))["article"]
    for one in articles:
        owner, review_on = people[one["owner"]], clock.today() + timedelta(days=one["review_in"])
        said = {"title": one["title"], "body": one["body"].strip(), "themes": one["themes"]}
        add_article(actor=owner, said={**said, "owner": owner, "review_on": review_on})
    return len(articles)
