"""The pages of the mailbox: what each template is given. Views choose which one; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from helpdesk.cases.complaints import answer_day
from helpdesk.cases.models import Letter
from helpdesk.directory.outside import own_term
from helpdesk.lib.plain_text import plain_text
from helpdesk.lib.receipts import Receipt
from helpdesk.portal import visit_cookie
from helpdesk.portal.access import OpenVisit
from helpdesk.portal.forms import CodeForm, ComplaintForm, HowForm, ReplyForm
from helpdesk.portal.path import path_of
from helpdesk.portal.proof import challenge_for
from helpdesk.portal.tokens import Grievance, Knock, Page
from helpdesk.ui.texts import say


def open_page(
    request: HttpRequest, *, knock: Knock | None = None, code: str = "", sentence: str = "", status: int = 200
) -> HttpResponse:
    """The form for the code. `knock` is a form to give out again: one that was not used up keeps its age."""
    form = CodeForm({"code": code}) if sentence else CodeForm()
    if sentence:
        form.add_error(None, say(sentence))
    token = (knock or Knock.new()).sealed()
    address = str(request.META.get("REMOTE_ADDR", ""))
    words = {"form": form, "token": token, "pow_challenge": challenge_for(token, address)}
    response = render(request, "portal/open.html", words, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    elif request.COOKIES.get(settings.MAILBOX_COOKIE):
        visit_cookie.drop(response)
    return response


def safe_page(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    return _inner(request, opened, "safe")


def letter_page(request: HttpRequest, opened: OpenVisit, letters: list[Letter], position: int) -> HttpResponse:
    """One letter, or that there is none yet."""
    letter = _shown(letters[position - 1]) if letters else None
    words: dict[str, Any] = {"letter": letter, "position": position, "count": len(letters)}
    return _inner(request, opened, "letter", promise_on=opened.promise_on, **words)


def reply_page(request: HttpRequest, opened: OpenVisit, form: ReplyForm, *, status: int = 200) -> HttpResponse:
    return _inner(request, opened, "reply", form=form, no_pictures=opened.wants_no_pictures, status=status)


def case_page(
    request: HttpRequest,
    opened: OpenVisit,
    *,
    sent: bool = False,
    kept: Sequence[tuple[str, str, bool]] = (),
    stopped: Mapping[str, Any] | None = None,
    how: HowForm | None = None,
    thanks: str = "",
    status: int = 200,
) -> HttpResponse:
    """How it stands, who knows, and what she agreed to. `stopped` is what she ended a moment ago."""
    helper = opened.status.get("helper") or {}
    readers = [_who(helper.get("name"), helper.get("as"))] if helper.get("name") else []
    words: dict[str, Any] = {"readers": readers, "count": len(opened.letters()), "sent": sent, "kept": kept}
    shared: dict[str, Any] = {
        "agreed": [_shared(one) for one in opened.agreed],
        "stopped": _shared(stopped) if stopped else None,
    }
    if how is not None:
        words["how"] = how
    return _inner(request, opened, "case", status, thanks=thanks, **words, **shared)


def complaint_page(
    request: HttpRequest, opened: OpenVisit, form: ComplaintForm, grievance: Grievance, *, status: int = 200
) -> HttpResponse:
    """What went wrong with us."""
    return _inner(request, opened, "complain", status, form=form, grievance=grievance.sealed(), **own_term())


def complained_page(request: HttpRequest, opened: OpenVisit, receipt: Receipt) -> HttpResponse:
    """The code of the complaint, shown once."""
    words: dict[str, Any] = {"words": receipt.words, "digits": receipt.digits.split(), "answer_on": answer_day()}
    return _inner(request, opened, "complained", **words)


def burn_page(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    return _inner(request, opened, "burn")


def burnt_page(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    response = render(request, "portal/burnt.html", {"asker": opened.status.get("asker", "")})
    visit_cookie.drop(response)
    return response


def _inner(request: HttpRequest, opened: OpenVisit, name: str, status: int = 200, **words: Any) -> HttpResponse:
    """A page of an open visit: with a token of its own, and five more minutes."""
    always = {
        "token": Page.new(opened.sitting.number, opened.sitting.box_id).sealed(),
        "asker": opened.status.get("asker", ""),
        "leave_url": reverse("portal:leave"),
        "path": path_of(opened.status),
        "how": _how(request) if opened.may_say_how else None,
    }
    response = render(request, f"portal/{name}.html", {**always, **words}, status=status)
    visit_cookie.keep(response, opened.sitting)
    return response


def _shared(one: Mapping[str, Any]) -> dict[str, Any]:
    """One thing that she agreed to, in her words."""
    who = f"{say('share.part.' + one['part'])} {one['initials']}".strip()
    told = ", ".join(say(f"share.subject.{subject}") for subject in one["told"])
    return {
        "id": one["id"],
        "stop": one.get("stop", ""),
        "who": who,
        "told": told,
        "until": date.fromisoformat(one["until"]),
    }


def _how(request: HttpRequest) -> HowForm:
    """The card that asks how it went, with what she typed in it before she went to another page of the visit."""
    typed = {name: plain_text(request.POST.get(name, "")) for name in HowForm.base_fields}
    return HowForm(initial=typed)


def _shown(letter: Letter) -> dict[str, Any]:
    content = letter.content
    sender, written = _who(content.get("from"), content.get("as")), datetime.fromisoformat(content["at"])
    return {"body": content["text"], "sender": sender, "written_on": written}


def _who(name: str | None, discipline: str | None) -> str:
    return ", ".join(part for part in (name, discipline) if part)
