"""Deadlines of one case, under /zaak/<code>/termijnen/. Paths are Dutch, names are the verbs of the actions."""

from __future__ import annotations

from django.urls import path

from helpdesk.deadlines.views import calendar, day, lists, proceeding, verbs

app_name = "deadlines"

_of_a_case = "zaak/<slug:code>/termijnen/"
_one = f"{_of_a_case}<uuid:deadline>/"
urlpatterns = [
    path("termijnen/", lists.deadlines, name="deadlines"),
    path("termijnen/maand/", lists.month, name="month"),
    path("termijnen/agenda/", calendar.calendar_address, name="calendar-address"),
    path("agenda/<str:token>.ics", calendar.calendar, name="calendar"),
    path(_of_a_case, day.set_deadline, name="set-deadline"),
    path(f"{_of_a_case}met-de-hand/", day.set_deadline_by_hand, name="set-deadline-by-hand"),
    path(f"{_of_a_case}procedure/", proceeding.record_proceeding, name="record-proceeding"),
    path(f"{_of_a_case}procedure/<uuid:proceeding>/", proceeding.change_proceeding, name="change-proceeding"),
    path(_one, verbs.deadline_page, name="deadline-page"),
    path(f"{_one}klopt/", verbs.confirm_deadline, name="confirm-deadline"),
    path(f"{_one}klopt-niet/", verbs.dispute_deadline, name="dispute-deadline"),
    path(f"{_one}neem-over/", verbs.take_over_deadline, name="take-over-deadline"),
    path(f"{_one}afronden/", verbs.end_deadline, name="end-deadline"),
    path(f"{_one}rechtzetten/", day.correct_deadline, name="correct-deadline"),
    path(f"{_one}rechtzetten/met-de-hand/", day.correct_deadline_by_hand, name="correct-deadline-by-hand"),
]
