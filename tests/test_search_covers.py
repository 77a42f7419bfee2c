"""Search covers all that a member may see: no sealed text is forgotten, each kind is found, kept away and led to."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.access_words import KINDS
from helpdesk.cases.models import Case, Complaint, GivenFile, Party, Referral, SearchTerms, Source
from helpdesk.cases.tests.referring import planned
from helpdesk.cases.tests.relying import rely
from helpdesk.cases.tests.test_search import build, codes, count, found
from helpdesk.lib import clock
from helpdesk.lib.papers.blocks import (
    Block,
    Heading,
    Items,
    Lines,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    ToFill,
    plain,
)
from helpdesk.lib.papers.plain_words import text_of
from helpdesk.lib.row_actor import act_as
from helpdesk.mediation import actions as mediation
from helpdesk.mediation.models import Step
from helpdesk.mediation.said import Frame, Made
from helpdesk.mediation.words import US, After, Outcome
from helpdesk.people.person import Person
from helpdesk.people.referral import How, Status
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel
from helpdesk.remedies.complaint import Told, Voice
from helpdesk.search.passage import passage
from helpdesk.search.query import parse
from tests import cast, inspector
from tests.test_absent import second

pytestmark = pytest.mark.django_db
WORD, OTHER = "zonnebloemen", "paardenbloemen"
REASON = "Dit had ik verkeerd verstaan aan de telefoon."

NOT_SEARCHED = {
    "cases.AskedException.content": "a reason between two colleagues, for one telling",
    "cases.Attachment.copy": "the bytes; the words of a file lie in its text",
    "cases.Consent.content": "what was agreed about telling stands on the page of the case, as choices",
    "cases.Contact.course": "when somebody was called; what was said lies in the words",
    "cases.Contact.facts": "choices of the sheet, and when calling is safe",
    "counsel.Door.told": "where an answer is sealed to",
    "counsel.Door.totp": "the secret of an app",
    "counsel.Parcel.content": "the label of what was given, sealed once more for who collects it",
    "counsel.Parcel.data": "the bytes of what was given, sealed once more for who collects them",
    "counsel.Seat.content": "who may collect what; her answer is a message, and what she got was given",
    "cases.CountedAnswer.content": "of no case",
    "reports.CountedReport.content": "of no case",
    "reports.Report.tally": "what of the outcome counts; its words lie in the steps",
    "cases.CountedFact.content": "of no case",
    "cases.Draft.content": "a draft is its writer's alone",
    "cases.FamilyLink.content": "codes and relations; a code leads to its case by itself",
    "cases.FileRequest.content": "a reason between two colleagues, for one look",
    "cases.GivenFile.data": "the bytes; a letter's words lie in the content, pieces of a bundle in the case",
    "cases.GlassRequest.content": "asked by who does not see the case",
    "cases.Handout.content": "the words of its message, sealed once more for who gets the link",
    "cases.Letter.content": "the words of its message, sealed once more for the asker",
    "cases.Mail.raw": "the bytes; what was said lies in the message",
    "cases.Mailbox.status": "what the asker's own page shows",
    "cases.Offer.content": "a line for as long as a hand-over waits",
    "cases.Original.data": "behind two people",
    "cases.Outgoing.content": "addresses and tokens; the words lie in the message",
    "cases.Reading.content": "a draft that waits for a colleague; what leaves is a message",
    "cases.SearchPiece.content": "search itself",
    "cases.SearchTerms.content": "search itself",
    "cases.Wall.content": "why there is a wall",
    "cases.Whereabouts.content": "where the child is stands on one page and nowhere else",
    "reports.FrozenReport.content": "numbers and digests",
    "reports.FrozenReport.docx": "the bytes; the words lie in the chapters",
    "reports.FrozenReport.manuscript": "the chapters and steps once more, as they were signed",
    "reports.FrozenReport.pdf": "the bytes; the words lie in the chapters",
    "reports.PressOrder.content": "who gets which files, and why not; what was given is found where it lies",
    "reports.PartVersion.content": "what a chapter said once; it is found by what it says now",
    "cases.Withdrawal.content": "which consent was stopped: no words",
}


# --- nothing is forgotten ---


def searched() -> set[str]:
    """The sealed fields that search reads, as room.Model.field."""
    return {
        f"{kind.model._meta.label}.{column}"
        for kind in KINDS.values()
        for column in (kind.content, kind.more)
        if column
    }


def test_every_sealed_text_is_searched_or_has_a_reason() -> None:
    sealed = {f"{model}.{field}" for model, field in inspector.sealed_fields()}
    assert sealed - searched() - set(NOT_SEARCHED) == set(), "search these, or say here why not"
    assert set(NOT_SEARCHED) - sealed == set(), "gone from the house"
    assert set(NOT_SEARCHED) & searched() == set()


def test_the_database_gives_what_the_house_reads_and_writes_down_each_change() -> None:
    """Each kind has its rows in `search_texts`, and its table the triggers, over the columns that are read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(prosrc, ' ') FROM pg_proc WHERE proname LIKE 'search_texts_in_%'")
        bodies = cursor.fetchone()[0]
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'search_texts'")
        whole = cursor.fetchone()[0]
        cursor.execute("SELECT proname FROM pg_proc WHERE proname LIKE 'search_texts_in_%'")
        assert all(name in whole for (name,) in cursor.fetchall())
        cursor.execute(
            "SELECT c.relname, string_agg(pg_get_triggerdef(t.oid), ' ') FROM pg_trigger t"
            " JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname LIKE 'search_%' GROUP BY 1"
        )
        triggers = dict(cursor.fetchall())
    assert set(re.findall(r"'(\w+)', \w+\.id", bodies)) == set(KINDS)
    for name, kind in KINDS.items():
        table = kind.model._meta.db_table
        assert f"'{name}'" in bodies, name
        assert f"FROM {table} " in bodies, name
        told = triggers.get(table, "")
        assert "AFTER INSERT OR DELETE" in told, table
        for column in filter(None, (kind.content, kind.more)):
            assert f"old.{column} IS DISTINCT FROM new.{column}" in told.replace('"', ""), (table, column)
    assert set(triggers) - {"cases_wall"} == {kind.model._meta.db_table for kind in KINDS.values()}


