"""Behind the link of a referral: what was asked, and one answer. What is written is never lost, and never read back."""

from __future__ import annotations

from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from helpdesk.cases.access_send import handout_with
from helpdesk.cases.actions import AnsweredBefore, answer_referral
from helpdesk.cases.models import Handout
from helpdesk.lib.argon import Busy
from helpdesk.lib.plain_text import plain_text
from helpdesk.lib.receipts import NotAReceipt, Receipt
from helpdesk.portal.forms import AnswerForm, CodeForm
from helpdesk.portal.tokens import NotThisForm, Opened
from helpdesk.ui.texts import say

_KEPT = ("status", "on", "words")


def open_with(token: str, code: str) -> Handout | None:
    """What lies behind the link; None for everything that does not open it."""
    try:
        return handout_with(token, Receipt.from_text(code))
    except NotAReceipt:
        return None


def referral(request: HttpRequest, token: str, code: str, found: Handout) -> HttpResponse:
    """What was asked, with the form for the answer; after the answer, to be read alone.

    What was written before a page grew too old comes along with the code.
    """
    started = {name: plain_text(request.POST.get(name, "")) for name in _KEPT}
    return _page(request, found, AnswerForm(initial=started), opened=Opened.new(token, code).sealed())


def answered(request: HttpRequest, token: str) -> HttpResponse:
    """An answer comes in. It counts once, however often the button is pressed."""
    form = AnswerForm(request.POST)
    try:
        opened = Opened.read(request.POST.get("answer", ""), token)
        found = open_with(token, opened.code)
    except NotThisForm:
        return _code_again(request)
    except (Busy, Error):
        form.add_error(None, say("error.down_text"))
        return render(request, "portal/referral.html", {"form": form, "opened": request.POST["answer"]}, status=503)
    if found is None or "referral" not in found.content:
        return _code_again(request)
    if found.answered_on or not form.is_valid():
        return _page(request, found, form, opened=opened.sealed())
    typed: dict[str, Any] = form.cleaned_data
    try:
        answer_referral(found, status=typed["status"], words=typed["words"], on=typed["on"])
    except AnsweredBefore:
        return _page(request, found, form, before=True)
    except Error:
        form.add_error(None, say("error.down_text"))
        return _page(request, found, form, opened=opened.sealed(), status=503)
    return render(request, "portal/referral.html", {"thanks": True})


def _page(
    request: HttpRequest, found: Handout, form: AnswerForm, *, opened: str = "", before: bool = False, status: int = 200
) -> HttpResponse:
    shown = {name: found.content[name] for name in ("purpose", "text")}
    before = before or bool(found.answered_on)
    words = {**shown, "until": found.expires_on, "form": form, "opened": opened, "before": before}
    return render(request, "portal/referral.html", words, status=status)


def _code_again(request: HttpRequest) -> HttpResponse:
    """The page grew too old, or the link was closed meanwhile: the code once more, and what was written goes along."""
    form = CodeForm({"code": ""})
    form.add_error("code", say("referral.again"))
    kept = [(name, plain_text(request.POST.get(name, ""))) for name in _KEPT]
    return render(request, "portal/handout.html", {"form": form, "kept": kept})
