"""Reports of one case, under /zaak/<code>/rapportages/. Paths are Dutch, names are the verbs of the actions."""

from __future__ import annotations

from helpdesk.reports import composing_urls, following_urls, writing_urls

app_name = "reports"
urlpatterns = [*composing_urls.urlpatterns, *writing_urls.urlpatterns, *following_urls.urlpatterns]
