"""Everything under /bronnen/, on the desk only. A code holds strokes (`CRC/C/GC/14`), so "~" ends it."""

from __future__ import annotations

from django.urls import path

from helpdesk.library.views import comparing, imports, reading, sources

app_name = "library"
urlpatterns = [
    path("", sources.sources, name="sources"),
    path("inlezen/", imports.imports, name="imports"),
    path("bron/<path:code>/~/vergelijk/", comparing.compare_states, name="compare-states"),
    path("bron/<path:code>/~/<str:address>/", reading.passage, name="passage"),
    path("bron/<path:code>/", reading.work, name="work"),
]
