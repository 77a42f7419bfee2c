"""How a verb answers: the case opened for it, then the changed panels for a script or a redirect for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from helpdesk.cases.access import CaseFile, case_for, reread
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.workflow import NotNow
from helpdesk.teams.access import member_of, require

PANELS = (
    "kop",
    "veilig",
    "kind",
    "omheen",
    "familie",
    "toestemming",
    "overdracht",
    "meelezen",
    "gesprek",
    "draden",
    "contact",
    "notities",
    "journaal",
    "belofte",
    "termijnen",
    "rapportages",
    "taken",
    "bemiddeling",
    "verwijzing",
    "bronnen",
    "bestanden",
    "meegegeven",
    "advocaat",
    "keek",
)
SENT = "sent"
WRONG = 422  # our htmx configuration swaps it in; a browser shows it as any page


def on_case(verb: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view of one verb: two locks, a role that has the verb, and the case fetched and opened for it."""

    def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @require(verb)
        @wraps(view)
        def inside(request: HttpRequest, code: str, **more: Any) -> HttpResponse:
            return view(request, case_for(member_of(request), code, to=verb), **more)

        return inside

    return door


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when that is nothing; None when the form is only shown."""
    return request.POST if request.method == "POST" else None


def attempt(form: forms.BaseForm, do: Callable[[], object]) -> bool:
    """Do it; when the case has moved on meanwhile, the form says so and keeps what was typed."""
    if not form.is_valid():
        return False
    try:
        do()
    except NotNow as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def is_script(request: HttpRequest) -> bool:
    """Whether htmx asks, which wants panels and not a page."""
    return bool(getattr(request, "htmx", False))


def panels(
    request: HttpRequest, page: CasePage, names: Iterable[str], *, said: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    """The named panels, each to be put in the place of the old one."""
    context = {"page": page, "oob": True, "said": said, **more}
    parts = [render_to_string(f"cases/panels/{name}.html", context, request) for name in names]
    parts.append(render_to_string("cases/panels/meldingen.html", context, request))
    return HttpResponse("".join(parts), status=status)


def remember_sent(request: HttpRequest) -> None:
    """These words left their form. The form's own random number is kept, so that a late draft of it is let go."""
    if sitting := request.POST.get("sitting", "")[:40]:
        request.session[SENT] = [*request.session.get(SENT, []), sitting][-20:]


def was_sent(request: HttpRequest) -> bool:
    """Whether this draft comes after the words that it would keep were sent."""
    return request.POST.get("sitting", "")[:40] in request.session.get(SENT, [])


def changed(request: HttpRequest, file: CaseFile, *names: str, said: str, at: str = "") -> HttpResponse:
    """It is done: show what changed, or go to the case page (or where the form came from)."""
    remember_sent(request)
    if not is_script(request):
        return gone_to(request, case_url(file.case.code) + at, said)
    again = reread(file)
    if again is None:
        return gone_to(request, reverse("desk:worklist"), said)
    return panels(request, CasePage(again), ("kop", "journaal", *names), said=said)


def sorry(request: HttpRequest, file: CaseFile, panel: str, form: forms.BaseForm) -> HttpResponse:
    """It is not done: the panel comes back with the sentence and the typed text."""
    if is_script(request):
        return panels(request, CasePage(file), (panel,), status=WRONG, form=form)
    return form_page(request, file, form, "cases/again.html", panel=panel)


def form_page(request: HttpRequest, file: CaseFile, form: forms.BaseForm, template: str, **more: Any) -> HttpResponse:
    """A verb that needs a page of its own."""
    context = {"page": CasePage(file), "form": form, **more}
    return render(request, template, context, status=WRONG if form.is_bound else 200)


def done(request: HttpRequest, file: CaseFile, said: str, *, to: str = "") -> HttpResponse:
    """From a page of its own back to the case, or to the list when the case has left one's sight."""
    remember_sent(request)
    return gone_to(request, to or case_url(file.case.code), said)


def gone_to(request: HttpRequest, url: str, said: str) -> HttpResponse:
    """Go somewhere and say there what was done; `next` of the form wins when it is an address of ours."""
    if said:
        messages.success(request, said)
    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        url = wanted
    return HttpResponseClientRedirect(url) if is_script(request) else HttpResponseRedirect(url)


def case_url(code: str) -> str:
    """The page of the case; the desk composes it."""
    return reverse("desk:case-page", args=[code])


def worklist_url() -> str:
    """Where one goes when the case is out of sight."""
    return reverse("desk:worklist")
