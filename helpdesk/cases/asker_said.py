"""What the asker of a case said about calling her: with her question, and in her own talks with us."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Contact, Message
from helpdesk.people.asker_call import AskerSaid


def asker_said(file: CaseFile) -> AskerSaid:
    """Her own words, whether there is a code word, and the last talk in which she said whether we may call.

    A talk with somebody else about the same child says nothing about the asker.
    """
    first = Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id").first()
    more = (file.mine(first).content.get("more") or {}) if first else {}
    asker = file.case.summary.get("asker")
    talks = [
        row
        for row in file.open_contacts(Contact.objects.filter(case=file.case))
        if asker and row.facts.get("asker") == asker and not row.facts.get("party") and row.facts.get("call_back")
    ]
    last = max(talks, key=lambda row: (row.course["at"], row.pk), default=None)
    has_word = bool(more.get("code_word") or (last and last.words.get("code_word")))
    return AskerSaid(str(more.get("safe_contact") or "").strip(), has_word, last.facts if last else {})
