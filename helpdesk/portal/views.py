"""One address, `/code/`: a POST says which step. No address tells what somebody does here, and Back leaves at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.core.exceptions import RequestDataTooBig
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases.actions import Received
from helpdesk.lib.files.posted import files_of
from helpdesk.lib.plain_text import plain_text
from helpdesk.portal import actions, pages, visit_cookie
from helpdesk.portal.access import OpenVisit, open_again
from helpdesk.portal.complaining import complain, send_complaint
from helpdesk.portal.forms import HowForm, ReplyForm
from helpdesk.portal.tokens import Knock, NotThisForm, Page
from helpdesk.ui.files import told_of
from helpdesk.ui.texts import say


@require_http_methods(["GET", "HEAD", "POST"])
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every page of the mailbox. Without an open visit each of them is the form for the code."""
    try:
        step = request.POST.get("step", "")
        if step in _OUTSIDE:
            return _OUTSIDE[step](request)
        opened = open_again(request)
        if request.method != "POST":
            return pages.safe_page(request, opened) if opened else pages.open_page(request)
        return _STEPS.get(step.partition(":")[0], pages.safe_page)(request, opened) if opened else _closed(request)
    except RequestDataTooBig:
        return pages.open_page(request, sentence="error.too_long", status=413)
    except Error:
        return _closed(request, sentence="error.down_text", status=503)


def knock(request: HttpRequest) -> HttpResponse:
    """A code is tried. With the right one: first whether she is safe, or the reply that she was writing."""
    post, address = request.POST, str(request.META.get("REMOTE_ADDR", ""))
    code = plain_text(post.get("code", ""))
    try:
        opened, came = actions.try_code(code, token=post.get("token", ""), proof=post.get("pow", ""), address=address)
    except actions.StillClosed as still:
        return pages.open_page(request, knock=still.knock, code=code, sentence=still.sentence, status=still.status)
    if came.draft and came.box_id == opened.sitting.box_id:
        return pages.reply_page(request, opened, ReplyForm(initial={"body": came.draft}))
    return pages.safe_page(request, opened)


def _closed(request: HttpRequest, *, sentence: str = "error.closed_mailbox", status: int = 200) -> HttpResponse:
    """The visit is over. A reply that she was writing goes along, sealed, and waits behind her code."""
    carried = None
    body = plain_text(request.POST.get("body", ""))
    if body.strip():
        with suppress(NotThisForm):
            carried = Knock.new(Page.read(request.POST.get("token", "")).box_id, body)
    return pages.open_page(request, knock=carried, sentence=sentence, status=status)


def read(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """The first letter that is new and unread."""
    letters = opened.letters()
    unread = [at for at, letter in enumerate(letters, start=1) if letter.read_at is None]
    return _letter(request, opened, unread[0] if unread else len(letters))


def next_letter(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    return _letter(request, opened, _position(request) + 1)


def previous_letter(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    return _letter(request, opened, _position(request) - 1)


def _letter(request: HttpRequest, opened: OpenVisit, position: int) -> HttpResponse:
    letters = opened.letters()
    if not letters and opened.is_answered:
        return pages.case_page(request, opened)  # all was read in an earlier visit
    position = max(1, min(position, len(letters)))
    if letters:
        opened = actions.read_letter(opened, letters[position - 1])
    return pages.letter_page(request, opened, letters, position)


def _position(request: HttpRequest) -> int:
    try:
        return int(request.POST.get("position", "1")[:4])
    except ValueError:
        return 1


def write(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    begun = plain_text(request.POST.get("body", ""))  # typed beside another question; it comes along
    return pages.reply_page(request, opened, ReplyForm(initial={"body": begun}))


def say_how(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """How it went. When we cannot store it she keeps what she chose and wrote."""
    form = HowForm(request.POST)
    if not form.is_valid():
        return pages.case_page(request, opened, how=form)
    try:
        opened = actions.tell_how(opened, form.cleaned_data)
    except Error:
        form.add_error(None, say("error.down_text"))
        return pages.case_page(request, opened, how=form, status=503)
    return pages.case_page(request, opened, thanks="again" if form.cleaned_data["again"] else "how")


def pass_how_by(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    return pages.case_page(request, actions.pass_how_by(opened))


def send(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """A reply. When we cannot store it she keeps her text."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return pages.reply_page(request, opened, form)
    try:
        files = [Received(name, data) for name, data in files_of(request.FILES)]
        kept = actions.reply(opened, form.cleaned_data["body"], files)
    except Error:
        form.add_error(None, say("error.down_text"))
        return pages.reply_page(request, opened, form, status=503)
    return pages.case_page(request, opened, sent=True, kept=told_of(kept))


def burn(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """After the one confirm: gone."""
    actions.burn(opened)
    return pages.burnt_page(request, opened)


def stop(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """She does not want it any more. One press; the next page offers to put it back."""
    stopped = actions.stop(opened, request.POST["step"].partition(":")[2])
    return pages.case_page(request, opened, stopped=stopped)


def allow(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """After all: as it was before."""
    actions.allow(opened, request.POST["step"].partition(":")[2])
    return pages.case_page(request, opened)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the mailbox on this device. Asks for no proof: whoever can close it may."""
    response = HttpResponseRedirect(reverse("intake:landing"))
    visit_cookie.drop(response)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


_OUTSIDE: dict[str, Callable[[HttpRequest], HttpResponse]] = {"open": knock, "leave": leave}
_STEPS: dict[str, Callable[[HttpRequest, OpenVisit], HttpResponse]] = {
    "read": read,
    "next": next_letter,
    "previous": previous_letter,
    "write": write,
    "send": send,
    "case": pages.case_page,
    "stop": stop,
    "allow": allow,
    "complain": complain,
    "complain-send": send_complaint,
    "how": say_how,
    "how-not": pass_how_by,
    "burn": pages.burn_page,
    "burn-now": burn,
}
