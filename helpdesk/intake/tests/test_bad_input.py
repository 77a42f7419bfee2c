"""Long, null, upside down, and the big list of naughty strings: kept as typed, or returned with a sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from helpdesk.intake.forms import LONGEST_STORY
from helpdesk.intake.tests.asking import ASK, as_typed, cases, fill_in, only_file, receipt_in
from helpdesk.lib.plain_text import plain_text

pytestmark = pytest.mark.django_db
NAUGHTY = Path("hostile/blns/package/resources/blns.json")


def naughty_strings() -> list[str]:
    """From the folder of test data, beside the checkout or where HELPDESK_TEST_DATA says."""
    homes = [Path(os.environ["HELPDESK_TEST_DATA"])] if "HELPDESK_TEST_DATA" in os.environ else []
    homes += [parent / "shared" / "data" for parent in Path(__file__).resolve().parents]
    for home in homes:
        if (home / NAUGHTY).exists():
            return [str(one) for one in json.loads((home / NAUGHTY).read_text("utf-8"))]
    pytest.skip("the naughty strings are not on this machine; set HELPDESK_TEST_DATA")


@pytest.mark.parametrize("letter", ["a", "é", "👩"])
def test_half_a_megabyte_is_taken_in(public_client: Client, letter: str) -> None:
    story = letter * (500_000 // len(letter.encode()))
    receipt_in(public_client.post(ASK, fill_in(public_client, story=story)))
    _, (message,) = only_file()
    assert message["text"] == story


def test_more_than_that_comes_back_whole_with_a_sentence(public_client: Client) -> None:
    story = "lang " * (LONGEST_STORY // 5 + 1)
    response: Any = public_client.post(ASK, fill_in(public_client, story=story))
    assert response.context["form"].errors["story"]
    assert as_typed(response) == story
    assert cases() == []


def test_far_too_much_gets_a_sentence_and_no_fault(public_client: Client) -> None:
    response: Any = public_client.post(
        ASK, "story=" + "a" * (5 * 1024 * 1024), content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 413
    assert response.context["form"].errors["story"]


def test_a_long_line_elsewhere_comes_back_too(public_client: Client) -> None:
    response: Any = public_client.post(ASK, fill_in(public_client, code_word="w" * 5000))
    assert response.context["form"].errors["code_word"]
    assert cases() == []


def test_nulls_and_tricks_of_direction_go_and_the_words_stay(public_client: Client) -> None:
    story = "Mijn\x00 naam is \u202eneppo\u202c 😀 مرحبا\r\nen\x1b[2J verder"
    receipt_in(public_client.post(ASK, fill_in(public_client, story=story, code_word="a\x00b")))
    _, (message,) = only_file()
    assert message["text"] == "Mijn naam is neppo 😀 مرحبا\nen[2J verder"
    assert message["more"]["code_word"] == "ab"


def test_every_naughty_string_is_kept_as_typed(public_client: Client) -> None:
    """All in one story, and those that are alone in it shown back escaped."""
    strings = naughty_strings()
    story = "\n".join(strings)
    receipt_in(public_client.post(ASK, fill_in(public_client, story=story, safe_contact=strings[40][:200])))
    _, (message,) = only_file()
    assert message["text"] == plain_text(story)


def test_every_naughty_string_comes_back_escaped(public_client: Client) -> None:
    """In every field at once, with no story: the form shows them again, and not one of them is markup."""
    fields = ("asker", "theme", "danger", "province", "safe_contact", "code_word", "ticket", "pow")
    form = fill_in(public_client, story="")
    plain = public_client.post(ASK, form).content.decode().lower()
    for text in naughty_strings():
        response: Any = public_client.post(ASK, {**form, **dict.fromkeys(fields, text)})
        assert response.status_code == 200
        page = response.content.decode().lower()
        for sign in ("<script", "<img", "<svg", "<iframe", "onerror="):
            assert page.replace("&lt;", "").count(sign) == plain.count(sign) or sign == "onerror=", text
    assert cases() == []


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_no_other_verbs(public_client: Client, method: str) -> None:
    assert getattr(public_client, method)(ASK).status_code == 405
