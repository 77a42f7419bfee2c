"""What makes a password good enough, and how it is kept. Length and lists; no composition rules (ASVS 6.2)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST = 15
LONGEST = 256
# What is left of a password without our words, figures and signs must still be a secret.
OWN_LETTERS = 8
WORDS = Path(__file__).with_name("password_words.txt")


class DeskArgon2(Argon2PasswordHasher):
    """Argon2id, 64 MiB, three rounds, one lane: some 160 ms here, and eight at once fit in the memory of the desk."""

    time_cost = 3
    memory_cost = 65536
    parallelism = 1


@cache
def our_words() -> tuple[str, ...]:
    """The words that everybody would try first here, longest first."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(sorted((word for word in lines if word and not word.startswith("#")), key=len, reverse=True))


class LongEnough:
    """At least 15 characters; at most 256, so that hashing has an end."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError(_("Gebruik 15 tekens of meer. Vier gewone woorden achter elkaar is goed."), "short")
        if len(password) > LONGEST:
            raise ValidationError(_("Gebruik hoogstens 256 tekens."), "long")

    def get_help_text(self) -> str:
        return _("15 tekens of meer. Vier gewone woorden achter elkaar is goed.")


class NotCommon(CommonPasswordValidator):
    """Django's offline list of 20,000 passwords, also with spaces and signs left out and written twice."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        bare = re.sub(r"\W|_", "", password.lower())
        half = bare[: len(bare) // 2]
        tries = {password.lower().strip(), bare, bare.rstrip("0123456789")}
        if half * 2 == bare:
            tries.add(half)
        if tries & self.passwords:
            raise ValidationError(_("Dit wachtwoord staat op lijsten die iedereen kent. Kies een ander."), "common")

    def get_help_text(self) -> str:
        return _("Niet een wachtwoord dat iedereen kent.")


class NotOurWords:
    """Our name, our subject, the own name and address may be in it, but cannot be all of it; nor one sign repeated."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        rest = password.lower()
        for word in (*self._about(user), *our_words()):
            rest = rest.replace(word, "")
        letters = re.sub(r"[\W\d_]", "", rest)
        if len(letters) < OWN_LETTERS or len(set(password)) < 6:
            raise ValidationError(
                _("Wie ons kent, raadt dit te snel. Kies woorden die niets met ons werk te maken hebben."),
                "ours",
            )

    def get_help_text(self) -> str:
        return _("Niet alleen woorden van ons werk, je naam of cijfers.")

    @staticmethod
    def _about(user: AbstractBaseUser | None) -> list[str]:
        texts = (getattr(user, "full_name", ""), getattr(user, "first_name", ""), getattr(user, "email", ""))
        words = re.split(r"[\W_]+", " ".join(texts).lower())
        return sorted((word for word in words if len(word) > 2), key=len, reverse=True)
