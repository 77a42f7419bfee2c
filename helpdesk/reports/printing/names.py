"""What stands on a printed report in our own words."""

from __future__ import annotations

from datetime import date
from typing import Final

ELEMENTS: Final = {
    "views": "De mening van het kind",
    "identity": "Identiteit",
    "family": "Gezin, familie en banden",
    "safety": "Zorg, bescherming en veiligheid",
    "vulnerability": "Kwetsbaarheid",
    "health": "Gezondheid",
    "education": "Onderwijs",
}
RIGHT: Final = {"right_fact": "Feit", "right_norm": "Norm", "right_gap": "Wat ontbreekt"}
GROUPS: Final = {
    "treaty": "Verdragen",
    "comment": "Toelichting van het Kinderrechtencomité",
    "law": "Wetten en regels",
    "case-law": "Rechtspraak",
    "policy": "Beleid",
    "other": "Andere bronnen",
}
LEVELS: Final = {"good": "goed", "moderate": "matig", "poor": "slecht", "unknown": "niet bekend"}
CONTESTED: Final = {"no": "nee", "yes": "ja", "unknown": "niet bekend"}
IN_FORCE: Final = {True: "", False: "gold niet op de dag van het besluit", None: "of het toen gold, is niet na te gaan"}
SURE: Final = {
    "verified": "",
    "unofficial": "geen officiële tekst",
    "title": "tekst niet opgenomen",
    "practice": "praktijk, geen rechtsregel",
    "uncertain": "niet zeker",
}
NOT_THERE: Final = {"fact": "[feit ontbreekt]", "citation": "[bron ontbreekt]", "person": "[iemand]"}
CONCEPT, CONFIDENTIAL = "Concept", "Vertrouwelijk"
NOTHING_YET: Final = "Hier staat nog niets."
WE, FROM_WORD = "Kinderrechtenhelpdesk", "Uit Word"
MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
KIND, CONTENTS = "Kinderrechtenrapportage", "Inhoud"


def day_in_words(day: date | None) -> str:
    """2 oktober 2026; nothing when there is no day."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
