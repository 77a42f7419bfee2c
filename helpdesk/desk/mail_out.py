"""What the worker does for mail: takes each that is due, for the member who wrote it, and hands it to the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.utils import translation

from helpdesk.cases.access_send import case_to_send
from helpdesk.cases.actions.send import claim_mail, finish_mail
from helpdesk.cases.models import INVITATION, Outgoing
from helpdesk.counsel.words import REMINDER
from helpdesk.lib import clock
from helpdesk.lib.mail import sending, tags
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.models import Member
from helpdesk.ui.texts import LANGUAGES, say

SUBJECT = "Er staat een bericht voor u klaar"
NAME = "Helpdesk"
TEXT = """Er staat een bericht voor u klaar:

{link}

U heeft een code nodig om het te lezen. Die krijgt u van ons per telefoon.
Kent u dit bericht niet? Doe er dan niets mee.
"""

# To a lawyer who was in before: she has the code and the app.
REMINDER_TEXT = """Een vriendelijke herinnering: er wacht nog iets op u. Het kost u een minuut.

{link}

U heeft de code nodig die u van ons per telefoon kreeg, en uw app. Code kwijt? Bel ons.
Kent u dit bericht niet? Doe er dan niets mee.
"""


def is_on() -> bool:
    """Whether there is a server to hand mail to. Without one nothing is sent, and the desk says so."""
    return bool(settings.EMAIL_HOST)


def send_due() -> int:
    """Send what is due, one connection each; return how many rows were looked at."""
    if not is_on():
        return 0
    due = Outgoing.objects.due(clock.now())
    for outgoing_id, case_id, member_id in due:
        with act_as(member_id):
            _send_one(outgoing_id, case_id, member_id)
    return len(due)


def _send_one(outgoing_id: UUID, case_id: UUID, member_id: UUID) -> None:
    try:
        file = case_to_send(Member.objects.get(pk=member_id), case_id)
    except Http404:
        Outgoing.objects.stop(outgoing_id)
        return
    claimed = claim_mail(file=file, outgoing_id=outgoing_id)
    if claimed is None:
        return
    row, tag = claimed
    content, sender = row.content, tags.address_with(tag, settings.DEFAULT_FROM_EMAIL)
    hers = "party" not in content
    subject, text = to_asker(file.case.summary, content) if hers else to_other(content)
    mail = sending.compose(
        to=content["to"],
        sender=sender,
        name=NAME,
        subject=subject,
        text=text,
        message_id=content["message_id"],
        auto=hers,
    )
    outcome, code = sending.send(_server(), mail, sender=sender, to=content["to"])
    finish_mail(file=file, row=row, outcome=outcome, code=code)


def to_other(content: Mapping[str, Any]) -> tuple[str, str]:
    """The subject and the words to somebody around the child, fixed: nothing in them but the link is of a case."""
    words = REMINDER_TEXT if content.get("kind") == REMINDER else TEXT
    return SUBJECT, words.format(link=_link(content))


def to_asker(summary: Mapping[str, Any], content: Mapping[str, Any]) -> tuple[str, str]:
    """The subject and the words, fixed, in her language where we have it: one for every letter and every case."""
    language, asker = str(summary.get("language") or ""), str(summary.get("asker") or "")
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    kind = "invitation" if content["kind"] == INVITATION else "news"
    with translation.override(language):
        subject, words = (say(f"mail.*.{key}", asker=asker) for key in (f"{kind}_subject", kind))
        if kind == "invitation":
            words = "\n\n".join([words, _link(content, language), say("mail.*.invitation_after", asker=asker)])
        return subject, f"{words}\n"


def _link(content: Mapping[str, Any], language: str = LANGUAGES[0]) -> str:
    prefix = "" if language == LANGUAGES[0] else f"/{language}"
    return f"{settings.PUBLIC_ORIGIN}{prefix}/{content.get('place', 'bericht')}/{content['token']}/"


def _server() -> sending.Server:
    return sending.Server(
        settings.EMAIL_HOST,
        settings.EMAIL_PORT,
        settings.EMAIL_HOST_USER,
        settings.EMAIL_HOST_PASSWORD,
        settings.EMAIL_USE_TLS,
    )
