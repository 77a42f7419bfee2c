"""The pages of the public site but for the mailbox. No cookie, no session; a question's text lives in one request."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases.actions import Received
from helpdesk.cases.complaints import answer_day
from helpdesk.cases.privacy_page import inventory_for_the_public
from helpdesk.directory.outside import own_term, verified_outside
from helpdesk.intake import actions
from helpdesk.intake.forms import AskForm, ComplaintForm, known
from helpdesk.intake.last_day import told
from helpdesk.intake.last_day_form import LastDayForm
from helpdesk.lib import clock
from helpdesk.lib.files.posted import files_of
from helpdesk.ui.files import told_of
from helpdesk.ui.texts import say


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """Who we are, help now, who are you."""
    return render(request, "intake/landing.html")


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The question form, and the receipt in answer to it."""
    if request.method != "POST":
        return _page(request, _fresh(request))
    try:
        form = AskForm.posted(request.POST)
    except RequestDataTooBig:
        return _too_much(request)
    if not form.is_valid():
        return _page(request, form.hand_back(address=_address(request)))
    try:
        files = [Received(name, data) for name, data in files_of(request.FILES)]
        asked = actions.ask(form.cleaned_data, address=_address(request), files=files)
    except actions.HandedBack as back:
        form.hand_back(sentence=back.sentence, fresh=back.fresh, address=_address(request))
        return _page(request, form, status=back.status)
    return _receipt(request, asked, form.asker_value)


def _receipt(request: HttpRequest, asked: actions.Asked, asker: str) -> HttpResponse:
    receipt = asked.receipt
    words = {"words": receipt.words, "digits": receipt.digits.split()}
    return render(
        request,
        "intake/receipt.html",
        {
            **words,
            "promise_on": asked.promise_on,
            "danger": asked.danger,
            "asker": asker,
            "kept": told_of(asked.kept),
        },
    )


def _fresh(request: HttpRequest) -> AskForm:
    language = (get_language() or "nl").split("-")[0]
    return AskForm.fresh(
        asker=request.GET.get("wie", ""),
        language=language if language in known("options.language") else "",
        address=_address(request),
    )


def _page(request: HttpRequest, form: AskForm, *, status: int = 200) -> HttpResponse:
    response = render(request, "intake/ask.html", {"form": form, "asker": form.asker_value}, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response


def _too_much(request: HttpRequest) -> HttpResponse:
    """More than the program takes in at all; the text stays in the browser that holds it."""
    form = AskForm({}).hand_back(fresh=True, address=_address(request))
    form.errors.clear()
    form.add_error("story", say("error.too_long"))
    return _page(request, form, status=413)


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """How to leave few traces on a device."""
    return render(request, "intake/safety.html")


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Telephone, hours, post."""
    return render(request, "intake/contact.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep, from the inventory itself."""
    return render(request, "intake/privacy.html", {"kept": inventory_for_the_public()})


@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest) -> HttpResponse:
    """Not satisfied with us: with a code or without, and a receipt in answer."""
    if request.method != "POST":
        return _complaint_page(request, ComplaintForm.fresh(asker="", language="", address=_address(request)))
    try:
        form = ComplaintForm.posted(request.POST)
    except RequestDataTooBig:
        form = ComplaintForm({}).hand_back(fresh=True, address=_address(request))
        form.errors.clear()
        form.add_error("story", say("error.too_long"))
        return _complaint_page(request, form, status=413)
    if not form.is_valid():
        return _complaint_page(request, form.hand_back(address=_address(request)))
    try:
        asked = actions.complain(form.cleaned_data, address=_address(request))
    except actions.HandedBack as back:
        form.hand_back(sentence=back.sentence, fresh=back.fresh, address=_address(request))
        return _complaint_page(request, form, status=back.status)
    return _receipt(request, replace(asked, promise_on=answer_day()), form.asker_value)


def _complaint_page(request: HttpRequest, form: ComplaintForm, *, status: int = 200) -> HttpResponse:
    words = {"form": form, "asker": form.asker_value, "outside": verified_outside(), **own_term()}
    response = render(request, "intake/complaint.html", words, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def last_day(request: HttpRequest) -> HttpResponse:
    """Which day is my last day? Nothing of it is stored; the answer is the page itself."""
    form = LastDayForm(request.POST if request.method == "POST" else None)
    answer = told(form, clock.today()) if form.is_valid() else None
    return render(request, "intake/last_day.html", {"form": form, "told": answer})


@require_safe
def support(request: HttpRequest) -> HttpResponse:
    """How to support the work."""
    return render(request, "intake/support.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, and what does not yet."""
    return render(request, "intake/accessibility.html")
