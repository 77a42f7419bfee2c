"""The number of a published decision, as somebody typed it: read by the citations of the library, or refused."""

from __future__ import annotations

from helpdesk.library.citations import Ecli, NotACitation, parse, to_text

NO_ECLI = "Dit is geen ECLI-nummer. Een voorbeeld: ECLI:NL:RBLIM:2021:4701."


class NotPublished(ValueError):
    """Not an ECLI; the sentence says so."""


def ecli_of(text: str) -> str:
    """The ECLI as it is written, or nothing for nothing; raises NotPublished."""
    typed = " ".join(text.split())
    if not typed:
        return ""
    try:
        found = parse(typed)
    except NotACitation:
        raise NotPublished(NO_ECLI) from None
    if not isinstance(found, Ecli):
        raise NotPublished(NO_ECLI)
    return to_text(found)
