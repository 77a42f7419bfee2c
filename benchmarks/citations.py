"""How many references of the editors of the national databank do we find, and do they point where the editors point?

    python -m benchmarks.citations [--misses] [--even | --odd]

The references lie in the folder of test data, beside the checkout or where HELPDESK_TEST_DATA says. `exact` wants the
same first and last sign (white space and a comma at the ends aside), `overlap` one sign in common. References to
European law are counted apart: the databank has no codes for those, so the editors never tag them. What we find and the
editors did not tag was read one by one; each stands in `disputed_citations.csv` beside the tests, by line of the file,
first sign and digest of its words, with the reason why we hold it to be a reference. Precision is said with them
counted as wrong and with them left out.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from helpdesk.library.citations import Found, Law, find

ROOT = Path(__file__).parents[1]
DISPUTED = ROOT / "helpdesk" / "library" / "tests" / "disputed_citations.csv"
Mark = tuple[int, int, str]  # a line of the file, the first sign in its text, and the digest of the words
Span = tuple[int, int]
Target = tuple[str, str]  # the work, and the article or the lowest heading


def folder() -> Path | None:
    """The folder with references, or None."""
    told = os.environ.get("HELPDESK_TEST_DATA")
    homes = [Path(told)] if told else [parent / "shared" / "data" for parent in ROOT.parents]
    return next((home / "refs" for home in homes if (home / "refs").is_dir()), None)


def rows(home: Path) -> list[dict[str, Any]]:
    """The texts with their references."""
    lines = (home / "bwb_reference_gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [{**json.loads(line), "line": number} for number, line in enumerate(lines, 1)]


def disputed() -> dict[Mark, str]:
    """The references without a tag that we hold to be references, with the reason."""
    with DISPUTED.open(encoding="utf-8", newline="") as file:
        return {(int(row["line"]), int(row["start"]), row["digest"]): row["reason"] for row in csv.DictReader(file)}


@dataclass
class Score:
    """What was counted. `misses` says each difference in a line."""

    tagged: int = 0
    found: int = 0
    european: int = 0
    exact: int = 0
    overlapping: int = 0
    untagged: list[Mark] = field(default_factory=list)
    resolved: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def disputed(self) -> int:
        """How many of those without a tag are in our list."""
        return len(disputed().keys() & set(self.untagged))

    def lines(self) -> Iterator[str]:
        """The score as it is printed."""
        national = self.found - self.european
        yield f"tagged {self.tagged}, found {self.found}, of which European law {self.european}"
        yield f"finding, exact:   precision {self.exact / national:.4f}, recall {self.exact / self.tagged:.4f}"
        yield f"finding, exact, without the {self.disputed} disputed: {self.exact / (national - self.disputed):.4f}"
        met = self.exact + self.overlapping
        yield f"finding, overlap: precision {met / national:.4f}, recall {met / self.tagged:.4f}"
        yield f"finding, exact, European law counted as wrong: precision {self.exact / self.found:.4f}"
        yield f"resolving: recall {self.resolved / self.tagged:.4f}, precision of the tagged {self.resolved / met:.4f}"


def measure(texts: list[dict[str, Any]]) -> Score:
    """Find in every text and compare with its tags."""
    score = Score()
    for row in texts:
        _one(row, score)
    return score


def _one(row: dict[str, Any], score: Score) -> None:
    text = row["text"]
    tags = {_trimmed(text, tag["start"], tag["end"]): _told(tag["jci"]) for tag in row["refs"]}
    ours = {
        (one.start, one.end): one for one in find(text, context_work=row["bwb"]) if isinstance(one.citations[0], Law)
    }
    score.tagged += len(tags)
    score.found += len(ours)
    for span, target in tags.items():
        met = [span] if span in ours else [other for other in ours if _meet(span, other)]
        score.exact += span in ours
        score.overlapping += bool(met) and span not in ours
        right = any(_target(ours[one]) == target for one in met)
        score.resolved += right
        if span not in ours or not right:
            score.misses.append(
                f"{_cut(text, span)} -> {target}; ours: {[(_cut(text, one), _target(ours[one])) for one in met]}"
            )
    for span, one in ours.items():
        european = not _target(one)[0].startswith("BWB") and bool(_target(one)[0])
        score.european += european
        if not european and not any(_meet(span, tag) for tag in tags):
            score.untagged.append((row["line"], span[0], sha256(text[slice(*span)].encode()).hexdigest()[:16]))
            score.misses.append(f"not tagged: {_cut(text, span)} in {text[max(0, span[0] - 60) : span[1] + 30]!r}")


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _cut(text: str, span: Span) -> str:
    return repr(text[slice(*span)])


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end


def _told(jci: str) -> Target:
    """Where the editors point: they go down to the article."""
    code, *parts = jci.removeprefix("jci1.3:c:").split("&")
    return code, _lowest(
        [(key, value) for key, _, value in (part.partition("=") for part in parts) if key not in ("z", "g")]
    )


def _target(found: Found) -> Target:
    law = found.citations[0]
    assert isinstance(law, Law)
    return law.work, _lowest([part for part in law.parts if part[0] != "boek"])


def _lowest(parts: list[tuple[str, str]]) -> str:
    article = dict(parts).get("artikel")
    return f"artikel={article}" if article else "=".join(parts[-1]) if parts else ""


def main(arguments: list[str]) -> None:
    """Print the score."""
    home = folder()
    if home is None:
        sys.exit("The references are not on this machine; set HELPDESK_TEST_DATA.")
    texts = rows(home)
    if "--even" in arguments or "--odd" in arguments:
        texts = texts[1::2] if "--even" in arguments else texts[::2]
    score = measure(texts)
    print("\n".join([*(score.misses if "--misses" in arguments else []), *score.lines()]))


if __name__ == "__main__":
    main(sys.argv[1:])
