"""Everything under /standaardteksten/, on the desk only."""

from __future__ import annotations

from django.urls import path

from helpdesk.directory.views import texts

app_name = "texts"
urlpatterns = [
    path("", texts.standard_texts, name="standard-texts"),
    path("nieuw/", texts.add_standard_text, name="add-standard-text"),
    path("kies/", texts.pick_standard_text, name="pick-standard-text"),
    path("<uuid:text>/", texts.change_standard_text, name="change-standard-text"),
    path("<uuid:text>/vervalt/", texts.retire_standard_text, name="retire-standard-text"),
]
