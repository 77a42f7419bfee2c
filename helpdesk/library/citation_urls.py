"""Everything under /bronnen/verwijzing/, on the desk only."""

from __future__ import annotations

from django.urls import path

from helpdesk.library.views import citations

app_name = "citations"
urlpatterns = [
    path("", citations.look_up_citations, name="look-up-citations"),
    path("kies/", citations.pick_citation, name="pick-citation"),
]
