"""Two addresses: the mailbox, whose steps are POSTs, and the way out that the quick exit calls behind itself."""

from django.urls import path

from helpdesk.portal import views

app_name = "portal"

urlpatterns = [
    path("", views.mailbox, name="open"),
    path("weg/", views.leave, name="leave"),
]
