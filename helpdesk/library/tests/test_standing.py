"""Which citations light up when a law changes in a new state: exactly those of articles that changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.lib import clock
from helpdesk.library.changes import changes
from helpdesk.library.models import Version
from helpdesk.library.standing import Key, Lit, Pin, lit, newest, pins, since
from helpdesk.library.tests.shelf import CODE, NEW, OLD, state, two_states

pytestmark = pytest.mark.django_db


def key(number: str, code: str = CODE) -> Key:
    return Key.of(code, f"artikel={number}&lid=1")


def how(pinned: dict[Key, Pin]) -> dict[str, Lit]:
    now = newest(list(pinned))
    return {one.address.removeprefix("artikel="): lit(pin.seen, now.get(one)) for one, pin in pinned.items()}


def test_exactly_the_changed_articles_light_up() -> None:
    keys = [key(number) for number in "1234"]
    state({"1": "Eén.", "2": "Twee.", "3": "Drie."})
    pinned = pins(keys)
    assert set(how(pinned).values()) == {Lit.SAME}
    state({"1": "Eén.", "2": "Twee, anders.", "4": "Vier."}, NEW)
    assert how(pinned) == {"1": Lit.SAME, "2": Lit.CHANGED, "3": Lit.GONE, "4": Lit.CAME}
    assert [one.lights for one in (Lit.SAME, Lit.CHANGED, Lit.GONE, Lit.CAME, Lit.UNREAD)] == [
        False,
        *[True] * 3,
        False,
    ]
    assert set(how(pins(keys)).values()) == {Lit.SAME}


def test_a_change_that_was_undone_is_none() -> None:
    state({"2": "Twee."})
    pinned = pins([key("2")])
    state({"2": "Anders."}, NEW)
    state({"2": "Twee."}, NEW + timedelta(days=1))
    assert how(pinned) == {"2": Lit.SAME}


def test_another_work_and_a_broken_off_import_light_nothing() -> None:
    state({"2": "Twee."})
    pinned = pins([key("2")])
    state({"2": "Van een andere wet."}, NEW, code="BWBR0000001", short="Anderswet")
    half = state({"2": "Half."}, NEW)
    Version.objects.filter(pk=half.pk).update(read_at=None)
    assert how(pinned) == {"2": Lit.SAME}


def test_what_was_not_there_to_read_never_lights_up() -> None:
    pinned = pins([key("2")])
    assert pinned[key("2")].seen is None
    state({"2": "Twee."})
    state({"2": "Anders."}, NEW)
    assert how(pinned) == {"2": Lit.READABLE}


def test_a_law_that_ended_is_gone() -> None:
    version = state({"2": "Twee."})
    pinned = pins([key("2")])
    Version.objects.filter(pk=version.pk).update(valid_until=clock.today())
    assert how(pinned) == {"2": Lit.SAME}
    Version.objects.filter(pk=version.pk).update(valid_until=clock.today() - timedelta(days=1))
    assert how(pinned) == {"2": Lit.GONE}
    assert how(pins([key("2")])) == {"2": Lit.SAME}


def test_a_citation_is_of_its_day_and_does_not_light_up_for_what_was_known_then() -> None:
    two_states()
    pin = pins([key("2")], date(2021, 5, 1))[key("2")]
    assert (pin.valid_from, how({key("2"): pin})) == (OLD, {"2": Lit.SAME})
    assert pin.digest != pin.seen
    assert pins([key("2")], date(1990, 1, 1))[key("2")].valid_from == OLD


def test_a_correction_of_a_state_and_a_state_to_come_count() -> None:
    state({"1": "Eén.", "2": "Twee."})
    pinned = pins([key("1"), key("2")])
    state({"1": "Eén.", "2": "Twee, verbeterd."}, edition=1)
    assert how(pinned) == {"1": Lit.SAME, "2": Lit.CHANGED}
    pinned, later = pins([key("1"), key("2")]), clock.today() + timedelta(days=90)
    state({"1": "Eén, straks.", "2": "Twee, verbeterd."}, later)
    assert how(pinned) == {"1": Lit.CHANGED, "2": Lit.SAME}
    assert newest([key("1")])[key("1")].valid_from == later


def test_since_is_the_day_on_which_the_words_became_what_they_are() -> None:
    two_states()
    state({"1": "Eén.", "2": "Twee, anders.", "4": "Vier."}, NEW + timedelta(days=30))
    assert since([key("1"), key("2"), key("3"), key("4")]) == {
        key("1"): OLD,
        key("2"): NEW,
        key("3"): NEW,
        key("4"): NEW,
    }


def test_many_articles_of_many_works_are_one_statement() -> None:
    for number in range(5):
        two_states(code=f"BWBR000000{number}", short=f"Wet{number}")
    keys = [key(str(article), f"BWBR000000{number}") for number in range(5) for article in range(1, 5)]
    for ask in (newest, since, pins):
        with CaptureQueriesContext(connection) as asked:
            assert len(ask(keys)) == len(keys)
        assert len(asked) == 1


def test_a_judgment_is_relied_on_as_a_whole() -> None:
    code = "ECLI:NL:HR:2012:BW5328"
    whole = Key.of(code, "")
    assert pins([whole])[whole].seen is None
    first = state({"3.1": "Wij overwegen."}, code=code, short="")
    pinned = pins([whole])
    assert pinned[whole].seen == first.digest
    assert how(pinned) == {"": Lit.SAME}
    state({"3.1": "Wij overwegen anders."}, code=code, short="", edition=1)
    assert how(pinned) == {"": Lit.CHANGED}


def test_our_own_list_of_articles_is_not_their_text() -> None:
    own = state({"2": "Ons eigen kopje."})
    Version.objects.filter(pk=own.pk).update(facts={"own_list": "crc_articles"})
    pinned = pins([key("2")])
    assert (pinned[key("2")].seen, how(pinned)) == (None, {"2": Lit.UNREAD})
    state({"2": "De tekst zelf."}, NEW)
    assert how(pinned) == {"2": Lit.READABLE}
    assert how(pins([key("2")])) == {"2": Lit.SAME}


def test_it_agrees_with_what_the_library_says_of_two_states() -> None:
    old, keys = state({"1": "Eén.", "2": "Twee.", "3": "Drie."}), [key(number) for number in "1234"]
    pinned = pins(keys)
    new = state({"1": "Eén.", "2": "Twee, anders.", "4": "Vier."}, NEW)
    told = {one.address: one.what for one in changes(old, new)}
    words = {Lit.CHANGED: "changed", Lit.GONE: "removed", Lit.CAME: "added"}
    assert {f"artikel={number}": words[one] for number, one in how(pinned).items() if one.lights} == told
