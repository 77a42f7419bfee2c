"""How it ends: close on one screen, reopen, forget for good."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.forms import CloseForm, ForgetForm
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted, worklist_url
from helpdesk.cases.views.bare import press
from helpdesk.teams.access import step_up

MEDIATING = "bemiddeling"  # its id among the kinds of help


@require_http_methods(["GET", "POST"])
@on_case("close")
def close_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """One screen; the figures are made from it."""
    summary, page = file.case.summary, CasePage(file)
    initial = {
        "channel": summary.get("channel") or "website",
        "province": summary.get("province") or "",
        "signal": "no",
        "text": page.drafts.get("close", {}).get("text", ""),
        "help_kinds": [MEDIATING] if page.mediations else [],
    }
    running = [one for one in page.mediations if not one.ended]
    form = CloseForm(posted(request), initial=initial, theme=str(summary.get("theme") or ""), mediating=bool(running))
    asked: list[str] = []

    def close() -> None:
        try:
            typed = form.record_of_closing()
            actions.close_case(file=file, record_of_closing=typed, knowing="weet" in request.POST)
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if request.method == "POST" and attempt(form, close):
        return done(request, file, _("Afgesloten."), to=worklist_url())
    keep_url = reverse("cases:save-draft", args=[file.case.code])
    more = {"keep_url": keep_url, "asked": asked, "running": running}
    return form_page(request, file, form, "cases/close_case.html", **more)


@require_POST
@on_case("reopen")
def reopen_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Take it up again."""
    names = ("belofte", "gesprek", "taken", "kind")
    return press(request, file, lambda: actions.reopen_case(file=file), *names, said=_("De zaak is weer open."))


@require_http_methods(["GET", "POST"])
@step_up()
@on_case("forget-case")
def forget_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Destroy the key. The code is typed, and the own key was shown again just now."""
    form = ForgetForm(posted(request), wanted=file.case.code)
    if request.method == "POST" and attempt(form, lambda: actions.forget_case(file=file)):
        home = worklist_url() if file.member.reaches("see-worklist") else reverse("desk:looks")
        return done(request, file, _("De zaak is voorgoed gewist."), to=home)
    return form_page(request, file, form, "cases/forget_case.html")
