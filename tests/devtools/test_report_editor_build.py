"""The file of the report editor is what its sources make, byte for byte, and its pure parts do what they say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from devtools.environment import ROOT

SOURCES = ROOT / "devtools" / "editor"
COMMITTED = ROOT / "helpdesk" / "ui" / "static" / "ui" / "js"
MADE = ("report-editor.js", "report-editor.NOTICE.txt")

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="no Node here; ./dev needs none at run time")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a clean copy of the sources makes."""
    if not shutil.which("npm"):
        pytest.skip("no npm here, so the packages cannot be fetched")
    home = tmp_path_factory.mktemp("editor") / "sources"
    shutil.copytree(SOURCES, home, ignore=shutil.ignore_patterns("node_modules"))
    fetched = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--prefer-offline"], cwd=home, capture_output=True, text=True, check=False
    )
    if fetched.returncode:
        assert "EUSAGE" not in fetched.stderr, "package.json and its lock do not agree"
        pytest.skip(f"npm could not fetch the packages: {fetched.stderr.strip().splitlines()[-1:]}")
    made = home / "made"
    made.mkdir()
    subprocess.run(["node", "build.mjs", str(made)], cwd=home, check=True)
    return made


@pytest.mark.parametrize("name", MADE)
def test_it_is_built_from_its_sources(built: Path, name: str) -> None:
    assert (built / name).read_bytes() == (COMMITTED / name).read_bytes()


def test_it_runs_no_text_and_keeps_nothing() -> None:
    script = (COMMITTED / "report-editor.js").read_text("utf-8")
    for banned in (
        "eval(",
        "new Function",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "console.log",
        "document.write",
    ):
        assert banned not in script, banned


def test_it_names_the_licence_of_what_is_in_it() -> None:
    notice = (COMMITTED / "report-editor.NOTICE.txt").read_text("utf-8")
    for package in ("prosemirror-view", "prosemirror-tables", "prosemirror-model"):
        assert f"\n{package} " in notice


def test_its_pure_parts() -> None:
    tests = sorted(str(path) for path in (SOURCES / "tests").glob("*.test.js"))
    done = subprocess.run(["node", "--test", *tests], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
