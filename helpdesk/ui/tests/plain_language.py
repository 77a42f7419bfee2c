"""A small measure of plain Dutch: short sentences, short words, no officialese, nothing passive. Level B1, age 11."""

import re
from dataclasses import dataclass

OFFICIALESE = frozenset(
    """
    aangaande aldaar alsmede alvorens betreffende bewerkstelligen conform desbetreffende dienaangaande dient
    doch echter gaarne geacht gedurende gelieve helaas hierbij hieromtrent indien inzake jegens krachtens mits
    nader niettemin omtrent onderhavige reeds respectievelijk succesvol teneinde tenzij tevens thans uiterst
    verzoeken verzoekt vooralsnog voornemens voornoemd waaronder wederom zodanig zulks
    """.split()  # noqa: SIM905  a list of words reads best as words
)
# Words of more than four syllables that an eleven-year-old knows, or names that she needs.
KNOWN_LONG = frozenset(
    {
        "kinderrechtenhelpdesk",
        "toegankelijkheid",
        "boodschappenlijst",
        "bibliotheek",
        "reservekopieën",
        "persoonsgegevens",
        "kinderombudsman",
    }
)
_VOWELS = re.compile(r"[aeiouyáéíóúàèëïöüê]+", re.IGNORECASE)


@dataclass(frozen=True)
class Measure:
    """What one text comes to."""

    sentences: int
    words: int
    longest: int
    hard: tuple[str, ...]
    official: tuple[str, ...]

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return self.words / max(1, self.sentences)


def measure(text: str) -> Measure:
    """Count sentences, words, and the words that a child stumbles over."""
    text = text.replace("\u00ad", "")
    sentences = [part for part in re.split(r"(?<=[.?:])\s+", text) if re.search(r"\w", part)]
    counted = [re.findall(r"[\w’'-]+", sentence) for sentence in sentences]
    words = [word.lower() for sentence in counted for word in sentence]
    hard = tuple(word for word in words if len(_VOWELS.findall(word)) > 4 and word not in KNOWN_LONG)
    official = tuple(word for word in words if word in OFFICIALESE)
    return Measure(len(sentences), len(words), max(map(len, counted), default=0), hard, official)
