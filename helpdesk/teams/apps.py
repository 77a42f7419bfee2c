"""The Django app of the staff; on start the personal fields enter the inventory."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    """Members, teams and sign-in."""

    name = "helpdesk.teams"
    label = "teams"

    def ready(self) -> None:
        from helpdesk.teams import privacy  # noqa: F401
