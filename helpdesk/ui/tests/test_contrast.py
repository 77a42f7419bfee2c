"""WCAG contrast of the pairs that components use, light and dark, straight from tokens.css."""

import re

import pytest

from helpdesk.ui.parts import STATIC

PAIRS = [
    *(("ink", ground, 4.5) for ground in ("paper", "surface", "sunken", "scene-sky", "action-tint", "danger-tint")),
    *(("ink", ground, 4.5) for ground in ("sun-tint", "warn-tint", "ok-tint", "sealed-tint")),
    *(("ink-soft", ground, 4.5) for ground in ("paper", "surface", "sunken", "scene-sky", "action-tint")),
    *(("action", ground, 4.5) for ground in ("paper", "surface", "sunken", "action-tint")),
    *(("action-hover", "action-tint", 4.5), ("on-action", "action", 4.5), ("on-sun", "sun", 4.5)),
    *(("sun-ink", "sun-tint", 4.5), ("on-danger", "danger", 4.5), ("on-night", "night", 4.5)),
    *(("danger", ground, 4.5) for ground in ("paper", "surface", "sunken", "danger-tint", "action-tint")),
    *(("warn", "warn-tint", 4.5), ("ok", "surface", 4.5), ("ok", "paper", 4.5), ("ok", "ok-tint", 4.5)),
    *(("sealed", "sealed-tint", 4.5), ("sealed", "surface", 4.5), ("on-night-soft", "night", 4.5)),
    *(("control", "surface", 3), ("control", "paper", 3), ("focus", "paper", 3), ("night-line", "night", 2)),
    *(("chart-2", "surface", 3), ("mark", "surface", 2)),
]


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--krh-(?:color-)?([\w-]+): (#[0-9a-f]{6})", block))


def _themes() -> dict[str, dict[str, str]]:
    light, dark = (STATIC / "css" / "tokens.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")
    return {"light": _tokens(light), "dark": {**_tokens(light), **_tokens(dark)}}


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_can_be_read(theme: str) -> None:
    tokens = _themes()[theme]
    found = [(fore, ground, need, _ratio(tokens[fore], tokens[ground])) for fore, ground, need in PAIRS]
    under = [pair for pair in found if pair[3] < pair[2]]
    assert not under


def test_the_measure_knows_black_on_white() -> None:
    assert round(_ratio("#000000", "#ffffff"), 1) == 21.0


def test_a_chosen_dark_is_the_same_dark_as_the_system_s() -> None:
    dark = (STATIC / "css" / "tokens.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")[1]
    chosen = (STATIC / "css" / "theme.css").read_text("utf-8")
    names = r"(--krh-[\w-]+): ([^;]+);"
    assert dict(re.findall(names, dark)) == dict(re.findall(names, chosen))
