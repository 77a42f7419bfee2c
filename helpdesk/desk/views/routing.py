"""The routing rules: read as sentences, changed in a new version, tried on earlier cases, switched on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases import actions
from helpdesk.cases.models import RoutingSet
from helpdesk.cases.routing import rules_of
from helpdesk.cases.routing_forms import rule_lines, rules_in
from helpdesk.cases.standing_rules import live_rules, names, numbered
from helpdesk.cases.views.answer import WRONG, posted
from helpdesk.cases.workflow import NotNow
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may

SHOWN = 10


@require_safe
@require("see-routing")
def routing(request: HttpRequest) -> HttpResponse:
    """What holds, and the versions."""
    live, member = RoutingSet.objects.live(), member_of(request)
    versions = [_version(row, live) for row in RoutingSet.objects.all().newest()[:SHOWN]]
    can = {"write": may(member, "write-routing"), "switch": may(member, "switch-routing")}
    context = {"rules": numbered(live_rules()), "live": live, "versions": versions, "can": can}
    return render(request, "desk/routing.html", context)


def _version(row: RoutingSet, live: RoutingSet | None) -> dict[str, Any]:
    teams = names()["team"]
    tried = [(teams.get(old, old), teams.get(new, new), count) for old, new, count in row.tried or ()]
    return {
        "row": row,
        "is_live": live is not None and row.pk == live.pk,
        "sentences": numbered(rules_of(row.rules)),
        "moved": [one for one in tried if one[0] != one[1]],
        "count": sum(count for *_teams, count in tried),
    }


@require_http_methods(["GET", "POST"])
@require("write-routing")
def write_routing(request: HttpRequest) -> HttpResponse:
    """A new version; what was typed stays when it cannot hold."""
    lines, wrong = rule_lines(posted(request), live_rules()), ""
    if request.method == "POST" and lines.is_valid():
        try:
            row = actions.write_routing(actor=member_of(request), rules=rules_in(lines))
        except NotNow as refusal:
            wrong = str(refusal)
        else:
            return _back(request, _("Versie %(number)s is bewaard. Hij geldt nog niet.") % {"number": row.number})
    status = WRONG if request.method == "POST" else 200
    return render(request, "desk/write_routing.html", {"lines": lines, "wrong": wrong}, status=status)


@require_POST
@require("switch-routing")
def try_routing(request: HttpRequest, number: int) -> HttpResponse:
    """On the newest cases that this lead may see."""
    return _done(request, lambda: actions.try_routing(actor=member_of(request), number=number), _("Geprobeerd."))


@require_POST
@require("switch-routing")
def switch_routing(request: HttpRequest, number: int) -> HttpResponse:
    """From now on."""
    said = _("Deze regels gelden vanaf nu.")
    return _done(request, lambda: actions.switch_routing(actor=member_of(request), number=number), said)


def _done(request: HttpRequest, do: Any, said: str) -> HttpResponse:
    try:
        do()
    except NotNow as refusal:
        messages.warning(request, str(refusal))
        return HttpResponseRedirect(reverse("desk:routing"))
    return _back(request, said)


def _back(request: HttpRequest, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("desk:routing"))
