"""Passwords cost a sixth of a second here, on purpose. Tests that are not about that pay less."""

from __future__ import annotations

import pytest

from helpdesk.teams.passwords import DeskArgon2


@pytest.fixture(autouse=True)
def _cheap_passwords(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.module.__name__.endswith("test_passwords"):
        return
    monkeypatch.setattr(DeskArgon2, "memory_cost", 64)
    monkeypatch.setattr(DeskArgon2, "time_cost", 1)
