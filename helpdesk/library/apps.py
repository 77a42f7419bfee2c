from importlib import import_module

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "helpdesk.library"

    def import_models(self) -> None:
        """The tables of search lie in a file of their own."""
        super().import_models()
        import_module("helpdesk.library.models_sources")
