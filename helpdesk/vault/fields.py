"""Sealed model fields: as pleasant as ordinary ones on an opened row, bytes to everybody else, and never filterable.

They deconstruct to BinaryField, so that migrations import no code of ours.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from helpdesk.lib.padding import pad, unpad
from helpdesk.vault.opened import opener_of

if TYPE_CHECKING:
    _Binary = models.BinaryField[Any, Any]
else:
    _Binary = models.BinaryField


class Ciphertext(bytes):
    """Bytes as they lie in the table, to tell them from what a person wrote."""


def place(row: models.Model, column: str | None, key_version: int) -> bytes:
    """The associated data of a field: table, row, field, key version."""
    return f"{row._meta.db_table}|{row.pk}|{column}|{key_version}".encode()


class SealedAttribute(DeferredAttribute):
    """Reads plain from an opened row, and remembers what is set until the row is saved."""

    field: SealedField

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, Ciphertext):
            return value
        opener = opener_of(instance)
        padded = opener.unlock(self.field.part, bytes(value), place(instance, self.field.column, opener.key_version))
        return self.field.from_plain(unpad(padded))

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedField(_Binary):
    """Encrypted under the key of the row's opener.

    Args:
        part: group of fields that share a derived key; a list opens the part `summary` only.
        step: ciphertexts grow in steps of so many bytes, so that their length says little.
    """

    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, part: str = "content", step: int = 256, **kwargs: Any) -> None:
        self.part = part
        self.step = step
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", list(args), kwargs

    def clone(self) -> SealedField:
        return type(self)(part=self.part, step=self.step, null=self.null, blank=self.blank)

    def to_plain(self, value: Any) -> bytes:
        raise NotImplementedError

    def from_plain(self, plain: bytes) -> Any:
        raise NotImplementedError

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Ciphertext | None:
        return None if value is None else Ciphertext(bytes(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Ciphertext | None:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Ciphertext):
            return value
        opener = opener_of(model_instance)
        where = place(model_instance, self.column, opener.key_version)
        sealed = Ciphertext(opener.lock(self.part, pad(self.to_plain(value), self.step), where))
        model_instance.__dict__[self.attname] = sealed
        return sealed

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, Ciphertext):
            raise FieldError(f"{self.name} is sealed: set it on an opened row and save the row.")
        return super().get_db_prep_value(None if value is None else bytes(value), connection, prepared)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.name} is sealed and cannot be searched in the database; look in memory.")

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is sealed and has no {lookup_name} in the database.")


class EncryptedText(SealedField):
    """Text, up to what fits in memory."""

    def to_plain(self, value: Any) -> bytes:
        return str(value).encode("utf-8", "surrogatepass")

    def from_plain(self, plain: bytes) -> str:
        return plain.decode("utf-8", "surrogatepass")


class EncryptedJSON(SealedField):
    """A small record. Reading gives a fresh copy each time: change it by setting the field anew."""

    def to_plain(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def from_plain(self, plain: bytes) -> Any:
        return json.loads(plain.decode("utf-8", "surrogatepass"))


class EncryptedBytes(SealedField):
    """Bytes as they came in, up to what fits in memory."""

    def to_plain(self, value: Any) -> bytes:
        return bytes(value)

    def from_plain(self, plain: bytes) -> bytes:
        return plain
