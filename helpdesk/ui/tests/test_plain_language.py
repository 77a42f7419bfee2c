"""What a child reads is short and plain. The measure is small; reading aloud stays the real test."""

from helpdesk.ui import texts
from helpdesk.ui.tests.plain_language import measure

CHILD = (
    *(
        "landing.",
        "who.",
        "help.",
        "script.",
        "path.",
        "error.",
        "safety.",
        "contact.",
        "complaint.",
        "privacy.",
        "lastday.",
    ),
    *("ask.child.", "receipt.child.", "portal.child.", "referral.", "site.", "accessibility."),
    *("assent.0-11.", "assent.12-15.", "assent.16-17."),
)
NOT_PROSE = ("error.story_adult", "who.options.advocaat.hint")


def _child_texts() -> dict[str, str]:
    return {
        key: text
        for key, text in texts.sentences("nl")
        if key.startswith(CHILD) and key not in NOT_PROSE and not key.endswith(("_tab", ".tab", "language_code"))
    }


def test_the_measure_sees_officialese_and_long_sentences() -> None:
    bad = measure("Uw verzoek is succesvol ingediend en zal in behandeling worden genomen alvorens wij u berichten.")
    assert bad.official == ("succesvol", "alvorens")
    assert bad.average > 12


def test_child_sentences_are_short_on_average() -> None:
    whole = [measure(text) for text in _child_texts().values()]
    assert len(whole) > 150
    assert sum(one.words for one in whole) / sum(one.sentences for one in whole) <= 12


def test_no_child_sentence_is_long_and_no_word_is_official_or_hard() -> None:
    for key, text in _child_texts().items():
        found = measure(text)
        assert found.longest <= 17, (key, text)
        assert found.average <= 12, (key, text)
        assert not found.official, (key, found.official)
        assert not found.hard, (key, found.hard)


def test_a_child_is_never_called_u_and_an_adult_never_je() -> None:
    for key, text in texts.sentences("nl"):
        words = {word.strip("‘’.,?:").lower() for word in text.split()}
        if key.startswith(("ask.child.", "receipt.child.", "portal.child.", "landing.")):
            assert not words & {"u", "uw"}, key
        if ".adult." in key or key.startswith(("support.", "ask.parent.", "ask.lawyer.", "ask.professional.")):
            assert not words & {"je", "jij", "jou", "jouw"}, key
