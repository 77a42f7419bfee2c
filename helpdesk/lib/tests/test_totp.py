"""The figures of RFC 6238, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helpdesk.lib import totp

SECRET = b"12345678901234567890"  # the one of the RFC's appendix B


@pytest.mark.parametrize(
    ("seconds", "eight"),
    [(59, "94287082"), (1111111109, "07081804"), (1234567890, "89005924"), (20000000000, "65353130")],
)
def test_the_figures_of_the_rfc(seconds: int, eight: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert totp.figures(SECRET, totp.step_at(moment)) == eight[-6:]


def test_now_and_just_beside_it_and_no_further() -> None:
    moment = datetime.fromtimestamp(1111111109, UTC)
    now = totp.step_at(moment)
    for off, known in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
        typed = totp.figures(SECRET, now + off)
        assert totp.step_of(SECRET, f"{typed[:3]} {typed[3:]}", moment) == (now + off if known else None)
    assert totp.step_of(SECRET, "é", moment) is None
    assert totp.step_of(SECRET, "", moment) is None
