"""The verbs of a contact moment, under /contact/. The form makes its id, so that the first save is as any other."""

from __future__ import annotations

from django.urls import path

from helpdesk.cases.views import call_back, contact

app_name = "contacts"

urlpatterns = [
    path("<uuid:contact>/", contact.log_contact, name="log-contact"),
    path("<uuid:contact>/klaar/", contact.finish_contact, name="finish-contact"),
    path("<uuid:contact>/zaak/", contact.make_case, name="make-case"),
    path("<uuid:contact>/koppelen/", contact.join_contact, name="join-contact"),
    path("<uuid:contact>/terugbellen/", call_back.plan_callback, name="plan-callback"),
    path("<uuid:contact>/poging/", call_back.record_attempt, name="record-attempt"),
]