def test_no_role_but_the_desk_asks_for_texts() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid::regprocedure::text FROM pg_proc WHERE proname LIKE 'search_texts%'")
        functions = [name for (name,) in cursor.fetchall()]
        assert len(functions) == 6
        for function in functions:
            for role, may in (("krh_desk", True), ("krh_public", False), ("krh_mail", False)):
                cursor.execute("SELECT has_function_privilege(%s, %s, 'EXECUTE')", [role, function])
                assert cursor.fetchone() == (may,), (role, function)


# --- every kind, wherever it lies ---


def complaint(case: Case, text: str, row: UUID | None = None) -> Any:
    told = Told(Voice.CHILD, body="De Kade", about="Bezoek", happened=f"Ik mis de {text}.", enclosed=["foto"])
    with cast.opened("iris", case, to="write-complaint") as file:
        return actions.write_complaint(file=file, route_id="instelling", told=told, complaint_id=row).pk


def given(case: Case, text: str) -> Any:
    row = complaint(case, text)
    with cast.opened("iris", case, to="give-paper") as file:
        made = actions.give_complaint(file=file, complaint_id=row, to=None, channel=Channel.POST)
        Complaint.objects.filter(pk=row).delete()
    return made[0].pk


def referral(case: Case, text: str) -> Any:
    return planned(case, how=How.HERSELF, purpose="Begeleiding", text=f"Zij wil {text}.").pk


def answered(case: Case, text: str) -> Any:
    """What became of it, as a colleague heard it."""
    row = planned(case, how=How.HERSELF, purpose="Begeleiding", text="").pk
    with cast.opened("iris", case, to="record-referral-result") as file:
        actions.record_referral_result(file=file, referral_id=row, status=Status.MORE, note=f"Zij vragen {text}.")
    return row


