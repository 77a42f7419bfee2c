"""Every test of this room reads the lists anew, and leaves nothing read behind for the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpdesk.directory import reference


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    reference.forget()
    yield
    reference.forget()
