"""The public words: both languages say the same things, every key that a page names exists, nobody shouts."""

import re
import string
from pathlib import Path

import pytest
from django.utils.translation import override

from helpdesk.directory import files
from helpdesk.ui import texts

ROOMS = Path(texts.__file__).parents[2]
NAMED = re.compile(r"""{%\s*(?:say|choices)\s+"([\w.*-]+)\"""")
PARTS = re.compile(r"""{%\s*part\s+"([\w.]+)\"""")


def _keys_in_templates() -> set[str]:
    pages = [page.read_text("utf-8") for page in ROOMS.rglob("templates/**/*.html")]
    parts = [f"{key}_{end}" for page in pages for key in PARTS.findall(page) for end in ("title", "text")]
    return {key for page in pages for key in NAMED.findall(page)} | set(parts)


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_holes() -> None:
    dutch, english = (dict(texts.sentences(language)) for language in texts.LANGUAGES)
    assert dutch.keys() == english.keys()
    assert {key: _holes(text) for key, text in dutch.items()} == {key: _holes(text) for key, text in english.items()}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_words_are_plain_text_and_nobody_shouts(language: str) -> None:
    for key, text in texts.sentences(language):
        # `say` marks the words as safe: a sign of markup would reach the page as it is.
        assert not set('<>&"!') & set(text), key
        assert text == text.strip(), key
        assert text, key


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("asker", texts.VOICES)
def test_every_key_that_a_page_names_exists_for_every_asker(language: str, asker: str) -> None:
    only_adults = ("ask.*.about", "ask.*.requester", "ask.*.for_whom", "ask.*.authority", "ask.*.child_knows")
    with override(language):
        for key in _keys_in_templates():
            if key.startswith(only_adults) and asker == "kind":
                continue
            found = texts._look(key, asker, texts.tree(language))
            assert isinstance(found, str | dict), key


def test_both_languages_offer_the_same_choices_in_the_same_order() -> None:
    for key in _keys_in_templates():
        for asker in texts.VOICES:
            try:
                found = [texts._look(key, asker, texts.tree(language)) for language in texts.LANGUAGES]
            except texts.MissingText:
                continue
            if isinstance(found[0], dict):
                assert list(found[0]) == list(found[1]), key


def test_a_voice_falls_back_and_a_child_never_does() -> None:
    with override("nl"):
        assert texts.say("ask.*.story.title", asker="advocaat") == "Beschrijf de zaak kort"
        assert texts.say("ask.*.story.title", asker="ouder") == "Vertel wat er speelt"
        assert texts.say("ask.*.story.title", asker="kind") == "Vertel het in je eigen woorden"
    assert texts.VOICES["kind"] == ("child",)


def test_the_promise_in_words_is_the_promise_of_the_file() -> None:
    words = {"1": "één werkdag", "2": "twee werkdagen", "3": "drie werkdagen", "5": "vijf werkdagen"}
    promise = next(item.data for item in files.items() if item.key == "first-normal")
    assert promise["unit"] == "days"
    assert texts.tree("nl")["organisation"]["promise"] == words[promise["amount"]]


def test_an_unknown_key_is_a_defect() -> None:
    with pytest.raises(texts.MissingText):
        texts.say("landing.nothing")
