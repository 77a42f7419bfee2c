"""Small sources of our own for the tests of search: invented laws, so that nothing here can be taken for law."""

from __future__ import annotations

from datetime import date

from helpdesk.lib import clock
from helpdesk.library.models import Form, Kind, Passage, Version, Work

SCHOOL = {
    "hoofdstuk=1": (Form.HEADING, "", "Hoofdstuk 1", "De leerling", ""),
    "artikel=1": (
        Form.ARTICLE,
        "hoofdstuk=1",
        "Artikel 1",
        "Schorsing",
        "Het bestuur kan een leerling een week schorsen.",
    ),
    "artikel=2": (Form.ARTICLE, "hoofdstuk=1", "Artikel 2", "Vervoer", ""),
    "artikel=2&lid=1": (Form.PARAGRAPH, "artikel=2", "1", "", "De gemeente vergoedt de kosten van het vervoer."),
    "artikel=2&lid=2": (Form.PARAGRAPH, "artikel=2", "2", "", "Geen vergoeding krijgt wie naast de school woont:"),
    "artikel=2&lid=2&o=a": (Form.ITEM, "artikel=2&lid=2", "a", "", "tenzij de leerling in een rolstoel zit."),
}
FAMILY = {
    "artikel=10": (
        Form.ARTICLE,
        "",
        "Artikel 10",
        "",
        "De kinderrechter kan een machtiging uithuisplaatsing verlenen.",
    ),
    "artikel=11": (Form.ARTICLE, "", "Artikel 11", "", "Het kind heeft recht op omgang met zijn ouders."),
}
Texts = dict[str, tuple[Form, str, str, str, str]]


def law(
    code: str, texts: Texts, *, title: str = "", begins: date | None = None, ends: date | None = None, edition: int = 0
) -> Version:
    """A version of a work with these passages, read to its end."""
    work, _ = Work.objects.get_or_create(
        code=code, defaults={"kind": Kind.LAW, "title": title or code, "source": "test", "confidence": "knowledge"}
    )
    version = Version.objects.create(
        work=work, valid_from=begins, valid_until=ends, edition=edition, digest="0" * 64, file_name="test"
    )
    fill(version, texts)
    return version


def fill(version: Version, texts: Texts) -> None:
    """Put these passages in the place of what was there, as an import does."""
    version.passages.all().delete()
    for position, (address, (form, under, label, heading, text)) in enumerate(texts.items()):
        Passage.objects.create(
            version=version, position=position, address=address, under=under, form=form, label=label, heading=heading,
            text=text, digest="0" * 64,
        )  # fmt: skip
    version.read_at = clock.now()
    version.save()
