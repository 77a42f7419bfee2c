"""What the lists and marks of reference are called in Dutch, for colleagues."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from helpdesk.directory.files import Item
from helpdesk.ui.templatetags.days import day

LIST_LABELS = {
    "theme": _("Thema’s"),
    "subtheme": _("Onderwerpen"),
    "group": _("Kwetsbare groepen"),
    "requester_type": _("Wie vraagt"),
    "help_kind": _("Soorten hulp"),
    "outcome": _("Uitkomsten"),
    "result": _("Soorten resultaat"),
    "urgency": _("Spoed"),
    "province": _("Provincies"),
    "age_band": _("Leeftijden"),
    "channel": _("Hoe een vraag binnenkomt"),
    "help_line": _("Hulplijnen op de site"),
    "own_rule": _("Eigen afspraken, in werkdagen"),
    "institution": _("Instanties"),
    "crc_article": _("Kinderrechtenverdrag"),
    "general_comment": _("General comments van het VN-Kinderrechtencomité"),
    "bic_condition": _("Voorwaarden voor ontwikkeling (BIC)"),
    "promise": _("Wanneer we antwoorden"),
    "second_reader": _("Wanneer een tweede lezer"),
    "task_list": _("Takenlijsten"),
}
# What a list shows beside the words; only institutions have a number.
COLUMNS = {
    "institution": _("Nummer"),
    "general_comment": _("Symbool"),
    "promise": _("Hoe lang"),
    "second_reader": _("Geldt"),
    "task_list": _("Nakijken"),
}
UNITS = {"hours": _("uur dat we open zijn"), "days": _("werkdagen")}
HOLDS = {"yes": _("ja"), "no": _("nee")}


def beside(item: Item) -> str:
    """What the column of `COLUMNS` says of one row."""
    data: Any = item.data
    match item.list_name:
        case "general_comment":
            return str(data["symbol"])
        case "promise":
            return f"{data['amount']} {UNITS[data['unit']]}"
        case "second_reader":
            return str(HOLDS[data["holds"]])
        case "task_list":
            return str(day(date.fromisoformat(data["review_on"])))
    return str(data.get("phone", ""))


SURENESS = {
    "verified": ("ok", _("nagelezen")),
    "knowledge": ("waiting", _("uit kennis")),
    "uncertain": ("warn", _("onzeker")),
    "published": ("ok", _("eigen publicatie")),
    "proposal": ("waiting", _("voorstel")),
    "own": ("waiting", _("eigen lijst")),
}
# For which moment of a case a text is meant. The same keys as the states of a case, which live a floor above.
MOMENTS = {
    "triage": _("in triage"),
    "team": _("bij team"),
    "waiting_asker": _("wacht op vrager"),
    "waiting_third": _("wacht op ander"),
    "reopened": _("heropend"),
    "referred": _("doorverwezen"),
    "rejected": _("niet voor ons"),
    "closed": _("afgesloten"),
}
# For whom an institution is, as its row says it.
FOR_WHOM = {
    "yes": _("kind kan zelf bellen of schrijven"),
    "no": _("niet voor kinderen zelf"),
    "via helpdesk": _("via ons"),
    "via professional": _("via een professional"),
    "via advocaat": _("via een advocaat"),
    "via ouder of kind 12+": _("via een ouder, of een kind vanaf 12 jaar"),
    "via vertrouwensinspecteur": _("via de vertrouwensinspecteur"),
    "via ouder": _("via een ouder"),
    "via verwijzing": _("na verwijzing"),
    "via GI": _("via een gecertificeerde instelling"),
    "via lawyer or confidant": _("via een advocaat of vertrouwenspersoon"),
    "via ouder of advocaat": _("via een ouder of advocaat"),
}
REACH = {"national": _("heel Nederland"), "regional": _("per regio"), "local": _("per gemeente")}
