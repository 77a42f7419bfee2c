"""A complaint about ourselves: shut in from its first moment, with a clock, answered with what we change."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from conftest import PublicClient
from helpdesk.cases import actions
from helpdesk.cases.access import visit_with
from helpdesk.cases.models import Case, Closing, Conflict, CountedFact, OwnComplaint, WallMember
from helpdesk.directory.actions.reference import override_reference_item
from helpdesk.directory.reference import forget, own_days
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.people.hours import parse
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from helpdesk.portal.tests.coming_back import knock, press, words
from helpdesk.teams.models import Member, Membership, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import joined
from tests import cast
from tests.knocking import FORMS, Visitor, path_of
from tests.test_absent import LISTS, OF_A_CASE, pages
from tests.walk import closing

pytestmark = pytest.mark.django_db
WORD = "Zeepaardje"
ANY = parse("ma-zo 0-23.59")


@pytest.fixture(autouse=True)
def no_waiting(settings: Any) -> None:
    settings.WAIT_WITHOUT_SCRIPT = 0


def other_lead() -> Member:
    """Petra leads another team than the one that helped."""
    found: Member | None = Member.objects.filter(full_name="Petra Zwart").first()
    if found is None:
        found = joined("Petra Zwart", Role.LEAD)
        Membership.objects.create(member=found, team=Team.objects.get(slug="migratie"))
    return found


def complained(text: str = f"Iris luisterde niet. {WORD}.", **more: Any) -> tuple[Case, Case, Receipt]:
    """A case of Iris', and the complaint about it that the child writes in her mailbox."""
    receipt = Receipt.new()
    other_lead()
    about = cast.taken(receipt=receipt, **more)
    made = from_mailbox(receipt, text)
    return about, newest(other_lead()), made


def from_mailbox(receipt: Receipt, text: str) -> Receipt:
    client = PublicClient()
    page = press(client, press(client, knock(client, words(receipt)), "case"), "complain")
    page = press(client, page, "complain-send", body=text, grievance=page.context["grievance"])
    return Receipt.from_text(" ".join(page.context["words"]))


def newest(member: Member) -> Case:
    with act_as(member.pk):
        found: Case = Case.objects.visible_to(member).filter(own_complaint__isnull=False).latest("created_on")
        return found


def client_of(member: Member) -> Any:
    return cast.desk_client(member)


def taken_up(case: Case, by: Member) -> Any:
    """The lead of the other team takes it."""
    client = client_of(by)
    assert client.post(f"/zaak/{case.code}/aannemen/").status_code == 302
    assert client.post(f"/zaak/{case.code}/oppakken/").status_code == 302
    return client


def test_it_is_a_case_of_its_own_with_a_neutral_title_and_a_code() -> None:
    about, case, receipt = complained()
    assert case.pk != about.pk
    assert (case.state, case.team_id) == ("new", None)
    today = clock.today()
    with cast.opened(other_lead(), case) as file:
        summary = file.case.summary
        assert summary["title"] == "Over onze hulp"
        assert summary["kind"] == "complaint"
        assert file.case.promise_on == add_working_days(today, 1)
        assert summary["complaint"]["answer_by"] == add_working_days(today, 15).isoformat()
    with cast.as_public():
        assert visit_with(receipt) is not None
    assert cast.acts(case) == ["complain", "ask"]


def test_whoever_helped_is_out_as_by_a_conflict_and_so_was_who_helped_before() -> None:
    receipt = Receipt.new()
    about = cast.taken(receipt=receipt)
    second = joined("Ada Mulder", Role.JURIST)
    Membership.objects.create(member=second, team=Team.objects.get(slug="jeugdhulp"))
    sanne = cast.desk_client("sanne")
    assert sanne.post(f"/zaak/{about.code}/toewijzen/", {"member": str(second.pk)}).status_code == 302
    assert sanne.post(f"/zaak/{about.code}/doorvragen/", {"text": "Hoe oud ben je?"}).status_code == 302
    other_lead()
    from_mailbox(receipt, WORD)
    case = newest(other_lead())
    with act_as(other_lead().pk):
        out = set(Conflict.objects.filter(case=case).values_list("member_id", flat=True))
        inside = set(WallMember.objects.filter(case=case).values_list("member_id", flat=True))
    assert out == {cast.member("iris").pk, second.pk, cast.member("sanne").pk}
    assert inside == {other_lead().pk}


