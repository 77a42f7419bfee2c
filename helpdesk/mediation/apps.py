from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "helpdesk.mediation"

    def ready(self) -> None:
        from helpdesk.mediation import privacy

        privacy.register_all()
