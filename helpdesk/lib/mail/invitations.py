"""An invitation for a calendar: what it is about and when it starts. No calendar library; the file is kept."""

from __future__ import annotations

import re

from helpdesk.lib.mail.charsets import decode
from helpdesk.lib.mail.record import Invitation

_LARGEST = 256 * 1024
_MOST = 20
_LINE = re.compile(r"([A-Za-z-]{1,40})((?:;[^:\"]{0,500}|;[^:\"]{0,200}\"[^\"]{0,500}\"[^:\"]{0,200}){0,9}):(.*)")


def invitations_in(raw: bytes) -> tuple[Invitation, ...]:
    """The events of a calendar file, in their order."""
    text = decode(raw[:_LARGEST], "utf-8")[0]
    text = re.sub(r"\n[ \t]", "", text)
    found: list[Invitation] = []
    method, inside, event = "", 0, {"SUMMARY": "", "DTSTART": ""}
    for line in text.split("\n"):
        match = _LINE.match(line[:4000])
        if match is None:
            continue
        name, options, value = match[1].upper(), match[2], match[3].strip()
        if name == "METHOD" and not inside:
            method = value.upper()[:20]
        elif name == "BEGIN":
            inside += value.upper() == "VEVENT" or bool(inside)  # an alarm inside has a summary of its own
            event = {"SUMMARY": "", "DTSTART": ""} if inside == 1 else event
        elif name == "END" and inside:
            inside -= 1
            if not inside and len(found) < _MOST:
                found.append(Invitation(event["SUMMARY"], event["DTSTART"], method))
        elif inside == 1 and name in event:
            event[name] = _plain(value) if name == "SUMMARY" else _moment(value, options)
    return tuple(found)


def _plain(value: str) -> str:
    return re.sub(r"\\([\\,;nN])", lambda sign: " " if sign[1] in "nN" else sign[1], value)[:500]


def _moment(value: str, options: str) -> str:
    """`20260305T140000` with its zone becomes `2026-03-05 14:00 (Europe/Amsterdam)`; anything else stays as it is."""
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?", value)
    if match is None:
        return value[:60]
    zone = re.search(r"TZID=\"?([^;:\"]{1,60})", options)
    told = "UTC" if match[6] else zone[1] if zone else ""
    day, hour = "-".join(match.group(1, 2, 3)), f" {match[4]}:{match[5]}" if match[4] else ""
    return f"{day}{hour}" + (f" ({told})" if told and hour else "")
