"""A case that is not there: behind a wall, of a known family, of another team. Place by place, each with a control."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from helpdesk.cases.actions.party import add_party
from helpdesk.cases.models import Case, Contact, GlassRequest, Message, Note, Party, Wall
from helpdesk.ledger.models import Entry
from helpdesk.lib.row_actor import act_as
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.teams.models import Membership, Team
from helpdesk.teams.tests.way_in import sign_in
from tests import cast
from tests.access_table import DESK
from tests.knocking import ROUTES
from tests.walk import reauthenticated

pytestmark = pytest.mark.django_db
WHY = "De vader van dit kind werkt bij de gemeente."
SECRET = "Zeepaardje"


def wall_up(case: Case, *inside: str, by: str = "iris") -> None:
    answer = cast.desk_client(by).post(
        f"/zaak/{case.code}/muur/", {"members": [str(cast.member(one).pk) for one in inside], "reason": WHY}
    )
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def known(case: Case) -> None:
    cast.desk_client("noor").post(f"/zaak/{case.code}/ik-ken-dit-gezin/")


def moved(case: Case) -> None:
    Membership.objects.filter(member=cast.member("noor"), team__slug="jeugdhulp").delete()


HIDDEN: dict[str, Callable[[Case], None]] = {
    "behind a wall": lambda case: wall_up(case, "iris", "sanne"),
    "of a known family": known,
    "of another team": moved,
}


@pytest.fixture
def case() -> Case:
    """A case with something of everything, which Noor can see until it is hidden."""
    cast.member("noor").memberships.create(team=Team.objects.get(slug="jeugdhulp"))
    case = cast.taken(text=f"Mijn {SECRET} is weg.")
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/titel/", {"title": f"Over {SECRET}", "theme": "jeugdhulp"})
    iris.post(f"/zaak/{case.code}/spoed/", {"urgency": "0"})
    with cast.opened("iris", case, to="add-party") as file:
        add_party(file=file, person=Person(Part.PARENT, name=f"Bo {SECRET}", telephone="06-12345678"))
    call = cast.log_contact("iris", callback_on="2027-01-04", hours_from="16:00", asked=SECRET)
    iris.post(
        f"/contact/{call}/koppelen/", {**cast.sheet(callback_on="2027-01-04", hours_from="16:00"), "code": case.code}
    )
    return case


def lists(client: Client) -> dict[str, str]:
    """Every page of the desk without an id in its address, as this colleague sees it."""
    found = {}
    for name, route in ROUTES.items():
        if DESK.get(name) and "<" not in route and not name.startswith(("account_", "mfa_", "teams:")):
            answer = client.get(f"/{route}".replace("//", "/"))
            if answer.status_code == 200:
                found[name] = answer.content.decode()
    return found


def tells(page: str, case: Case) -> bool:
    return case.code in page or SECRET in page


@pytest.mark.parametrize("how", HIDDEN)
def test_no_list_knows_it(case: Case, how: str) -> None:
    noor = cast.desk_client("noor")
    before = {name for name, page in lists(noor).items() if tells(page, case)}
    assert {"desk:worklist", "desk:callbacks"} <= before, "the control"
    HIDDEN[how](case)
    after = lists(noor)
    assert set(after) >= {"desk:worklist", "desk:telephone", "desk:callbacks", "desk:looks", "desk:glass"}
    assert [name for name, page in after.items() if tells(page, case)] == []
    still = {name for name, page in lists(cast.desk_client("iris")).items() if tells(page, case)}
    assert {"desk:worklist", "desk:callbacks"} <= still, "whoever is inside still has it"


@pytest.mark.parametrize("how", HIDDEN)
def test_no_count_counts_it(case: Case, how: str) -> None:
    def counted() -> int:
        with act_as(cast.member("noor").pk):
            return Case.objects.visible_to(cast.member("noor")).count()

    before = counted()
    HIDDEN[how](case)
    assert counted() == before - 1


@pytest.mark.parametrize("how", ["behind a wall", "of a known family"])  # another team's: `test_add_party`
def test_no_suggestion_comes_from_it(case: Case, how: str) -> None:
    mine = cast.taken(text="Een andere vraag.")
    form = {"part": "parent", "interest": "unknown", "name": f"Bo {SECRET}", "telephone": "06-12345678"}
    noor = cast.desk_client("noor")
    assert noor.post(f"/zaak/{mine.code}/persoon/", form).status_code == 422, "the control: a likeness is told"
    HIDDEN[how](case)
    answer = noor.post(f"/zaak/{mine.code}/persoon/", form)
    assert answer.status_code == 302
    assert case.code not in noor.get(f"/zaak/{mine.code}/").content.decode()


@pytest.mark.parametrize("how", HIDDEN)
def test_no_address_opens_it(case: Case, how: str) -> None:
    noor = cast.desk_client("noor")
    with cast.opened("iris", case) as file:
        call = Contact.objects.get(case=file.case).pk
    paths = [f"/zaak/{case.code}/", f"/zaak/{case.code}/paneel/gesprek/", f"/telefoon/{call}/", f"/inzage/{case.code}/"]
    assert [noor.get(path).status_code for path in paths] == [200] * 4, "the control"
    HIDDEN[how](case)
    assert [noor.get(path).status_code for path in paths] == [404] * 4
    assert cast.refused("noor", case, "notitie", text="x")


@pytest.mark.parametrize("how", HIDDEN)
def test_the_database_says_the_same(case: Case, how: str) -> None:
    def rows() -> list[int]:
        with connection.cursor() as cursor:  # all of a test is one transaction; a request's own ends with it
            cursor.execute("SELECT set_config('app.moving', '', true)")
        with act_as(cast.member("noor").pk):
            models = (Message, Note, Party, Contact)
            return [Case.objects.filter(pk=case.pk).count(), *(m.objects.filter(case=case.pk).count() for m in models)]

    assert rows()[0] == 1
    assert sum(rows()) >= 4, "the control"
    HIDDEN[how](case)
    assert rows() == [0] * 5


def test_the_named_see_a_sign_and_others_can_be_named_later(case: Case) -> None:
    wall_up(case, "iris", "sanne")
    assert "Achter een muur" in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    wall_up(case, "iris", "sanne", "noor")
    assert cast.desk_client("noor").get(f"/zaak/{case.code}/").status_code == 200


@pytest.mark.parametrize(
    ("inside", "reason", "sentence"),
    [
        (["iris"], WHY, "Kies minstens twee"),
        (["sanne", "noor"], WHY, "Kies ook jezelf"),
        (["iris", "sanne"], "kort", "minstens 20 letters"),
    ],
)
def test_a_wall_that_would_go_wrong_is_refused(case: Case, inside: list[str], reason: str, sentence: str) -> None:
    form = {"members": [str(cast.member(one).pk) for one in inside], "reason": reason}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/muur/", form)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Wall.objects.exists()


def test_a_wall_goes_with_two(case: Case) -> None:
    wall_up(case, "iris", "sanne")
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    for _ in range(2):
        iris.post(f"/zaak/{case.code}/muur/weg/")
    assert cast.desk_client("noor").get(f"/zaak/{case.code}/").status_code == 404
    sanne.post(f"/zaak/{case.code}/muur/weg/")
    assert cast.desk_client("noor").get(f"/zaak/{case.code}/").status_code == 200
    assert cast.acts(case)[-3:] == ["wall-case", "open-wall", "open-wall"]


# --- the glass ---


def strong(slug: str) -> Client:
    client = cast.desk_client(slug)
    reauthenticated(client)
    return client


def ask(client: Client, code: str) -> str:
    answer = client.post("/inzage/glas/", {"code": code, "reason": "Het kind staat nu hier aan de balie."}, follow=True)
    return answer.content.decode()


def last_request() -> UUID:
    with act_as(cast.member("karim").pk):
        return UUID(str(GlassRequest.objects.latest("created_on", "id").pk))


def test_through_the_glass_one_reads_for_an_hour_after_anothers_yes(case: Case) -> None:
    wall_up(case, "iris", "sanne")
    noor, karim = strong("noor"), strong("karim")
    ask(noor, case.code)
    assert noor.get(f"/zaak/{case.code}/").status_code == 404, "asking opens nothing"
    wanted = last_request()
    assert noor.post(f"/inzage/glas/{wanted}/", {"yes": "1"}).status_code == 404, "a jurist decides nothing"
    assert "Het kind staat nu hier" in karim.get("/inzage/glas/").content.decode()
    karim.post(f"/inzage/glas/{wanted}/", {"yes": "1"})
    assert SECRET in noor.get(f"/zaak/{case.code}/").content.decode()
    assert cast.refused("noor", case, "notitie", text="x"), "to read, and nothing else"
    with act_as(cast.member("noor").pk):
        GlassRequest.objects.filter(pk=wanted).update(open_until=timezone.now() - timedelta(seconds=1))
    assert noor.get(f"/zaak/{case.code}/").status_code == 404, "the hour is over"
    assert {"ask-glass", "open-glass"} <= set(cast.acts(case))
    assert "Ik keek hierop terug" in karim.get("/inzage/glas/").content.decode()
    karim.post(f"/inzage/glas/{wanted}/getekend/")
    assert "Teruggekeken door" in karim.get("/inzage/glas/").content.decode()


def test_the_answer_is_the_same_without_such_a_case_and_for_a_known_family(case: Case) -> None:
    noor = strong("noor")
    known(case)
    pages = [ask(noor, code).count("Gevraagd.") for code in (case.code, "KR-22222")]
    assert pages[0] == pages[1] >= 1
    with act_as(cast.member("karim").pk):
        assert list(GlassRequest.objects.values_list("case", flat=True)) == [None, None]
    strong("karim").post(f"/inzage/glas/{last_request()}/", {"yes": "1"})
    assert noor.get(f"/zaak/{case.code}/").status_code == 404


def test_another_teams_case_opens_too_and_the_own_lead_may_decide(case: Case) -> None:
    farah, sanne = strong("farah"), strong("sanne")
    ask(farah, case.code)
    sanne.post(f"/inzage/glas/{last_request()}/", {"yes": "1"})
    assert SECRET in farah.get(f"/zaak/{case.code}/").content.decode()
    assert Entry.objects.filter(verb="open", object_id=case.pk, actor=f"member:{cast.member('farah').pk}").exists()


def test_a_reason_is_needed_and_a_step_up(case: Case) -> None:
    assert strong("noor").post("/inzage/glas/", {"code": case.code, "reason": "kort"}).status_code == 422
    weak = Client()
    sign_in(weak, cast.member("noor"))
    assert weak.get("/inzage/glas/").status_code in {200, 302}
    assert not GlassRequest.objects.exists()


def test_a_wall_costs_one_statement_however_many_buttons(case: Case) -> None:
    iris = cast.desk_client("iris")
    open_page = statements_of(iris, case)
    wall_up(case, "iris", "sanne")
    walled_page = statements_of(iris, case)
    assert len(walled_page) == len(open_page) + 1, "\n".join(walled_page)


def statements_of(client: Client, case: Case) -> list[str]:
    """What the page of a case asks of the database; a process reads the reference data once a minute, not per page."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/zaak/{case.code}/").status_code == 200
    return [query["sql"] for query in asked if "directory_reference" not in query["sql"]]
