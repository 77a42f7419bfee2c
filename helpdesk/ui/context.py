"""What every template of both programs may know about the house. Settings names it as a context processor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, Any]:
    """Is this a demonstration, and where does the quick exit lead?"""
    return {"demo": settings.DEMO, "exit_address": settings.EXIT_ADDRESS}
