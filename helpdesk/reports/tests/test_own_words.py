"""Her own words are chosen among what came from her; what colleagues wrote down stands apart, others' words nowhere."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.tests.test_join_contact import join
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.reports.tests.scene import WORDS, Scene, scene
from tests import cast

pytestmark = pytest.mark.django_db


def lists(made: Scene) -> tuple[str, str]:
    """What she said, and what stands under the fold."""
    hers, _, ours = made.look("woorden/").partition('id="van-collegas"')
    return hers, ours


def note(made: Scene, text: str) -> None:
    with cast.opened("iris", made.case, to="note") as file:
        actions.note(file=file, text=text)


def test_notes_stand_apart_and_our_own_messages_nowhere() -> None:
    made = scene()
    note(made, "Zij zei aan tafel: ik wil naar mama.")
    made.client.post(f"/zaak/{made.case.code}/antwoorden/", {"text": "Wij zoeken het voor je uit."})
    hers, ours = lists(made)
    assert WORDS[:30] in hers
    assert "aan tafel" not in hers
    assert "aan tafel" in ours
    assert "Dit schreef een collega op." in ours
    assert "Wij zoeken het voor je uit." not in hers + ours


def test_of_a_talk_with_her_only_her_words_are_hers() -> None:
    made = scene()
    join(made.client, made.case)
    join(made.client, made.case, asker="ouder", asked="Mijn dochter slaapt slecht.")
    hers, ours = lists(made)
    assert "Mag ik bij mijn oma wonen?" in hers
    assert "Dat zoeken we uit." not in hers
    assert "Mijn dochter slaapt slecht." not in hers
    assert "Mijn dochter slaapt slecht." in ours


def test_where_another_asks_her_messages_are_not_the_words_of_the_child() -> None:
    made = Scene(**{**vars(scene()), "case": cast.taken(asker="ouder", text="Mijn dochter mag niet naar huis.")})
    with cast.opened("iris", made.case, to="add-party") as file:
        made.child = str(actions.add_party(file=file, person=Person(part=Part.CHILD, name="Dounia el Amrani")).pk)
    made.start(lawyer="")
    page = made.look("woorden/")
    assert "Er ligt nog niets van het kind zelf bij de zaak." in page
    assert "Mijn dochter mag niet naar huis." not in page


def test_what_a_colleague_wrote_down_can_be_quoted_and_says_so() -> None:
    made = scene()
    note(made, "Zij zei aan tafel: ik wil naar mama.")
    _, ours = lists(made)
    piece = ours.partition('name="piece" value="')[2].partition('"')[0]
    assert "Laat alleen staan wat het kind letterlijk zei." in made.post("woorden/", expect=200, piece=piece)
    made.post("woorden/", piece=piece, text="ik wil naar mama", how="Genoteerd in het gesprek.", said_by="D.A.")
    assert [one.text for one in made.report.facts] == ["ik wil naar mama"]
