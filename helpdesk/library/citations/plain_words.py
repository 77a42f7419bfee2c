"""What is no law, in words for somebody who never read a citation."""

from __future__ import annotations

from helpdesk.library.citations.dates import in_words
from helpdesk.library.citations.kinds import Citation, Ecli, EuropeanCourt, Journal, Kamerstuk, Law, Ljn, UnDocument

_COURTS = {
    "HR": "de Hoge Raad",
    "RVS": "de Raad van State",
    "CRVB": "de Centrale Raad van Beroep",
    "CBB": "het College van Beroep voor het bedrijfsleven",
}
_HUMAN_RIGHTS = "het Europees Hof voor de Rechten van de Mens"
_BODIES = {"CRC": "het Kinderrechtencomité van de Verenigde Naties"}
_JOURNALS = {"Stb.": "het Staatsblad", "Stcrt.": "de Staatscourant", "Trb.": "het Tractatenblad"}
_CHAMBERS = {"I": "de Eerste Kamer", "II": "de Tweede Kamer"}


def in_plain_words(citation: Citation) -> str:
    """The citation as a child would hear it, with the number by which it can be found."""
    match citation:
        case Ecli():
            return f"een uitspraak van {_court(citation)} uit {citation.year} ({citation.code})"
        case Ljn():
            return f"een oudere uitspraak van een rechter (nummer {citation.number})"
        case EuropeanCourt():
            day = f" van {in_words(citation.day)}" if citation.day else ""
            who = f" over {citation.parties.replace('/', ' tegen ')}" if citation.day and citation.parties else ""
            return f"een uitspraak{day} van {_HUMAN_RIGHTS}{who} (nummer {citation.application})"
        case UnDocument():
            body = _BODIES.get(citation.symbol.split("/")[0], "de Verenigde Naties")
            return f"een tekst van {body} ({citation.symbol})"
        case Journal():
            return f"{_JOURNALS[citation.journal]} van {citation.year}, nummer {citation.number}"
        case Kamerstuk():
            return f"een stuk van {_CHAMBERS[citation.chamber]} (dossier {citation.file}, nummer {citation.number})"
        case Law():
            return citation.name


def _court(citation: Ecli) -> str:
    if citation.country == "EU":
        return "het Hof van Justitie van de Europese Unie"
    if citation.country == "CE":
        return _HUMAN_RIGHTS
    if citation.country == "NL" and citation.court.startswith("GH"):
        return "een gerechtshof"
    if citation.country == "NL" and citation.court.startswith("RB"):
        return "een rechtbank"
    return _COURTS.get(citation.court, "een rechter") if citation.country == "NL" else "een rechter in een ander land"
