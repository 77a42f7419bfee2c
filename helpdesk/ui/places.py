"""The desk's main menu: which places exist. A later room adds its line here and its URL in its own `urls`."""

from collections.abc import Callable

from django.urls import NoReverseMatch, resolve, reverse

# Word, URL name, the letter that follows `g`, and the letter that goes there from anywhere.
_PLACES = (
    ("Werklijst", "desk:worklist", "w"),
    ("Triage", "desk:triage", "t"),
    ("Telefoon", "desk:telephone", "f", "t"),
    ("E-mail", "desk:mail", "m"),
    ("Te laat", "desk:late", "l"),
    ("Inzage", "desk:looks", "i"),
    ("Termijnen", "deadlines:deadlines", "d"),
    ("Rapportages", "reports:reports", "p"),
    ("Rechtsmiddelen", "desk:remedies", "v"),
    ("Signalen", "desk:signals", "s"),
    ("Bronnen", "library:sources", "b"),
    ("Kennis", "knowledge:articles", "k"),
    ("Teksten", "texts:standard-texts", "x"),
    ("Gegevens", "directory:reference-lists", "r"),
)


def desk_places(reaches: Callable[[str], bool] | None = None) -> list[dict[str, str]]:
    """The places of the menu that this program can reach; `reaches` says of a view's verb whether the member has it."""
    found = []
    for word, name, key, *alone in _PLACES:
        if url := place_url(name, reaches):
            room = name.partition(":")[0]
            room = "" if room == "desk" else room  # the desk has several places of its own
            found.append({"word": word, "name": name, "room": room, "key": key, "alone": "".join(alone), "url": url})
    return found


def place_url(name: str, reaches: Callable[[str], bool] | None = None) -> str:
    """The address of one place; empty when this program has none such, or the member may not go there."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return ""
    verb = getattr(resolve(url).func, "verb", None)
    return url if reaches is None or verb is None or reaches(verb) else ""
