"""Addresses of the public site. Neutral words: they stay in a history."""

from django.urls import path

from helpdesk.intake import views

app_name = "intake"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("vraag/", views.ask, name="ask"),
    path("veilig/", views.safety, name="safety"),
    path("contact/", views.contact, name="contact"),
    path("bewaren/", views.privacy, name="privacy"),
    path("klacht/", views.complaint, name="complaint"),
    path("laatste-dag/", views.last_day, name="last_day"),
    path("steun/", views.support, name="support"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
]
