"""The lock files name packages and hashes, and no place to get them: any index will do, and none of ours is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLACES = re.compile(r"https?:|file:|git\+|--(extra-)?index|--find-links|--trusted-host|\bresolved\b", re.IGNORECASE)
FILES = [
    *sorted((ROOT / "requirements").glob("*.txt")),
    *(path for path in (ROOT / "pyproject.toml", ROOT / "package-lock.json", ROOT / ".npmrc") if path.exists()),
    ROOT / "devtools" / "editor" / "package-lock.json",
]


def places(text: str) -> list[str]:
    """What in `text` says where packages come from."""
    return [found.group() for found in PLACES.finditer(text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_names_no_place(path: Path) -> None:
    assert places(path.read_text()) == []


def test_the_search_sees_places() -> None:
    assert places("--index-url https://pypi.example/simple") == ["--index", "https:"]
    assert places('"resolved": "file:///x"') == ["resolved", "file:"]


@pytest.mark.parametrize("path", FILES[:4], ids=lambda path: path.name)
def test_each_package_has_its_version_and_hashes(path: Path) -> None:
    pins = re.split(r"\n(?=\S)", path.read_text().strip())
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9-]+==\S+", pin), pin
        assert "--hash=sha256:" in pin, pin
