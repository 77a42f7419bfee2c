"""A whole message as it came, with the files in it: behind two people, as the original of a file is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_mail import mail_for
from helpdesk.cases.file_forms import ReasonForm
from helpdesk.cases.models import Mail
from helpdesk.cases.views.answer import attempt, case_url, form_page, gone_to, on_case, posted
from helpdesk.cases.views.file import HARMLESS
from helpdesk.cases.workflow import NotNow


@require_http_methods(["GET", "POST"])
@on_case("ask-file")
def ask_mail(request: HttpRequest, file: CaseFile, mail: UUID) -> HttpResponse:
    """The first of two people."""
    row = Mail.objects.filter(case=file.case, pk=mail).defer("raw").first()
    if row is None:
        return gone_to(request, _files(file), _("Dit bericht is er niet meer."))
    form = ReasonForm(posted(request), locked=False)

    def ask() -> None:
        actions.ask_mail(file=file, mail=row, reason=form.cleaned_data["reason"])

    if request.method == "POST" and attempt(form, ask):
        return gone_to(request, _files(file), _("Gevraagd. Een collega moet nog ja zeggen."))
    return form_page(request, file, form, "cases/ask_mail.html")


@require_GET
@on_case("ask-file")
def whole_mail(request: HttpRequest, file: CaseFile, mail: UUID) -> HttpResponse:
    """The message byte for byte, to keep; never shown by a browser on our address."""
    if not actions.may_have_whole(file, mail):
        said = _("Hiervoor is het ja van een tweede collega nodig. Dat ja geldt een kwartier.")
        return gone_to(request, _files(file), said)
    try:
        row = mail_for(file.member, mail, to="ask-file")
    except NotNow as refusal:
        return gone_to(request, _files(file), str(refusal))
    disposition = {"Content-Disposition": f'attachment; filename="{file.case.code}.eml"'}
    return HttpResponse(row.raw, content_type="application/octet-stream", headers={**HARMLESS, **disposition})


def _files(file: CaseFile) -> str:
    return case_url(file.case.code) + "#paneel-bestanden"
