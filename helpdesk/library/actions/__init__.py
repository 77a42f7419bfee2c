"""What can be done with the library: bring sources in, write what we know, say what relies on what. It alone writes."""

from helpdesk.library.actions.imports import Source, import_source
from helpdesk.library.actions.knowledge import (
    ARTICLE_SAID,
    NotTheOwner,
    add_article,
    change_article,
    read_all_citations,
    retire_article,
    review_article,
)
from helpdesk.library.actions.own import load_own_lists
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
    "Source",
    "add_article",
    "add_reliance",
    "change_article",
    "check_reliance",
    "drop_reliance",
    "import_source",
    "key_of",
    "load_own_lists",
    "read_all_citations",
    "read_citations",
    "retire_article",
    "review_article",
]
