from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "helpdesk.cases"

    def ready(self) -> None:
        from helpdesk.cases import privacy

        privacy.register_all()
