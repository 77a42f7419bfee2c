"""What this room knows about people, why, and how long."""

from __future__ import annotations

from helpdesk.vault.inventory import register

WHILE = "Zolang we helpen, en daarna zolang de organisatie heeft vastgesteld. Je kunt eerder vragen om wissen."
SHORT = "Tot zestig dagen na de dag zelf."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    days = "Op tijd zijn, en later laten zien hoe we de laatste dag uitrekenden."
    register("deadlines.DeadlineStep", "content", purpose=days, term=WHILE, kind="asker")
    courts = "Onthouden waar een zaak dient, en wanneer."
    register("deadlines.ProceedingStep", "content", purpose=courts, term=WHILE, kind="asker")
    register(
        "deadlines.Deadline",
        "safe_on",
        purpose="Op tijd herinneren, zonder de zaak te openen.",
        term=WHILE,
        kind="technical",
    )
    address = "Een afdruk van het geheime adres van je agenda, nooit het adres zelf."
    register("deadlines.CalendarFeed", "token_hash", purpose=address, term="Tot je het intrekt.", kind="staff")
    register(
        "deadlines.CalendarFeed", "member", purpose="Van wie de agenda is.", term="Tot je hem weghaalt.", kind="staff"
    )
    entry = "Een dag in je agenda, zonder zaak of naam."
    for name in ("member", "day"):
        register("deadlines.CalendarEntry", name, purpose=entry, term=SHORT, kind="staff")
