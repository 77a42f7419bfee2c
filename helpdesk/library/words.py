"""What kinds, marks and places of sources are called in Dutch, for colleagues."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from helpdesk.library.models import Kind, Outcome

KINDS = {
    Kind.TREATY: lazy("Verdrag"),
    Kind.PROTOCOL: lazy("Protocol"),
    Kind.COMMENT: lazy("General comment"),
    Kind.LAW: lazy("Wet"),
    Kind.DECREE: lazy("Besluit"),
    Kind.JUDGMENT: lazy("Uitspraak"),
    Kind.POLICY: lazy("Beleid"),
    Kind.NOTE: lazy("Eigen aantekening"),
}
LANGUAGES = {"nl": lazy("Nederlands"), "en": lazy("Engels"), "fr": lazy("Frans")}
# How sure we are of a work, as (kind of chip, word).
SURENESS = {
    "official": ("ok", lazy("officiële tekst")),
    "unofficial": ("warn", lazy("geen officiële tekst")),
    "verified": ("ok", lazy("nagelezen")),
    "knowledge": ("waiting", lazy("uit kennis")),
    "uncertain": ("warn", lazy("onzeker")),
    "own": ("waiting", lazy("eigen lijst")),
}
OUTCOMES = {
    Outcome.BEGUN: ("waiting", lazy("bezig of afgebroken")),
    Outcome.STORED: ("ok", lazy("ingelezen")),
    Outcome.SAME: ("waiting", lazy("ongewijzigd")),
    Outcome.REFUSED: ("warn", lazy("niet gelezen")),
    Outcome.BROKEN: ("warn", lazy("afgebroken")),
}
_PARTS = {
    "artikel": lazy("artikel"), "lid": lazy("lid"), "o": lazy("onder"), "overweging": lazy("overweging"),
    "rov": lazy("r.o."), "par": lazy("par."), "al": lazy("alinea"), "bijlage": lazy("bijlage"), "noot": lazy("noot"),
    "tabel": lazy("tabel"), "hoofdstuk": lazy("hoofdstuk"), "titeldeel": lazy("titel"), "afdeling": lazy("afdeling"),
    "paragraaf": lazy("paragraaf"), "boek": lazy("boek"), "deel": lazy("deel"), "opinie": lazy("opinie"),
    "divisie": lazy("onderdeel"), "kop": lazy("kop"), "aanhef": lazy("aanhef"), "slot": lazy("slot"),
}  # fmt: skip


def sure(confidence: str) -> tuple[str, str]:
    """The chip of a mark; one that this version does not know is shown as it is."""
    kind, word = SURENESS.get(confidence, ("waiting", confidence))
    return kind, str(word)


def in_words(address: str) -> str:
    """artikel 3 lid 1 onder a."""
    said = []
    for part in address.split("&"):
        word, _equals, number = part.partition("=")
        if word == "nr":
            said.append(f"({number})")
        elif not re.fullmatch(r"_\d+", number):
            said.append(f"{_PARTS.get(word, word)} {number}".strip())
    return " ".join(said) or _("deze plaats")
