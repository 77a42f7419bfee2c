"""Another day than we promised."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.promise_form import PromiseForm
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, on_case, posted
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days


@require_http_methods(["GET", "POST"])
@on_case("renew-promise")
def renew_promise(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """I know it, this is why, and that is the new day. A line to the asker lies ready in the case."""
    form = PromiseForm(posted(request), initial={"on": add_working_days(clock.today(), 2)})
    if request.method == "POST" and attempt(form, lambda: actions.renew_promise(file=file, **form.cleaned_data)):
        has_box = hasattr(file.case, "mailbox")
        said = _("De nieuwe dag staat erbij. Lees de regel aan de vrager na en verstuur hem.")
        at = "#antwoord-tekst" if has_box else ""
        return done(
            request, file, said if has_box else _("De nieuwe dag staat erbij."), to=case_url(file.case.code) + at
        )
    return form_page(request, file, form, "cases/renew_promise.html")
