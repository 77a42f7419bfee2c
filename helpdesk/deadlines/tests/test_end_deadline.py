"""End a deadline: met, lapsed or withdrawn, with how we know. It stays, and until then its case does not end."""

from __future__ import annotations

import pytest

from helpdesk.cases.workflow import State as CaseState
from helpdesk.deadlines.tests.scene import REASON, scene
from helpdesk.deadlines.workflow import LABELS, State
from helpdesk.directory import reference
from tests import cast
from tests.walk import closing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("how", [State.MET, State.LAPSED, State.WITHDRAWN])
def test_it_ends_with_a_reason_and_stays(how: State) -> None:
    made = scene()
    made.set()
    made.do("afronden", how=str(how), reason=REASON)
    assert made.deadline.state == how
    page = made.look()
    assert LABELS[how].capitalize() in page
    assert REASON in page
    assert "Neem over" not in page
    assert "Dit kan nu niet" in made.do("afronden", expect=422, how="met", reason=REASON)
    assert "Dit kan nu niet" in made.confirm(expect=422)
    assert cast.acts(made.case)[-1] == "end-deadline"


def test_how_and_why_are_needed() -> None:
    made = scene()
    made.set()
    assert "Kies hoe het is afgelopen." in made.do("afronden", expect=422, reason=REASON)
    assert "Kies iets uit de lijst." in made.do("afronden", expect=422, how="moved", reason=REASON)
    assert "Schrijf in minstens 20 letters" in made.do("afronden", expect=422, how="met", reason="Klaar.")
    assert made.deadline.state == State.OPEN


@pytest.mark.parametrize("path", ["afsluiten", "doorverwijzen"])
def test_a_case_does_not_end_while_a_deadline_runs(path: str) -> None:
    made = scene()
    made.set()
    typed = closing(knowing="on") if path == "afsluiten" else refer()
    answer = made.client.post(f"/zaak/{made.case.code}/{path}/", typed)
    assert answer.status_code == 422, answer.status_code
    assert "Er loopt nog een termijn in deze zaak." in answer.content.decode()
    if path == "afsluiten":
        assert made.url in made.look(path=f"/zaak/{made.case.code}/{path}/"), "it says which one"
    made.do("afronden", how="withdrawn", reason=REASON)
    assert made.client.post(f"/zaak/{made.case.code}/{path}/", typed).status_code == 302
    with cast.opened("iris", made.case) as file:
        assert file.case.state in {CaseState.CLOSED, CaseState.REFERRED}
    assert "niet meer nodig" in made.look().lower(), "it stays to be read"


def refer() -> dict[str, str]:
    one = str(reference.institutions()[0].id)
    return {"institution": one, "reason": "Zij kunnen verder helpen.", "letter": "Bel ze gerust.", "referral": "none"}
