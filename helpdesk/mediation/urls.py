"""The verbs of a mediation, under /zaak/<code>/bemiddeling/. Paths are Dutch, names are the verbs of the actions."""

from __future__ import annotations

from django.urls import path

from helpdesk.mediation.views import ask, frame, page, right, talk

app_name = "mediation"

urlpatterns = [
    path("", frame.start_mediation, name="start-mediation"),
    path("<uuid:mediation>/", page.mediation_page, name="mediation-page"),
    path("<uuid:mediation>/bijwerken/", frame.change_mediation, name="change-mediation"),
    path("<uuid:mediation>/standpunt/", talk.record_position, name="record-position"),
    path("<uuid:mediation>/voorstel/", talk.make_proposal, name="make-proposal"),
    path("<uuid:mediation>/voorstel/<uuid:proposal>/", talk.answer_proposal, name="answer-proposal"),
    path("<uuid:mediation>/afspraak/", talk.make_agreement, name="make-agreement"),
    path("<uuid:mediation>/afspraak/<uuid:promise>/", talk.mark_promise, name="mark-promise"),
    path("<uuid:mediation>/informatie/", ask.ask_information, name="ask-information"),
    path("<uuid:mediation>/informatie/<uuid:asked>/", ask.record_information, name="record-information"),
    path("<uuid:mediation>/afsluiten/", frame.end_mediation, name="end-mediation"),
    path("<uuid:mediation>/heropenen/", frame.reopen_mediation, name="reopen-mediation"),
    path("<uuid:mediation>/rechtzetten/<uuid:step>/", right.correct_mediation, name="correct-mediation"),
    path("<uuid:mediation>/terugnemen/<uuid:step>/", right.take_back_step, name="take-back-step"),
    path("<uuid:mediation>/schrijf-het-kind/", page.propose_letter, name="propose-letter"),
]
