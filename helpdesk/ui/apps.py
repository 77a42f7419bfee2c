"""The Django app of the shared faces."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, template tags, static files. No models, no views."""

    name = "helpdesk.ui"
    label = "ui"
