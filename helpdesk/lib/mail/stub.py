"""The record of a message that could not be read: enough to see that it came, from whom, and how it begins.

Only slices of bounded size and no parser, so that this works on anything.
"""

from __future__ import annotations

from helpdesk.lib.mail.charsets import decode
from helpdesk.lib.mail.record import Address, BodyFrom, Mail

_START = 16_384
_SHOWN = 4_000


def stub(raw: bytes, defect: str) -> Mail:
    """A readable item with one sentence on what happened, and the first words as they came."""
    text = decode(raw[:_START], None)[0]
    sender = _line(text, "from")
    return Mail(
        subject=_line(text, "subject"),
        sender=Address("", sender) if "@" in sender else None,
        reply_to=(),
        to=(),
        cc=(),
        date=None,
        message_id="",
        in_reply_to=(),
        references=(),
        languages=(),
        type="",
        body=f"{defect}\n\n{text[:_SHOWN]}".strip(),
        body_from=BodyFrom.STUB,
        parts=(),
        messages=(),
        invitations=(),
        protection=(),
        headers=(),
        defects=(defect,),
    )


def _line(text: str, name: str) -> str:
    for line in text.split("\n\n", 1)[0].split("\n"):
        if line.lower().startswith(name + ":"):
            return line[len(name) + 1 :].strip()[:300]
    return ""
