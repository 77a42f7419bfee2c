"""`/bericht/…/`: a message for somebody around the child, behind a link from a mail and a code from the telephone.

A GET shows the same form for every link, so that a scanner of links learns nothing and uses nothing up. A link of
another shape is an invitation of the asker, see `invitation.py`.
"""

from __future__ import annotations

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from helpdesk.cases.access_invite import is_invitation
from helpdesk.lib.argon import Busy
from helpdesk.lib.plain_text import plain_text
from helpdesk.portal.forms import CodeForm
from helpdesk.portal.invitation import invitation
from helpdesk.portal.referral import answered, open_with, referral
from helpdesk.ui.texts import say


@require_http_methods(["GET", "HEAD", "POST"])
def handout(request: HttpRequest, token: str) -> HttpResponse:
    """The form for the code, or the message. Unknown, too old and wrong get one answer."""
    if is_invitation(token):
        return invitation(request, token)
    if request.method != "POST":
        return render(request, "portal/handout.html", {"form": CodeForm()})
    if "answer" in request.POST:
        return answered(request, token)
    form = CodeForm({"code": plain_text(request.POST.get("code", ""))})
    try:
        found = open_with(token, form.data["code"])
    except (Busy, Error):
        return _closed(request, form, "error.down_text", status=503)
    if found is None:
        return _closed(request, form, "error.wrong_code")
    if "referral" in found.content:
        return referral(request, token, form.data["code"], found)
    return render(request, "portal/handout.html", {"text": found.content["text"], "until": found.expires_on})


def _closed(request: HttpRequest, form: CodeForm, sentence: str, *, status: int = 200) -> HttpResponse:
    form.add_error("code", say(sentence))
    response = render(request, "portal/handout.html", {"form": form}, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response
