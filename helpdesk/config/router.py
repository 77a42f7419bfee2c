"""Which model lives in which database: `database = "keys"` on a model puts it in the key database, all else is data."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models


def _home(model: type[models.Model]) -> str:
    return getattr(model, "database", "default")


class Router:
    """Django's router interface. Relations across the two databases are refused."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        return _home(model)

    db_for_write = db_for_read

    def allow_relation(self, left: models.Model, right: models.Model, **hints: Any) -> bool:
        return _home(type(left)) == _home(type(right))

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        if "database" in hints:
            return bool(hints["database"] == db)
        if model_name is None:
            return db == "default"
        try:
            return _home(apps.get_model(app_label, model_name)) == db
        except LookupError:  # a model that an old migration still names
            return db == "default"
