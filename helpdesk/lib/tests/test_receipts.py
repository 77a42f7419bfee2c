"""What an asker may type and still come home; what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.receipts import BITS, NotAReceipt, Receipt, word_list


def _read(text: str) -> Receipt | int | None:
    """The receipt, or the number of the word that is asked about, or None."""
    try:
        return Receipt.from_text(text)
    except NotAReceipt as error:
        return error.word


receipts = st.binary(min_size=BITS // 8, max_size=BITS // 8).map(Receipt.from_bytes)


@given(receipts)
def test_words_digits_and_bytes_are_one_value(receipt: Receipt) -> None:
    assert Receipt.from_text(" ".join(receipt.words)) == receipt
    assert Receipt.from_text(receipt.digits) == receipt
    assert Receipt.from_bytes(receipt.to_bytes()) == receipt
    assert receipt.lookup_bits << 52 | receipt.secret_bits == int.from_bytes(receipt.to_bytes(), "big")
    assert receipt.lookup_bits < 1 << 20


@given(receipts, st.sampled_from([" ", "  ", "-", ", ", "\n", " - ", "\u00a0"]), st.booleans())
def test_case_and_separators_do_not_matter(receipt: Receipt, between: str, loud: bool) -> None:
    text = between.join(receipt.words)
    assert Receipt.from_text(f"  {text.upper() if loud else text.title()} ") == receipt
    assert Receipt.from_text(receipt.digits.replace(" ", between if between != ", " else "")) == receipt


def test_numbered_words_joined_ij_and_accents_are_read() -> None:
    ij = next(number for number, word in enumerate(word_list()) if "ij" in word)
    receipt = Receipt.from_bytes((ij << 60).to_bytes(9, "big"))
    joined = " ".join(receipt.words).replace("ij", "ĳ")
    assert Receipt.from_text(joined) == receipt
    assert Receipt.from_text(" ".join(f"{i}. {word}" for i, word in enumerate(receipt.words, 1))) == receipt
    assert Receipt.from_text(" ".join(receipt.words).replace("e", "é")) == receipt


@given(receipts, st.data())
def test_one_slip_is_the_word_or_a_question_never_another_word(receipt: Receipt, data: st.DataObject) -> None:
    words = list(receipt.words)
    place = data.draw(st.integers(0, 5))
    word = words[place]
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    kind = data.draw(st.sampled_from(["change", "drop", "add", "swap"]))
    words[place] = {
        "change": word[:at] + letter + word[at + 1 :],
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + letter + word[at:],
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }[kind]
    assert _read(" ".join(words)) in (receipt, place + 1)


@given(receipts, st.data())
def test_a_wrong_digit_or_two_swapped_are_always_seen(receipt: Receipt, data: st.DataObject) -> None:
    digits = list(receipt.digits.replace(" ", ""))
    at = data.draw(st.integers(0, 22))
    if data.draw(st.booleans()):
        digits[at] = str((int(digits[at]) + data.draw(st.integers(1, 9))) % 10)
    elif digits[at] == digits[at + 1]:
        return
    else:
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    with pytest.raises(NotAReceipt):
        Receipt.from_text("".join(digits))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "zes woorden die er niet zijn",
        "boom " * 7,
        "1234",
        "9" * 24,
        "\0" * 30,
        "🦆" * 24,
        "boom " * 200,
        "٣" * 24,
    ],
)
def test_nonsense_is_no_receipt(text: str) -> None:
    with pytest.raises(NotAReceipt):
        Receipt.from_text(text)


@given(st.text(max_size=500))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(_read(text), Receipt | int | None)


def test_a_receipt_never_shows_itself() -> None:
    receipt = Receipt.new()
    assert repr(receipt) == str(receipt) == f"{receipt}" == "<Receipt>"


def test_every_digit_string_has_the_same_shape() -> None:
    assert Receipt.from_bytes(bytes(9)).digits == "0000 0000 0000 0000 0000 0098"
    assert len(Receipt.from_bytes(b"\xff" * 9).digits) == 29
