"""The official places where sources are published, and how each is asked. What is not certain says so.

The forms of the addresses were read in public documentation and programs of others, on a machine without network; they
were never tried against the services themselves. Each base can be changed in the settings.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlencode, urlsplit

from lxml import etree, html

from helpdesk.library.fetching import Fetcher, NotFetched
from helpdesk.library.reading.pieces import Unreadable
from helpdesk.library.reading.xml import local, plain, tree_of

PAGE = 100
LAW = re.compile(r"BWB[RVW]\d{7}")
ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}")
ITEM = re.compile(r"\d{3}-\d+(?:-\d+)?")


def laws(fetcher: Fetcher, codes: Iterable[str], *, base: str, on: date | None = None) -> Iterator[tuple[str, bool]]:
    """Every state of each law with its WTI and manifest, or the state of one day. Gives name and whether it is new.

    The search service answers in SRU 1.2; a record names its files in `locatie_toestand`, `locatie_wti` and
    `locatie_manifest`. The spelling of the filter by day (`overheidbwb.geldigheidsdatum`) is not certain.
    """
    for code in codes:
        if not LAW.fullmatch(code):
            raise NotFetched(f"{code}: geen nummer van het Basiswettenbestand")
        query = f"dcterms.identifier=={code}" + (f" and overheidbwb.geldigheidsdatum=={on.isoformat()}" if on else "")
        for url in _files_of(fetcher, base, query):
            path = PurePosixPath(urlsplit(url).path)
            name = path.name if path.suffix.lower() == ".xml" else f"{path.name}.xml"
            yield _told(fetcher, url, f"bwb/{code}/{name}")


def _files_of(fetcher: Fetcher, base: str, query: str) -> Iterator[str]:
    start, seen = 1, set()
    while True:
        asked = {"operation": "searchRetrieve", "version": "1.2", "x-connection": "BWB", "query": query}
        answer = _xml(fetcher, f"{base}?{urlencode({**asked, 'startRecord': start, 'maximumRecords': PAGE})}")
        count = 0
        for element in answer.iter():
            count += local(element) == "record"
            url = plain(element.text) if local(element).startswith("locatie_") else ""
            if url and url not in seen:
                seen.add(url)
                yield url
        total = next(
            (int(plain(one.text)) for one in answer.iter("{*}numberOfRecords") if plain(one.text).isdecimal()), 0
        )
        start += count
        if not count or start > total:
            return


def judgments(
    fetcher: Fetcher, eclis: Iterable[str] = (), *, since: date | None = None, subject: str = "", base: str
) -> Iterator[tuple[str, bool]]:
    """The judgments by number; with `since` also those that the search lists as changed since that day.

    The search gives an Atom feed in portions (`max`, `from`); `subject` is the address of a field of law in the
    service's own list. `modified`, `return=DOC` and `subject` are as the technical documentation of 2019 names them.
    """
    wanted = [*eclis, *(_listed(fetcher, base, since, subject) if since else ())]
    for ecli in dict.fromkeys(wanted):
        if not ECLI.fullmatch(ecli):
            raise NotFetched(f"{ecli}: geen ECLI")
        yield _told(fetcher, f"{base}/content?{urlencode({'id': ecli})}", f"rechtspraak/{ecli.replace(':', '.')}.xml")


def _listed(fetcher: Fetcher, base: str, since: date, subject: str) -> Iterator[str]:
    start = 0
    while True:
        asked = {"modified": f"{since.isoformat()}T00:00:00", "return": "DOC", "max": PAGE, "from": start}
        answer = _xml(fetcher, f"{base}/zoeken?{urlencode({**asked, **({'subject': subject} if subject else {})})}")
        found = [plain(one.findtext("{*}id")) for one in answer.iter("{*}entry")]
        yield from (one for one in found if ECLI.fullmatch(one))
        start += len(found)
        if len(found) < PAGE:
            return


def strasbourg(
    fetcher: Fetcher, items: Iterable[str] = (), *, query: str = "", base: str
) -> Iterator[tuple[str, bool]]:
    """European Court texts by item number (`001-57769`), or by a query of HUDOC, as plain text in English.

    HUDOC has no published interface: these are the addresses that its own page uses, and the least certain of all.
    The text comes as HTML; each paragraph becomes a line, as in the texts that the importer reads.
    """
    for item in [*items, *(_found(fetcher, base, query) if query else ())]:
        if not ITEM.fullmatch(item):
            raise NotFetched(f"{item}: geen nummer van HUDOC")
        name = f"hudoc/standard_{item}_ENG.txt"
        path = fetcher.folder / name
        if path.exists():
            yield name, False
            continue
        page, _new = fetcher.file(
            f"{base}/conversion/docx/html/body?{urlencode({'library': 'ECHR', 'id': item})}", f"{name}.html"
        )
        lines = paragraphs(page.read_bytes())
        part = path.with_name(path.name + ".part")
        part.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        part.replace(path)
        page.unlink()
        yield name, True


def _found(fetcher: Fetcher, base: str, query: str) -> Iterator[str]:
    start = 0
    while True:
        asked = {"query": query, "select": "itemid", "sort": "", "start": start, "length": PAGE}
        answer = json.loads(fetcher.text(f"{base}/query/results?{urlencode(asked)}"))
        found = [str(one["columns"]["itemid"]) for one in answer.get("results", [])]
        yield from found
        start += len(found)
        if not found or start >= int(answer.get("resultcount", 0)):
            return


def paragraphs(page: bytes) -> list[str]:
    """The paragraphs of a page as lines of text."""
    if not page.strip():
        return []
    found = (plain(" ".join(one.itertext())) for one in html.fromstring(page.decode("utf-8", "replace")).iter("p"))
    return [line for line in found if line]


def _xml(fetcher: Fetcher, url: str) -> etree._Element:
    try:
        return tree_of(io.BytesIO(fetcher.text(url)))[0]
    except Unreadable as why:
        raise NotFetched(f"{url}: {why}") from None


def _told(fetcher: Fetcher, url: str, name: str) -> tuple[str, bool]:
    _path, new = fetcher.file(url, name)
    return name, new
