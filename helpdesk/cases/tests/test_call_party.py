"""From the pages: what was agreed is read, a call at a wrong hour is refused, a consent and an exception are asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helpdesk.cases.models import Note, Party
from helpdesk.lib import clock
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db
SAFE, LATE = datetime(2027, 1, 4, 15, tzinfo=UTC), datetime(2027, 1, 4, 20, tzinfo=UTC)
MOTHER = somebody(
    name="Maryam",
    telephone="0612345678",
    told_contact="yes",
    by_call="yes",
    hours="ma-vr 15-17",
    code_word="tulpenbol",
    agreed="Alleen na school.",
)


def test_a_call_goes_through_the_agreed_hours() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/persoon/", MOTHER).status_code == 302
    with cast.opened("iris", case) as file:
        party = Party.objects.get(case=file.case)
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Bel alleen ma-vr 15.00-17.00." in page
    assert "Niet inspreken." in page
    assert "tulpenbol" not in page + iris.get(f"/zaak/{case.code}/persoon/{party.pk}/").content.decode()
    assert "tulpenbol" in iris.post(f"/zaak/{case.code}/persoon/{party.pk}/codewoord/").content.decode()
    sheet = f"/zaak/{case.code}/persoon/{party.pk}/bellen/"
    typed = {"result": "reached", "text": "Zij belt terug.", "word_asked": "on"}
    with clock.at(LATE):
        assert "Nu niet bellen" in iris.get(sheet).content.decode()
        late = iris.post(sheet, typed)
    assert late.status_code == 422
    assert "uitzondering" in late.content.decode()
    with clock.at(SAFE):
        assert "Bellen mag nu" in iris.get(sheet).content.decode()
        assert iris.post(sheet, {**typed, "subjects": ["story"]}).status_code == 422
        assert iris.post(sheet, typed).status_code == 302
    with cast.opened("iris", case) as file:
        assert Note.objects.filter(case=file.case).count() == 1


def test_the_other_pages_are_shown_and_kept() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/persoon/", MOTHER)
    with cast.opened("iris", case) as file:
        party = str(Party.objects.get(case=file.case).pk)
    consent = {"party": party, "purpose": "hulp", "subjects": ["story"], "agreed": ["child"], "band": "12-15"}
    consent |= {"explained": "wie en waarom", "language": "Farsi", "limits": "on", "read_aloud": "on"}
    consent["expires_on"] = clock.today().isoformat()
    asked = {"party": party, "subjects": ["story"], "channel": "call", "reason": "Zij staat voor een dichte deur."}
    needs = {"needs": ["interpreter", "hearing"], "note": "Dari"}
    for path, typed in {"toestemming": consent, "uitzondering": asked, "contact": needs}.items():
        assert iris.get(f"/zaak/{case.code}/{path}/").status_code == 200
        answer = iris.post(f"/zaak/{case.code}/{path}/", typed)
        assert answer.status_code == 302, (path, answer.content.decode()[:3000])
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    for word in ("Farsi", "wacht op een teamleider", "Tolk nodig, hoort slecht. Dari"):
        assert word in page
