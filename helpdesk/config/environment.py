"""The typed environment of a program, for `settings.py`. A missing secret stops the start with a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class Program(StrEnum):
    """PUBLIC and DESK serve people, MAIL fetches e-mail; OWNER migrates and loads reference data and never serves."""

    PUBLIC = "public"
    DESK = "desk"
    MAIL = "mail"
    OWNER = "owner"


class WrongEnvironment(SystemExit):
    """Says in one sentence which variable to set, and to what."""


@dataclass(frozen=True)
class Environment:
    """What a program was told at its start. Secrets are paths or URLs here, never logged."""

    program: Program
    database_url: str
    keys_database_url: str
    keyring: str
    demo: bool
    hosts: tuple[str, ...]
    public_origin: str
    desk_origin: str
    static_root: str
    insecure_cookies: bool
    pool: bool
    mail: Mapping[str, str]
    mailboxes: str
    clamd: str
    signing: str

    @classmethod
    def read(cls, env: Mapping[str, str]) -> Environment:
        """Read `env`; raise `WrongEnvironment` for the first thing that is missing or wrong."""

        def need(name: str, hint: str) -> str:
            if not env.get(name):
                raise WrongEnvironment(f"{name} is not set. Set it to {hint}; docs/running.md says how to make one.")
            return env[name]

        program = need("HELPDESK_PROGRAM", "public, desk, mail or owner")
        if program not in list(Program):
            raise WrongEnvironment(f"HELPDESK_PROGRAM is {program!r}; it must be public, desk, mail or owner.")
        return cls(
            program=Program(program),
            database_url=need("DATABASE_URL", "the address of the data database"),
            keys_database_url=need("KEYS_DATABASE_URL", "the address of the key database"),
            keyring=need("HELPDESK_KEYRING", "the path of this program's keyring file"),
            demo=env.get("HELPDESK_DEMO") == "1",
            hosts=tuple(filter(None, env.get("HELPDESK_HOSTS", "127.0.0.1,localhost").split(","))),
            public_origin=env.get("HELPDESK_PUBLIC_ORIGIN", "http://127.0.0.1:8000"),
            desk_origin=env.get("HELPDESK_DESK_ORIGIN", "http://localhost:8001"),
            static_root=env.get("HELPDESK_STATIC_ROOT", ""),
            insecure_cookies=env.get("HELPDESK_INSECURE_COOKIES") == "1",
            pool=env.get("HELPDESK_POOL", "1") == "1",
            clamd=env.get("HELPDESK_CLAMD", ""),
            signing=env.get("HELPDESK_SIGNING", ""),
            mailboxes=env.get("HELPDESK_MAILBOXES", ""),
            mail={name: env[name] for name in env if name.startswith("EMAIL_") or name == "DEFAULT_FROM_EMAIL"},
        )


def database(url: str, *, pool: bool) -> dict[str, Any]:
    """Turn a PostgreSQL URL (also with `?host=/socket/folder`) into Django's settings of one database."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise WrongEnvironment("DATABASE_URL and KEYS_DATABASE_URL must start with postgresql://.")
    query = dict(parse_qsl(parts.query))
    options: dict[str, Any] = {key: value for key, value in query.items() if key not in {"host", "port"}}
    options["connect_timeout"] = 5
    if pool:
        options["pool"] = {"min_size": 0, "max_size": 10, "timeout": 5}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or parts.hostname or "",
        "PORT": query.get("port") or str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "TEST": {"MIGRATE": False},
    }
