"""Finds by itself which acts let words of ours out, and which of them ask whether a second colleague read them first.

By name, through the calls: from a public act into the functions that it calls, in the rooms that act on a case.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

ASKS = "read_first"
WORDLESS = frozenset({"leave_a_mark"})  # where something moved away: a mark without a word of it


def functions(sources: Iterable[tuple[Path, str]]) -> dict[str, set[str]]:
    """Every function and the names that it uses. A name with an underscore is that of its own file."""
    found: dict[str, set[str]] = {}
    for path, source in sources:
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef):
                used = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
                used |= {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute) and _of_actions(one)}
                found.setdefault(_named(path, node.name), set()).update(_named(path, one) for one in used - {node.name})
    return found


def _named(path: Path, name: str) -> str:
    return f"{path.stem}.{name}" if name.startswith("_") else name


def _of_actions(node: ast.Attribute) -> bool:
    """Whether a room above asks an act of a room below by its door."""
    return isinstance(node.value, ast.Name) and node.value.id == "actions"


def carriers(sources: Iterable[tuple[Path, str]]) -> set[str]:
    """Functions in which words leave: they hold a `Release`, or write a message in the name of a member."""
    found = set()
    for path, source in sources:
        for node in ast.parse(source).body:
            if not isinstance(node, ast.FunctionDef) or node.name in WORDLESS:
                continue
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            leave = any(one.annotation and ast.unparse(one.annotation) == "Release" for one in arguments)
            if leave or (_makes_a_message(node) and _is_ours(node)):
                found.add(_named(path, node.name))
    return found


def _makes_a_message(node: ast.AST) -> bool:
    calls = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return any(isinstance(one, ast.Name) and one.id in {"Message", "Letter"} for one in calls)


def _is_ours(node: ast.AST) -> bool:
    """Whether it says that a member wrote it."""
    says = [
        ast.unparse(value)
        for one in ast.walk(node)
        if isinstance(one, ast.Dict)
        for key, value in zip(one.keys, one.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "by"
    ]
    return any("member" in one for one in says)


def reaches(name: str, uses: Mapping[str, set[str]], goals: set[str]) -> bool:
    """Whether `name` comes, through what it uses, to one of the goals."""
    seen, ahead = set(), [name]
    while ahead:
        now = ahead.pop()
        if now in goals:
            return True
        if now not in seen:
            seen.add(now)
            ahead += uses.get(now, ())
    return False
