"""What this room knows about people, why, and how long."""

from __future__ import annotations

from helpdesk.vault.inventory import register

WHILE = "Zolang we helpen, en daarna zolang de organisatie heeft vastgesteld. Je kunt eerder vragen om wissen."
OPEN = "Tot de afgesproken dag, of tot we de toegang intrekken. Dan wissen we de sleutel."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    seat = "Weten welke advocaat stukken van een zaak mag ophalen, en wat zij kreeg."
    register("counsel.Seat", "content", purpose=seat, term=WHILE, kind="third party")
    register("counsel.Door", "lookup", purpose="De plek van de advocaat vinden.", term=OPEN, kind="technical")
    told = "Een antwoord van de advocaat verzegelen voor de zaak."
    register("counsel.Door", "told", purpose=told, term=OPEN, kind="technical")
    app = "Nagaan of het de advocaat zelf is, met een app op haar telefoon."
    register("counsel.Door", "totp", purpose=app, term=OPEN, kind="third party")
    for field in ("content", "data"):
        parcel = "Een stuk klaarleggen voor de advocaat van het kind."
        register("counsel.Parcel", field, purpose=parcel, term=OPEN, kind="asker")
