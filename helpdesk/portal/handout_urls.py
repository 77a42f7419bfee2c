"""Where the link of a mail leads."""

from django.urls import path

from helpdesk.portal.handout import handout

app_name = "handout"

urlpatterns = [
    path("<str:token>/", handout, name="handout"),
]