def talks(case: Case, about: str = "Bezoek") -> tuple[UUID, str]:
    """A mediation with the mother, by the id of both."""
    with cast.opened("iris", case, to="add-party") as file:
        mother = str(actions.add_party(file=file, person=Person(Part.PARENT, name="Maryam")).pk)
    frame = Frame(about, "Elke week.", "Ik mis hem.", str(cast.member("iris").pk), (mother,), clock.today())
    with cast.opened("iris", case, to="start-mediation") as file:
        return mediation.start_mediation(file=file, frame=frame).pk, mother


def step(case: Case, text: str) -> Any:
    at, mother = talks(case)
    with cast.opened("iris", case, to="record-position") as file:
        mediation.record_position(file=file, mediation_id=at, party=mother, text=f"Geen {text}.", on=clock.today())
        return newest(case)


def newest(case: Case) -> UUID:
    """The step that was written last."""
    with cast.opened("iris", case) as file:
        rows = file.open(Step.objects.filter(case=case))
        return max(rows, key=lambda row: row.content["number"]).pk  # type: ignore[no-any-return]


def source(case: Case, text: str) -> Any:
    return rely(case, why=f"Zij wil {text}.")


WRITE: dict[str, tuple[Callable[[Case, str], Any], type[Any]]] = {
    "complaint": (complaint, Complaint),
    "given": (given, GivenFile),
    "referral": (referral, Referral),
    "referral's answer": (answered, Referral),
    "step": (step, Step),
    "source": (source, Source),
}
SHOWN = {
    "complaint": "Klachtbrief",
    "given": "Meegegeven",
    "referral": "Verwijzing",
    "referral's answer": "Verwijzing",
    "step": "Bemiddeling: standpunt",
    "source": "Bron",
}


@pytest.fixture
def case() -> Case:
    return cast.taken(text="Een vraag.")


@pytest.fixture(params=WRITE)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_is_found_from_its_commit_on_and_no_more_when_it_is_gone(case: Case, kind: str) -> None:
    write, model = WRITE[kind]
    build()  # the case lies in a segment before the word is there
    row = write(case, WORD)
    for _ in range(2):
        assert found("iris", "zonnebloem") == codes(case)
        assert found("iris", f'"{WORD}" -fiets') == codes(case)
        build()
    with act_as(cast.member("iris").pk):
        model.objects.filter(pk=row).delete()
    for _ in range(2):
        assert found("iris", "zonnebloem") == set()
        build()


def test_who_does_not_see_the_case_neither_finds_nor_counts_it(case: Case, kind: str) -> None:
    WRITE[kind][0](case, WORD)
    for _ in range(2):
        assert count("sanne", WORD) == 1  # the control
        for who in ("farah", "mo", "lotte", "karim", "bas"):
            assert count(who, WORD) == 0, who
        build()
    other = cast.taken(text=f"Nog een met {WORD}.")
    with cast.opened("iris", case, to="mark-conflict") as file:
        actions.mark_conflict(file=file, member=cast.member("sanne"))
    assert found("sanne", WORD) == codes(other)
    with cast.opened("iris", other, to="wall-case") as file:
        WRITE[kind][0](other, OTHER)
        inside = [cast.member("iris"), second()]
        actions.wall_case(file=file, members=inside, reason="Alleen wie haar kent, op haar verzoek.")
    for _ in range(2):
        assert count("sanne", WORD) == count("sanne", OTHER) == 0
        assert found("iris", OTHER) == codes(other)
        build()


