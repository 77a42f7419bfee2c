"""An e-mail as it stands in the talk: the new words first, all else folded, and how sure the sender is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CHECKED = {"pass": "klopt", "fail": "klopt niet", "softfail": "klopt niet", "none": "niet gecontroleerd"}
UNITS = ((1024 * 1024, "MB"), (1024, "kB"))


@dataclass(frozen=True)
class MailView:
    """What the page shows of one e-mail beside its words. `sure` is empty when our own server said nothing."""

    id: str
    name: str
    sender: str
    subject: str
    whole: str
    parts: tuple[tuple[str, str], ...]
    inside: tuple[Mapping[str, str], ...]
    notes: tuple[str, ...]
    sure: str
    doubt: bool
    hint: str


def mail_view(content: Mapping[str, Any]) -> MailView | None:
    """The view of a message's `mail`; None for what did not come by mail."""
    mail = content.get("mail")
    if not mail:
        return None
    checked = mail.get("checked") or {}
    return MailView(
        id=str(mail.get("id") or ""),
        name=mail["name"],
        sender=mail["from"],
        subject=mail["subject"],
        whole=mail["whole"],
        parts=tuple((part["name"] or part["type"], size_of(part["size"])) for part in mail["parts"]),
        inside=tuple(mail["inside"]),
        notes=tuple(mail["notes"]),
        sure=", ".join(f"{name.upper()} {CHECKED.get(found, found)}" for name, found in sorted(checked.items())),
        doubt=bool({"fail", "softfail"} & set(checked.values())),
        hint=mail["hint"],
    )


def size_of(count: int) -> str:
    """12 kB; 3,4 MB; 800 bytes."""
    for unit, name in UNITS:
        if count >= unit:
            return f"{count / unit:.1f}".replace(".", ",").removesuffix(",0") + f" {name}"
    return f"{count} bytes"
