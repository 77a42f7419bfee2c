"""Ordered of the press: done by a worker as whoever asked, once, with every check made anew; or refused, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from helpdesk.cases import actions as of_cases
from helpdesk.cases.models import Conflict, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.tests.scene import Scene
from helpdesk.desk import press_out
from helpdesk.desk.press_out import press_waiting
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.people.telling import Channel
from helpdesk.reports import actions, pressing
from helpdesk.reports.models import FrozenReport, PressOrder, ReportNumber
from helpdesk.reports.tests.test_read_report import agree, asked
from helpdesk.reports.tests.test_sign_report import frozen, signed
from helpdesk.reports.tests.writing_scene import Written, whole
from helpdesk.reports.workflow import Stand, State
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press that costs nothing."""
    monkeypatch.setattr(pressing, "as_pdf", lambda _: b"%PDF-1.7 nagemaakt")
    monkeypatch.setattr(pressing, "as_docx", lambda _: b"PK nagemaakt")


def ready() -> Written:
    """Everybody agrees; it can be signed."""
    made = asked(whole())
    agree(made)
    return made


def order_of(made: Written) -> PressOrder:
    """The newest."""
    with cast.opened("iris", made.case) as file:
        row: PressOrder = file.mine(PressOrder.objects.filter(case=made.case).order_by("-at", "-id")[0])
        return row


def frozen_rows(made: Written, who: str = "sanne") -> int:
    """How many were laid down."""
    with cast.opened(who, made.case):
        return FrozenReport.objects.filter(report=made.id).count()


def ordered(made: Written) -> str:
    """Iris pressed the button; the address of her order."""
    made.do("teken")
    return f"opdracht/{order_of(made).pk}"


def case_page(made: Written) -> str:
    return made.as_("iris").get(f"/zaak/{made.case.code}/").content.decode()


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]) -> None:
    """While the worker presses, this happens."""

    def press(_: Any) -> bytes:
        act()
        return b"%PDF-1.7 intussen"

    monkeypatch.setattr(pressing, "as_pdf", press)


def overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker takes the order and is slow: its lease runs out, and another one does it meanwhile."""
    monkeypatch.setattr(press_out, "LEASE", -1.0)
    once: list[int] = []

    def another() -> None:
        if not once:
            once.append(1)
            with act_as(None):
                assert press_waiting() == 1

    meanwhile(monkeypatch, another)
    assert press_waiting() == 1


def test_the_page_says_where_it_stands_and_lands_at_what_was_signed() -> None:
    made = ready()
    at = ordered(made)
    assert "zo aan de beurt" in made.look(at)
    assert "wordt gemaakt" in made.look()
    assert "wordt gemaakt" in case_page(made)
    press_waiting()
    assert made.as_("iris").get(f"{made.at}{at}/")["Location"] == f"{made.at}getekend/"
    page = case_page(made)
    assert "wordt gemaakt" not in page
    assert "getekend" in page


def test_what_the_page_asks_each_second_is_no_look_and_quiet_when_nothing_changed() -> None:
    made = ready()
    at = f"{made.at}{ordered(made)}/stand/"
    looks = Entry.objects.filter(verb="open").count()
    ask: dict[str, Any] = {"headers": {"HX-Request": "true"}}
    first = made.as_("iris").get(at, **ask)
    assert "zo aan de beurt" in first.content.decode()
    stand = first.content.decode().partition("?stand=")[2].partition('"')[0]
    assert made.as_("iris").get(f"{at}?stand={stand}", **ask).status_code == 204
    assert Entry.objects.filter(verb="open").count() == looks
    press_waiting()
    assert made.as_("iris").get(at, **ask)["HX-Redirect"].endswith(at.removesuffix("stand/"))
    assert made.as_("iris").get(at).status_code == 302


def test_the_place_in_the_queue_counts_the_whole_house() -> None:
    first, second = ready(), ready()
    ordered(first)
    assert "nog één rapport" in second.look(ordered(second))


def test_a_queue_that_stands_still_says_so() -> None:
    made = ready()
    with clock.at(clock.now() - timedelta(minutes=2)):
        at = ordered(made)
    assert "staat stil" in made.look(at)


def test_the_act_is_hers_and_the_look_is_the_workers() -> None:
    made = ready()
    ordered(made)
    press_waiting()
    acts = dict(Entry.objects.filter(verb__in=["sign-report", "freeze-report"]).values_list("verb", "actor"))
    me = f"member:{cast.member('iris').pk}"
    assert acts == {"sign-report": me, "freeze-report": me}
    assert Entry.objects.filter(verb="open", actor="worker:press", object_id=made.case.pk).count() == 1


def test_a_second_one_is_refused_and_an_open_one_is_taken_back() -> None:
    made = ready()
    at = ordered(made)
    assert "wordt al gemaakt" in made.do("teken", expect=422)
    assert made.as_("iris").get(f"{made.at}teken/")["Location"] == f"{made.at}{at}/"
    made.do(f"{at}/terug")
    assert "teruggenomen" in made.look(at)
    assert press_waiting() == 0
    assert made.report.state == State.READING
    made.do("teken")
    assert press_waiting() == 1
    assert "al klaar" in made.do(f"opdracht/{order_of(made).pk}/terug", expect=422)


def test_taken_back_while_it_is_pressed_nothing_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ready()
    at = ordered(made)
    meanwhile(monkeypatch, lambda: made.do(f"{at}/terug"))
    press_waiting()
    assert made.report.state == State.READING
    assert order_of(made).state == Stand.TAKEN_BACK


def test_what_changes_while_it_is_pressed_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ready()
    at = ordered(made)
    meanwhile(monkeypatch, lambda: made.saved("Nog een woord."))
    press_waiting()
    assert made.report.state == State.READING
    assert "of er is daarna iets veranderd" in made.look(at)
    assert "is niet gelukt" in made.look()
    made.do(f"{at}/terug")
    assert "is niet gelukt" not in made.look()


def test_who_lost_the_case_meanwhile_signs_nothing() -> None:
    made = ready()
    at = ordered(made)
    iris = cast.member("iris")
    with act_as(iris.pk):
        Conflict(case=made.case, member=iris).save(force_insert=True)
    press_waiting()
    assert frozen_rows(made) == 0
    assert "mag deze zaak niet meer zien" in made.look(at, who="sanne")


def test_who_left_meanwhile_signs_nothing() -> None:
    made = ready()
    at = ordered(made)
    iris = cast.member("iris")
    iris.is_active = False
    iris.save()
    press_waiting()
    assert frozen_rows(made) == 0
    assert "mag deze zaak niet meer zien" in made.look(at, who="sanne")


def test_a_case_that_ended_meanwhile_signs_nothing() -> None:
    made = ready()
    at = ordered(made)
    with cast.opened("iris", made.case, to="refer") as file:
        of_cases.refer_case(file=file, institution="", reason="elders", letter="")
    press_waiting()
    assert order_of(made).state == Stand.REFUSED
    assert "Dit kan nu niet" in made.look(at)


def test_a_worker_that_lost_its_order_to_another_signs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was slow: its lease ran out and another one took the order. Only the other one signs."""
    made = ready()
    ordered(made)
    overtaken(monkeypatch)
    assert frozen_rows(made) == 1
    assert made.report.state == State.SIGNED
    assert order_of(made).tries == 2
    assert Entry.objects.filter(verb="freeze-report", object_id=made.id).count() == 1
    assert ReportNumber.objects.count() == 1, "the number belongs to the order"
    assert frozen(made)["number"].endswith("0001")


