from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "helpdesk.library"

    def ready(self) -> None:
        from helpdesk.directory import keepers
        from helpdesk.library.relied import TextKeeper

        keepers.register(TextKeeper())
