"""Where the link of a lawyer leads, in the public program. One address; a POST says which step."""

from __future__ import annotations

from django.urls import path

from helpdesk.counsel.views.outside import pick_up

app_name = "pickup"

urlpatterns = [
    path("<str:token>/", pick_up, name="pick-up"),
]
