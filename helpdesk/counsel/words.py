"""What is counted and called here, for both programs."""

from __future__ import annotations

from datetime import timedelta

from helpdesk.counsel.following import Answer, Cited, Filing, Followed, Used

ANSWERS = "counsel-answer"  # the kind of message in which a lawyer's answer lies
REMINDER = "counsel-reminder"  # the kind of message, and of mail, that reminds her of it
PLACE = "ophalen"  # where her link leads
LONGEST_DAYS = 90  # SECURITY.md, LAW-1
USUAL_DAYS = 60
ENROL_WITHIN = timedelta(hours=24)  # LAW-1: from when the mail leaves
AGAIN_WITHIN = timedelta(minutes=10)  # a download may break off; `counsel_collect` says the same
MANY_WRONG = 10  # `counsel_door_at` says the same

USED = {Used.YES: "ja", Used.PARTLY: "deels", Used.NO: "nee"}
CITED = {Cited.YES: "ja", Cited.NO: "nee", Cited.UNKNOWN: "nog niet bekend"}
FOLLOWED = {
    Followed.YES: "ja",
    Followed.PARTLY: "deels",
    Followed.NO: "nee",
    Followed.UNKNOWN: "nog niet bekend",
}


def as_said(one: Filing | Answer) -> str:
    """A filing or an answer as it stands in the thread."""
    if isinstance(one, Filing):
        number = f", nummer {one.number}" if one.number else ""
        day = f", op {one.filed_on:%d-%m-%Y}" if one.filed_on else ""
        return f"Ingediend bij {one.body}{number}{day}."
    lines = [
        f"Gebruikt: {USED[one.used]}.",
        f"Genoemd in de beslissing: {CITED[one.cited]}.",
        f"Gevolgd: {FOLLOWED[one.followed]}.",
        f"Uitspraak: {one.ecli}" if one.ecli else "",
    ]
    return "\n\n".join(filter(None, ["\n".join(filter(None, lines)), one.words]))
