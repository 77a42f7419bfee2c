"""A question as weighted terms: what was typed, and for half what the thesaurus puts beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from helpdesk.library.sources.terms import telling, weighed
from helpdesk.library.sources.thesaurus import Match, Row, matches
from helpdesk.search.words import stem

BESIDE = 0.5  # what a word of the thesaurus weighs; chosen on the twenty lay questions that may be looked at
MOST_WORDS = 60  # of a long story; what comes after is not asked


@dataclass(frozen=True)
class Reason:
    """Words of law that are asked, and by which words of the question."""

    said: str
    legal: str
    terms: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """The terms of a question, and why each is asked."""

    terms: dict[str, float] = field(repr=False)
    reasons: tuple[Reason, ...] = field(repr=False)
    through: tuple[Match, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.terms)


def asked(question: str, rows: Iterable[Row] = ()) -> Asked:
    """What to look for. A question without a letter or digit asks nothing."""
    words = telling(question)[:MOST_WORDS]
    terms = weighed(dict.fromkeys(words))
    reasons = [Reason(word, "", _terms([word])) for word in dict.fromkeys(words)]
    through = matches(question, rows)
    beside: dict[str, float] = {}
    for match in through:
        for legal in match.row.legal:
            added = telling(legal)
            reasons.append(Reason(match.lay, legal, _terms(added)))
            for term, weight in weighed(dict.fromkeys(added), BESIDE).items():
                beside[term] = min(BESIDE, max(beside.get(term, 0.0), weight))
    for term, weight in beside.items():
        terms[term] = max(terms.get(term, 0.0), weight)
    return Asked(terms, tuple(reasons), tuple(through))


def _terms(words: Iterable[str]) -> frozenset[str]:
    """The whole stems: a part of a compound is no reason by itself."""
    return frozenset(stem(word) for word in words)
