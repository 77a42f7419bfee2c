"""What can be done with sources and knowledge. The only place that writes."""

from helpdesk.library.actions.knowledge import (
    ARTICLE_SAID,
    NotTheOwner,
    add_article,
    change_article,
    read_all_citations,
    retire_article,
    review_article,
)
from helpdesk.library.actions.reliance import (
    Meanwhile,
    Ours,
    add_reliance,
    check_reliance,
    drop_reliance,
    key_of,
    read_citations,
)

__all__ = [
    "ARTICLE_SAID",
    "Meanwhile",
    "NotTheOwner",
    "Ours",
    "add_article",
    "add_reliance",
    "change_article",
    "check_reliance",
    "drop_reliance",
    "key_of",
    "read_all_citations",
    "read_citations",
    "retire_article",
    "review_article",
]
