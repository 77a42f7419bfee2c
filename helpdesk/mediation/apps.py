from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "helpdesk.mediation"

    def ready(self) -> None:
        from helpdesk.mediation import found, privacy

        privacy.register_all()
        found.register_all()
