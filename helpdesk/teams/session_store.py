"""Django's database sessions, with two locks more: the table knows only the hash of a session key, and its content is
encrypted for that row. Somebody who reads the table can neither take over a session nor see who is signing in.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.core.signing import JSONSerializer

from helpdesk.teams.sealing import open_text, seal_text

# What a session of the desk remembers beside Django's and allauth's own: when it began and was last used, whether a
# second lock was opened, and whether it pushed another one out.
STARTED, SEEN, STRONG, PUSHED_OUT = "desk_started", "desk_seen", "desk_strong", "desk_pushed_out"


def row_key(session_key: str) -> str:
    """The name of the session's row: 160 bits of SHA-256 over a key of 165 random bits, so no salt is needed."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:40]


class SessionStore(db.SessionStore):
    """Settings name this module as SESSION_ENGINE. Only the synchronous half is used here."""

    def load(self) -> dict[str, Any]:
        key = self.session_key
        row = self._get_session_from_db() if key else None
        if row is None:
            return {}
        try:
            plain = open_text(row.session_data, purpose="session", place=row.session_key)
        except ValueError:  # moved, damaged, or locked with an older key: nobody is signed in
            self._session_key = None
            return {}
        data: dict[str, Any] = JSONSerializer().loads(plain.encode())
        return data

    def _get_session_from_db(self) -> Session | None:
        # The parent looks up by `session_key`; for the time of the look-up that is the hash.
        key = str(self.session_key)
        self._session_key = row_key(key)
        row: Session | None = super()._get_session_from_db()  # type: ignore[misc]
        self._session_key = key if row is not None else None
        return row

    def exists(self, session_key: str | None = None) -> bool:
        return bool(session_key) and super().exists(row_key(str(session_key)))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        name = row_key(self._get_or_create_session_key())  # type: ignore[attr-defined]
        plain = JSONSerializer().dumps(data).decode()
        sealed = seal_text(plain, purpose="session", place=name)
        return Session(session_key=name, session_data=sealed, expire_date=self.get_expiry_date())

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            super().delete(row_key(key))
