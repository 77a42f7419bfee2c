"""What leaves on paper: a letter of complaint, a bundle of the case, and fetching what was given."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.bundle import copy_of
from helpdesk.cases.actions.complaint import all_words, paper_of, reading_kind
from helpdesk.cases.bundle import Item, items_of
from helpdesk.cases.giving_forms import ASKER, BundleForm, ComplaintForm, GiveForm
from helpdesk.cases.models import Complaint, Party
from helpdesk.cases.panels.around import around
from helpdesk.cases.panels.papers import papers_of
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, gone_to, on_case, posted
from helpdesk.cases.views.file import HARMLESS
from helpdesk.cases.views.with_reader import WithReader
from helpdesk.cases.workflow import NotNow
from helpdesk.directory import reference
from helpdesk.lib.case_codes import without_codes
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.people.telling import Subject
from helpdesk.remedies.routes import checked_on, routes

PLACE = "#paneel-meegegeven"


@require_http_methods(["GET", "POST"])
@on_case("write-complaint")
def write_complaint(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A new letter. It begins with what the case holds already."""
    return _letter(request, file, None)


@require_http_methods(["GET", "POST"])
@on_case("write-complaint")
def change_complaint(request: HttpRequest, file: CaseFile, complaint: UUID) -> HttpResponse:
    """One that lies here."""
    row: Complaint | None = Complaint.objects.filter(case=file.case, pk=complaint).first()
    if row is None:
        return gone_to(request, case_url(file.case.code), _("Deze brief is er niet meer."))
    return _letter(request, file, row)


def _letter(request: HttpRequest, file: CaseFile, row: Complaint | None) -> HttpResponse:
    form = ComplaintForm(posted(request), initial=_kept(file.mine(row)) if row else _begun(file))
    written: list[Complaint] = []

    def write() -> None:
        told, chosen = form.told(), form.cleaned_data["route"]
        written.append(
            actions.write_complaint(file=file, route_id=chosen, told=told, complaint_id=row.pk if row else None)
        )

    if request.method == "POST" and attempt(form, write):
        return gone_to(request, _letter_url(file, written[0]), _("De brief is bewaard."))
    context = {"routes": _routes(), "checked_on": checked_on(), "row": row, "paper": paper_of(row) if row else None}
    return form_page(request, file, form, "cases/write_complaint.html", **context)


def _kept(row: Complaint) -> dict[str, Any]:
    return {**row.content, "enclosed": "\n".join(row.content["enclosed"])}


def _begun(file: CaseFile) -> dict[str, Any]:
    """The asker's own words, so that nobody types them over."""
    said = [row.content for row in papers_of(file).messages if row.content["by"] == "asker"]
    asker = file.case.summary.get("asker")
    return {"own_words": said[0].get("text", "") if said else "", "voice": "parent" if asker == "ouder" else "child"}


def _routes() -> list[tuple[Any, str]]:
    """Each route with the name of who can help along."""
    names = {one.id: one.name for one in reference.institutions()}
    return [(one, names.get(one.helper, "")) for one in routes()]


def _letter_url(file: CaseFile, row: Complaint) -> str:
    return reverse("cases:change-complaint", args=[file.case.code, row.pk])


@require_http_methods(["GET", "POST"])
@on_case("give-paper")
def give_complaint(request: HttpRequest, file: CaseFile, complaint: UUID) -> HttpResponse:
    """Who gets the letter. What may not be told is refused."""
    row: Complaint | None = Complaint.objects.filter(case=file.case, pk=complaint).first()
    if row is None:
        return gone_to(request, case_url(file.case.code), _("Deze brief is er niet meer."))
    to = _chosen(file, request.POST.get("to", ""))
    words = WithReader(request, file, reading_kind(file.mine(row), to.pk if to else None), to=to)
    form = GiveForm(posted(request), people=_people(file), initial={"to": ASKER})

    def give() -> None:
        _printed(
            lambda: actions.give_complaint(file=file, complaint_id=complaint, to=form.given_to(), channel=form.by())
        )

    if request.method == "POST" and words.attempt(form, give, lambda: all_words(row), [Subject.STORY]):
        said, at = _("De brief ligt klaar bij Meegegeven."), case_url(file.case.code) + PLACE
        return words.asked() if words.wanted else done(request, file, said, to=at)
    return form_page(request, file, form, "cases/give_complaint.html", **words.shown())


def _chosen(file: CaseFile, whom: str) -> Party | None:
    """The participant who gets it; None for the asker."""
    return next((row for row in papers_of(file).parties if str(row.pk) == whom), None)


@require_http_methods(["GET", "POST"])
@on_case("give-paper")
def give_bundle(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Choose what goes along and who gets it."""
    items = items_of(papers_of(file), lambda row: copy_of(file, row))
    form = BundleForm(posted(request), people=_people(file), items=items, initial={"to": ASKER, "items": _usual(items)})

    def give() -> None:
        _printed(lambda: actions.give_bundle(file=file, items=form.chosen(), to=form.given_to(), channel=form.by()))

    if request.method == "POST" and attempt(form, give):
        return done(request, file, _("De stukken liggen klaar bij Meegegeven."), to=case_url(file.case.code) + PLACE)
    ticked = set(form["items"].value() or [])
    rows = [(one, one.key in ticked) for one in items]
    parts = {
        "asker_rows": [row for row in rows if not row[0].internal and not row[0].with_whom],
        "other_rows": [row for row in rows if row[0].with_whom],
        "inside": [row for row in rows if row[0].internal],
    }
    return form_page(request, file, form, "cases/give_bundle.html", **parts)


def _usual(items: list[Item]) -> list[str]:
    """What was said with the asker, and the files; nothing internal and nobody else's talk."""
    return [one.key for one in items if not one.internal and not one.with_whom]


def _people(file: CaseFile) -> list[Any]:
    return [one for one in around(papers_of(file).parties) if not one.removed]


def _printed(make: Any) -> None:
    """A press that gives nothing is a sentence on the form, as any other refusal."""
    try:
        make()
    except NotPrinted as sorry:
        raise NotNow(str(sorry)) from None


@require_GET
@on_case("give-paper")
def given_file(request: HttpRequest, file: CaseFile, given: UUID) -> HttpResponse:
    """What was given, byte for byte."""
    try:
        row = actions.given_file(file=file, given_id=given)
    except NotNow as gone:
        return gone_to(request, case_url(file.case.code) + PLACE, str(gone))
    disposition = {"Content-Disposition": f'attachment; filename="{without_codes(row.content["name"])}"'}
    return HttpResponse(row.data, content_type=row.content["media"], headers={**HARMLESS, **disposition})
