"""The journal and "who looked": from the ledger, so events and never content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncDate

from helpdesk.cases.panels.people import Colleagues
from helpdesk.ledger.models import Entry
from helpdesk.ledger.reading import of_object

SHOWN = 200
# verb: icon and sentence. A verb that is not here is not shown.
SENTENCES = {
    "ask": ("chat", "Vraag binnengekomen"),
    "answer": ("chat", "De vrager schreef terug"),
    "addition": ("chat", "De vrager vulde de vraag aan"),
    "complain": ("flag", "Klacht over ons binnengekomen"),
    "confirm-complaint": ("pen", "Ontvangst van de klacht bevestigd"),
    "answer-complaint": ("check", "Klacht beantwoord"),
    "tell-how": ("chat", "De vrager zei hoe het ging"),
    "ask-again": ("arrow", "De vrager vroeg om nog een keer te kijken"),
    "burn": ("lock", "De vrager wiste de berichten"),
    "accept": ("check", "Aangenomen in triage"),
    "take": ("hand", "Opgepakt"),
    "route": ("people", "Aan een team gegeven"),
    "assign": ("people", "Aan een collega gegeven"),
    "hand-over": ("people", "Overdracht gevraagd"),
    "accept-handover": ("people", "Overdracht aangenomen"),
    "decline-handover": ("people", "Overdracht afgewezen"),
    "reply": ("pen", "Antwoord verstuurd"),
    "ask-more": ("question", "Vraag aan de vrager verstuurd"),
    "take-back": ("back", "Bericht teruggehaald"),
    "write-to-party": ("pen", "Geschreven aan iemand om het kind"),
    "send-mail": ("mail", "E-mail verstuurd, of tegengehouden"),
    "retry-mail": ("mail", "E-mail opnieuw geprobeerd"),
    "settle-mail": ("check", "E-mail die niet aankwam afgehandeld"),
    "invite-asker": ("mail", "De vrager uitgenodigd per e-mail"),
    "accept-invitation": ("key", "De link van de uitnodiging is geopend"),
    "cut-off-mailbox": ("lock", "Het postvak van de vrager afgesloten"),
    "note": ("note", "Notitie geschreven"),
    "move-message": ("arrow", "Bericht of notitie verplaatst"),
    "put-back-message": ("back", "Bericht of notitie teruggezet"),
    "set-urgency": ("flag", "Spoed bepaald"),
    "set-themes": ("list", "Titel en thema bepaald"),
    "plan-task": ("calendar", "Taak gepland"),
    "finish-task": ("check", "Taak bijgewerkt"),
    "wait-third": ("clock", "Wacht op een ander"),
    "resume": ("arrow", "Weer bij ons"),
    "close": ("check", "Afgesloten"),
    "reopen": ("arrow", "Heropend"),
    "refer": ("arrow", "Doorverwezen"),
    "reject": ("cross", "Niet voor ons"),
    "mark-conflict": ("eye", "Een collega stapte opzij"),
    "make-case": ("phone", "Zaak gemaakt van een gesprek"),
    "join-contact": ("phone", "Gesprek gekoppeld"),
    "take-off-contact": ("back", "Gesprek losgemaakt"),
    "show-code-word": ("key", "Codewoord getoond"),
    "add-party": ("people", "Iemand om het kind heen erbij gezet"),
    "change-party": ("people", "Iemand om het kind heen gewijzigd"),
    "remove-party": ("people", "Iemand om het kind heen weggehaald"),
    "restore-party": ("people", "Iemand om het kind heen teruggezet"),
    "show-party-code-word": ("key", "Codewoord getoond"),
    "record-consent": ("check", "Toestemming opgeschreven"),
    "withdraw-consent": ("cross", "Toestemming ingetrokken"),
    "ask-exception": ("question", "Uitzondering gevraagd"),
    "grant-exception": ("check", "Uitzondering toegestaan"),
    "use-exception": ("alert", "Uitzondering gebruikt"),
    "call-party": ("phone", "Gebeld met iemand om het kind heen"),
    "set-asker-contact": ("mail", "Opgeschreven of mailen naar de vrager veilig is"),
    "set-needs": ("pen", "Bijgewerkt wat helpt bij contact"),
    "set-whereabouts": ("home", "Verblijf bijgewerkt"),
    "show-whereabouts": ("eye", "Verblijf getoond"),
    "show-name": ("eye", "Naam getoond"),
    "compare-parties": ("search", "Vergeleken met mensen in andere zaken"),
    "mail-in": ("mail", "E-mail binnengekomen"),
    "make-case-of-mail": ("mail", "Zaak gemaakt van een e-mail"),
    "attach-file": ("plus", "Bestand erbij gezet"),
    "recheck-file": ("check", "Bestand opnieuw gecontroleerd"),
    "lock-file": ("lock", "Bestand op slot gezet"),
    "ask-file": ("eye", "Gevraagd om het origineel, of om het einde van een bestand"),
    "agree-file": ("people", "Een tweede collega zei ja"),
    "flag-contact": ("flag", "Waarschuwing over contact gezet"),
    "unflag-contact": ("flag", "Waarschuwing over contact weggehaald"),
    "wall-case": ("lock", "Muur gezet"),
    "open-wall": ("lock", "Muur: weghalen gevraagd of gedaan"),
    "ask-glass": ("eye", "Iemand vroeg toegang"),
    "open-glass": ("eye", "Een uur toegang gegeven"),
    "refuse-glass": ("cross", "Toegang geweigerd"),
    "sign-glass": ("check", "Teruggekeken op toegang"),
    "see-ledger": ("eye", "Inzage bekeken, inhoud dicht"),
}


@dataclass(frozen=True)
class Event:
    """One act."""

    icon: str
    what: str
    at: datetime
    who: str


@dataclass(frozen=True)
class Looks:
    """On which days somebody opened the case, newest first, and how often."""

    who: str
    days: list[tuple[date, int]]


def events(case_id: UUID, people: Colleagues, *, limit: int = SHOWN) -> list[Event]:
    """Acts on a case, newest first, in one statement."""
    rows: list[Entry] = list(
        of_object(case_id).filter(verb__in=list(SENTENCES), result="ok").order_by("-at", "-id")[:limit]
    )
    return [Event(*SENTENCES[row.verb], row.at, people.actor(row.actor)) for row in rows]


def looks(case_id: UUID, people: Colleagues, *, limit: int = 30) -> list[Looks]:
    """Who opened the case, per member and day, newest first, in one statement."""
    opened = of_object(case_id).filter(verb="open").order_by()
    rows = (
        opened.annotate(day=TruncDate("at"))
        .values("actor", "day")
        .annotate(times=Count("id", filter=Q(purpose="read-case")), last=Max("at"))
        .order_by("-last")[:limit]
    )
    found: dict[str, Looks] = {}
    for row in rows:
        one = found.setdefault(row["actor"], Looks(people.actor(row["actor"], short=True), []))
        one.days.append((row["day"], max(1, row["times"])))
    return list(found.values())
