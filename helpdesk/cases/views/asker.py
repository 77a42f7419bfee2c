"""The asker outside her mailbox: may we mail her."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.asker_forms import AskerContactForm
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.release import asker_contact
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted


@require_http_methods(["GET", "POST"])
@on_case("set-asker-contact")
def set_asker_contact(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Her address, and whether she said that mail there is safe."""
    wrote_from = CasePage(file).wrote_from
    form = AskerContactForm(posted(request), initial=AskerContactForm.initial_of(asker_contact(file), wrote_from))
    if request.method == "POST" and attempt(form, lambda: actions.set_asker_contact(file=file, contact=form.contact())):
        return done(request, file, _("Bewaard."))
    return form_page(request, file, form, "cases/set_asker_contact.html", wrote_from=wrote_from)
