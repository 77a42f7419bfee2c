"""The words of a mediation, as the desk reads them."""

from __future__ import annotations

from enum import StrEnum

US = "us"  # the helpdesk, as one who proposes or promises
US_LABEL = "Wij, de helpdesk"


class Reply(StrEnum):
    """What somebody said to a proposal."""

    ACCEPTS = "accepts"
    REFUSES = "refuses"
    CHANGES = "changes"
    SILENT = "silent"


REPLIES = {
    Reply.ACCEPTS: "Zegt ja",
    Reply.REFUSES: "Zegt nee",
    Reply.CHANGES: "Wil het anders",
    Reply.SILENT: "Geen antwoord",
}


class Mark(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    BROKEN = "broken"
    CHANGED = "changed"


MARKS = {Mark.KEPT: "Nagekomen", Mark.BROKEN: "Niet nagekomen", Mark.CHANGED: "Veranderd in overleg"}


class Outcome(StrEnum):
    """How the talks ended."""

    KEPT = "kept"
    PARTLY = "partly"
    NONE = "none"


OUTCOMES = {
    Outcome.KEPT: "Afspraken gemaakt en nagekomen",
    Outcome.PARTLY: "Deels gelukt",
    Outcome.NONE: "Geen afspraken gelukt",
}


class After(StrEnum):
    """What comes next."""

    NOTHING = "nothing"
    COMPLAINT = "complaint"
    REPORT = "report"
    REFERRAL = "referral"


AFTERS = {
    After.NOTHING: "Niets meer nodig",
    After.COMPLAINT: "Een klacht",
    After.REPORT: "Een kinderrechtenrapportage",
    After.REFERRAL: "Doorverwijzen",
}
CHANNELS = {"email": "per e-mail", "call": "aan de telefoon"}
