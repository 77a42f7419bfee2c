"""The words that are read aloud before somebody agrees, by age and language, with the version that a record keeps."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.people.consent import BAND_LABELS, Band
from helpdesk.ui.texts import LANGUAGES, tree

PARTS = ("what", "whom", "refusal", "consequence", "secrecy", "back")
LANGUAGE_LABELS = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True)
class ReadAloud:
    """What is said to somebody of this age, in one language."""

    band: str
    label: str
    language: str
    language_label: str
    lines: tuple[str, ...]


def read_aloud() -> list[ReadAloud]:
    """Every text, the youngest first."""
    return [
        ReadAloud(
            str(band),
            BAND_LABELS[band],
            language,
            LANGUAGE_LABELS[language],
            tuple(tree(language)["assent"][str(band)][part] for part in PARTS),
        )
        for band in Band
        for language in LANGUAGES
    ]


def version_for(band: Band) -> str:
    """What a record keeps: which version of the words for which age."""
    return f"{tree('nl')['assent']['version']}/{band}"
