"""The building inspector's tools: pure functions over source files and models, each tried on a bad house too."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from helpdesk.vault.fields import SealedField
from helpdesk.vault.inventory import entries

HELPDESK = Path(__file__).resolve().parent.parent / "helpdesk"
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core", "base", "services", "managers"}
# Who may write: acts, the ledger, the vault, loaders. Everything else asks an action.
WRITERS = ("actions", "ledger", "vault", "management", "migrations", "tests", "demo")
WRITES = {
    *("save", "delete", "create", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create"),
    *("asave", "adelete", "acreate", "aupdate"),
}


def modules(under: Path = HELPDESK) -> Iterator[Path]:
    """Every Python file of the house."""
    yield from sorted(path for path in under.rglob("*.py") if "__pycache__" not in path.parts)


def forbidden_names(paths: Iterable[Path]) -> list[str]:
    """Modules with a name that says nothing."""
    return [str(path) for path in paths if path.stem in FORBIDDEN_NAMES]


def writes_outside_actions(path: Path, source: str) -> list[str]:
    """Calls that write to the database in a file that is no writer: `objects.create(…)`, `row.save()`."""
    if any(part.removesuffix(".py") in WRITERS for part in path.parts) or path.parts[:2] == ("helpdesk", "lib"):
        return []
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
            continue
        owner = ast.unparse(node.func.value)
        orm = ".objects" in owner or node.func.attr in {"bulk_create", "get_or_create", "update_or_create", "save"}
        if orm and not owner.startswith(("super()", "form", "self.request.session", "request.session", "session")):
            found.append(f"{path}:{node.lineno} {owner}.{node.func.attr}()")
    return found


def app_imports_in_migration(source: str) -> list[str]:
    """Imports of our own code in a migration, which would break it the day that the code moves."""
    found = []
    for node in ast.walk(ast.parse(source)):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        found += [name for name in names if name.startswith("helpdesk")]
    return found


def sealed_fields(of: Iterable[type[models.Model]] | None = None) -> set[tuple[str, str]]:
    """Every sealed field as ("room.Model", "field")."""
    found = of if of is not None else [m for m in apps.get_models() if m.__module__.startswith("helpdesk.")]
    return {
        (model._meta.label, field.name)
        for model in found
        for field in model._meta.get_fields()
        if isinstance(field, SealedField)
    }


def without_purpose(fields: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Sealed fields that nobody entered in the inventory."""
    return fields - {(entry.model, entry.field) for entry in entries()}


def addresses(urlconf: str) -> dict[str, str]:
    """Every named or unnamed address of a program: full name -> route."""
    found: dict[str, str] = {}

    def walk(patterns: Iterable[URLPattern | URLResolver], prefix: str, space: str) -> None:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                walk(pattern.url_patterns, route, inner)
            else:
                found[f"{space}{pattern.name or '?' + route}"] = route

    walk(get_resolver(urlconf).url_patterns, "/", "")
    return found
