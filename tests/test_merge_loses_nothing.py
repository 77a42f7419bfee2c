"""A merge over every table with a case in it: what goes, what stays and why, and what has to end first."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Message, Reading, Referral
from helpdesk.cases.tests.read_along import ask, press, reading
from helpdesk.cases.tests.referring import planned, sent, stands
from helpdesk.cases.tests.test_ask_reading import guide
from helpdesk.cases.tests.test_merge_cases import full, merge, said_why
from helpdesk.cases.tests.test_move_message import page
from helpdesk.cases.tests.test_undo_merge import everything, undo
from helpdesk.cases.workflow import State
from helpdesk.lib.row_actor import act_as
from helpdesk.mediation.models import Mediation
from helpdesk.mediation.tests.scene import scene
from helpdesk.mediation.tests.test_end_mediation import END
from helpdesk.people.referral import Status
from helpdesk.remedies.complaint import Told, Voice
from tests import cast

pytestmark = pytest.mark.django_db
MOVES = {
    "Message": "what came from outside; what we sent lies with the reader and stays, as the answer to a referral does",
    "Note": "all, with a mark for each",
    "Contact": "all, with a mark for each",
    "Attachment": "all, but those about which two people decide",
    "Original": "with its file",
    "Mail": "with its message",
    "Task": "all, but those that a room above keeps for something that stays",
    "Complaint": "a letter that is being written",
    "Source": "with its looks: the answer goes on there",
    "Party": "copied: people are never shared",
    "ReplyPath": "it leads to the other case",
    "Deadline": "what runs, its steps copied; what has ended stays",
    "DeadlineStep": "with its deadline",
    "Conflict": "who knows one family sees neither",
    "FamilyLink": "one more in each, for the merge",
}
STAYS = {
    "Mailbox": "two mailboxes never cross",
    "Consent": "she can stop it in the mailbox of this case alone",
    "Withdrawal": "with its consent",
    "AskedException": "it was about somebody of this case, at that moment",
    "Whereabouts": "where the child is stays",
    "Handout": "with the message that we sent",
    "GivenFile": "what left is kept where it left",
    "FileRequest": "with its file, which is held",
    "Closing": "how this case ended before",
    "Escalation": "which promise of this case was broken",
    "GlassRequest": "who asked to break the glass of this case",
    "Draft": "hers who types it",
    "SearchTerms": "the words of this case, made anew by the worker",
    "Step": "with its mediation",
    "Reminder": "of which day of this case somebody was reminded",
    "Proceeding": "before which court this case was",
    "ProceedingStep": "with its proceeding",
    "ReportStep": "with its report",
    "ReportPart": "with its report",
    "PartVersion": "with its report",
    "FrozenReport": "with its report",
    "PressOrder": "with its report",
}
REFUSES = {
    "Offer": "while a handover waits",
    "Wall": "with other people inside",
    "WallMember": "with other people inside",
    "Outgoing": "while a mail is leaving; afterwards it stays with its message",
    "Reading": "while a colleague reads; afterwards it stays, with its author",
    "Referral": "while it runs; afterwards it stays, with its answer",
    "Mediation": "while it runs; afterwards it stays, with its steps",
    "Report": "while it is written; signed or withdrawn it stays, with everything of it",
    "Seat": "while a lawyer can come in; afterwards it stays, with what she fetched",
    "Door": "with its seat",
    "Parcel": "with its door",
    "OwnComplaint": "a complaint about us is a case of its own",
}


def tables() -> set[str]:
    """Every model, in whatever room, that hangs on a case."""
    return {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model is Case
    }


def test_every_table_with_a_case_is_decided() -> None:
    decided = [*MOVES, *REFUSES, *STAYS]
    assert sorted(decided) == sorted(tables())


def letter_of_complaint(case: Case) -> None:
    told = Told(Voice.CHILD, "De school", "schorsing", "Ik mocht niet meer komen.")
    with cast.opened("iris", case, to="write-complaint") as file:
        actions.write_complaint(file=file, route_id="instelling", told=told)


def test_what_has_ended_stays_readable_and_what_is_written_goes_along() -> None:
    case, _ = full()
    letter_of_complaint(case)
    referral = sent(case)
    with cast.opened("iris", case, to="record-referral-result") as file:
        actions.record_referral_result(file=file, referral_id=referral.pk, status=Status.DONE, note="Zij gaat mee.")
    guide("iris")
    ask(case, text="Dit vond Sanne te streng.")
    press(cast.desk_client("sanne"), case, reading(case), "terug", remarks="Zachter.")
    other, _ = full()
    before = everything(case), everything(other)
    merge(case, other)
    iris = cast.desk_client("iris")
    here, there = page(iris, case), page(iris, other)
    assert "schorsing" in there
    assert "schorsing" not in here
    for stays in ("Jeugdstem", "Dit vond Sanne te streng."):
        assert stays in here
        assert stays not in there
    assert stands(case, referral) == Status.DONE
    assert "Eerdere verwijzingen, bemiddelingen en meegegeven stukken staan daar ook." in there
    assert undo(other).status_code == 302
    after = everything(case), everything(other)
    for was, now in zip(before, after, strict=True):
        for name in was:
            assert now[name] == was[name], name


def test_the_answer_to_a_referral_stays_with_it() -> None:
    case, other = cast.taken(), cast.taken()
    referral = sent(case)
    with cast.opened("iris", case, to="record-referral-result") as file:
        row = file.mine(Message(case=case, created_on=case.created_on, visible_at=referral_day(case)))
        step = {
            "status": "refused",
            "at": row.visible_at.isoformat(),
            "by": "",
            "note": "Geen plek.",
            "on": None,
            "message": "",
        }
        party = file.mine(Referral.objects.get(pk=referral.pk)).content["party"]
        more = {"referral": str(referral.pk), "step": step, "text": "Antwoord: geen plek.", "party": party}
        row.content = {"by": "party", "kind": "referral-answer", "channel": "link", "at": step["at"], **more}
        row.save(force_insert=True)
    assert stands(case, referral) == Status.REFUSED
    merge(case, other)
    assert stands(case, referral) == Status.REFUSED
    assert "Antwoord: geen plek." in page(cast.desk_client("iris"), case)


def referral_day(case: Case) -> Any:
    with cast.opened("iris", case):
        return Message.objects.filter(case=case).latest("visible_at").visible_at


def test_what_still_runs_ends_first() -> None:
    case, other = cast.taken(), cast.taken()
    guide("iris")
    ask(case)
    assert "Er wacht nog een tekst bij Meelezen." in said_why(case, other.code)
    press(cast.desk_client("iris"), case, reading(case), "weg")
    referral = planned(case)
    assert "Er loopt nog een verwijzing in deze zaak." in said_why(case, other.code)
    with cast.opened("iris", case, to="withdraw-referral") as file:
        actions.withdraw_referral(file=file, referral_id=referral.pk)
    merge(case, other)
    with cast.opened("iris", case):
        assert Referral.objects.filter(case=case).count() == Reading.objects.filter(case=case).count() == 1


def test_in_the_other_case_it_may_run_on() -> None:
    case, other = cast.taken(), cast.taken()
    planned(other)
    guide("iris")
    ask(other)
    merge(case, other)
    assert reading(other).state == "asked"


def test_a_mediation_ends_first_and_then_stays_with_its_tasks() -> None:
    made, other = scene(), cast.taken()
    assert "Er loopt nog een bemiddeling in deze zaak." in said_why(made.case, other.code)
    made.do("afsluiten", **END)
    merge(made.case, other)
    with cast.opened("iris", made.case):
        assert Mediation.objects.filter(case=made.case).count() == 1
    assert undo(other).status_code == 302
    assert made.client.get(made.url).status_code == 200


def test_a_complaint_about_us_stays_a_case_of_its_own() -> None:
    case, other = cast.taken(), cast.taken()
    with act_as(cast.member("iris").pk), cast.opened("iris", case, to="merge-cases") as one:
        one.case.summary = {**one.case.summary, "kind": "complaint"}
        one.case.save()
    assert "Een klacht over ons gaat niet op in een andere zaak" in said_why(case, other.code)
    assert "Een klacht over ons gaat niet op in een andere zaak" in said_why(other, case.code)


def test_what_was_begun_since_ends_before_the_rest_is_brought_over() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    merge(case, other)
    iris.post(f"/zaak/{case.code}/heropenen/")
    planned(case)
    refused = iris.post(f"/zaak/{case.code}/samenvoegen/erbij/")
    assert refused.status_code == 422
    assert "Er loopt nog een verwijzing" in refused.content.decode()
    with cast.opened("iris", case) as file:
        assert file.case.state == State.REOPENED
