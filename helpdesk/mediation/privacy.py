"""What this room knows about people, why, and how long."""

from __future__ import annotations

from helpdesk.vault.inventory import register

WHILE = "Zolang we helpen, en daarna zolang de organisatie heeft vastgesteld. Je kunt eerder vragen om wissen."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    register(
        "mediation.Step",
        "content",
        purpose="Bemiddelen: onthouden wie wat wil, en wat is afgesproken.",
        term=WHILE,
        kind="third party",
    )
