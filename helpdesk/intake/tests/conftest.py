"""In these tests a form without script need not be old; the tests of patience set their own time."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def no_waiting(settings: Any) -> None:
    settings.WAIT_WITHOUT_SCRIPT = 0