def test_whoever_spoke_for_her_with_somebody_else_helped_and_the_promise_runs_on() -> None:
    receipt = Receipt.new()
    about = cast.taken(receipt=receipt)
    told = {Subject.CONTACT: Choice.YES}
    ways = {Channel.EMAIL: Choice.YES, Channel.CALL: Choice.YES}
    mother = Person(Part.PARENT, name="Roos de Zwaan", email="roos@example.net", told=told, channels=ways, hours=ANY)
    with cast.opened("iris", about, to="add-party") as file:
        party = actions.add_party(file=file, person=mother)
    promised = about.promise_on
    second, third, fourth = (joined(name, Role.JURIST) for name in ("Ada Mulder", "Bo Visser", "Cas de Boer"))
    for one in (second, third, fourth):
        Membership.objects.create(member=one, team=Team.objects.get(slug="jeugdhulp"))
    with act_as(second.pk), cast.opened(second, about, to="write-to-party") as file:
        actions.write_to_party(file=file, party_id=party.pk, text="Wij bellen u.", subjects=[], knowing=True)
    with act_as(third.pk), cast.opened(third, about, to="call-party") as file:
        actions.call_party(file=file, party_id=party.pk, result="reached", subjects=[], text="Zij weet het.")
    with cast.opened("iris", about, to="ask-reading") as file:
        reading = actions.ask_reading(file=file, kind="reply", text=WORD, reader=fourth.pk)
    with act_as(fourth.pk), cast.opened(fourth, about, to="return-reading") as file:
        actions.return_reading(file=file, reading_id=reading.pk, remarks="Korter.")
    with cast.opened("iris", about) as file:
        assert file.case.promise_on == promised, "her own answer is not there yet"
    other_lead()
    from_mailbox(receipt, WORD)
    case = newest(other_lead())
    with act_as(other_lead().pk):
        out = set(Conflict.objects.filter(case=case).values_list("member_id", flat=True))
    assert out == {cast.member("iris").pk, second.pk, third.pk, fourth.pk}


@pytest.mark.parametrize("who", ["iris", "sanne", "mo", "farah", "bas", "lotte"])
def test_nobody_it_is_not_for_sees_a_letter_of_it(who: str) -> None:
    """Iris helped, Sanne leads her team, Mo sorts questions: no list, count, badge or address differs."""
    other_lead()
    receipt = Receipt.new()
    cast.taken(receipt=receipt)
    visitor, inside = Visitor(who), client_of(other_lead())
    before = pages(visitor)
    from_mailbox(receipt, WORD)
    case = newest(other_lead())
    make_late(case)
    assert pages(visitor) == before
    if who not in {"bas", "lotte"}:
        missing = visitor.knock("get", path_of("desk:case-page", "KR-22222"))
        assert visitor.knock("get", path_of("desk:case-page", case.code)).shape == missing.shape
    wrong = []
    for name in OF_A_CASE:
        for method in ("get", "post"):
            codes, form = (case.code, "KR-22222"), FORMS.get(name)
            theirs, nobodys = (visitor.knock(method, path_of(name, code), form) for code in codes)
            if theirs.shape != nobodys.shape:
                wrong.append(f"{method} {name}")
    assert wrong == []
    assert case.code in inside.get("/triage/").content.decode(), "the control finds nothing"
    assert "Eén klacht over ons is te laat." in inside.get("/").content.decode(), "the control finds nothing"


def make_late(case: Case) -> None:
    with act_as(other_lead().pk):
        OwnComplaint.objects.filter(case=case).update(next_on=clock.today() - timedelta(days=1))


