"""The case as a numbered, hashed bundle: what can go into it, and the file that it becomes. Pure; nothing leaves here.

The list of hashes has the form of `sha256sum`, so that anybody can check it without us.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone

from helpdesk.cases.models import Attachment, Contact, Message, Note
from helpdesk.cases.panels.around import around
from helpdesk.cases.panels.papers import Papers
from helpdesk.lib import clock
from helpdesk.lib.papers.blocks import Heading, Lines, Paper, Paragraph, Run, Table, paragraphs
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.people.telling import Subject
from helpdesk.ui.templatetags.days import letter_day

HASHES = "SHA256SUMS"
INDEX = "00-inhoud.pdf"
HOW_TO_CHECK = (
    "Wie wil nagaan of er niets veranderd is, pakt alles uit in een map en draait daar: sha256sum -c SHA256SUMS. "
    "Op Windows kan het met: certutil -hashfile <bestand> SHA256."
)
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "text/plain": "txt"}


@dataclass(frozen=True)
class Item:
    """Something that can go along. `key` names it in the form; `internal` is for colleagues and left out by default.

    `with_whom` is the id of a participant for what was said with one of them; empty for the asker.
    """

    key: str
    kind: str
    what: str
    at: datetime
    who: str
    subject: Subject
    make: Callable[[], bytes] = field(repr=False)
    ending: str = "pdf"
    with_whom: str = ""
    internal: bool = False


@dataclass(frozen=True)
class Bundle:
    """The file, and what stands in it: name, what, day, digest."""

    data: bytes = field(repr=False)
    rows: tuple[tuple[str, str, str, str], ...]


def items_of(papers: Papers, copies: Callable[[Attachment], bytes]) -> list[Item]:
    """Everything of a case that can be given, oldest first: never where the child is, and no draft.

    Args:
        papers: what lies in the case, opened.
        copies: gives the safe copy of a file when it is really chosen.
    """
    parts = {str(one.id): f"{one.part.lower()} {one.initials}".strip() for one in around(papers.parties)}
    found = [*_said(papers, parts), *_notes(papers), *_moments(papers), *_files(papers, copies)]
    return sorted(found, key=lambda one: (one.at, one.key))


def _said(papers: Papers, parts: dict[str, str]) -> Iterable[Item]:
    now = clock.now()
    for row in papers.messages:
        content = row.content
        text, party = str(content.get("text") or ""), str(content.get("party") or "")
        if not text or "moved" in content or row.visible_at > now:
            continue
        other = parts.get(party, "iemand om het kind") if party else "vrager"
        ours = content["by"] not in {"asker", "party"}
        what = f"Bericht aan {other}" if ours else f"Bericht van {other}"
        subject = Subject.PROGRESS if ours else Subject.STORY
        yield _paper(row, "bericht", what, _at(content), "helpdesk" if ours else other, subject, text, party)


def _notes(papers: Papers) -> Iterable[Item]:
    for row in papers.notes:
        content = row.content
        if text := str(content.get("text") or ""):
            what, at = "Notitie van een collega", _at(content)
            yield replace(_paper(row, "notitie", what, at, "helpdesk", Subject.PROGRESS, text), internal=True)


def _moments(papers: Papers) -> Iterable[Item]:
    for row in papers.contacts:
        words, at = row.words, datetime.fromisoformat(row.course["at"])
        heads = (("Gevraagd", "asked"), ("Gezegd", "said"), ("Afgesproken", "agreed"))
        text = "\n\n".join(f"{head}: {words[name]}" for head, name in heads if words.get(name))
        if text:
            yield _paper(row, "gesprek", "Gesprek", at, "vrager en helpdesk", Subject.STORY, text)


def _files(papers: Papers, copies: Callable[[Attachment], bytes]) -> Iterable[Item]:
    for row in papers.files:
        ending = ENDINGS.get(row.content.get("kind", ""))
        if row.state == "safe" and ending:
            source = "vrager" if row.content["by"] == "asker" else "helpdesk"
            key, at = f"bestand:{row.pk}", datetime.fromisoformat(row.content["at"])
            what = f"Bestand (kopie): {row.content['name']}"
            yield Item(key, "bestand", what, at, source, Subject.DOCUMENTS, _later(copies, row), ending)


def _later(copies: Callable[[Attachment], bytes], row: Attachment) -> Callable[[], bytes]:
    return lambda: copies(row)


def _paper(
    row: Message | Note | Contact,
    kind: str,
    what: str,
    at: datetime,
    who: str,
    subject: Subject,
    text: str,
    party: str = "",
) -> Item:
    def make() -> bytes:
        head = Lines([f"{what}, {letter_day(at)} {at.year}"])
        return as_pdf(Paper(what, [head, *paragraphs(text)], at.date()))

    return Item(f"{kind}:{row.pk}", kind, what, at, who, subject, make, with_whom=party)


def _at(content: dict[str, str]) -> datetime:
    return timezone.localtime(datetime.fromisoformat(content["at"]))


def bundle(chosen: Sequence[Item], made_on: date) -> Bundle:
    """Number the items, make each, list them, hash all.

    Args:
        chosen: in the order of the bundle.
        made_on: the day on the list.
    """
    files: dict[str, bytes] = {}
    rows: list[tuple[str, str, str, str]] = []
    for number, one in enumerate(chosen, start=1):
        name, data = f"{number:02d}-{one.kind}.{one.ending}", one.make()
        files[name] = data
        rows.append((name, one.what, f"{timezone.localtime(one.at):%d-%m-%Y}", hashlib.sha256(data).hexdigest()))
    files[INDEX] = as_pdf(_index(rows, made_on))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return Bundle(_zip({**files, HASHES: sums.encode()}, made_on), tuple(rows))


def _index(rows: Sequence[tuple[str, str, str, str]], made_on: date) -> Paper:
    listed = [[name, what, day] for name, what, day, _ in rows]
    sums = [[name, " ".join(digest[at : at + 16] for at in range(0, 64, 16))] for name, _, _, digest in rows]
    return Paper(
        f"Stukken, {letter_day(made_on)} {made_on.year}",
        [
            Paragraph([Run(f"Aantal stukken: {len(rows)}.")]),
            Table(["Stuk", "Wat", "Van"], listed, [3, 6, 2]),
            Heading("Klopt het nog?"),
            *paragraphs(HOW_TO_CHECK),
            Table(["Stuk", "SHA-256"], sums, [2, 7]),
        ],
        made_on,
        foot="Kinderrechtenhelpdesk",
        mark="Vertrouwelijk",
    )


def _zip(files: dict[str, bytes], made_on: date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0)), data)
    return out.getvalue()
