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
    "ask-reading": ("eye", "Een collega gevraagd om mee te lezen"),
    "agree-reading": ("check", "De tweede lezer is akkoord"),
    "return-reading": ("back", "De tweede lezer stuurde opmerkingen"),
    "withdraw-reading": ("back", "Meelezen ingetrokken"),
    "send-unread": ("alert", "Verstuurd zonder tweede lezer: er was niemand"),
    "send-mail": ("mail", "E-mail verstuurd, of tegengehouden"),
    "retry-mail": ("mail", "E-mail opnieuw geprobeerd"),
    "settle-mail": ("check", "E-mail die niet aankwam afgehandeld"),
    "invite-asker": ("mail", "De vrager uitgenodigd per e-mail"),
    "accept-invitation": ("key", "De link van de uitnodiging is geopend"),
    "cut-off-mailbox": ("lock", "Het postvak van de vrager afgesloten"),
    "write-letter": ("pen", "Brief geschreven aan iemand om het kind"),
    "post-letter": ("mail", "Brief op de post gedaan"),
    "print": ("print", "Afgedrukt"),
    "note": ("note", "Notitie geschreven"),
    "move-message": ("arrow", "Bericht, notitie of gesprek verplaatst"),
    "put-back-message": ("back", "Bericht, notitie of gesprek teruggezet"),
    "split-case": ("split", "Zaak gesplitst"),
    "undo-split": ("back", "Splitsen ongedaan gemaakt"),
    "merge-cases": ("arrow", "Samengevoegd met een andere zaak"),
    "take-in-case": ("plus", "Een andere zaak ging hierin op"),
    "bring-over": ("arrow", "Nieuw bericht naar de samengevoegde zaak gebracht"),
    "take-in-message": ("plus", "Nieuw bericht uit een samengevoegde zaak gekregen"),
    "undo-merge": ("back", "Samenvoegen ongedaan gemaakt"),
    "set-urgency": ("flag", "Spoed bepaald"),
    "set-themes": ("list", "Titel en thema bepaald"),
    "plan-task": ("calendar", "Taak gepland"),
    "add-task-list": ("list", "Takenlijst erbij"),
    "remove-task-list": ("back", "Takenlijst weggehaald"),
    "renew-promise": ("clock", "Nieuwe dag beloofd"),
    "escalate": ("clock", "Belofte verlopen: doorgegeven"),
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
    "stop-consent": ("cross", "De vrager trok een toestemming in"),
    "allow-again": ("back", "De vrager zette een toestemming terug"),
    "ask-exception": ("question", "Uitzondering gevraagd"),
    "grant-exception": ("check", "Uitzondering toegestaan"),
    "use-exception": ("alert", "Uitzondering gebruikt"),
    "call-party": ("phone", "Gebeld met iemand om het kind heen"),
    "plan-referral": ("arrow", "Verwijzing gepland"),
    "change-referral": ("pen", "Verwijzing aangepast"),
    "send-referral": ("arrow", "Verwijzing doorgegeven"),
    "answer-referral": ("mail", "De ontvanger van een verwijzing antwoordde"),
    "see-referral-answer": ("eye", "Antwoord op een verwijzing gezien"),
    "record-referral-result": ("check", "Stand van een verwijzing opgeschreven"),
    "withdraw-referral": ("cross", "Verwijzing ingetrokken"),
    "add-source": ("book", "Bron erbij gezet"),
    "check-source": ("check", "Gewijzigde bron nagekeken"),
    "take-back-source": ("back", "Bron weggehaald"),
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
    "write-complaint": ("pen", "Klachtbrief geschreven"),
    "give-complaint": ("arrow", "Klachtbrief meegegeven"),
    "give-bundle": ("arrow", "Dossier meegegeven"),
    "see-given-file": ("eye", "Meegegeven stuk opgehaald"),
    "invite-counsel": ("mail", "Advocaat uitgenodigd om stukken op te halen"),
    "enter-counsel": ("key", "De advocaat kwam binnen om stukken op te halen"),
    "share-with-counsel": ("arrow", "Stuk klaargelegd voor de advocaat"),
    "take-back-share": ("back", "Stuk voor de advocaat weer weggehaald"),
    "collect-share": ("check", "De advocaat haalde een stuk op"),
    "answer-counsel": ("chat", "De advocaat antwoordde"),
    "see-counsel-answer": ("eye", "Antwoord van de advocaat gezien"),
    "record-counsel-answer": ("phone", "Opgeschreven wat de advocaat zei"),
    "remind-counsel": ("clock", "Bepaald of we de advocaat aan haar antwoord herinneren"),
    "send-counsel-reminder": ("mail", "De advocaat aan haar antwoord herinnerd"),
    "skip-counsel-reminder": ("clock", "De advocaat niet herinnerd: dat kon of hoefde niet"),
    "revoke-counsel": ("lock", "Toegang van de advocaat ingetrokken"),
    "wall-case": ("lock", "Muur gezet"),
    "open-wall": ("lock", "Muur: weghalen gevraagd of gedaan"),
    "ask-glass": ("eye", "Iemand vroeg toegang"),
    "open-glass": ("eye", "Een uur toegang gegeven"),
    "refuse-glass": ("cross", "Toegang geweigerd"),
    "sign-glass": ("check", "Teruggekeken op toegang"),
    "start-mediation": ("people", "Bemiddeling begonnen"),
    "change-mediation": ("pen", "Bemiddeling bijgewerkt"),
    "record-position": ("chat", "Standpunt opgeschreven"),
    "make-proposal": ("split", "Voorstel gedaan"),
    "answer-proposal": ("chat", "Antwoord op een voorstel opgeschreven"),
    "make-agreement": ("hand", "Afspraken gemaakt"),
    "mark-promise": ("check", "Afspraak nagegaan"),
    "ask-information": ("question", "Informatie gevraagd"),
    "record-information": ("note", "Gevraagde informatie opgeschreven"),
    "end-mediation": ("check", "Bemiddeling afgesloten"),
    "reopen-mediation": ("arrow", "Bemiddeling heropend"),
    "correct-mediation": ("pen", "Bemiddeling rechtgezet"),
    "set-deadline": ("calendar", "Termijn vastgezet"),
    "confirm-deadline": ("people", "Termijn nagelezen"),
    "take-over-deadline": ("hand", "Termijn overgenomen"),
    "end-deadline": ("check", "Termijn afgerond"),
    "correct-deadline": ("pen", "Termijn rechtgezet"),
    "remind-deadline": ("clock", "Herinnerd aan een termijn"),
    "record-proceeding": ("scale", "Procedure opgeschreven"),
    "start-report": ("pen", "Rapportage begonnen"),
    "write-report": ("pen", "Aan een rapportage geschreven"),
    "ask-second-reader": ("people", "Tweede lezer gevraagd voor de rapportage"),
    "read-report": ("eye", "Rapportage nagelezen"),
    "sign-report": ("check", "Rapportage getekend"),
    "see-signed-report": ("eye", "Getekende rapportage opgehaald"),
    "press-report": ("print", "Gevraagd een rapportage te drukken"),
    "take-back-press": ("back", "De opdracht om een rapportage te maken teruggenomen"),
    "withdraw-report": ("cross", "Rapportage ingetrokken"),
    "give-report": ("arrow", "Rapportage meegegeven"),
    "supplement-report": ("note", "Aanvulling op een rapportage begonnen"),
    "follow-report": ("flag", "Opgeschreven wat er van een rapportage kwam"),
    "take-back-outcome": ("back", "Teruggenomen wat er van een rapportage kwam"),
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
