from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "helpdesk.reports"

    def ready(self) -> None:
        from helpdesk.reports import privacy

        privacy.register_all()
