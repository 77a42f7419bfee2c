"""The bundles: whole, light enough, and found by runserver, whitenoise and collectstatic alike."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from helpdesk.ui.parts import BUNDLES, squeeze_css, squeeze_js

MOST = {
    "ui/public.css": 9_000,
    "ui/desk.css": 12_250,
    "ui/report.css": 4_000,
    "ui/public.js": 6_000,
    "ui/desk.js": 6_000,
}


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_stays_light(name: str) -> None:
    assert len(gzip.compress(BUNDLES[name].text().encode(), 9)) <= MOST[name]


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_is_found_as_a_file(name: str) -> None:
    found = finders.find(name)
    assert isinstance(found, str)
    assert Path(found).read_text("utf-8") == BUNDLES[name].text()


def test_collectstatic_makes_them_with_names_that_never_change_their_meaning(tmp_path: Path) -> None:
    manifest = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=str(tmp_path), STORAGES=manifest):
        call_command("collectstatic", interactive=False, verbosity=0)
    for name in BUNDLES:
        stem, end = name.rsplit(".", 1)
        assert list(tmp_path.glob(f"{stem}.*.{end}")), name
        assert list(tmp_path.glob(f"{stem}.*.{end}.gz")), name


def test_squeezing_changes_no_meaning() -> None:
    css = "/* why */\na:hover > b { color: red; margin: 0 0.5em; }\n@media (min-width: 40rem) { .x { top: 0; } }\n"
    squeezed = "a:hover > b{color:red;margin:0 0.5em}@media (min-width: 40rem){.x{top:0}}\n"
    assert squeeze_css(css) == squeezed
    assert squeeze_js("// why\n  const a = 1; // stays\n\n") == "const a = 1; // stays\n"