@pytest.mark.django_db(transaction=True)
def test_the_database_gives_its_texts_to_nobody_else(case: Case) -> None:
    build()
    for write, _ in WRITE.values():
        write(case, WORD)
    new = {"complaint", "given", "referral", "source", "step"}

    def seen(who: str) -> set[str]:
        with act_as(cast.member(who).pk):
            return {text.kind for text in SearchTerms.objects.texts_of([case.pk])}

    assert new <= seen("iris")
    assert [who for who in ("farah", "bas", "lotte", "mo") if seen(who)] == []
    assert SearchTerms.objects.texts_of([case.pk]) == [], "for no member"
    due = SearchTerms.objects.texts_to_index([case.pk])  # the worker, for no member: sealed, and only what is due
    assert new <= {text.kind for text in due}
    assert not any(WORD.encode() in bytes(text.content) for text in due)
    build()
    assert SearchTerms.objects.texts_to_index([case.pk]) == []


def test_the_passage_says_what_it_is_and_leads_to_its_place(case: Case, kind: str) -> None:
    WRITE[kind][0](case, WORD)
    iris = cast.desk_client("iris")
    page = iris.post("/zoeken/", {"words": WORD}).content.decode()
    assert f"<mark>{WORD}</mark>" in page
    place = re.search(rf'<a href="([^"]+)#([^"]+)">{SHOWN[kind]}<', page)
    assert place is not None, page
    led = iris.get(place[1])
    assert led.status_code == 200
    assert f'id="{place[2]}"' in led.content.decode()


def test_the_kinds_that_were_there_lead_to_their_place_too(case: Case) -> None:
    with cast.opened("iris", case, to="note") as file:
        actions.note(file=file, text="De schoolarts belde.")
        actions.plan_task(file=file, text="Dossier vragen", due_on=clock.today(), assignee=str(file.member.pk))
    iris = cast.desk_client("iris")
    for word, called in (("vraag", "Bericht"), ("schoolarts", "Notitie"), ("dossier", "Taak")):
        page = iris.post("/zoeken/", {"words": word}).content.decode()
        place = re.search(rf'<a href="([^"]+)#([^"]+)">{called}<', page)
        assert place is not None, page
        assert f'id="{place[2]}"' in iris.get(place[1]).content.decode()


def test_many_steps_of_many_cases_cost_one_statement_more_than_none() -> None:
    iris = cast.desk_client("iris")
    cast.taken(text="Over de fietsenstalling.")
    for _ in range(3):
        step(cast.taken(text="Een vraag."), WORD)
    build()

    def statements(words: str) -> int:
        with CaptureQueriesContext(connection) as data:
            iris.post("/zoeken/", {"words": words})
        return len(data)

    statements(WORD)
    assert statements(WORD) == statements("fietsenstalling") + 1


# --- what changed, what was taken back ---


def test_a_letter_and_a_referral_that_were_changed_lose_the_old_words(case: Case) -> None:
    letter = complaint(case, WORD)
    sent = planned(case, how=How.HERSELF, purpose=WORD, text="").pk
    build()
    complaint(case, OTHER, letter)
    assert found("iris", WORD) == found("iris", OTHER) == codes(case)
    plan = actions.Plan(name="Jeugdstem", purpose=OTHER, how=How.HERSELF)
    with cast.opened("iris", case, to="plan-referral") as file:
        actions.change_referral(file=file, referral_id=sent, plan=plan)
    for _ in range(2):
        assert found("iris", WORD) == set()
        assert found("iris", OTHER) == codes(case)
        build()


def test_what_was_given_keeps_the_words_with_which_it_left(case: Case) -> None:
    letter = complaint(case, WORD)
    with cast.opened("iris", case, to="give-paper") as file:
        actions.give_complaint(file=file, complaint_id=letter, to=None, channel=Channel.POST)
    complaint(case, OTHER, letter)
    build()
    assert found("iris", WORD) == found("iris", OTHER) == codes(case)


