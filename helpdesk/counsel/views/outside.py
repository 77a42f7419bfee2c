"""`/ophalen/…/`: the lawyer's own page, in the public program. One address; a POST says which step.

A GET shows the same form for every link, so that a scanner of links learns nothing and uses nothing up. Unknown, too
old, shut, revoked and wrong get one answer. What she typed is never lost: it waits behind the code and her app.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from helpdesk.cases.panels.mail import size_of
from helpdesk.counsel import actions
from helpdesk.counsel.access_outside import OpenDoor, door_again, open_door
from helpdesk.counsel.drawn import squares
from helpdesk.counsel.outside_forms import KEPT, CodeForm, FiguresForm, FiledForm, ResultForm
from helpdesk.counsel.visit import Lock, Visit, VisitOver
from helpdesk.counsel.words import AGAIN_WITHIN
from helpdesk.lib import clock, totp
from helpdesk.lib.argon import Busy
from helpdesk.lib.case_codes import without_codes
from helpdesk.lib.plain_text import plain_text
from helpdesk.ui.texts import say

HARMLESS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@require_http_methods(["GET", "HEAD", "POST"])
def pick_up(request: HttpRequest, token: str) -> HttpResponse:
    """The form for the code, or the step that was pressed."""
    if request.method != "POST":
        return render(request, "pickup/code.html", {"form": CodeForm()})
    step = request.POST.get("step", "")
    if not step:
        return _knock(request, token)
    try:
        visit = Visit.read(request.POST.get("visit", ""), token)
        door = door_again(token, visit.private)
    except VisitOver:
        return _code_again(request, "pickup.again")
    except Error:
        return _code_again(request, "error.down_text", status=503)
    if door is None:
        return _code_again(request, "pickup.closed")
    if visit.lock != Lock.INSIDE:
        return _figures(request, door, visit)
    return _STEPS.get(step.partition(":")[0], inside)(request, door, visit)


def _knock(request: HttpRequest, token: str) -> HttpResponse:
    """Link and code together. At the first visit the app is set up, later its figures are asked."""
    code = plain_text(request.POST.get("code", ""))
    try:
        door = open_door(token, code)
    except (Busy, Error):
        return _code_again(request, "error.down_text", code=code, status=503)
    if door is None:
        return _code_again(request, "pickup.wrong", code=code)
    secret = b"" if door.row.totp else totp.new_secret()
    return _ask_figures(request, Visit.begin(token, door.key.private, secret=secret), FiguresForm())


def _code_again(request: HttpRequest, sentence: str, *, code: str = "", status: int = 200) -> HttpResponse:
    form = CodeForm({"code": code})
    form.add_error("code", say(sentence))
    response = render(request, "pickup/code.html", {"form": form, "kept": _kept(request)}, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What she had typed, to go along."""
    return [(name, value) for name in KEPT if (value := plain_text(request.POST.get(name, "")))]


def _ask_figures(request: HttpRequest, visit: Visit, form: FiguresForm) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "visit": visit.sealed(), "kept": _kept(request)}
    if visit.lock == Lock.FIRST:
        side, path = squares(totp.address(visit.secret, say("pickup.app_label")))
        context |= {"side": side, "path": path, "letters": totp.in_letters(visit.secret)}
    return render(request, "pickup/figures.html", context)


def _figures(request: HttpRequest, door: OpenDoor, visit: Visit) -> HttpResponse:
    """The second lock. Figures count once; ten wrong ones in a row shut the door."""
    form = FiguresForm({"figures": request.POST.get("figures", "")[:20]})
    secret = visit.secret or door.row.totp or b""
    step = totp.step_of(secret, form.data["figures"], clock.now())
    if step is None:
        if visit.lock == Lock.HALF:
            actions.note_wrong(door)
        form.add_error("figures", say("pickup.figures_error"))
        return _ask_figures(request, visit, form)
    came = actions.enrol(door, secret, step) if visit.lock == Lock.FIRST else actions.enter(door, step)
    if not came:
        form.add_error("figures", say("pickup.figures_used"))
        return _ask_figures(request, visit, form)
    return inside(request, door, visit.inside())


def inside(
    request: HttpRequest,
    door: OpenDoor,
    visit: Visit,
    *,
    filed: FiledForm | None = None,
    result: ResultForm | None = None,
    said: str = "",
    sorry: str = "",
    status: int = 200,
) -> HttpResponse:
    """What lies ready, and the two forms. What was typed before the page grew too old stands in them."""
    typed = dict(_kept(request)) if not said else {}
    answered = bool(door.row.answered_on) or said == "pickup.thanks"
    context = {
        "visit": visit.sealed(),
        "until": door.row.until,
        "labels": [_label(row) for row in door.labels()],
        "filed": filed or FiledForm(initial=typed),
        "result": result or ResultForm(initial=typed),
        "answered": answered,
        "filed_before": door.row.replies > 0 or said == "pickup.filed_thanks",
        "said": say(said) if said else "",
        "sorry": say(sorry) if sorry else "",
    }
    return render(request, "pickup/inside.html", context, status=status)


def _label(row: Any) -> dict[str, Any]:
    content = row.content
    until = row.collected_at + AGAIN_WITHIN if row.collected_at else None
    return {
        "id": row.pk,
        "title": content["title"],
        "name": without_codes(content["name"]),
        "size": size_of(content["size"]),
        "digest": content["digest"],
        "collected_at": row.collected_at,
        "again_until": until if until and until > clock.now() else None,
    }


def collect(request: HttpRequest, door: OpenDoor, visit: Visit) -> HttpResponse:
    """One file, byte for byte as it was given. What was collected before is said so."""
    row = None
    if match := re.fullmatch(r"collect:([0-9a-f-]{36})", request.POST["step"]):
        row = actions.collect(door, UUID(match[1]))
    if row is None:
        return inside(request, door, visit, sorry="pickup.collected_before")
    disposition = {"Content-Disposition": f'attachment; filename="{without_codes(row.content["name"])}"'}
    return HttpResponse(row.data, content_type=row.content["media"], headers={**HARMLESS, **disposition})


def filed(request: HttpRequest, door: OpenDoor, visit: Visit) -> HttpResponse:
    """She filed it somewhere."""
    form = FiledForm(request.POST)
    return _reply(request, door, visit, form, filed=form, said="pickup.filed_thanks")


def result(request: HttpRequest, door: OpenDoor, visit: Visit) -> HttpResponse:
    """Her one short answer."""
    form = ResultForm(request.POST)
    return _reply(request, door, visit, form, result=form, said="pickup.thanks")


def _reply(
    request: HttpRequest, door: OpenDoor, visit: Visit, form: FiledForm | ResultForm, *, said: str, **shown: Any
) -> HttpResponse:
    if not form.is_valid():
        return inside(request, door, visit, **shown)
    try:
        actions.reply(door, form.said(), page=visit.number)
    except actions.AnsweredBefore:
        return inside(request, door, visit, sorry="pickup.before", **shown)
    except Error:
        form.add_error(None, say("error.down_text"))
        return inside(request, door, visit, status=503, **shown)
    return inside(request, door, visit, said=said)


_STEPS: dict[str, Callable[[HttpRequest, OpenDoor, Visit], HttpResponse]] = {
    "collect": collect,
    "filed": filed,
    "result": result,
}
