"""All words of the public site: one file per language, found by a dotted key. Templates come in through `{% say %}`.

A `*` in a key stands for who asks: `say("ask.*.story.title", asker="advocaat")` looks under lawyer, then professional,
then adult. The child's words are a whole of their own.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

LANGUAGES = ("nl", "en")

# Who asks, as in the address `?wie=`, and whose words that person gets.
VOICES: dict[str, tuple[str, ...]] = {
    "kind": ("child",),
    "ouder": ("parent", "adult"),
    "werkt": ("professional", "adult"),
    "advocaat": ("lawyer", "professional", "adult"),
    "anders": ("other", "adult"),
}


class MissingText(KeyError):
    """A key that no file has. Tests hold templates and files together, so this is a defect."""


@dataclass(frozen=True)
class Option:
    """One choice: the value that is posted and the words that stand beside it."""

    value: str
    label: str
    hint: str = ""


def say(key: str, *, asker: str = "kind", **values: Any) -> str:
    """The sentence under this key, in the language of the moment, with its values filled in."""
    found = _look(key, asker, tree(_language()))
    if not isinstance(found, str):
        raise MissingText(key)
    return found.format_map({**tree(_language())["organisation"], **values}) if "{" in found else found


def options(key: str, *, asker: str = "kind") -> list[Option]:
    """The choices under this key, in the order of the file. The entry `none` posts an empty value."""
    found = _look(key, asker, tree(_language()))
    if not isinstance(found, Mapping):
        raise MissingText(key)
    return [
        Option("" if name == "none" else name, words["label"], words.get("hint", "")) for name, words in found.items()
    ]


@cache
def tree(language: str) -> dict[str, Any]:
    """One language's file, read once."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every key with its text, for the tests that hold the languages together."""
    yield from _flat("", tree(language))


def _language() -> str:
    code = (get_language() or "nl").split("-")[0]
    return code if code in LANGUAGES else "nl"


def _look(key: str, asker: str, node: Any) -> Any:
    for voice in VOICES.get(asker, VOICES["kind"]):
        found = _walk(key.replace("*", voice), node)
        if found is not None:
            return found
    raise MissingText(key)


def _walk(path: str, node: Any) -> Any:
    for part in path.split("."):
        if not isinstance(node, Mapping) or part not in node:
            return None
        node = node[part]
    return node


def _flat(path: str, node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield path, node
        return
    for name, child in node.items():
        yield from _flat(f"{path}.{name}" if path else name, child)
