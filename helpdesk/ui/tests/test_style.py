"""The style rules of the house, held over every style file and template of every room."""

import re
from pathlib import Path

from helpdesk.ui import texts
from helpdesk.ui.parts import BUNDLES, STATIC

ROOMS = STATIC.parents[2]
STYLES = sorted((STATIC / "css").glob("*.css"))
PAGES = sorted(ROOMS.rglob("templates/**/*.html"))
# Put together by script, or in a template from a value: `krh-chip--{{ kind }}`.
BY_VALUE = (
    "krh-chip--",
    "krh-mark--",
    "krh-message--",
    "krh-notice--",
    "krh-panel--",
    "krh-button--",
    "krh-cite--",
    "krh-month__dot--",
    "krh-outline__link--",
)


def test_every_style_file_says_what_it_is_for_and_is_in_a_bundle() -> None:
    parts = {part for bundle in BUNDLES.values() for part in bundle.parts}
    for style in STYLES:
        assert style.read_text("utf-8").startswith("/*"), style.name
        assert style in parts, style.name


def test_colours_live_in_tokens_only() -> None:
    for style in STYLES:
        if style.stem in {"tokens", "theme", "print"}:
            continue
        # Pure white on the night bar and black on the exit button are the named exceptions.
        raw = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", style.read_text("utf-8"))) - {"#fff", "#000"}
        assert not raw, (style.name, raw)


def test_sides_are_logical_so_that_pages_can_turn_around() -> None:
    sides = "(?:left|right|top|bottom)"
    physical = rf"(?<![\w-])(?:margin|padding|border|inset)-{sides}\b|[\s{{;]{sides}:|text-align:\s*{sides}"
    for style in STYLES:
        assert not re.search(physical, style.read_text("utf-8")), style.name


def test_old_phones_can_read_the_public_style() -> None:
    style = BUNDLES["ui/public.css"].text()
    assert ":has(" not in style
    assert "&" not in style
    assert "@layer" not in style


BANNED = (r"\sstyle=", r"\son\w+=\"", "javascript:", "tel:", r"<script(?![^>]*\ssrc=)", "<style", r"\|safe\b")
TOPICS = re.compile(
    "mishand|misbruik|kinderrecht|jeugd|jurist|politie|geweld|seks|hulp|child|right|abuse|law|police|help",
    re.IGNORECASE,
)


def test_templates_carry_no_style_no_script_and_no_call_link() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        for banned in BANNED:
            assert not re.search(banned, text), (page, banned)


def test_every_class_that_a_template_names_has_a_style() -> None:
    styles = [*STYLES, *ROOMS.rglob("static/**/*.css")]
    known = set(re.findall(r"\.(krh-[\w-]+)", "".join(style.read_text("utf-8") for style in styles)))
    hooks = {"krh-row__mark"}  # a name for script and tests, without a look of its own
    for page in PAGES:
        for name in re.findall(r"(?<![\w-])krh-[\w-]+", page.read_text("utf-8")):
            assert name in known | hooks or (name.startswith(BY_VALUE) and name.endswith("--")), (page, name)


def test_public_titles_are_neutral() -> None:
    for language in texts.LANGUAGES:
        for key, text in texts.sentences(language):
            if key.endswith(("_tab", ".tab")) or key in {"ask.progress", "exit.title"}:
                assert not TOPICS.search(text), (language, key, text)


def test_no_public_page_asks_the_network_of_others() -> None:
    public = [page for page in PAGES if {"ui", "intake", "portal"} & set(Path(page).parts)]
    for page in public:
        assert not re.search(r"""(?:src|href|action)=["']https?:""", page.read_text("utf-8")), page
