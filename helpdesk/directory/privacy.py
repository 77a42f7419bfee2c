"""What this room knows about people: only which colleague looks after a standard text. Its words are about nobody."""

from __future__ import annotations

from helpdesk.vault.inventory import register

_WORKS = "Zolang iemand bij ons werkt, en daarna zolang de tekst bestaat."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    register(
        "directory.StandardText", "owner", purpose="Weten wie een standaardtekst nakijkt.", term=_WORKS, kind="staff"
    )
    register("directory.StandardText", "by", purpose="Weten wie een tekst veranderde.", term=_WORKS, kind="staff")
