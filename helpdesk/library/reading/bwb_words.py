"""The elements of the Dutch law format (toestand, schema 2016-1 and before) and what each is to us."""

from __future__ import annotations

from helpdesk.library.models import Form, Kind

# Elements that hold others, and which are read as a stream. Those with a word have a heading of that name in addresses.
CONTAINERS = {
    **dict.fromkeys(("toestand", "wetgeving", "wet-besluit", "regeling", "circulaire", "verdrag", "verdragtekst"), ""),
    **dict.fromkeys(("wettekst", "regeling-tekst", "circulaire-tekst", "vrije-tekst"), ""),
    **{name: name for name in ("boek", "deel", "hoofdstuk", "titeldeel", "afdeling", "paragraaf", "sub-paragraaf")},
    "bijlage": "bijlage",
    "divisie": "divisie",
    "circulaire.divisie": "divisie",
}
STRUCTURE = {name: word for name, word in CONTAINERS.items() if word}  # also met inside an article, in a binnenwet
OWNERS = frozenset({"bijlage"})  # numbers begin anew

# Information about the text, by which nobody is bound: counted as such, never as text that was lost.
ABOUT = frozenset({
    "meta-data", "bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties", "publicatie", "brondata", "jcis",
    "geschiedenis", "parlementair", "eerst-verantwoordelijk", "materiele-uitwerkingtreding.datum", "origine",
    "alias-titels", "colspec", "spanspec", "verdragspartijen", "historische-brondata", "redactioneel", "totstandkoming",
    "vertaling-van", "vertaald-door", "grondslagen", "commentaar-wetgeving", "nootref",
})  # fmt: skip
TITLES = ("citeertitel", "intitule")

# What becomes a passage of its own, as (form, word of the address, where its number stands, cited from here).
HOLDERS: dict[str, tuple[str, str, str, bool]] = {
    "artikel": (Form.ARTICLE, "artikel", "kop", True),
    "enig-artikel": (Form.ARTICLE, "artikel", "kop", True),
    "wijzig-artikel": (Form.ARTICLE, "artikel", "kop", True),
    "lid": (Form.PARAGRAPH, "lid", "lidnr", False),
    "wijzig-lid": (Form.PARAGRAPH, "lid", "lidnr", False),
    "li": (Form.ITEM, "o", "li.nr", False),
    "definitie-item": (Form.ITEM, "o", "li.nr", False),
    "specificatie-item": (Form.ITEM, "o", "li.nr", False),
    "wijziging": (Form.ITEM, "o", "nr", False),
    "noot.li": (Form.ITEM, "o", "li.nr", False),
    "considerans.al": (Form.RECITAL, "overweging", "", True),
    "noot": (Form.NOTE, "noot", "noot.nr", False),
}
# Whole parts without a number, under an address of their own.
PARTS = {
    "aanhef": (Form.HEADING, "aanhef", "Aanhef"),
    "circulaire.aanhef": (Form.HEADING, "aanhef", "Aanhef"),
    "wetsluiting": (Form.HEADING, "slot", "Slot"),
    "regeling-sluiting": (Form.HEADING, "slot", "Slot"),
    "circulaire-sluiting": (Form.HEADING, "slot", "Slot"),
    "officiele-inhoudsopgave": (Form.HEADING, "inhoudsopgave", "Inhoudsopgave"),
    "artikel.toelichting": (Form.TEXT, "toelichting", "Toelichting"),
    "model": (Form.TEXT, "model", "Model"),
}
# What only keeps others together.
LOOSE = frozenset({
    "lijst", "definitielijst", "specificatielijst", "considerans", "considerans.lijst", "context", "context.lijst",
    "afkondiging", "preambule", "al-groep", "structuurtekst", "tekst", "citaat", "wetcitaat", "citaat-artikel",
    "artikeltekst", "bijlage-sluiting", "slotformulering", "inhoud-groep", "binnenwet", "wijzig-lid-groep",
    "wijzig-divisie", "noot.lijst", "goedkeuring", "adreslijst", "adres", "definitie", "specificatie", "naamlijst",
    "ondertekenaar", "formule", "plaatje", "structuur.algemeen", "structuur.minimaal", "bron",
})  # fmt: skip
# One line of text each.
LINES = frozenset({
    "al", "wie", "wij", "tussenkop", "context.al", "gegeven", "ondertekening", "uitgifte", "dagtekening", "inhoud",
    "term", "waarde", "noot.al", "adresregel", "kop", "artikelkop", "wat", "aan-wie", "in-afschrift-aan", "kenmerk",
    "bijschrift", "naam", "subtitel", "titel", "omissie", "deze", "functie", "datum", "plaats", "koning", "lidnr",
    "considerans.al", "eg-richtlijn", "illustratie", "label", "nr", "li.nr", "uitgegeven", "title",
})  # fmt: skip
INLINE = frozenset({
    "nadruk", "sup", "inf", "ovl", "unl", "extref", "intref", "extref-groep", "intref-groep", "aanhaling", "redactie",
    "tekstcorrectie", "indexterm", "dfn", "cit", "afk", "dossierref", "ref-item", "eg-richtlijn", "omissie",
})  # fmt: skip

KINDS = {
    **dict.fromkeys(("wet", "rijkswet", "wet-BES"), Kind.LAW),
    "verdrag": Kind.TREATY,
    **dict.fromkeys(("circulaire", "circulaire-BES", "beleidsregel", "beleidsregel-BES", "reglement"), Kind.POLICY),
}


def kind_of(sort: str, title: str) -> str:
    """Our kind for the sort of regulation that the file names; what is not a law, treaty or policy is a decree."""
    kind = KINDS.get(sort, Kind.DECREE)
    if kind == Kind.TREATY and "protocol" in title.lower()[:40]:
        kind = Kind.PROTOCOL
    return str(kind)
