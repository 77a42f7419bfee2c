"""How far the name of a law goes that stands in no list of ours. It is shown as a name; nothing is resolved by it."""

from __future__ import annotations

from helpdesk.library.citations.tokens import Tokens, words

_LONGEST = 16  # words
_SORTS = words(
    "wet wetboek besluit regeling verdrag verordening reglement richtlijn statuut handvest protocol circulaire "
    "beleidsregel beleidsregels overeenkomst code"
)
_FIRST = frozenset(
    words(
        "algemene algemeen europees europese internationaal internationale tijdelijke tijdelijk facultatief eerste "
        "tweede derde nationale nationaal haags verzamelwet kaderwet invoeringswet rijkswet"
    )
)
_ENDS = frozenset(
    words(
        """is zijn was waren wordt worden werd werden kan kunnen mag mogen moet moeten zal zullen heeft hebben
        geldt gelden blijft blijven bedoelde bedoeld genoemde genoemd gestelde gesteld bepaalde bepaald
        vastgestelde vastgesteld opgenomen aangewezen verleende verleend die dat welke waarin waarop waarvan
        waarbij waaruit niet dan alsmede onderscheidenlijk respectievelijk of indien tenzij voor zover zoals
        toe wel ook slechts reeds overeenkomstige onverminderd kunnende verschuldigde verschuldigd gegeven
        afgegeven verstrekt verstrekte ingevolge krachtens volgens staat staan komt komen vindt vinden stelt
        stellen wijst treedt treden luidt ter ten door wegens tegen als bij"""
    )
)
_LINKS = frozenset(words("van de het der des een en in op tot voor met aan over uit inzake betreffende om naar"))
_STOPS = (
    ("van", "toepassing"),
    ("op", "grond"),
    ("in", "werking"),
    ("in", "verband"),
    ("in", "samenhang"),
    ("in", "afwijking"),
)


def unknown_name(tokens: Tokens, place: int) -> int:
    """The place behind the name that begins here, or 0 when this does not look like the name of a law."""
    if end := _by_its_day(tokens, place):
        return end
    if not _looks_like_one(tokens, place):
        return 0
    end = place + 1
    while end - place < _LONGEST and _goes_on(tokens, end):
        end += 1
    while tokens[end - 1].low in _LINKS and end - 1 > place:
        end -= 1
    return end


def _looks_like_one(tokens: Tokens, place: int) -> bool:
    first = tokens[place]
    if not first.text[:1].isupper():
        return False
    if first.low.endswith(_SORTS):
        return True
    return first.low in _FIRST and any(tokens[place + step].low.endswith(_SORTS) for step in (1, 2, 3))


def _goes_on(tokens: Tokens, place: int) -> bool:
    token = tokens[place]
    if token.is_number:
        return len(token.text) == 4 and token.text.isdecimal() and not tokens[place - 1].is_number
    if not token.is_word or token.low in _ENDS or tokens[place - 1].is_number:
        return False
    if tokens.first_of(place, _STOPS) or token.low.startswith(("artikel", "hoofdstuk", "paragraaf")):
        return False
    return token.low != "en" or _joins_words(tokens, place + 1)


def _joins_words(tokens: Tokens, place: int) -> bool:
    """In “Wet educatie en beroepsonderwijs” the name goes on; before “en de” and “en artikel” it is over."""
    after = tokens[place]
    return (
        after.is_word
        and after.low not in _LINKS
        and not after.low.startswith("artikel")
        and not after.text[0].isupper()
    )


def _by_its_day(tokens: Tokens, place: int) -> int:
    """“wet van 6 december 2001, Stb. 681, tot wijziging van …”: up to the next mark that ends a sentence."""
    if not tokens.first_of(place, (("wet", "van"), ("besluit", "van"))) or not tokens[place + 2].is_number:
        return 0
    end, dotted = place + 5, ("stb", "trb", "stcrt", "nr")
    while end < place + 60 and tokens[end].text and tokens[end].text not in (";", ")"):
        if tokens[end].text == "." and tokens[end - 1].low not in dotted:
            break
        if tokens[end].text == "," and tokens[end + 1].low in _ENDS:
            break
        end += 1
    return end