def test_after_three_tries_it_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ready()
    at = ordered(made)
    monkeypatch.setattr(press_out, "LEASE", -1.0)

    def dies(_: Any) -> bytes:
        raise MemoryError

    monkeypatch.setattr(pressing, "as_pdf", dies)
    for _ in range(3):
        with pytest.raises(MemoryError):
            press_waiting()
    assert "zo aan de beurt" in made.look(at) or "nu gemaakt" in made.look(at)
    press_waiting()
    assert "drie keer" in made.look(at)


def test_an_order_that_is_not_there_is_said_in_a_sentence() -> None:
    made = ready()
    assert "Deze opdracht is er niet" in made.look(f"opdracht/{UUID(int=0)}", expect=422)


def test_not_what_may_not_be_signed() -> None:
    made = asked(whole())
    with cast.opened("iris", made.case, to="sign-report") as file:
        with pytest.raises(NotNow):
            actions.order_signing(file=file, report_id=made.id)
        assert not PressOrder.objects.exists()


def given(made: Written) -> list[dict[str, Any]]:
    with cast.opened("iris", made.case) as file:
        return [row.content for row in file.open(GivenFile.objects.filter(case=made.case))]


def test_a_copy_is_ordered_made_and_lies_ready() -> None:
    made = signed()
    made.do("geef", to="asker", channel="post", pdf="on", docx="on")
    assert given(made) == []
    at = f"opdracht/{order_of(made).pk}"
    assert "zo aan de beurt" in made.look(at)
    made.do("geef", to="asker", channel="school", pdf="on")
    assert "wordt gemaakt" in case_page(made)
    assert press_waiting() == 2
    assert "wordt gemaakt" not in case_page(made)
    assert sorted(one["name"].rpartition(".")[2] for one in given(made)) == ["docx", "pdf", "pdf"]
    assert made.as_("iris").get(f"{made.at}{at}/")["Location"].endswith("#paneel-meegegeven")
    assert {one["by"] for one in given(made)} == {str(cast.member("iris").pk)}


def test_a_consent_that_was_withdrawn_meanwhile_stops_it() -> None:
    made = signed()
    scene = Scene.of(made.case)
    asked_for: dict[str, Any] = {"to": scene.party, "channel": Channel.EMAIL, "kinds": ["pdf"]}
    with cast.opened("iris", made.case, to="give-report") as file:
        actions.order_giving(file=file, report_id=made.id, **asked_for)
    assert press_waiting() == 1
    assert len(given(made)) == 1, "the control"
    with cast.opened("iris", made.case, to="give-report") as file:
        order = actions.order_giving(file=file, report_id=made.id, **asked_for)
    with cast.opened("iris", made.case, to="withdraw-consent") as file:
        of_cases.withdraw_consent(file=file, consent_id=scene.consent)
    press_waiting()
    assert len(given(made)) == 1
    assert "Het rapport is niet meegegeven" in made.look(f"opdracht/{order}")
    assert order_of(made).content["reason"] in unescape(made.look(f"opdracht/{order}"))


def test_what_was_filled_in_is_there_again_when_it_came_to_nothing() -> None:
    made = signed()
    made.do("geef", to="asker", channel="school", docx="on", line_numbers="on")
    order = order_of(made).pk
    made.do(f"opdracht/{order}/terug")
    assert f"geef/?opdracht={order}" in made.look(f"opdracht/{order}")
    form = made.as_("iris").get(f"{made.at}geef/?opdracht={order}").context["form"]
    names = ("to", "channel", "pdf", "docx", "annexes", "plain", "line_numbers")
    assert [form[name].value() for name in names] == ["asker", "school", False, True, False, False, True]
    assert made.as_("iris").get(f"{made.at}geef/?opdracht=x").status_code == 200


def test_given_once_when_a_slow_worker_was_overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    made = signed()
    made.do("geef", to="asker", channel="post", pdf="on")
    overtaken(monkeypatch)
    assert len(given(made)) == 1
