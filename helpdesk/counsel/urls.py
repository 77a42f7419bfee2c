"""A lawyer's place, under /zaak/<code>/advocaat/. Paths are Dutch, names are the verbs of the actions."""

from __future__ import annotations

from django.urls import path

from helpdesk.counsel.views import desk

app_name = "counsel"

urlpatterns = [
    path("", desk.invite_counsel, name="invite-counsel"),
    path("<uuid:seat>/", desk.counsel_page, name="counsel-page"),
    path("<uuid:seat>/delen/", desk.share_with_counsel, name="share-with-counsel"),
    path("<uuid:seat>/terug/<uuid:parcel>/", desk.take_back_share, name="take-back-share"),
    path("<uuid:seat>/herinneren/", desk.remind_counsel, name="remind-counsel"),
    path("<uuid:seat>/intrekken/", desk.revoke_counsel, name="revoke-counsel"),
    path("<uuid:seat>/ingediend/", desk.record_counsel_filing, name="record-counsel-filing"),
    path("<uuid:seat>/gezien/", desk.see_counsel_answer, name="see-counsel-answer"),
    path("<uuid:seat>/antwoord/", desk.record_counsel_answer, name="record-counsel-answer"),
]
