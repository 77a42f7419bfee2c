"""Cases and queries made up by a seeded dice: words of the field, inflections, compounds, names in several ways."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from helpdesk.search.document import Document, Field, Item, item

_NAMES = (
    "Mohammed Mohamed Muhammed Fatima Fatma Yıldız Yildiz Celik Çelik Aïcha Aisha Jeroen Sjoerd Shahin Şahin Wójcik "
    "Nguyen Oumar Omar Youssef Yusuf Kowalski Kovalski محمد فاطمة Jansen Janssen Visser Fisser"
)
NAMES = _NAMES.split()
_COMMON_WORDS = (
    "de het een ik mijn moeder vader kind kinderen kindje huis huizen school scholen rechter rechters brief brieven "
    "wonen woon woonde plaatsen plaatsing geplaatst gezin gezinnen zorg hulp wet recht rechten plan zaak zaken oma opa "
    "bang boos thuis naar met niet van en uit voor over op foto foto's één zo'n pgb ex-man 14 2026 06-12345678 "
    "stelling stellen toezicht verblijf vergunning mishandeling mishandelde uithuis uithuisgeplaatst jeugd"
)
_COMMON = _COMMON_WORDS.split()
_PATH = Path(__file__).with_name("compounds.txt")
_COMPOUNDS = [line.split(" = ")[0] for line in _PATH.read_text("utf-8").splitlines() if line and line[0] not in "#-"]
_FIELDS = [Field.WORDS] * 6 + [Field.FILE] * 2 + [Field.TITLE]


def cases(number: int, seed: int) -> list[Document]:
    """So many cases, the common words common and the rest rare."""
    dice = random.Random(seed)
    return [Document(UUID(int=dice.getrandbits(128)), tuple(_items(dice))) for _ in range(number)]


def _items(dice: random.Random) -> list[Item]:
    made = [item("note", at, dice.choice(_FIELDS), text(dice)) for at in range(dice.choice([0, 1, 1, 2, 3, 5]))]
    if dice.random() < 0.4:
        made.append(item("party", 9, Field.NAME, " ".join(dice.sample(NAMES, 2))))
    return made


def text(dice: random.Random) -> str:
    """Some sentences."""
    return " ".join(_word(dice) + dice.choice(["", "", "", "", ".", ",", "\n"]) for _ in range(dice.randrange(60)))


def _word(dice: random.Random) -> str:
    chance = dice.random()
    if chance < 0.7:
        return _COMMON[min(int(dice.expovariate(0.06)), len(_COMMON) - 1)]
    if chance < 0.9:
        return dice.choice(_COMPOUNDS)
    return dice.choice(NAMES) if chance < 0.98 else "".join(dice.choices("abcdeioru", k=5))


def query(dice: random.Random, known: list[Document]) -> str:
    """A query as people type them, half of it out of what stands somewhere."""
    pieces = [_piece(dice, known) for _ in range(dice.choice([1, 1, 1, 2, 2, 3]))]
    if dice.random() < 0.15:
        pieces.append("-" + _word(dice))
    return " ".join(pieces)


def _piece(dice: random.Random, known: list[Document]) -> str:
    chance = dice.random()
    if chance < 0.15 and (pair := _neighbours(dice, known)):
        return f'"{pair}"'
    if chance < 0.3:
        return _word(dice)[: dice.randrange(1, 6)] + "*"
    return _word(dice)


def _neighbours(dice: random.Random, known: list[Document]) -> str:
    items = dice.choice(known).items
    words = list(dice.choice(items).words) if items else []
    pairs = [f"{one} {other}".replace("@", "") for one, other in pairwise(words)]
    return dice.choice(pairs) if pairs else ""
