"""One click and you are somebody of the cast. This address exists only in a demonstration."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.teams.access import anyone
from helpdesk.teams.demo import cast_member
from helpdesk.teams.session_store import STRONG


@anyone
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in without any lock. `cast_member` refuses when this is no demonstration, whatever the addresses say."""
    member = cast_member(request.POST.get("member", ""))
    if member is None:
        raise Http404
    get_adapter().login(request, member)
    request.session[STRONG] = True
    return HttpResponseRedirect(get_next_redirect_url(request) or reverse("teams:start"))
