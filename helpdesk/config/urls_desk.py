"""The desk's addresses. Each stands in `tests/access_table.py`, or the inspector fails."""

from django.urls import include, path

from helpdesk.config.health import healthz

handler404 = "helpdesk.config.errors.not_found"
handler500 = "helpdesk.config.errors.fault"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("helpdesk.desk.urls")),
    path("zaak/", include("helpdesk.cases.urls")),
    path("zaak/<slug:code>/bemiddeling/", include("helpdesk.mediation.urls")),
    path("", include("helpdesk.deadlines.urls")),
    path("", include("helpdesk.reports.urls")),
    path("zaak/<slug:code>/advocaat/", include("helpdesk.counsel.urls")),
    path("contact/", include("helpdesk.cases.contact_urls")),
    path("bronnen/", include("helpdesk.library.search_urls")),
    path("gegevens/", include("helpdesk.directory.urls")),
    path("standaardteksten/", include("helpdesk.directory.text_urls")),
    path("bronnen/verwijzing/", include("helpdesk.library.citation_urls")),
    path("bronnen/", include("helpdesk.library.urls")),
    path("kennis/", include("helpdesk.library.knowledge_urls")),
    path("aanmelden/", include("helpdesk.teams.urls")),
]
