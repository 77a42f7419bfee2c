"""What became of a signed report: what we know, writing it down, taking an answer over, taking it back."""

from __future__ import annotations

from django.urls import path

from helpdesk.reports.views import follow

_outcome = "zaak/<slug:code>/rapportages/<uuid:report>/uitkomst/"
urlpatterns = [
    path(_outcome, follow.report_outcome, name="report-outcome"),
    path(f"{_outcome}bij/", follow.follow_report, name="follow-report"),
    path(f"{_outcome}neem-over/", follow.take_over_answer, name="take-over-answer"),
    path(f"{_outcome}<uuid:step>/terug/", follow.take_back_outcome, name="take-back-outcome"),
]
