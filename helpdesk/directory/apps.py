from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "helpdesk.directory"
