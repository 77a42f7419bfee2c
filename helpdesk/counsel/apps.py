from django.apps import AppConfig


class CounselConfig(AppConfig):
    name = "helpdesk.counsel"

    def ready(self) -> None:
        from helpdesk.counsel import along, privacy

        privacy.register_all()
        along.register_all()
