"""The desk's main menu: which places exist. A room that comes later adds its line here and its URL in its own `urls`."""

from django.urls import NoReverseMatch, reverse

# Word, URL name, and the letter that follows `g`.
_PLACES = (
    ("Werklijst", "desk:worklist", "w"),
    ("Triage", "desk:triage", "t"),
    ("Termijnen", "desk:deadlines", "d"),
    ("Signalen", "desk:signals", "s"),
    ("Bronnen", "desk:sources", "b"),
)


def desk_places() -> list[dict[str, str]]:
    """The places of the menu that this program can reach."""
    found = []
    for word, name, key in _PLACES:
        try:
            found.append({"word": word, "name": name, "key": key, "url": reverse(name)})
        except NoReverseMatch:
            continue
    return found
