"""The case of a whole report: a girl, who stands around her, six papers, and words that may be in no file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from helpdesk.cases import actions as cases
from helpdesk.cases.models import Case
from helpdesk.counsel.tests.scene import agreed, given, lawyer
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice
from tests import cast

QUESTION = (
    "Ik woon sinds de zomer in een pleeggezin. Ik wil weten wanneer ik naar huis mag. Als niemand het weet, wil ik dat"
    " ze dat zeggen. Ik mis mijn broer en mijn oma."
)
QUOTED = "Ik wil weten wanneer ik naar huis mag. Als niemand het weet, wil ik dat ze dat zeggen."
CHILD, MOTHER, FATHER = "Dounia Kwartelslag", "Mariam Kievitsbloem", "Henk Wielewaal"
GUARDIAN, COUNSEL = "Petra Lepelaar", "Margriet Zilverreiger"
PLACE, NOTE, AUTHOR = "Wulpenpad 17, Ossenzijl", "Grutto denkt dat de pleegvader drinkt.", "J. Sperwerhout"
# What may stand in no report, in no file with it and in no metadata.
CANARIES = [
    *CHILD.split(), *MOTHER.split(), *FATHER.split()[1:], *GUARDIAN.split(), *COUNSEL.split(), *PLACE.split(", "),
    "Grutto", "pleegvader", AUTHOR, "Iris de Wit", "Sanne Oud"
]  # fmt: skip
PAPERS = (
    ("besluit-2-oktober.pdf", 3),
    ("verslag-school.pdf", 2),
    ("plan-van-aanpak.pdf", 2),
    ("brief-oma.png", 1),
    ("rooster-bezoek.png", 1),
)


@dataclass
class InCase:
    """The case and who is in it."""

    case: Case
    child: UUID
    mother: UUID
    counsel: UUID


def in_case() -> InCase:
    """As a jurist finds it when she begins: people, a question, a note, whereabouts, files and a letter."""
    case = cast.taken(text=QUESTION, asker="kind")
    people: dict[str, UUID] = {}
    by_post: dict[str, Any] = {"address": "Gracht 2\nLeiden", "short": "M.Z.", "name": COUNSEL}
    with cast.opened("iris", case, to="add-party") as file:
        for key, person in {
            "child": Person(Part.CHILD, name=CHILD),
            "mother": Person(Part.PARENT, name=MOTHER),
            "father": Person(Part.PARENT_WITHOUT, name=FATHER),
            "guardian": Person(Part.GUARDIAN, name=GUARDIAN),
            "counsel": lawyer(**by_post, channels={Channel.EMAIL: Choice.YES, Channel.POST: Choice.YES}),
        }.items():
            people[key] = cases.add_party(file=file, person=person).pk
    with cast.opened("iris", case, to="note") as file:
        cases.note(file=file, text=NOTE)
    with cast.opened("iris", case, to="set-whereabouts") as file:
        cases.set_whereabouts(file=file, typed={"address": PLACE, "note": ""})
    agreed(case, people["counsel"])
    desk = cast.desk_client("iris")
    for name, pages in PAPERS:
        upload = SimpleUploadedFile(name, _paper(name, pages))
        assert desk.post(f"/zaak/{case.code}/bestand/", {"files": upload, "source": "letter"}).status_code == 302
    given(case, about="Bezoek aan mijn broer")
    return InCase(case, people["child"], people["mother"], people["counsel"])


def day() -> date:
    """Of the decision."""
    return date(2026, 10, 2)


def _paper(name: str, pages: int) -> bytes:
    """A few pages with words on them, and an author whom nobody may read."""
    drawn = []
    for number in range(1, pages + 1):
        sheet = Image.new("RGB", (827, 1169), "white")
        words = f"{name.rpartition('.')[0]}\n\nBladzijde {number} van {pages}\n\n" + "Zo staat het in dit stuk.\n" * 12
        ImageDraw.Draw(sheet).text((90, 90), words, "black", ImageFont.load_default(22))
        drawn.append(sheet)
    out = io.BytesIO()
    if name.endswith(".png"):
        drawn[0].save(out, "PNG")
        return out.getvalue()
    drawn[0].save(out, "PDF", save_all=True, append_images=drawn[1:], resolution=100, author=AUTHOR, title=AUTHOR)
    with pikepdf.open(io.BytesIO(out.getvalue())) as control:
        assert str(control.docinfo["/Author"]) == AUTHOR
    return out.getvalue()
