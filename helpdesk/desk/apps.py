"""The Django app of the desk's pages."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages and commands, no models."""

    name = "helpdesk.desk"
    label = "desk"
