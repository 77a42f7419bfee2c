"""The lawyer of one case gets nothing else: over every address of both programs, whatever she puts into them.

She has her link, her code, her app and an open visit. The addresses come from the programs themselves; the ids are
those of her case and of another one. Words planted in what is not hers are looked for in whatever answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import Error, connection, models, transaction
from django.test import Client

from helpdesk.cases import actions as cases
from helpdesk.cases.models import Case, Message
from helpdesk.counsel.access_outside import open_door
from helpdesk.counsel.models import Door
from helpdesk.counsel.tests.scene import Hers, Scene, given
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.vault.cipher import DoesNotOpen
from helpdesk.vault.opened import attach
from tests import cast, inspector

pytestmark = pytest.mark.django_db
URLCONFS = ("helpdesk.config.urls_public", "helpdesk.config.urls_desk")
SECRET = "Zeepaardje"
STEPS = ("", "figures", "look", "collect:{id}", "filed", "result", "open", "read", "case", "burn-now")


def a_full_case(about: str) -> Scene:
    """A case with the planted word in the story, a note, a draft, a task, a person, and where the child is."""
    scene = Scene.of(cast.taken(text=f"Ik heet {SECRET}.")).invite()
    with cast.opened("iris", scene.case, to="note") as file:
        cases.note(file=file, text=f"Intern: {SECRET}")
    with cast.opened("iris", scene.case) as file:
        cases.save_draft(file=file, kind="reply", text=f"Concept voor {SECRET}")
    with cast.opened("iris", scene.case, to="plan-task") as file:
        cases.plan_task(file=file, text=SECRET, due_on=clock.today(), assignee=str(file.member.pk))
    with cast.opened("iris", scene.case, to="add-party") as file:
        cases.add_party(file=file, person=Person(Part.OPPONENT, name=SECRET, address=f"{SECRET}straat 1"))
    scene.share(given(scene.case, about)[:1])
    return scene


@pytest.fixture
def hers_and_theirs() -> tuple[Scene, Scene, Hers]:
    mine, theirs = a_full_case("Bezoek"), a_full_case("Een andere zaak")
    hers = Hers.of(mine)
    hers.come_in()
    return mine, theirs, hers


def ids_of(*found: Scene) -> set[str]:
    """The id of every row that hangs on these cases, and of the cases."""
    ids: set[str] = set()
    for scene in found:
        ids |= {str(scene.case.pk)}
        with cast.opened("iris", scene.case):
            for model in apps.get_models():
                for field in model._meta.get_fields():
                    if isinstance(field, models.ForeignKey) and field.related_model is Case:
                        ids |= {
                            str(pk)
                            for pk in model._default_manager.filter(case=scene.case).values_list("pk", flat=True)
                        }
    return ids


def paths(scene: Scene, ids: set[str], token: str) -> Iterator[str]:
    """Every address of both programs, with this case and each of its ids in it."""
    for urlconf in URLCONFS:
        for route in inspector.addresses(urlconf).values():
            route = route.lstrip("^").replace("<slug:code>", scene.case.code).replace("<str:token>", token)
            for one in ids if "<uuid" in route else {""}:
                yield "/" + re.sub("<[a-z]+:[a-z_]+>", one or "x", route).lstrip("/")


def words_that_are_not_hers(theirs: Scene) -> list[bytes]:
    with cast.opened("iris", theirs.case):
        return [SECRET.encode(), theirs.case.code.encode(), b"Iris", b"Een andere zaak"]


def test_over_every_address_of_both_programs(hers_and_theirs: tuple[Scene, Scene, Hers]) -> None:
    mine, theirs, hers = hers_and_theirs
    other, stranger = Hers.of(theirs), Client()
    not_hers, tried, answered = words_that_are_not_hers(theirs), 0, 0
    for scene, ids in ((mine, ids_of(mine)), (theirs, ids_of(theirs))):
        few = set(sorted(ids)[:4]) | {str(one.id) for one in scene.place().shares} | {str(scene.seat)}
        for path in sorted(set(paths(scene, few, other.token))):
            for client in (hers.client, stranger):
                answer = client.get(path)
                body = b"" if answer.streaming else answer.content.replace(path.encode(), b"")
                tried += 1
                answered += answer.status_code == 200
                words = not_hers if client is hers.client else not_hers[:2]  # the demo sign-in names its cast
                assert not [word for word in words if word in body], path
                assert "Content-Disposition" not in answer.headers, path
    assert tried > 500
    assert answered, "the control: something does answer"


def test_whatever_she_posts_to_her_own_address(hers_and_theirs: tuple[Scene, Scene, Hers]) -> None:
    """With every step and every id of both cases she gets her own file, once, and nothing more."""
    mine, theirs, hers = hers_and_theirs
    own = {str(one.id) for one in mine.place().shares}
    visit, got = hers.visit, []
    for step, one in product(STEPS, sorted(ids_of(mine, theirs))):
        if "{id}" not in step and one != str(mine.case.pk):
            continue
        hers.visit = visit
        answer = hers.post(step=step.format(id=one), code=hers.code, figures="1")
        if "Content-Disposition" in answer.headers:
            got.append(one)
            continue
        body = answer.content
        assert not [word for word in words_that_are_not_hers(theirs) if word in body], (step, one)
    assert set(got) == own, "the control: her own file did come"


def test_a_visit_opens_no_other_door(hers_and_theirs: tuple[Scene, Scene, Hers]) -> None:
    _mine, theirs, hers = hers_and_theirs
    other = Hers.of(theirs)
    parcel = theirs.place().shares[0].id
    stolen = Hers(other.token, hers.code, visit=hers.visit)
    for step in ("look", f"collect:{parcel}"):
        stolen.visit = hers.visit
        page = stolen.post(step=step)
        assert "Content-Disposition" not in page.headers
        assert "Wat klaarligt" not in page.content.decode()
    assert "visit" not in Hers(other.token, hers.code).knock().content.decode()


@pytest.mark.parametrize("how", ["revoked", "over", "stopped", "unfound"])
def test_when_it_has_ended_nothing_is_left(how: str, hers_and_theirs: tuple[Scene, Scene, Hers]) -> None:
    mine, _theirs, hers = hers_and_theirs
    parcel, visit = mine.place().shares[0].id, hers.visit
    if how == "revoked":
        mine.revoke()
    else:
        with cast.opened("iris", mine.case):
            day = clock.today() - timedelta(days=1)
            ends: dict[str, dict[str, Any]] = {
                "over": {"until": day},
                "stopped": {"wrong": 10},
                "unfound": {"lookup": b"x"},
            }
            Door.objects.filter(seat=mine.seat).update(**ends[how])
    gone = [Hers(hers.token, hers.code).knock()]
    for step in (*STEPS[1:5], f"collect:{parcel}"):
        hers.visit = visit
        gone.append(hers.post(step=step, body="Rechtbank", used="yes"))
    for answer in gone:
        page = answer.content.decode()
        assert "Content-Disposition" not in answer.headers
        assert "Wat klaarligt" not in page
        assert 'name="code"' in page
    with cast.opened("iris", mine.case):
        assert not any(one == "answer-counsel" for one in cast.acts(mine.case))


def test_the_public_role_reads_no_table_of_this_room(hers_and_theirs: tuple[Scene, Scene, Hers]) -> None:
    """Without the digest of a link its functions give nothing, and the tables refuse."""
    with cast.as_public():
        for table in ("counsel_seat", "counsel_door", "counsel_parcel"):
            for act in (f"SELECT * FROM {table}", f"UPDATE {table} SET created_on = now()", f"DELETE FROM {table}"):
                with (
                    pytest.raises(Error, match="permission denied"),
                    transaction.atomic(),
                    connection.cursor() as cursor,
                ):
                    cursor.execute(act)
        with connection.cursor() as cursor:
            for call in ("counsel_door_at(''::bytea)", "counsel_parcels(''::bytea)"):
                cursor.execute(f"SELECT count(*) FROM {call}")
                assert cursor.fetchone() == (0,)
        for call in ("counsel_keys_in_use('{}')", "counsel_keys_over(now(), current_date)"):
            with pytest.raises(Error, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SELECT {call}")


def test_what_the_public_program_holds_opens_no_case_key() -> None:
    """The door's key opens the door's own fields and its parcels; a field of the case stays shut under it."""
    scene = Scene.of(cast.taken(receipt=Receipt.new())).invite()
    with cast.opened("iris", scene.case):
        rows = list(Message.objects.filter(case=scene.case))
    halves = scene.halves()
    with cast.as_public():
        door = open_door(*halves)
    assert door is not None
    assert set(door.row.told) == {"case_public", "party", "counsel"}
    attach(door.key, *rows)
    for row in rows:
        with pytest.raises(DoesNotOpen):
            _ = row.content
    assert UUID(door.row.told["counsel"]) == scene.seat
