"""The article of a row of the list of terms as a jurist writes it: art. 1:264 BW, art. 69 lid 2 onder a Vw 2000."""

from __future__ import annotations

import re

from helpdesk.remedies.terms import Term

_SHORT = {
    "Burgerlijk Wetboek Boek 1": "BW",
    "Vreemdelingenwet 2000": "Vw 2000",
    "Wetboek van Burgerlijke Rechtsvordering": "Rv",
    "Wetboek van Strafvordering": "Sv",
    "Beginselenwet justitiele jeugdinrichtingen": "Bjj",
    "Wet op het primair onderwijs": "WPO",
    "Wet kwaliteit, klachten en geschillen zorg": "Wkkgz",
    "Wet open overheid": "Woo",
    "Verordening (EU) 2016/679 (AVG)": "AVG",
    "EVRM (as changed by Protocol 15)": "EVRM",
    "UAVG / Awb": "UAVG",
}
# What the list writes for a reader of English.
_WORDED = {"6:24 (with 6:7, 6:8)": "6:24", "69 (old)": "69 (oud)", "6.1.12(7); Rv 806": "6.1.12 lid 7"}
_PART = re.compile(r"\((\d+)\)([a-z])?")


def cite(term: Term) -> str:
    """The short form of a row's article."""
    law = _SHORT.get(term.law, term.law.removesuffix(" / Rv"))
    places = [_place(part.strip(), law) for part in _WORDED.get(term.article, term.article).split(";")]
    return f"art. {_listed(places)} {law}"


def _place(article: str, law: str) -> str:
    article = _PART.sub(lambda found: f" lid {found[1]}" + (f" onder {found[2]}" if found[2] else ""), article)
    return f"1:{article}" if law == "BW" else article


def _listed(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} en {places[-1]}"


def is_old(term: Term) -> bool:
    """Whether its text was read in a snapshot of 2015 and not since: a jurist opens the source first."""
    return term.source.startswith("2015 snapshot")
