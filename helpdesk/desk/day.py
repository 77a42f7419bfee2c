"""How the day looks, in a sentence."""

from __future__ import annotations

from helpdesk.desk.worklist import Worklist

NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def number(n: int) -> str:
    """In words up to twelve."""
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def _cases(n: int) -> str:
    return f"{number(n)} {'zaak' if n == 1 else 'zaken'}"


def the_day(listed: Worklist) -> str:
    """Drie zaken kunnen niet wachten. Daarna zes voor deze week."""
    size = {group.key: len(group.rows) for group in listed.groups}
    now, today = size.get("now", 0), size.get("today", 0)
    rest = size.get("week", 0) + size.get("later", 0)
    if listed.page > 1:
        return "Het vervolg van je lijst."
    said = []
    if now:
        said.append(f"{_cases(now)} {'kan' if now == 1 else 'kunnen'} niet wachten.")
    if today and said:
        said.append(f"Vandaag {'is' if today == 1 else 'zijn'} er {number(today)} beloofd.")
    elif today:
        said.append(f"{_cases(today)} voor vandaag beloofd.")
    if rest and not listed.has_next:
        many = number(rest) if said else _cases(rest)
        said.append(f"{'Daarna ' if said else ''}{many} voor deze week en later.")
    if listed.has_next:
        said.append("Dit zijn de eerste vijftig.")
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in said)
