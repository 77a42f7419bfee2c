"""Files: seen as a safe copy, added, tried again, put behind a lock; and what takes two people."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.file_forms import AttachForm, ReasonForm
from helpdesk.cases.models import Attachment
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, gone_to, on_case, posted
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.files.kinds import STAFF
from helpdesk.lib.files.posted import files_of
from helpdesk.lib.files.safe import PLAIN

# Our own pixels, and still treated as a stranger's: no script, no frame, no guess at another type.
HARMLESS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", PLAIN: "txt"}


def on_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets the row of a file that is there; else the case says that it is gone."""

    @wraps(view)
    def inside(request: HttpRequest, file: CaseFile, attachment: UUID) -> HttpResponse:
        found: Attachment | None = Attachment.objects.filter(case=file.case, pk=attachment).first()
        if found is None:
            return _back(request, file, _("Dit bestand is er niet meer."))
        return view(request, file, file.mine(found))

    return inside


@require_GET
@on_case("read-case")
@on_file
def see_file(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """The safe copy on a page of its own: nothing is drawn before somebody chose to look."""
    page = CasePage(file)
    shown = next(one for one in page.files if one.id == row.pk)
    is_image = row.state == "safe" and row.content["kind"].startswith("image/")
    return render(request, "cases/see_file.html", {"page": page, "shown": shown, "row": row, "is_image": is_image})


@require_GET
@on_case("read-case")
@on_file
def file_copy(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """The safe copy itself; an image for the page, anything else to keep."""
    if row.state != "safe" or row.content["kind"] not in ENDINGS:
        return _back(request, file, _("Hiervan is geen veilige kopie."))
    kind = row.content["kind"]
    how = "inline" if kind.startswith("image/") else "attachment"
    name = f"{file.case.code}.{ENDINGS[kind]}"
    disposition = {"Content-Disposition": f'{how}; filename="{name}"'}
    shown_as = f"{kind}; charset=utf-8" if kind == PLAIN else kind
    return HttpResponse(row.copy, content_type=shown_as, headers={**HARMLESS, **disposition})


@require_http_methods(["GET", "POST"])
@on_case("attach-file")
def attach_file(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A scanned letter, or what came another way."""
    form = AttachForm(posted(request))
    if request.method == "POST":
        sent = [actions.Received(name, data) for name, data in files_of(request.FILES)]
        if not sent:
            form.add_error(None, _("Kies eerst een bestand."))
        elif form.is_valid():
            return _attach(request, file, sent, form)
    return form_page(request, file, form, "cases/attach_file.html", accept=STAFF.accept)


def _attach(request: HttpRequest, file: CaseFile, sent: list[actions.Received], form: AttachForm) -> HttpResponse:
    try:
        kept = [actions.attach_file(file=file, received=one, source=form.cleaned_data["source"]) for one in sent]
    except NotNow as refusal:
        form.add_error(None, str(refusal))
        return form_page(request, file, form, "cases/attach_file.html", accept=STAFF.accept)
    large = [one for one in kept if one.reason == "size"]
    if large:
        messages.warning(request, _("Een bestand was te groot en is niet bewaard. Het mag 25 MB zijn."))
    if any(one.state == "waiting" for one in kept):
        messages.warning(request, _("Er is een bestand bij dat nu niet veilig getoond kan worden. Het is bewaard."))
        return HttpResponseRedirect(case_url(file.case.code) + "#paneel-bestanden")
    if any(one.state == "refused" and one.reason != "size" for one in kept):
        messages.warning(request, _("Er is een bestand bij dat we niet kunnen laten zien. Bij Bestanden staat waarom."))
        return HttpResponseRedirect(case_url(file.case.code) + "#paneel-bestanden")
    if len(large) == len(kept):
        return HttpResponseRedirect(case_url(file.case.code) + "#paneel-bestanden")
    return done(request, file, _("Het bestand staat erbij."))


@require_POST
@on_case("recheck-file")
@on_file
def recheck_file(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """Try again."""
    try:
        kept = actions.recheck_file(file=file, attachment=row)
    except NotNow as refusal:
        return _back(request, file, str(refusal))
    said = {"safe": _("Er is nu een veilige kopie."), "refused": _("Dit bestand kunnen we niet laten zien.")}
    return _back(request, file, said.get(kept.state, _("Het wacht nog. Probeer het straks opnieuw.")))


@require_http_methods(["GET", "POST"])
@on_case("lock-file")
@on_file
def lock_file(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """Possibly an illegal image: nobody sees it any more."""
    if request.method == "GET":
        return render(request, "cases/lock_file.html", {"page": CasePage(file), "row": row})
    try:
        actions.lock_file(file=file, attachment=row)
    except NotNow as refusal:
        return _back(request, file, str(refusal))
    return _back(request, file, _("Op slot. Niemand kan dit bestand nu nog zien."))


@require_http_methods(["GET", "POST"])
@on_case("ask-file")
@on_file
def ask_file(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """The first of two people."""
    form = ReasonForm(posted(request), locked=row.state == "locked")

    def ask() -> None:
        actions.ask_file(file=file, attachment=row, kind=form.kind, reason=form.cleaned_data["reason"])

    if request.method == "POST" and attempt(form, ask):
        return _back(request, file, _("Gevraagd. Een collega moet nog ja zeggen."))
    return form_page(request, file, form, "cases/ask_file.html", row=row)


@require_POST
@on_case("agree-file")
def agree_file(request: HttpRequest, file: CaseFile, wanted: UUID) -> HttpResponse:
    """The second of two people."""
    try:
        row = actions.agree_file(file=file, request_id=wanted)
    except NotNow as refusal:
        return _back(request, file, str(refusal))
    gone = row.kind == "destroy"
    return _back(request, file, _("Vernietigd.") if gone else _("Je zei ja. Het is een kwartier te openen."))


@require_GET
@on_case("ask-file")
@on_file
def original_file(request: HttpRequest, file: CaseFile, row: Attachment) -> HttpResponse:
    """The file as it came, to keep; never shown by a browser on our address."""
    try:
        original = actions.original_of(file=file, attachment=row)
    except NotNow as refusal:
        return _back(request, file, str(refusal))
    disposition = {"Content-Disposition": f'attachment; filename="{file.case.code}-origineel.bin"'}
    return HttpResponse(original.data, content_type="application/octet-stream", headers={**HARMLESS, **disposition})


def _back(request: HttpRequest, file: CaseFile, said: str) -> HttpResponse:
    return gone_to(request, case_url(file.case.code) + "#paneel-bestanden", said)
