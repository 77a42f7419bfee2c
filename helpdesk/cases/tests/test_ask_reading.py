"""What a second colleague reads first: by which rule, by whom, and that nothing leaves without."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from conftest import ReferenceSays
from helpdesk.cases import actions
from helpdesk.cases.actions.party import add_party
from helpdesk.cases.models import AskedException, Case, Message, Outgoing, Party, Reading
from helpdesk.cases.tests.read_along import TEXT, ask, dangerous, reading
from helpdesk.lib.receipts import Receipt
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Choice, Subject
from helpdesk.teams.models import Team
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("danger_is_read")]


def sent(case: Case, who: str = "iris") -> int:
    """How many messages of ours lie in the case."""
    with cast.opened(who, case) as file:
        rows = file.open(Message.objects.filter(case=file.case))
        return sum(row.content["by"] not in {"asker", "party"} for row in rows)


def guide(who: str) -> None:
    one = cast.member(who)
    one.guided = True
    one.save()


def test_in_danger_it_does_not_leave_and_the_text_stays() -> None:
    receipt = Receipt.new()
    case = dangerous(receipt)
    for path in ("antwoorden", "doorvragen"):
        answer = cast.desk_client("iris").post(f"/zaak/{case.code}/{path}/", {"text": TEXT})
        assert answer.status_code == 422
        assert "In een zaak met gevaar leest een collega elk bericht mee." in answer.content.decode()
        assert TEXT in answer.content.decode()
    assert sent(case) == 0
    assert cast.letters(receipt) == []
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "Laat meelezen" in page
    assert 'id="verstuur"' not in page


def test_whoever_is_guided_is_read_and_another_is_not() -> None:
    case = cast.taken()
    guide("iris")
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT})
    assert "wordt begeleid" in answer.content.decode()
    assert sent(case) == 0
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT}).status_code == 302
    assert sent(case) == 1


@pytest.mark.parametrize(("interest", "expect"), [(Interest.AGAINST, 0), (Interest.UNKNOWN, 1)])
def test_to_somebody_who_stands_against_the_child(interest: Interest, expect: int) -> None:
    case = cast.taken()
    told = dict.fromkeys([Subject.CONTACT, Subject.PROGRESS], Choice.YES)
    person = Person(
        Part.PARENT, interest, "Bo Kievit", email="bo@example.net", told=told, channels={Channel.EMAIL: Choice.YES}
    )
    with cast.opened("iris", case, to="add-party") as file:
        party = add_party(file=file, person=person)
        pk = party.pk if isinstance(party, Party) else Party.objects.get(case=file.case).pk
    typed = {"text": TEXT, "subjects": ["progress"], "weet": "1"}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/persoon/{pk}/schrijven/", typed)
    assert answer.status_code == (302 if expect else 422), answer.content.decode()[-2000:]
    with cast.opened("iris", case):
        assert Outgoing.objects.filter(case=case).count() == expect
    if not expect:
        assert "schrijven we met zijn tweeën" in answer.content.decode()
        ask(case, soort=f"party:{pk}", subjects=["progress"], weet="1")
        cast.desk_client("sanne").post(f"/zaak/{case.code}/meelezen/{reading(case).pk}/ja/")
        with cast.opened("iris", case):
            assert Outgoing.objects.get(case=case).member_id == cast.member("iris").pk


def father(case: Case, told: Choice) -> str:
    """He stands against the child; a letter may reach him by mail, and tells what was agreed."""
    person = Person(
        Part.PARENT, Interest.AGAINST, "Bo Kievit", email="bo@example.net", channels={Channel.EMAIL: Choice.YES},
        told=dict.fromkeys([Subject.CONTACT, Subject.PROGRESS], told),
    )  # fmt: skip
    with cast.opened("iris", case, to="add-party") as file:
        add_party(file=file, person=person)
        return str(Party.objects.get(case=file.case).pk)


def test_nobody_reads_what_may_not_be_told() -> None:
    case = cast.taken()
    kind = f"party:{father(case, Choice.NO)}"
    refused = ask(case, expect=422, soort=kind, subjects=["progress"], weet="1").content.decode()
    assert "Niet afgesproken" in refused
    assert TEXT in refused
    with cast.opened("iris", case):
        assert not Reading.objects.exists()
    assert cast.acts(case)[-1] == "refuse"


def test_what_two_colleagues_allowed_once_is_read_and_is_used_up_when_it_leaves() -> None:
    case = cast.taken()
    party = father(case, Choice.NO)
    asked = {
        "party": party,
        "subjects": ["progress"],
        "channel": "email",
        "reason": "De zitting is morgen al, zegt de rechtbank.",
    }
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/uitzondering/", asked).status_code == 302
    with cast.opened("iris", case):
        exception = AskedException.objects.get(case=case).pk
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/uitzondering/{exception}/ja/").status_code == 302
    ask(case, soort=f"party:{party}", subjects=["progress"], weet="1")
    with cast.opened("iris", case):
        assert AskedException.objects.get(case=case).state == "granted"
    cast.desk_client("sanne").post(f"/zaak/{case.code}/meelezen/{reading(case).pk}/ja/")
    with cast.opened("iris", case):
        assert AskedException.objects.get(case=case).state != "granted"
        assert Outgoing.objects.filter(case=case).count() == 1


def test_a_rule_that_does_not_hold_asks_nobody(reference_says: ReferenceSays) -> None:
    reference_says("second_reader", "danger", holds="no")
    case = dangerous()
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT}).status_code == 302


def test_the_colleague_sees_it_on_the_case_on_the_list_and_in_the_frame() -> None:
    case = dangerous()
    ask(case, note="Is dit niet te streng?")
    sanne = cast.desk_client("sanne")
    page = sanne.get(f"/zaak/{case.code}/").content.decode()
    for words in (TEXT, "Is dit niet te streng?", "wacht op jou", "Akkoord, verstuur"):
        assert words in page
    listed = sanne.get("/").content.decode()
    assert "een collega wacht op je" in listed
    assert "Een collega vraagt je om mee te lezen." in listed
    assert 'krh-nav__count">1<' in listed
    assert TEXT not in listed
    assert "Wacht op een tweede lezer." in cast.desk_client("iris").get("/").content.decode()
    assert cast.acts(case)[-1] == "ask-reading"


def test_the_promise_runs_on() -> None:
    case = dangerous()
    ask(case)
    with cast.opened("iris", case):
        assert Case.objects.get(pk=case.pk).promise_on == case.promise_on


@pytest.mark.parametrize("who", ["iris", "farah", "mo", "noor"])
def test_not_oneself_and_nobody_who_may_not_see_it(who: str) -> None:
    case = dangerous()
    answer = ask(case, reader=str(cast.member(who).pk), expect=422)
    assert "Deze collega kan hier niet meelezen." in answer.content.decode()
    assert TEXT in answer.content.decode()


def test_nobody_behind_a_wall_without_being_inside_and_nobody_who_knows_the_family() -> None:
    for who in ("noor", "farah"):
        cast.member(who).memberships.create(team=Team.objects.get(slug="jeugdhulp"))
    case = dangerous()
    with cast.opened("iris", case, to="wall-case") as file:
        inside = [cast.member("iris"), cast.member("noor")]
        actions.wall_case(file=file, members=inside, reason="De vader werkt bij de gemeente.")
    ask(case, reader=str(cast.member("sanne").pk), expect=422)
    ask(case, reader=str(cast.member("noor").pk))
    other = dangerous()
    cast.desk_client("farah").post(f"/zaak/{other.code}/ik-ken-dit-gezin/")
    ask(other, reader=str(cast.member("farah").pk), expect=422)


def test_where_nobody_can_read_it_leaves_and_the_journal_says_so() -> None:
    case = cast.taken(by="farah", team="migratie", danger=True)
    farah = cast.desk_client("farah")
    assert "niemand in je team die kan meelezen" in farah.get(f"/zaak/{case.code}/").content.decode()
    assert farah.post(f"/zaak/{case.code}/antwoorden/", {"text": TEXT}).status_code == 302
    assert "Verstuurd zonder tweede lezer" in farah.get(f"/zaak/{case.code}/").content.decode()


def test_one_text_of_a_kind_at_a_time() -> None:
    case = dangerous()
    ask(case)
    answer = ask(case, soort="ask-more", text="En wat nog?", expect=422)
    assert "Trek die eerst in." in answer.content.decode()
    assert "En wat nog?" in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": ""}, "Schrijf eerst iets."),
        ({"text": "Dag {vul in: naam}"}, "Vul eerst in"),
        ({"soort": "brief"}, "Kies wat het is."),
        ({"note": "x" * 600}, "Dit is te lang."),
    ],
)
def test_what_is_wrong_is_said(change: dict[str, str], sentence: str) -> None:
    answer = ask(dangerous(), expect=422, **change)
    assert sentence in answer.content.decode()


def test_the_case_page_stays_within_its_budget() -> None:
    case = dangerous()
    ask(case)
    iris = cast.desk_client("iris")
    iris.get(f"/zaak/{case.code}/")
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert iris.get(f"/zaak/{case.code}/").status_code == 200
    asked = [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]
    asked = [sql for sql in asked if "SAVEPOINT" not in sql]  # a test's own
    assert len(asked) <= 12, "\n".join(asked)


def test_another_team_cannot() -> None:
    case = dangerous()
    assert cast.refused("farah", case, "meelezen", soort="reply", text="x", reader=str(cast.member("sanne").pk))
