"""Record a position: in somebody's words, on a day, from a message; the newer one speaks and the older stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.models import Draft
from helpdesk.lib import clock
from helpdesk.mediation.drafts import draft_kind
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_newest_day_speaks_whatever_is_written_first() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Een uur mag.")
    before = (clock.today() - timedelta(days=3)).isoformat()
    made.do("standpunt", party=made.worker, text="Geen bezoek.", on=before)
    assert [one.text for one in made.talks.positions[made.worker]] == ["Een uur mag.", "Geen bezoek."]
    page = made.look()
    assert page.index("Een uur mag.") < page.index("Eerder: één standpunt") < page.index("Geen bezoek.")
    assert cast.acts(made.case)[-1] == "record-position"


def test_it_says_where_it_was_said() -> None:
    made = scene()
    contact = cast.log_contact("iris", asker="werkt", asked="Wij willen geen bezoek")
    made.client.post(f"/contact/{contact}/koppelen/", {**cast.sheet(), "code": made.case.code})
    form = made.look("standpunt/")
    assert f"contact:{contact}" in form
    made.do("standpunt", party=made.worker, text="Geen bezoek.", source=f"contact:{contact}")
    assert "belde" in made.look().partition("krh-sides")[2].partition("</section>")[0]
    assert "Kies iets uit de lijst." in made.do(
        "standpunt", expect=422, party=made.worker, text="x", source="message:x"
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"party": "iemand"}, "Kies iets uit de lijst."),
        ({"text": ""}, "Schrijf wat deze persoon wil."),
        ({"on": "2999-01-01"}, "Deze dag moet nog komen."),
        ({"on": "31-31-2026"}, "Deze dag bestaat niet."),
    ],
)
def test_what_is_wrong_is_said(typed: dict[str, str], sentence: str) -> None:
    made = scene()
    assert sentence in made.do("standpunt", expect=422, **{"party": made.mother, "text": "Zij wil dat", **typed})
    assert made.talks.positions == {}


def test_half_a_text_is_kept_under_this_mediation_alone() -> None:
    made = scene()
    kind = draft_kind("position", made.talks.id)
    assert len(kind) <= 42
    kept = {"kind": kind, "text": "Zij wil eigenlijk"}
    assert made.client.post(f"/zaak/{made.case.code}/concept/", kept).status_code == 204
    assert "Zij wil eigenlijk</textarea>" in made.look("standpunt/")
    assert "Zij wil eigenlijk" not in made.look("voorstel/")
    made.do("standpunt", party=made.mother, text="Zij wil eigenlijk wel.")
    with cast.opened("iris", made.case):
        assert not Draft.objects.filter(case=made.case).exists()
