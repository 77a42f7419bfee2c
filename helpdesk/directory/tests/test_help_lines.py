"""The help numbers: these six, in this order, whatever else is broken; an uncertain one is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.template import engines
from django.utils.translation import override

from helpdesk.directory import files, reference
from helpdesk.directory.help_lines import help_lines
from helpdesk.directory.reference import Snapshot


def _show(tag: str) -> str:
    return engines["django"].from_string("{% load help %}{% " + tag + " %}").render({})


def test_six_lines_in_a_childs_words() -> None:
    lines = help_lines()
    assert [line.id for line in lines] == ["112", "VT", "KT", "113", "CSG", "DCI"]
    assert [line.phone for line in lines] == ["112", "0800-2000", "0800-0432", "113", "0800-0188", "071-5160980"]
    assert lines[0].label == "Direct gevaar"
    assert all(line.confidence == "verified" for line in lines)
    with override("en"):
        assert help_lines()[0].label == "In danger now"


def test_an_uncertain_number_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = [
        replace(item, data={**item.data, "phone_confidence": "uncertain"}) if item.key == "KT" else item
        for item in files.items()
    ]
    monkeypatch.setattr(reference, "snapshot", lambda: Snapshot(tuple(doubtful)))
    assert [line.id for line in help_lines()] == ["112", "VT", "113", "CSG", "DCI"]


def test_the_full_box_and_the_line_are_drawn() -> None:
    box, line = _show("help_now"), _show("help_line")
    assert all(number in box for number in ("112", "0800-2000", "0800-0432", "113", "0800-0188", "071-5160980"))
    assert "tel:" not in box + line
    assert "0800-2000" in line
    assert "0800-0432" in line
