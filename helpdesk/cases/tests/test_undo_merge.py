"""A merge is undone within a day: row for row as it was, with state, team and promise."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases import actions
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.models import (
    Attachment,
    Case,
    Complaint,
    Conflict,
    Consent,
    Contact,
    FamilyLink,
    GivenFile,
    Message,
    Note,
    Original,
    Party,
    Reading,
    Referral,
    ReplyPath,
    Task,
)
from helpdesk.cases.tests.test_merge_cases import full, merge
from helpdesk.cases.tests.test_move_message import SAID, mailed, page, put_back
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from tests import cast
from tests.test_absent import behind_a_wall

pytestmark = pytest.mark.django_db
MODELS: tuple[Any, ...] = (Message, Note, Task, Consent, Party, FamilyLink, Complaint, Referral, Reading, GivenFile)


def everything(case: Case) -> dict[str, Any]:
    """The case and every row of it, opened."""
    with cast.opened("iris", case) as file:
        found: dict[str, Any] = {
            model.__name__: {
                row.pk: (row.content, row.created_on) for row in file.open(model.objects.filter(case=case))
            }
            for model in MODELS
        }
        files = file.open(Attachment.objects.filter(case=case))
        return {
            **found,
            "seen": {row.pk: row.visible_at for row in Message.objects.filter(case=case)},
            "calls": {row.pk: (row.course, row.words) for row in file.open_contacts(Contact.objects.filter(case=case))},
            "files": {row.pk: (row.content, row.text, bytes(row.copy or b"")) for row in files},
            "originals": set(Original.objects.filter(case=case).values_list("pk", flat=True)),
            "paths": {
                row.pk: (row.party_id, row.elsewhere, bytes(row.case_public))
                for row in ReplyPath.objects.filter(case=case)
            },
            "conflicts": set(Conflict.objects.filter(case=case).values_list("member_id", flat=True)),
            "case": (file.case.state, file.case.team_id, file.case.promise_on, file.case.urgency, file.case.summary),
        }


def undo(case: Case, who: str = "iris") -> Any:
    client = cast.desk_client(who)
    found = re.findall(r'action="(/zaak/[^"]+/samenvoegen/terug/)"', page(client, case))
    return client.post(found[0]) if found else None


def test_row_for_row_as_it_was() -> None:
    case, mother = full()
    other, _ = full()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/doorvragen/", {"text": "Hoe oud ben je?"})
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, mother, "moeder@example.org")
        path.save()
        _, path = new_reply_path(file, None, "kind@example.org")
        path.save()
    with cast.opened("sanne", case, to="mark-conflict") as file:
        actions.mark_conflict(file=file, member=file.member)
    before = everything(case), everything(other)
    assert before[0]["case"][0] == "waiting_asker"
    merge(case, other)
    assert everything(case)["case"] != before[0]["case"], "the control"
    assert undo(other).status_code == 302, "from the page of either"
    after = everything(case), everything(other)
    for was, now in zip(before, after, strict=True):
        for name in was:
            assert now[name] == was[name], name
    assert cast.acts(case)[-1] == cast.acts(other)[-1] == "undo-merge"
    mailed(case, tag, "Van moeder.", 1)
    assert "Van moeder." in page(iris, case), "the path leads back"


def test_from_triage_it_goes_back_to_triage() -> None:
    case, other = cast.ask_question(), cast.taken()
    with cast.opened("mo", case, to="accept") as file:
        actions.accept_case(file=file)
    with cast.opened("sanne", case, to="merge-cases") as one, cast.opened("sanne", other, to="merge-cases") as two:
        actions.merge_cases(file=one, other=two, same={})
    with cast.opened("sanne", case, to="merge-cases") as one, cast.opened("sanne", other, to="merge-cases") as two:
        assert one.case.state == "closed"
        actions.undo_merge(file=one, other=two)
    with cast.opened("mo", case) as file:
        assert file.case.state == "triage"


def test_what_the_asker_wrote_since_comes_back_too_and_keeps_its_day() -> None:
    receipt = Receipt.new()
    case, other, iris = cast.taken(receipt=receipt), cast.taken(), cast.desk_client("iris")
    merge(case, other)
    cast.answer(receipt, SAID)
    iris.post(f"/zaak/{case.code}/samenvoegen/erbij/")
    assert SAID in page(iris, other)
    cast.answer(receipt, "En nog iets.")
    assert undo(case).status_code == 302
    here = page(iris, case)
    assert SAID in here
    assert "En nog iets." in here
    assert SAID not in page(iris, other)
    with cast.opened("iris", case) as file:
        assert file.case.state == "team"
        assert file.case.promise_on
        assert "merged" not in file.case.summary


def test_what_was_put_back_by_itself_stands_here_already() -> None:
    receipt = Receipt.new()
    case, other, iris = cast.taken(receipt=receipt), cast.taken(), cast.desk_client("iris")
    cast.answer(receipt, SAID)
    before = everything(case)
    merge(case, other)
    assert put_back(iris, case).status_code == 302
    assert undo(case).status_code == 302
    assert everything(case) == before


def test_not_after_a_day_and_not_when_something_would_be_lost() -> None:
    case, _ = full()
    other, third, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    merge(case, other)
    with clock.at(clock.now() + timedelta(hours=25)):
        late = cast.desk_client("iris")
        assert "samenvoegen/terug" not in page(late, other)
        assert late.post(f"/zaak/{case.code}/samenvoegen/terug/").status_code == 422
    with cast.opened("iris", other, to="change-party") as file:
        copy = Party.objects.get(case=other)
        person = Person(Part.PARENT, Interest.UNKNOWN, name="Roos de Zwaan")
        actions.change_party(file=file, party_id=copy.pk, person=person)
    refused = undo(case)
    assert refused.status_code == 422
    assert "verloren gaat" in refused.content.decode()
    assert SAID in page(iris, other), "nothing half"
    case, _ = full()
    merge(case, other)
    with cast.opened("iris", other) as file:
        rows = file.open(Message.objects.filter(case=other))
        came = [(row.pk, row.content.get("moved", {}).get("from"), row.content["text"]) for row in rows]
        moved = next(pk for pk, code, text in came if (code, text) == (case.code, SAID))
    assert iris.post(f"/zaak/{other.code}/verplaats/{moved}/", {"other": third.code}).status_code == 302
    assert undo(case).status_code == 422


def test_who_cannot_reach_both_cannot() -> None:
    case, other = cast.taken(), cast.taken()
    merge(case, other)
    behind_a_wall(other)
    assert cast.refused("farah", case, "samenvoegen/terug")
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/samenvoegen/terug/").status_code == 422
