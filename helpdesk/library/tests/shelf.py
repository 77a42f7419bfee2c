"""Works of a few articles for tests, and a reader that knows them. Digests are made as an importer makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import sha256

from helpdesk.lib import clock
from helpdesk.library.citations import Names
from helpdesk.library.cited import Cite, read_with
from helpdesk.library.models import Form, Kind, Passage, Version, Work

CODE, SHORT = "BWBR0099999", "Proefwet"
OLD, NEW = date(2020, 1, 1), date(2026, 7, 1)


def state(
    articles: Mapping[str, str], on: date | None = OLD, *, code: str = CODE, short: str = SHORT, edition: int = 0
) -> Version:
    """One state of a law: number of the article and its words."""
    named = {"kind": Kind.LAW, "title": f"Wet {short}", "short": short, "source": "proef", "confidence": "proef"}
    work, _ = Work.objects.get_or_create(code=code, defaults=named)
    digest = sha256(repr((code, on, edition, sorted(articles.items()))).encode()).hexdigest()
    version = Version.objects.create(
        work=work, valid_from=on, edition=edition, digest=digest, file_name="proef.xml", read_at=clock.now()
    )
    Passage.objects.bulk_create(
        Passage(
            version=version,
            position=position,
            address=f"artikel={number}",
            form=Form.ARTICLE,
            label=number,
            text=words,
            digest=sha256(words.encode()).hexdigest(),
        )
        for position, (number, words) in enumerate(articles.items())
    )
    return version


def two_states(*, code: str = CODE, short: str = SHORT) -> tuple[Version, Version]:
    """Article 1 stays, 2 changes, 3 goes, 4 comes; in the new state."""
    return (
        state({"1": "Eén.", "2": "Twee.", "3": "Drie."}, code=code, short=short),
        state({"1": "Eén.", "2": "Twee, anders.", "4": "Vier."}, NEW, code=code, short=short),
    )


def find(text: str, _: Names) -> Iterator[Cite]:
    """Every `art. 3 Proefwet` or `art. 3 lid 2 Proefwet`."""
    for found in re.finditer(rf"art\. (\w+)( lid (\w+))? {SHORT}", text):
        yield Cite(CODE, f"artikel={found[1]}" + (f"&lid={found[3]}" if found[3] else ""), found[0])


@contextmanager
def reading() -> Iterator[None]:
    """The reader of this shelf, for as long as this lasts."""
    before = read_with(find)
    try:
        yield
    finally:
        read_with(before)
