from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "helpdesk.directory"

    def ready(self) -> None:
        from helpdesk.directory import privacy

        privacy.register_all()
