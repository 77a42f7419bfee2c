"""Two cases that are one question become one; two mailboxes never cross, and nobody is joined silently."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.access import visit_with
from helpdesk.cases.access_mail import new_reply_path, paths_of
from helpdesk.cases.actions.mail_in import Arrived, Place, place_mail, store_mail
from helpdesk.cases.actions.stepping import change_summary
from helpdesk.cases.models import Attachment, Case, Conflict, Consent, CountedFact, Message, Party, Task
from helpdesk.cases.tests.test_move_message import SAID, mailed, page, row_of
from helpdesk.cases.tests.test_split_case import count, split, with_mother
from helpdesk.directory import reference
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from tests import cast
from tests.test_absent import behind_a_wall
from tests.walk import a_picture, closing

pytestmark = pytest.mark.django_db


def press(client: Client, case: Case, into: str, **more: Any) -> Any:
    """Type the code; then, when it was said in words what will happen, say yes."""
    typed = {"other": into, **more}
    shown = client.post(f"/zaak/{case.code}/samenvoegen/", typed)
    seen = re.findall(r'name="gezien" value="([0-9a-f]+)"', shown.content.decode())
    return client.post(f"/zaak/{case.code}/samenvoegen/", {**typed, "gezien": seen[0]}) if seen else shown


def merge(case: Case, into: Case, **more: Any) -> None:
    answer = press(cast.desk_client("iris"), case, into.code, **more)
    assert answer.status_code == 302, answer.content.decode()


def full(receipt: Receipt | None = None) -> tuple[Case, Party]:
    """A case with all that there can be in one."""
    receipt = receipt or Receipt.new()
    case, iris = cast.taken(receipt=receipt, text="De eerste vraag."), cast.desk_client("iris")
    cast.answer(receipt, SAID)
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "Een notitie."})
    call = cast.log_contact("iris", asked="Over oma.")
    iris.post(f"/contact/{call}/koppelen/", {**cast.sheet(asked="Over oma."), "code": case.code})
    mother = with_mother(case, telephone="06-12345678")
    typed = {"text": "Bel de rechtbank.", "due_on": "2027-01-04", "assignee": str(cast.member("iris").pk)}
    iris.post(f"/zaak/{case.code}/taak/", typed)
    upload = SimpleUploadedFile("brief.png", a_picture())
    assert iris.post(f"/zaak/{case.code}/bestand/", {"source": "letter", "files": upload}).status_code == 302
    consent: dict[str, Any] = {"party": str(mother.pk), "purpose": "Samen praten", "subjects": ["story"]}
    consent |= {"agreed": ["child"], "band": "12-15", "explained": "ja", "language": "nl", "limits": "on"}
    consent |= {"read_aloud": "on", "expires_on": clock.today().isoformat()}
    assert iris.post(f"/zaak/{case.code}/toestemming/", consent).status_code == 302
    return case, mother


def test_everything_stands_in_the_other_and_the_first_is_closed() -> None:
    case, _ = full()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Ons antwoord."})
    other = cast.taken(text="Dezelfde vraag.")
    shown = iris.post(f"/zaak/{case.code}/samenvoegen/", {"other": other.code}).content.decode()
    assert "1 bericht, 1 notitie, 1 gesprek en 1 persoon" in shown
    assert count(Party, case=other) == 0, "only said, not done"
    merge(case, other)
    here, there = page(iris, case), page(iris, other)
    for words in ("De eerste vraag.", SAID, "Een notitie.", "Over oma.", "Bel de rechtbank."):
        assert words in there, words
        assert words not in here, words
    assert "Ons antwoord." in here, "what we sent stays"
    assert "Ons antwoord." not in there
    assert f"staat ook in {case.code}" in there
    assert "Samengevoegd met" in here
    assert other.code in here
    for model in (Attachment, Task, Party):
        assert count(model, case=other) == 1, model
    assert count(Consent, case=other) == 0, "she can stop it in the mailbox of the case in which she gave it"
    assert count(Consent, case=case) == 1
    assert cast.acts(case)[-1] == "merge-cases"
    assert cast.acts(other)[-1] == "take-in-case"
    with cast.opened("iris", case) as file:
        assert (file.case.state, file.case.promise_on) == ("closed", None)
        assert file.case.summary["outcome"] == "samengevoegd"


def test_people_are_put_beside_and_joined_only_by_a_tick() -> None:
    case, mother = full()
    other, third = cast.taken(), cast.taken()
    iris = cast.desk_client("iris")
    hers = with_mother(other, telephone="06-12345678")
    shown = iris.post(f"/zaak/{case.code}/samenvoegen/", {"other": other.code}).content.decode()
    assert f'value="{mother.pk}:{hers.pk}"' in shown
    assert "naam, telefoon" in shown
    assert "Zwaan" not in shown, "no name on the page"
    assert " checked" not in shown
    merge(case, other, same=f"{mother.pk}:{hers.pk}")
    assert count(Party, case=other) == 1
    again, _ = full()
    hers = with_mother(third, telephone="06-12345678")
    merge(again, third)
    assert count(Party, case=third) == 2, "beside each other"


def test_the_askers_mailbox_stays_hers_and_what_she_writes_is_seen_at_once() -> None:
    one, two = Receipt.new(), Receipt.new()
    case, other = cast.taken(receipt=one), cast.taken(receipt=two)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Voor de eerste."})
    merge(case, other)
    cast.answer(one, "Nog iets van mij.")
    assert cast.letters(two) == []
    assert "Nieuw bericht in samengevoegde zaak" in iris.get("/").content.decode()
    there = page(iris, other)
    assert "Nieuw bericht in samengevoegde zaak" in there
    assert "Nog iets van mij." not in there
    address = re.findall(r'action="(/zaak/[^"]+/samenvoegen/erbij/)"', there)[0]
    back = iris.post(address, {"next": f"/zaak/{other.code}/"})
    assert back["Location"] == f"/zaak/{other.code}/"
    there = page(iris, other)
    assert "Nog iets van mij." in there
    assert "Nieuw bericht in samengevoegde zaak" not in there
    with cast.opened("iris", other) as file:
        said = {row.content["text"]: row.content for row in file.open(Message.objects.filter(case=other))}
        assert said["Nog iets van mij."]["by"] == "party", "it is not the voice of who asks there"
        assert file.case.promise_on
    assert cast.acts(case)[-1] == "bring-over"
    assert cast.acts(other)[-1] == "take-in-message"
    assert iris.post(address).status_code == 422, "there is nothing new any more"


def test_an_old_tag_leads_to_the_other_case_and_speaks_with_the_right_voice() -> None:
    case, mother = full()
    other = cast.taken()
    with cast.opened("iris", case, to="reply") as file:
        hers, path = new_reply_path(file, mother, "moeder@example.org")
        path.save()
        asker, path = new_reply_path(file, None, "kind@example.org")
        path.save()
    merge(case, other)
    mailed(case, hers, "Van moeder.", 1)
    mailed(case, asker, "Van het kind.", 2, sender="kind@example.org")
    with cast.opened("iris", other) as file:
        said = {row.content["text"]: row.content for row in file.open(Message.objects.filter(case=other))}
        copy = Party.objects.get(case=other)
        assert said["Van moeder."]["party"] == str(copy.pk)
        assert said["Van het kind."]["by"] == "party"
        assert "party" not in said["Van het kind."]
    there = page(cast.desk_client("iris"), other)
    assert "Iemand uit een andere zaak" in there


def test_the_safe_way_to_reach_its_asker_stays_with_her() -> None:
    more = {"safe_contact": "Alleen na school.", "code_word": "paraplu"}
    case, other = cast.taken(more=more), cast.taken()
    merge(case, other)
    with cast.opened("iris", case, to="read-case") as file:
        assert actions.show_code_word(file=file) == "paraplu"
    with cast.opened("iris", other, to="read-case") as file:
        assert actions.show_code_word(file=file) == ""


def test_it_is_not_counted_as_a_case_of_its_own() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    merge(case, other)
    assert count(CountedFact) == 0
    iris.post(f"/zaak/{case.code}/heropenen/")
    assert iris.post(f"/zaak/{case.code}/afsluiten/", closing()).status_code == 302
    assert count(CountedFact) == 0
    iris.post(f"/zaak/{other.code}/afsluiten/", closing())
    assert count(CountedFact) == 1, "the control: the case in which it went up is counted"


def test_for_its_asker_it_is_with_the_team_until_somebody_closes_it() -> None:
    receipt = Receipt.new()
    case, other, iris = cast.taken(receipt=receipt), cast.taken(), cast.desk_client("iris")

    def told() -> tuple[str, str]:
        with cast.as_public():
            visit = visit_with(receipt)
            assert visit
            status = visit.box.status or {}
            return status["state"], status["promise_on"]

    before = told()
    merge(case, other)
    assert told() == before
    iris.post(f"/zaak/{case.code}/heropenen/")
    iris.post(f"/zaak/{case.code}/afsluiten/", closing())
    assert told()[0] == "closed"


def test_where_people_stand_against_each_other_it_is_said_first() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    with cast.opened("iris", other, to="add-party") as file:
        actions.add_party(file=file, person=Person(Part.PARENT, Interest.AGAINST, name="Piet Pietersen", asks=True))
    shown = iris.post(f"/zaak/{case.code}/samenvoegen/", {"other": other.code}).content.decode()
    assert "staan mensen tegenover elkaar" in shown
    merge(case, other)
    assert Entry.objects.filter(object_id=case.pk, verb="merge-cases").get().purpose == "knowing a warning"


def said_why(case: Case, into: str) -> str:
    answer = press(cast.desk_client("iris"), case, into)
    assert answer.status_code == 422
    return str(answer.content.decode())


def test_refused_with_a_sentence() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    assert "Dit is dezelfde zaak." in said_why(case, case.code)
    theirs = cast.taken(by="farah", team="migratie")
    assert "Deze zaak is er niet, of je kunt er niet bij." in said_why(case, theirs.code)
    assert "Deze zaak is er niet, of je kunt er niet bij." in said_why(case, "KR-22222")
    assert cast.refused("farah", case, "samenvoegen", other=theirs.code)
    forgotten = cast.taken()
    with cast.opened("sanne", forgotten, to="forget-case") as file:
        actions.forget_case(file=file)
    assert "Deze zaak is er niet" in said_why(case, forgotten.code)
    iris.post(f"/zaak/{other.code}/overdragen/", {"team": "migratie", "note": "Voor jullie."})
    assert "Er loopt een overdracht." in said_why(case, other.code)
    assert "Er loopt een overdracht." in said_why(other, case.code)
    third, fourth = cast.taken(), cast.taken()
    merge(case, third)
    assert "Deze zaak is al samengevoegd." in said_why(case, fourth.code)
    assert "is zelf al samengevoegd" in said_why(fourth, case.code)
    assert "is al een andere opgegaan" in said_why(third, fourth.code)


def test_never_across_a_wall_with_other_people() -> None:
    case, other = cast.taken(), cast.taken()
    behind_a_wall(other)
    assert "staat een muur met andere mensen" in said_why(case, other.code)
    assert "staat een muur met andere mensen" in said_why(other, case.code)
    behind_a_wall(case)
    merge(case, other)


def test_who_knows_one_of_the_families_sees_neither() -> None:
    case, other = cast.taken(), cast.taken()
    with cast.opened("sanne", case, to="mark-conflict") as file:
        actions.mark_conflict(file=file, member=file.member)
    assert cast.desk_client("sanne").get(f"/zaak/{other.code}/").status_code == 200, "the control"
    merge(case, other)
    assert cast.desk_client("sanne").get(f"/zaak/{other.code}/").status_code == 404
    with act_as(cast.member("iris").pk):
        assert Conflict.objects.count() == 2


def test_whoever_helps_must_see_both() -> None:
    case, other = cast.taken(), cast.taken()
    with act_as(cast.member("iris").pk):
        Conflict.objects.create(case=case, member=cast.member("sanne"))
    with cast.opened("iris", other, to="take") as file:
        change_summary(file.case, assignee=str(cast.member("sanne").pk))
        file.case.save()
    assert "mag de andere niet zien" in said_why(case, other.code)


def test_who_may_not_open_the_other_sees_no_code_of_it() -> None:
    case, other = cast.taken(), cast.taken()
    behind_a_wall(other)
    behind_a_wall(case)
    merge(case, other)
    with cast.opened("iris", case) as file:
        file.case.wall.delete()
    seen = page(cast.desk_client("sanne"), case)
    assert "Samengevoegd" in seen
    assert other.code not in seen


def test_the_page_costs_what_it_did() -> None:
    other, iris = cast.taken(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{other.code}/").status_code == 200
        told = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in told if "SAVEPOINT" not in one["sql"]])

    first, _ = full()
    merge(first, other)
    second, _ = full()
    merge(second, other)
    iris.post(f"/zaak/{other.code}/notitie/", {"text": "Gaat mee."})
    split(iris, other, rows=[row_of(other, "Gaat mee.")])
    page(iris, other)
    assert cost() <= 12


def test_mail_that_waited_while_its_path_was_led_elsewhere_is_read_again() -> None:
    case, other = cast.taken(), cast.taken()
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "kind@example.org")
        path.save()
    with cast.as_mail():
        stale = paths_of([tag])[tag]
    merge(case, other)
    said = {"text": "Net toen.", "mail": {"from": "kind@example.org", "name": "", "subject": "", "date": ""}}
    asked: list[Arrived] = []

    def read() -> Arrived:
        asked.append(Arrived(said=said, path=paths_of([tag])[tag] if asked else stale))
        return asked[-1]

    with cast.as_mail():
        mail = store_mail(Place("helpdesk", 1, 1), b"Net toen.")
        assert place_mail(mail, read)
    assert len(asked) == 2
    with cast.opened("iris", other) as file:
        assert "Net toen." in [row.content["text"] for row in file.open(Message.objects.filter(case=other))]
