"""The desk's addresses, and one empty signed-in page: what every desk page costs before it shows anything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from helpdesk.config import urls_desk
from helpdesk.teams.access import require

handler404, handler500 = urls_desk.handler404, urls_desk.handler500


@require("see-account")
def empty(request: HttpRequest) -> HttpResponse:
    """Head, menu and foot around nothing."""
    return render(request, "ui/desk.html")


urlpatterns = [path("leeg/", empty), *urls_desk.urlpatterns]
