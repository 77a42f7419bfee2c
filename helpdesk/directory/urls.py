"""Everything under /gegevens/, on the desk only."""

from __future__ import annotations

from django.urls import path

from helpdesk.directory.views import reference

app_name = "directory"
urlpatterns = [
    path("", reference.reference_lists, name="reference-lists"),
    path("<str:list_name>/", reference.reference_list, name="reference-list"),
    path("<str:list_name>/<str:key>/", reference.override_reference_item, name="override-reference-item"),
    path("<str:list_name>/<str:key>/terug/", reference.undo_reference_override, name="undo-reference-override"),
]
