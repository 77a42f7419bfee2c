from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "helpdesk.deadlines"

    def ready(self) -> None:
        from helpdesk.deadlines import along, found, privacy

        privacy.register_all()
        found.register_all()
        along.register_all()
