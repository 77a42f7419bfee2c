from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "helpdesk.reports"

    def ready(self) -> None:
        from helpdesk.reports import along, found, privacy

        privacy.register_all()
        found.register_all()
        along.register_all()
