"""The asker outside her mailbox: may we mail her, a mailbox for whoever only mailed, and its end."""

from __future__ import annotations

from django import forms
from django.conf import settings
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


@require_http_methods(["GET", "POST"])
@on_case("invite-asker")
def invite_asker(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """One neutral mail with a link that opens once. Sent anew, the older link is dead."""
    form, asked = forms.Form(posted(request)), list[str]()

    def invite() -> None:
        try:
            actions.invite_asker(file=file, knowing="weet" in request.POST)
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if request.method == "POST" and attempt(form, invite):
        return done(request, file, _("De uitnodiging gaat over een minuut weg, of zodra mailen veilig is."))
    context = {"asked": asked, "mail_is_on": bool(settings.EMAIL_HOST)}
    return form_page(request, file, form, "cases/invite_asker.html", **context)


@require_http_methods(["GET", "POST"])
@on_case("cut-off-mailbox")
def cut_off_mailbox(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Somebody else can read in it. What lies in it is gone; the case keeps what was written."""
    form = forms.Form(posted(request))
    if request.method == "POST" and attempt(form, lambda: actions.cut_off_mailbox(file=file)):
        return done(request, file, _("Het postvak is dicht. Nodig haar opnieuw uit als je weet dat mailen veilig is."))
    return form_page(request, file, form, "cases/cut_off_mailbox.html")
