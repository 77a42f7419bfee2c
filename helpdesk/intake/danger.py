"""Does a story speak of danger now? Only so that the help numbers come first; a human decides about everything else."""

from __future__ import annotations

import re
from functools import cache

from helpdesk.ui.texts import LANGUAGES, tree


@cache
def _words() -> re.Pattern[str]:
    """All languages together: a child may write in another one than the page. A word counts from its beginning."""
    found = {word for language in LANGUAGES for word in tree(language)["danger"]["words"].split("|") if word.strip()}
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word.lower()) for word in sorted(found)) + ")")


def speaks_of_danger(text: str) -> bool:
    """Whether one of the words stands in the text."""
    return _words().search(text.lower()) is not None
