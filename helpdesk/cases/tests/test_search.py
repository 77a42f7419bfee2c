"""Search over cases: all that a member may see and nothing else, at every moment between change and build."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from uuid import UUID

import pytest

from helpdesk.cases import access_index, actions
from helpdesk.cases.access_search import search
from helpdesk.cases.access_segments import remembered
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case, SearchChange, SearchSegment, SearchTerms
from helpdesk.cases.queries_search import Name, SearchQuerySet
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.search.query import parse
from helpdesk.teams.models import Team
from helpdesk.vault.models import WrappedKey
from tests import cast
from tests.test_absent import second

pytestmark = pytest.mark.django_db


def build() -> None:
    """What the worker does, all of it."""
    keep_words()
    build_segments()


def found(who: str, asked: str) -> set[str]:
    """The codes that this colleague finds."""
    one = cast.member(who)
    remembered.clear()
    with act_as(one.pk):
        ids = search(one, parse(asked))
        return set(Case.objects.filter(pk__in=ids).values_list("code", flat=True)) if ids else set()


def count(who: str, asked: str) -> int:
    one = cast.member(who)
    with act_as(one.pk):
        return len(search(one, parse(asked)))


def codes(*cases: Case) -> set[str]:
    return {case.code for case in cases}


def in_segments() -> set[str]:
    with as_sanne():
        return set(SearchTerms.objects.filter(segment__isnull=False).values_list("case__code", flat=True))


def as_sanne() -> AbstractContextManager[None]:
    """She sees the team of these tests."""
    return act_as(cast.member("sanne").pk)


@pytest.fixture
def case() -> Case:
    return cast.taken(text="Ik ben bang voor de uithuisplaatsing. Volgens Mohammed mag het niet.")


@pytest.fixture(params=["by itself", "in a segment"])
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def settle(place: str) -> None:
    if place == "in a segment":
        build()


@pytest.mark.parametrize(
    "asked", ["uithuis plaatsen", "huis", "Muhamed", '"bang voor de"', "uithuispl*", "bang -vader"]
)
def test_a_case_is_found_wherever_it_lies(case: Case, place: str, asked: str) -> None:
    settle(place)
    assert (case.code in in_segments()) is (place == "in a segment")
    assert found("iris", asked) == codes(case)
    assert found("iris", f"{asked} ontbreekt") == set()


def test_who_does_not_see_the_case_finds_and_counts_nothing(case: Case, place: str) -> None:
    settle(place)
    assert count("iris", "uithuisplaatsing") == 1  # the control
    for who in ("farah", "mo", "lotte", "karim", "bas"):
        assert count(who, "uithuisplaatsing") == 0, who


def test_a_new_question_is_found_in_triage_and_lies_in_no_segment() -> None:
    case = cast.ask_question(text="Mag ik bij mijn tante logeren?")
    build()
    assert in_segments() == set()
    assert found("mo", "tante") == codes(case)
    assert found("farah", "tante") == set()


def test_every_kind_of_text_is_found(case: Case, place: str) -> None:
    receipt = Receipt.new()
    case = cast.taken(text="Een vraag.", receipt=receipt)
    settle(place)
    with cast.opened("iris", case, to="note") as file:
        actions.note(file=file, text="De schoolarts belde.")
        actions.plan_task(file=file, text="Dossierinzage vragen", due_on=case.created_on, assignee=str(file.member.pk))
        actions.reply(file=file, text="Je hebt spreekrecht.")
    cast.answer(receipt, "Dankjewel, mijn zusje ook?")
    assert [found("iris", word) for word in ("arts", "inzage", "spreken", "zusje")] == [codes(case)] * 4
    build()
    assert [found("iris", word) for word in ("arts", "inzage", "spreken", "zusje")] == [codes(case)] * 4


def test_what_is_taken_back_is_found_no_more(case: Case, place: str) -> None:
    with cast.opened("iris", case, to="reply") as file:
        sent = actions.reply(file=file, text="Een zeldzaamwoord.")
    settle(place)
    assert found("iris", "zeldzaamwoord") == codes(case)
    with cast.opened("iris", case, to="reply") as file:
        actions.take_back(file=file, message_id=sent.pk)
    assert found("iris", "zeldzaamwoord") == set()
    build()
    assert found("iris", "zeldzaamwoord") == set()


def test_a_conflict_and_a_wall_take_the_case_away(case: Case, place: str) -> None:
    other = cast.taken(text="Nog een uithuisplaatsing.")
    settle(place)
    assert count("sanne", "uithuisplaatsing") == 2
    with cast.opened("iris", case, to="mark-conflict") as file:
        actions.mark_conflict(file=file, member=cast.member("sanne"))
    assert count("sanne", "uithuisplaatsing") == 1
    with cast.opened("iris", other, to="wall-case") as file:
        inside = [cast.member("iris"), second()]
        actions.wall_case(file=file, members=inside, reason="Alleen wie haar kent, op haar verzoek.")
    for _ in range(2):
        assert count("sanne", "uithuisplaatsing") == 0
        assert found("iris", "uithuisplaatsing") == codes(case, other)
        build()
    with act_as(cast.member("iris").pk):
        assert SearchTerms.objects.get(case=other).segment is None


def test_a_case_that_goes_to_another_team_goes_for_search_too(case: Case, place: str) -> None:
    settle(place)
    with cast.opened("sanne", case, to="route") as file:
        actions.route_case(file=file, team=Team.objects.get(slug=_other_team()))
    for _ in range(2):
        assert count("iris", "uithuisplaatsing") == 0
        assert found("farah", "uithuisplaatsing") == codes(case)
        build()


def _other_team() -> str:
    farah = cast.member("farah")
    return str(Team.objects.get(pk=min(farah.team_ids())).slug)


def test_a_case_that_is_offered_is_found_by_both_teams(case: Case, place: str) -> None:
    settle(place)
    with cast.opened("iris", case, to="hand-over") as file:
        actions.hand_over_case(
            file=file, team=Team.objects.get(slug=_other_team()), to=None, note="Past beter bij jullie."
        )
    assert found("iris", "uithuisplaatsing") == found("farah", "uithuisplaatsing") == codes(case)
    with cast.opened("farah", case, to="decline-handover") as file:
        actions.decline_handover(file=file, reason="Nee, toch niet.")
    assert found("farah", "uithuisplaatsing") == set()


def test_forgetting_leaves_no_key_of_any_segment_with_the_case(case: Case) -> None:
    others = [cast.taken(text=f"Nog een uithuisplaatsing, nummer {number}.") for number in range(3)]
    build()
    with as_sanne():
        old = SearchSegment.objects.get()
    assert WrappedKey.objects.filter(key_id=old.key_id).exists()
    with cast.opened("sanne", case, to="forget-case") as file:
        actions.forget_case(file=file)
    assert not WrappedKey.objects.filter(key_id=old.key_id).exists()
    assert not WrappedKey.objects.filter(recipient__startswith="search:").exists()
    assert found("iris", "uithuisplaatsing") == codes(*others)
    build()
    with as_sanne():
        new = SearchSegment.objects.get()
        assert SearchChange.objects.count() == 0
    assert new.key_id != old.key_id
    assert in_segments() == codes(*others)
    assert found("iris", "uithuisplaatsing") == codes(*others)


def test_a_key_that_is_gone_costs_no_case(case: Case) -> None:
    build()
    with as_sanne():
        WrappedKey.objects.filter(key_id=SearchSegment.objects.get().key_id).delete()
    assert found("iris", "uithuisplaatsing") == codes(case)
    build()
    assert found("iris", "uithuisplaatsing") == codes(case)
    assert in_segments() == codes(case)


def test_segments_fill_up_and_are_rewritten_one_by_one() -> None:
    cases = [cast.taken(text=f"Vraag nummer {number} over school.") for number in range(7)]
    for _ in range(3):
        keep_words(most=3)
        build_segments(size=3)
    with as_sanne():
        assert sorted(SearchSegment.objects.values_list("cases", flat=True)) == [1, 3, 3]
        before = set(SearchSegment.objects.values_list("pk", flat=True))
    with cast.opened("iris", cases[0], to="note") as file:
        actions.note(file=file, text="Een leerplichtambtenaar.")
    assert found("iris", "school") == codes(*cases)
    keep_words()
    build_segments(size=3)
    with as_sanne():
        after = set(SearchSegment.objects.values_list("pk", flat=True))
    assert len(before & after) >= 1
    assert found("iris", "leerplicht") == codes(cases[0])
    assert found("iris", "school") == codes(*cases)


def test_another_form_of_words_builds_everything_anew(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    assert keep_words() == 0
    monkeypatch.setattr(access_index, "FORM", 99)
    assert keep_words() == 1
    with as_sanne():
        row = SearchTerms.objects.get()
        old = row.segment_id
    assert row.form == 99
    build_segments()
    with as_sanne():
        assert SearchTerms.objects.get().segment_id not in {old, None}
    assert found("iris", "uithuisplaatsing") == codes(case)


def test_a_segment_that_is_rewritten_while_one_searches_costs_no_case(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    rewritten: list[int] = []
    read = SearchQuerySet.pieces_of

    def slow(self: SearchQuerySet, wanted: Collection[Name]) -> dict[Name, tuple[UUID, bytes]]:
        if not rewritten:
            rewritten.append(1)
            other = cast.taken(text="Nog een uithuisplaatsing.")
            build()
            assert other.code in in_segments()
        return read(self, wanted)

    monkeypatch.setattr(SearchQuerySet, "pieces_of", slow)
    assert case.code in found("iris", "uithuisplaatsing")
    assert rewritten