def test_the_case_it_is_about_tells_nothing_of_it() -> None:
    receipt = Receipt.new()
    other_lead()
    about = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    path = f"/zaak/{about.code}/"
    before = iris.get(path).content.decode().partition('id="paneel-keek"')[0]
    acts = cast.acts(about)
    from_mailbox(receipt, WORD)
    after = iris.get(path).content.decode().partition('id="paneel-keek"')[0]
    bare = re.compile("[A-Za-z0-9]{64}")
    assert bare.sub("", before) == bare.sub("", after)
    assert cast.acts(about) == acts


def test_the_link_is_there_for_who_may_see_both_and_for_nobody_else() -> None:
    about, case, _ = complained()
    petra = taken_up(case, other_lead())
    assert about.code not in petra.get(f"/zaak/{case.code}/").content.decode()
    Membership.objects.create(member=other_lead(), team=Team.objects.get(slug="jeugdhulp"))
    assert about.code in client_of(other_lead()).get(f"/zaak/{case.code}/").content.decode()


def test_with_one_lead_only_it_is_hers_and_still_not_the_helpers() -> None:
    receipt = Receipt.new()
    cast.taken(receipt=receipt)
    from_mailbox(receipt, WORD)
    case = newest(cast.member("sanne"))
    assert case.code in cast.desk_client("sanne").get("/triage/").content.decode()
    assert case.code not in cast.desk_client("mo").get("/triage/").content.decode()
    assert cast.desk_client("iris").get(f"/zaak/{case.code}/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_it_is_confirmed_and_answered_and_the_complainant_reads_both() -> None:
    _, case, receipt = complained()
    petra = taken_up(case, other_lead())
    page = petra.get(f"/zaak/{case.code}/").content.decode()
    assert "Ontvangst bevestigen" in page
    assert "onze eigen afspraak, geen wet" in page
    proposed = petra.get(f"/zaak/{case.code}/klacht/bevestigen/").content.decode()
    assert "Petra kijkt ernaar" in proposed
    assert petra.post(f"/zaak/{case.code}/klacht/bevestigen/", {"text": "We hebben hem."}).status_code == 302
    with cast.opened(other_lead(), case) as file:
        assert file.case.promise_on == add_working_days(clock.today(), 15)
    again = petra.post(f"/zaak/{case.code}/klacht/bevestigen/", {"text": "Nog eens."})
    assert again.status_code == 422
    assert "Nog eens.</textarea>" in again.content.decode()
    assert "Klacht over ons. Antwoord geven." in petra.get("/").content.decode()
    half = petra.post(f"/zaak/{case.code}/klacht/antwoord/", {"text": "Half"})
    assert half.status_code == 422
    assert "Kies of de klacht klopt." in half.content.decode()
    assert "Half</textarea>" in half.content.decode()
    typed = {"verdict": "partly", "lesson": "We bellen eerder terug.", "text": "Het spijt ons."}
    assert petra.post(f"/zaak/{case.code}/klacht/antwoord/", typed).status_code == 302
    told = [letter["text"] for letter in cast.letters(receipt)]
    assert told[0] == "We hebben hem."
    assert "De klacht klopt voor een deel." in told[1]
    assert "Dit veranderen we: We bellen eerder terug." in told[1]
    with cast.opened(other_lead(), case) as file:
        assert file.case.state == "closed"
        assert file.mine(Closing.objects.get(case=case)).content["complaint"] == "partly"
        assert OwnComplaint.objects.get(case=case).next_on is None
    assert CountedFact.objects.count() == 1
    shown = petra.get(f"/zaak/{case.code}/").content.decode()
    assert "We bellen eerder terug." in shown
    assert "De klacht klopt voor een deel" in shown


def test_only_a_complaint_is_answered_as_one_and_it_is_not_closed_as_a_question() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    typed = {"verdict": "not", "lesson": "Niets.", "text": "Nee."}
    assert iris.post(f"/zaak/{case.code}/klacht/antwoord/", typed).status_code == 422
    assert iris.post(f"/zaak/{case.code}/klacht/bevestigen/", {"text": "Ja."}).status_code == 422
    _, complaint, _ = complained()
    petra = taken_up(complaint, other_lead())
    refused = petra.post(f"/zaak/{complaint.code}/afsluiten/", closing())
    assert refused.status_code == 422
    assert "sluit je met een antwoord" in refused.content.decode()
    assert cast.refused("farah", complaint, "klacht/antwoord", **typed)


def test_late_ones_are_numbers_for_leads_and_privacy() -> None:
    _, case, _ = complained()
    karim, petra = cast.desk_client("karim"), client_of(other_lead())
    assert "klacht over ons is te laat" not in karim.get("/inzage/").content.decode()
    make_late(case)
    for client, path in ((karim, "/inzage/"), (petra, "/")):
        page = client.get(path).content.decode()
        assert "Eén klacht over ons is te laat." in page
    numbers = karim.get("/klachten/").content.decode()
    assert case.code not in numbers
    assert WORD not in numbers
    assert "Te laat bevestigd</dt><dd>1</dd>" in numbers
    assert cast.desk_client("iris").get("/klachten/").status_code in {403, 404}


def test_our_own_rule_is_changed_with_a_reason_and_holds_for_the_next() -> None:
    bas = cast.member("bas")
    override_reference_item(
        actor=bas, list_name="own_rule", key="complaint-answer", changes={"days": "10"}, reason="Bestuur besloot het."
    )
    forget()
    try:
        assert own_days("complaint-answer") == 10
        _, case, _ = complained()
        with cast.opened(other_lead(), case) as file:
            assert file.case.summary["complaint"]["answer_by"] == add_working_days(clock.today(), 10).isoformat()
        assert "binnen 10 ons antwoord" in PublicClient().get("/klacht/").content.decode()
    finally:
        forget()


@pytest.mark.django_db(transaction=True)
def test_without_a_code_on_the_public_page() -> None:
    other_lead(), cast.member("sanne")
    client = PublicClient()
    page: Any = client.get("/klacht/")
    ticket = page.context["form"]["ticket"].value()
    empty: Any = client.post("/klacht/", {"ticket": ticket, "story": " "})
    assert "Schrijf op wat er niet goed ging." in empty.content.decode()
    for _ in range(2):
        sent: Any = client.post("/klacht/", {"ticket": ticket, "story": f"Niemand belde terug. {WORD}"})
        receipt = Receipt.from_text(" ".join(sent.context["words"]))
    case = newest(other_lead())
    with act_as(other_lead().pk):
        assert OwnComplaint.objects.count() == 1
        inside = set(WallMember.objects.filter(case=case).values_list("member_id", flat=True))
    assert inside == {other_lead().pk, cast.member("sanne").pk}
    assert case.code not in cast.desk_client("mo").get("/triage/").content.decode()
    petra = taken_up(case, other_lead())
    assert petra.post(f"/zaak/{case.code}/klacht/bevestigen/", {"text": "We hebben hem."}).status_code == 302
    assert [letter["text"] for letter in cast.letters(receipt)] == ["We hebben hem."]


def test_a_stale_form_and_an_empty_one_lose_nothing() -> None:
    other_lead()
    receipt = Receipt.new()
    cast.taken(receipt=receipt)
    client = PublicClient()
    page = press(client, press(client, knock(client, words(receipt)), "case"), "complain")
    stale = press(client, page, "complain-send", body="Mijn klacht", grievance="x")
    assert "Mijn klacht</textarea>" in stale.content.decode()
    empty = press(client, stale, "complain-send", body=" ", grievance=stale.context["grievance"])
    assert "Schrijf op wat er niet goed ging." in empty.content.decode()
    grievance = empty.context["grievance"]
    shown = [press(client, empty, "complain-send", body="Mijn klacht", grievance=grievance) for _ in range(2)]
    assert shown[0].context["words"] == shown[1].context["words"]
    with act_as(other_lead().pk):
        assert OwnComplaint.objects.count() == 1


def test_the_numbers_are_among_the_lists_that_are_walked() -> None:
    assert "desk:complaints" in LISTS
