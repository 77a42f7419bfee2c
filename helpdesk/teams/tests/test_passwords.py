"""What makes a password good enough, and how it lies in the table."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from helpdesk.teams.models import Member

IRIS = Member(full_name="Iris de Wit", first_name="Iris", email="iris.dewit@werk.example")


@pytest.mark.parametrize(
    "password",
    [
        "vuurtoren mist klinker",
        "correct paard batterij nietje",
        "ik woon in een oud schip aan de kade",
        "ijsvogel-kruiwagen-7",
        "ЖуравльНадМорем",
        "zes woorden " * 20,
        "kinderrechten zijn leuk maar mijn geheim is stroopwafel",
    ],
)
def test_good_ones(password: str) -> None:
    validate_password(password, IRIS)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("kort maar goed", "15 tekens"),
        ("x" * 257, "256"),
        ("passwordpassword", "lijsten"),
        ("1q2w3e4r5t6y7u8i9o0p", "lijsten|raadt"),
        ("qwertyuiop123456789", "lijsten|raadt"),
        ("KinderrechtenHelpdesk2026!", "raadt"),
        ("Jeugdhulp-Intake-2026", "raadt"),
        ("welkom kinderen helpdesk", "raadt"),
        ("Iris de Wit 19850101", "raadt"),
        ("irisdewitirisdewit", "raadt"),
        ("aaaaaaaaaaaaaaaaaaaa", "raadt|lijsten"),
        ("123456789012345678", "raadt|lijsten"),
    ],
)
def test_bad_ones(password: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        validate_password(password, IRIS)


def test_only_argon2id_is_kept() -> None:
    assert make_password("vuurtoren mist klinker").startswith("argon2$argon2id$v=19$m=65536,t=3,p=1$")
