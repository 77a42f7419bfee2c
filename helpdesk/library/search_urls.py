"""Search in the sources and its words, under /bronnen/, on the desk only."""

from __future__ import annotations

from django.urls import path

from helpdesk.library.views import search_sources, thesaurus

app_name = "sources"
urlpatterns = [
    path("zoeken/", search_sources.search_sources, name="search-sources"),
    path("woorden/", thesaurus.thesaurus, name="thesaurus"),
    path("woorden/nieuw/", thesaurus.add_to_thesaurus, name="add-to-thesaurus"),
    path("woorden/<str:key>/", thesaurus.change_thesaurus, name="change-thesaurus"),
    path("woorden/<str:key>/terug/", thesaurus.undo_thesaurus_change, name="undo-thesaurus-change"),
]
