"""What became of signed reports: of one what we know and how it is written down or taken back; of all, the figures."""

from __future__ import annotations

from django.urls import path

from helpdesk.reports.views import figures, follow

_outcome = "zaak/<slug:code>/rapportages/<uuid:report>/uitkomst/"
urlpatterns = [
    path("rapportages/uitkomsten/", figures.report_figures, name="report-figures"),
    path(_outcome, follow.report_outcome, name="report-outcome"),
    path(f"{_outcome}bij/", follow.follow_report, name="follow-report"),
    path(f"{_outcome}neem-over/", follow.take_over_answer, name="take-over-answer"),
    path(f"{_outcome}<uuid:step>/terug/", follow.take_back_outcome, name="take-back-outcome"),
]
