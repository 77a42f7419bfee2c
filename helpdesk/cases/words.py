"""What the ids in a sealed summary are called in Dutch, for colleagues. Lists use neutral titles, no legal field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.cases.models import Case
from helpdesk.cases.workflow import Urgency
from helpdesk.directory import reference
from helpdesk.ui.texts import MissingText, options

# What it is about for the child, until a colleague has named the case. Read over a shoulder these give nothing away.
NEUTRAL = {
    "kindermishandeling": "Veiligheid thuis",
    "uitbuiting": "Veiligheid buiten de deur",
    "jeugdhulp": "Hulp en wonen",
    "jeugdstrafrecht": "Politie en rechter",
    "migratie": "Mogen blijven",
    "familierecht": "Ouders uit elkaar",
    "onderwijs": "School",
    "discriminatie": "Gelijk behandeld worden",
    "privacy": "Wat anderen van je weten",
    "armoede": "Geld en wonen",
}
MARKS = {Urgency.DANGER: "acuut", Urgency.URGENT: "hoog", Urgency.NORMAL: "normaal", Urgency.LOW: "laag"}
AGE_BANDS = {"0-11": "0–11", "12-15": "12–15", "16-17": "16–17", "18plus": "18 of ouder"}
ASKERS = {
    "kind": "kind zelf",
    "ouder": "ouder",
    "werkt": "werkt met kinderen",
    "advocaat": "advocaat",
    "anders": "iemand anders",
}
CHANNELS = {
    "website": "website",
    "mailbox": "via de code",
    "phone": "telefoon",
    "visit": "bezoek",
    "letter": "brief",
    "email": "e-mail",
    "link": "via de link",
}
NEEDS = {
    "interpreter": "tolk nodig",
    "easy": "korte, makkelijke zinnen",
    "reading": "lezen is moeilijk",
    "hearing": "hoort slecht",
    "seeing": "ziet slecht",
    "speaking": "praten is moeilijk",
    "disability": "beperking",
    "call": "liever bellen",
    "type": "liever typen",
    "together": "wil iemand erbij",
}
WITHOUT_CODE = frozenset({"phone", "visit", "letter", "email"})  # asked without the website, so nobody has a code


def mark_of(case: Case) -> str:
    """The word by which the urgency mark is drawn."""
    return MARKS[Urgency(case.urgency)]


def title_of(case: Case) -> str:
    """The neutral title: a colleague's, or the theme's; a case in danger without one is about safety at home."""
    summary: Mapping[str, Any] = case.summary
    if summary.get("title"):
        return str(summary["title"])
    if case.urgency == Urgency.DANGER:
        return NEUTRAL["kindermishandeling"]
    return NEUTRAL.get(str(summary.get("theme") or ""), "Nieuwe vraag")


def asker_of(summary: Mapping[str, Any]) -> str:
    """Who asks, in lower case: kind zelf, ouder met gezag, docent of school."""
    kind = str(summary.get("requester_type") or "")
    if kind and kind != "kind":
        return label(reference.requester_types(), kind).lower()
    asker = "kind" if kind == "kind" else str(summary.get("asker") or "")
    return ASKERS.get(asker, "vrager")


def is_child(asker: str) -> bool:
    """Whether whoever called herself so is the child."""
    return ASKERS.get(asker) == "kind zelf"


def asks_herself(summary: Mapping[str, Any]) -> bool:
    """Whether the child is the asker."""
    return asker_of(summary) == "kind zelf"


def has_code(summary: Mapping[str, Any]) -> bool:
    """Whether the asker once got a code; one of a call, visit, letter or e-mail has none, nor one split off."""
    return summary.get("channel") not in WITHOUT_CODE and not summary.get("split")


def age_of(summary: Mapping[str, Any]) -> str:
    """12–15; empty when nobody said it."""
    band = str(summary.get("age_band") or "")
    return AGE_BANDS.get(band, band)


def label(rows: Any, wanted: object) -> str:
    """The Dutch label of a reference row; the id itself when a newer file no longer holds it."""
    found = {str(row.id): str(row.label_nl) for row in rows}
    return found.get(str(wanted), str(wanted or ""))


def theme_of(summary: Mapping[str, Any]) -> str:
    """The field of law, for the case page only."""
    return label(reference.themes(), summary.get("theme"))


def subtheme_of(summary: Mapping[str, Any]) -> str:
    """What it is about within the field."""
    rows = [sub for theme in reference.themes() for sub in theme.subthemes]
    return label(rows, summary.get("subtheme"))


def chosen(key: str, value: object, asker: str = "kind") -> str:
    """The words of a choice on the question form, for what the asker chose there."""
    if not value:
        return ""
    try:
        found = {option.value: option.label for option in options(key, asker=asker or "anders")}
    except MissingText:  # this asker was not asked
        found = {}
    return found.get(str(value), str(value))


def provinces() -> list[tuple[str, str]]:
    """Ids and names, as on the question form."""
    return [(option.value, option.label) for option in options("options.province")]


def groups_of(summary: Mapping[str, Any]) -> list[str]:
    """Vulnerable groups, as labels."""
    return [label(reference.groups(), one) for one in summary.get("groups") or []]


def needs_of(summary: Mapping[str, Any]) -> str:
    """What somebody needs to talk with us, in a line: "Tolk nodig, hoort slecht." Empty when nothing was said."""
    needs = [NEEDS[one] for one in summary.get("needs") or () if one in NEEDS]
    if summary.get("interpreter") and NEEDS["interpreter"] not in needs:
        needs.insert(0, NEEDS["interpreter"])
    language = str(summary.get("language") or "")
    if language not in {"", "nl"}:
        needs.append(f"taal: {chosen('options.language', language)}")
    line = ", ".join(needs).capitalize()
    note = str(summary.get("needs_note") or "")
    return " ".join(filter(None, [f"{line}." if line else "", note]))
