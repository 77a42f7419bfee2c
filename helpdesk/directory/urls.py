"""Everything under /gegevens/, on the desk only."""

from __future__ import annotations

from django.urls import path

from helpdesk.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.reference_lists, name="reference-lists"),
    path("<str:list_name>/", views.reference_list, name="reference-list"),
    path("<str:list_name>/<str:key>/", views.override_reference_item, name="override-reference-item"),
    path("<str:list_name>/<str:key>/terug/", views.undo_reference_override, name="undo-reference-override"),
]
