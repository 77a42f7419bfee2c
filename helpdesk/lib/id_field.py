"""The primary key of every table of ours: 128 random bits, made by whoever makes the row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from helpdesk.lib.ids import new_id

if TYPE_CHECKING:
    _Uuid = models.UUIDField[Any, Any]
else:
    _Uuid = models.UUIDField


class IdField(_Uuid):
    """A UUIDField that fills itself. In migrations it is a bare UUIDField, so that they import nothing of ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("editable", False)
        kwargs.setdefault("default", new_id)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, "django.db.models.UUIDField", list(args), kwargs
