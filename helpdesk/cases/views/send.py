"""Mail to one participant: on a page of its own, so that it is plain for whom it is; and once more when it failed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Draft
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.send_forms import PartyTextForm, SettleForm
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted


@require_http_methods(["GET", "POST"])
@on_case("write-to-party")
def write_to_party(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """Write to this one person. What may not be told is refused; a doubt is asked once more."""
    asked: list[str] = []
    draft = {} if request.method == "POST" else CasePage(file).drafts.get(Draft.kind_to(party), {})
    form = PartyTextForm(posted(request), initial=begun(draft))

    def send() -> None:
        try:
            typed = {"text": form.cleaned_data["text"], "subjects": form.told()}
            actions.write_to_party(file=file, party_id=party, knowing="weet" in request.POST, **typed)
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if request.method == "POST" and attempt(form, send):
        return done(request, file, _("Het bericht gaat over een minuut weg. Bel om de code te geven."))
    return party_page(request, file, party, form, asked)


def party_page(request: HttpRequest, file: CaseFile, party: UUID, form: forms.Form, asked: list[str]) -> HttpResponse:
    """The page on which one writes to this person; also for whoever asks a colleague to read along."""
    page = CasePage(file)
    kind, draft = Draft.kind_to(party), page.drafts.get(Draft.kind_to(party), {})
    context = {"party": party, "asked": asked, "mail_is_on": bool(settings.EMAIL_HOST)}
    context |= {"rule": page.rule_for(str(party)), "read_already": page.has_agreed(kind)}
    context["reading_url"] = reverse("cases:ask-reading", args=[file.case.code])
    keep_url = reverse("cases:save-draft", args=[file.case.code])
    kept = {"keep_url": keep_url, "draft_kind": kind, "draft_at": kept_at(draft)}
    return form_page(request, file, form, "cases/write_to_party.html", **context, **kept)


def kept_at(draft: Mapping[str, Any]) -> datetime | None:
    """When the text that lies ready was kept, if one does."""
    return datetime.fromisoformat(draft["at"]) if draft else None


def begun(draft: Mapping[str, Any]) -> dict[str, Any]:
    """What lies ready, when something does: the words and what they tell about."""
    return {name: draft[name] for name in ("text", "subjects") if name in draft}


@require_POST
@on_case("write-to-party")
def retry_mail(request: HttpRequest, file: CaseFile, message: UUID) -> HttpResponse:
    """Once more, after somebody looked at why it did not arrive."""
    form = forms.Form(request.POST)
    if attempt(form, lambda: actions.retry_mail(file=file, message_id=message)):
        return done(request, file, _("We proberen het opnieuw."))
    return form_page(request, file, form, "cases/again.html")


@require_http_methods(["GET", "POST"])
@on_case("write-to-party")
def settle_mail(request: HttpRequest, file: CaseFile, message: UUID) -> HttpResponse:
    """Dealt with in another way, and how; from then on it is not on the list of what did not arrive."""
    form = SettleForm(posted(request))

    def settle() -> None:
        actions.settle_mail(file=file, message_id=message, how=form.cleaned_data["how"])

    if request.method == "POST" and attempt(form, settle):
        return done(request, file, _("Afgehandeld. Het staat niet meer op de lijst."))
    return form_page(request, file, form, "cases/settle_mail.html")
