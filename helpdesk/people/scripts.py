"""Other scripts in Latin letters, near enough to compare how a name sounds. Not for showing to anybody."""

from __future__ import annotations

import unicodedata

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуфы", "abvgdeziklmnoprstufi", strict=True)),
    "ж": "zh",
    "й": "j",
    "х": "kh",
    "ц": "ts",
    "ч": "tsj",
    "ш": "sj",
    "щ": "sj",
    "ъ": "",
    "ь": "",
    "э": "e",
    "ю": "ju",
    "я": "ja",
    "ё": "jo",
    "і": "i",
    "ї": "ji",
    "є": "je",
    "ґ": "g",
}
# Arabic, with the letters of Persian, Urdu and Kurdish. Short vowels are not written, and are not compared either.
_ARABIC = {
    **dict(zip("بتدرزسصضطظفقكلمنه", "btdrzssdtzfkklmnh", strict=True)),
    "ا": "a",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "ٱ": "a",
    "ى": "a",
    "ة": "a",
    "ء": "",
    "ع": "",
    "ؤ": "u",
    "ئ": "i",
    "ث": "t",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "ذ": "d",
    "ش": "sj",
    "غ": "gh",
    "و": "w",
    "ي": "y",
    "ـ": "",
    "پ": "p",
    "چ": "tsj",
    "ژ": "zh",
    "گ": "g",
    "ک": "k",
    "ی": "y",
    "ە": "a",
    "ہ": "h",
    "ڤ": "v",
    "ے": "e",
}
# What does not fall apart into a plain letter and a mark.
_LATIN = {"ł": "l", "đ": "d", "ð": "d", "þ": "t", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e"}
_SPELLED = {"ş": "sj", "ç": "tsj", "š": "sj", "č": "tsj", "ž": "zh", "ż": "zh", "ź": "zh", "ś": "sj", "ć": "tsj"}
_LETTERS = {**_CYRILLIC, **_ARABIC, **_LATIN, **_SPELLED}


def latin(text: str) -> str:
    """Small Latin letters without marks; whatever is no letter becomes a space, but an apostrophe falls out."""
    small = unicodedata.normalize("NFC", text).lower().replace("i̇", "i")
    spelled = "".join(_LETTERS.get(sign, sign) for sign in small)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(sign))
    bare = "".join(_LETTERS.get(sign, sign) for sign in bare.lower())  # some signs fall apart into capitals
    return "".join(sign if sign.isalpha() else "" if sign in "'’ʼ`" else " " for sign in bare)
