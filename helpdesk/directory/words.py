"""What the lists and marks of reference are called in Dutch, for colleagues."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
}
# What a list shows beside the words; only institutions have a number.
COLUMNS = {"institution": _("Nummer")}
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
