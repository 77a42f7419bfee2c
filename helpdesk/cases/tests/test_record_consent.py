"""A consent is whole or is refused; the words for the age are there to be read aloud, and the record says which."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases import actions
from helpdesk.cases.assent import PARTS, read_aloud
from helpdesk.cases.models import Consent, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people import consent
from helpdesk.people.consent import Agreed, Band
from helpdesk.people.telling import Subject
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db


def typed(party: str, **more: Any) -> dict[str, Any]:
    about = {"party": party, "purpose": "hulp", "subjects": ["story"], "agreed": ["child"], "band": "12-15"}
    said = {"explained": "wie en waarom", "language": "Farsi", "limits": "on", "read_aloud": "on"}
    return {**about, **said, "expires_on": (clock.today() + timedelta(days=30)).isoformat(), **more}


def test_the_words_for_every_age_stand_on_the_page_in_two_languages() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/toestemming/").content.decode()
    assert len(read_aloud()) == 2 * len(Band)
    for text in read_aloud():
        assert len(text.lines) == len(PARTS)
        assert all(line in page for line in text.lines)
    for words in ("Jij mag nee zeggen.", "UAVG 5 lid 4", "gelezen", "Een jurist beslist."):
        assert words in page
    assert page.count('<details class="krh-older" open>') == 1  # the age that the asker said


def test_the_record_keeps_what_was_read_to_whom_and_by_whom() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/persoon/", somebody(part="lawyer"))
    with cast.opened("iris", case) as file:
        party = str(Party.objects.get(case=file.case).pk)
    assert iris.post(f"/zaak/{case.code}/toestemming/", typed(party, band="0-11")).status_code == 302
    with cast.opened("iris", case) as file:
        kept = file.mine(Consent.objects.get(case=file.case)).content
    assert (kept["text"], kept["language"], kept["by"]) == ("1/0-11", "Farsi", str(cast.member("iris").pk))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("purpose", "Schrijf waarvoor dit nodig is."),
        ("subjects", "Kies wat we mogen delen."),
        ("agreed", "Kies wie dit goed vond."),
        ("band", "Kies de leeftijd."),
        ("explained", "Schrijf wat je hebt uitgelegd."),
        ("language", "Schrijf in welke taal je dit uitlegde."),
        ("limits", "Zonder dat telt de toestemming niet."),
        ("read_aloud", "Lees eerst de tekst voor die bij de leeftijd hoort."),
        ("expires_on", "Kies een dag."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(name: str, sentence: str) -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/persoon/", somebody(part="lawyer"))
    with cast.opened("iris", case) as file:
        party = str(Party.objects.get(case=file.case).pk)
    answer = iris.post(f"/zaak/{case.code}/toestemming/", typed(party, **{name: []}))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with cast.opened("iris", case) as file:
        assert not Consent.objects.filter(case=file.case).exists()


def test_the_act_itself_refuses_half_a_record() -> None:
    case = cast.taken()
    whole = consent.Consent(
        party="",
        purpose="hulp",
        subjects=frozenset({Subject.STORY}),
        agreed=frozenset({Agreed.CHILD}),
        band=Band.FROM_12,
        explained="wie",
        language="nl",
        limits=True,
        expires_on=clock.today(),
        text="1/12-15",
    )
    assert whole.missing() == []
    empty: dict[str, Any] = {"purpose": " ", "subjects": frozenset(), "agreed": frozenset(), "explained": ""}
    empty |= {"language": "", "limits": False, "text": ""}
    desk = cast.desk_client("iris")
    desk.post(f"/zaak/{case.code}/persoon/", somebody(part="lawyer"))
    with cast.opened("iris", case, to="record-consent") as file:
        party = str(Party.objects.get(case=file.case).pk)
        for name, nothing in empty.items():
            half = replace(whole, party=party, **{name: nothing})
            assert len(half.missing()) == 1, name
            with pytest.raises(NotNow, match=half.missing()[0]):
                actions.record_consent(file=file, agreed=half)