def test_a_step_that_was_taken_back_is_found_no_more_and_one_set_right_by_both_its_words(case: Case) -> None:
    at, mother = talks(case)
    with cast.opened("iris", case, to="record-position") as file:
        mediation.record_position(file=file, mediation_id=at, party=mother, text=f"Geen {WORD}.", on=clock.today())
    said = str(newest(case))
    build()
    with cast.opened("iris", case, to="correct-mediation") as file:
        mediation.correct_mediation(file=file, mediation_id=at, step=said, reason=REASON, text=f"Wel {OTHER}.")
    for _ in range(2):
        assert found("iris", WORD) == found("iris", OTHER) == codes(case)
        build()
    with cast.opened("iris", case, to="correct-mediation") as file:
        mediation.take_back_step(file=file, mediation_id=at, step=str(newest(case)))
        mediation.take_back_step(file=file, mediation_id=at, step=said)
    for _ in range(2):
        assert found("iris", WORD) == found("iris", OTHER) == set()
        build()


def test_every_step_of_the_talks_is_found(case: Case) -> None:
    at, mother = talks(case, about="Aardbeien")
    today = clock.today()
    with cast.opened("iris", case, to="make-proposal") as file:
        mediation.make_proposal(
            file=file, mediation_id=at, author=US, to=[mother], text="Bosbessen", on=today, until=None
        )
        promises = [Made(mother, "Appels brengen", _later(today))]
        mediation.make_agreement(file=file, mediation_id=at, text="Druiven", promises=promises, on=today)
        mediation.end_mediation(
            file=file, mediation_id=at, outcome=Outcome.PARTLY, text="Frambozen", after=After.NOTHING, on=today
        )
        mediation.reopen_mediation(file=file, mediation_id=at, reason="Er is iets met bramen gebeurd.")
    fruit = ("aardbei", "bosbes", "appel", "druif", "framboos", "bramen")
    for _ in range(2):
        assert [one for one in fruit if found("iris", one) != codes(case)] == []
        build()


def _later(day: date) -> date:
    return day.replace(year=day.year + 1)


# --- what is in no words ---


def test_where_a_child_is_is_never_found(case: Case, kind: str) -> None:
    with cast.opened("iris", case, to="set-whereabouts") as file:
        actions.set_whereabouts(file=file, typed={"address": "Kanarielaan 4", "shelter": "Wilgenhof"})
    WRITE[kind][0](case, WORD)
    for _ in range(2):
        assert found("iris", WORD) == codes(case)  # the control
        assert found("iris", "kanarielaan") == found("iris", "wilgenhof") == set()
        build()


def test_a_code_word_of_somebody_around_the_child_is_never_found(case: Case) -> None:
    with cast.opened("iris", case, to="add-party") as file:
        actions.add_party(file=file, person=Person(Part.PARENT, name="Maryam", code_word="Kolibrie"))
    assert found("iris", "maryam") == codes(case)
    assert found("iris", "kolibrie") == set()
    assert Party in {kind.model for kind in KINDS.values()}


# --- the words of a paper ---


def test_the_words_of_a_paper_are_all_that_is_printed_and_nothing_to_fill_in() -> None:
    blocks: list[Block] = [
        Heading("Kop"),
        Paragraph((Run("Een"), Run(" zin", note="noot"))),
        Quote(plain("Citaat")),
        Items([plain("een"), plain("twee")]),
        Lines(["Straat", "Stad"]),
        Table(["a", "b"], [["c", "d"]]),
        ToFill("Handtekening"),
    ]
    assert text_of(Paper("T", blocks, date(2026, 1, 1))).split("\n") == [
        *("Kop", "Een zin noot", "Citaat", "een", "twee", "Straat", "Stad", "a b", "c d"),
    ]


def test_each_kind_of_the_house_is_a_model_with_a_case() -> None:
    """The control: what is entered by a room above is among them, and all say to which case they belong."""
    assert KINDS["step"].model is apps.get_model("mediation", "Step")
    assert all(kind.model is Case or kind.model._meta.get_field("case") for kind in KINDS.values())
    assert passage(parse(WORD), KINDS["step"].found({"kind": "position", "text": WORD}, None).field, WORD)
