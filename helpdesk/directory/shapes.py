"""The shapes in which the house meets reference data: a theme with its subthemes, an institution with its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from helpdesk.directory.files import Item


@dataclass(frozen=True)
class Choice:
    """Something to choose: its id is stored (sealed, in cases), its label is shown."""

    id: str
    label_nl: str
    label_en: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_nl

    @classmethod
    def of(cls, item: Item) -> Self:
        return cls(item.key, item.label_nl, item.label_en)


@dataclass(frozen=True)
class Theme(Choice):
    """A field of law, the team that answers it (a slug of teams.toml; empty: triage decides) and what is in it."""

    team: str
    subthemes: tuple[Choice, ...]
    crc_articles: tuple[int, ...]
    institutions: tuple[str, ...]


_KNOWN_OF_SOME = ("child_direct", "reach", "age_from", "age_to", "hours", "hours_confidence")


@dataclass(frozen=True)
class Institution:
    """Where to turn to; what is empty is not known.

    Each number and address carries how sure we are; an uncertain one is not shown to children.
    """

    id: str
    name: str
    name_en: str
    kind: str
    role_nl: str
    refer_when_nl: str
    phone: str
    phone_confidence: str
    url: str
    url_confidence: str
    checked_on: date
    note: str
    child_direct: str = ""
    reach: str = ""
    age_from: str = ""
    age_to: str = ""
    hours: str = ""
    hours_confidence: str = ""

    @classmethod
    def of(cls, item: Item) -> Institution:
        data: Any = item.data
        told = {name: data[name] for name in ("role_nl", "refer_when_nl", "phone", "phone_confidence", "url")}
        more = {"url_confidence": data["url_confidence"], "note": data["note"], "kind": data["type"]}
        # Rows that were loaded from an older edition of the file do not have these.
        known = {name: str(data.get(name) or "") for name in _KNOWN_OF_SOME}
        return cls(item.key, item.label_nl, item.label_en, checked_on=item.checked_on, **told, **more, **known)


@dataclass(frozen=True)
class Article:
    """An article of the Convention on the Rights of the Child, in our own words."""

    number: int
    title_nl: str
    title_en: str
    summary_nl: str
    confidence: str

    @classmethod
    def of(cls, item: Item) -> Article:
        number, summary = int(item.key), str(item.data["summary_nl"])
        return cls(number, item.label_nl, item.label_en, summary, item.confidence)


@dataclass(frozen=True)
class Comment:
    """A general comment of the Committee on the Rights of the Child: what it is about, in our own words."""

    number: int
    symbol: str
    year: str
    subject_nl: str
    subject_en: str
    relation: str
    joint_with: str
    status: str
    sure_of: str
    confidence: str
    source: str
    checked_on: date

    @classmethod
    def of(cls, item: Item) -> Comment:
        data: Any = item.data
        told = {
            name: str(data[name] or "") for name in ("symbol", "year", "relation", "joint_with", "status", "sure_of")
        }
        return cls(
            number=int(item.key),
            subject_nl=item.label_nl,
            subject_en=item.label_en,
            confidence=item.confidence,
            source=item.source,
            checked_on=item.checked_on,
            **told,
        )


@dataclass(frozen=True)
class Condition:
    """One of the fourteen conditions for a child's development, with its domain and our own explanation."""

    number: int
    name: str
    domain: str
    explanation: str
    crc_articles: tuple[int, ...]
    confidence: str
    name_en: str

    @classmethod
    def of(cls, item: Item) -> Condition:
        data: Any = item.data
        articles = tuple(int(one) for one in str(data["crc_articles_suggested"]).split(";") if one)
        words = (item.label_nl, str(data["domain_nl"]), str(data["explanation_nl"]))
        return cls(int(item.key), *words, articles, item.confidence, item.label_en)
