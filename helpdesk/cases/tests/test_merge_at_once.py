"""Two colleagues merge at the same moment: the cases are locked in one order, and one of the two is told why not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from helpdesk.cases.access import case_for
from helpdesk.cases.actions import forget_case, merge_cases
from helpdesk.cases.models import Case, Message
from helpdesk.cases.tests.test_forgetting import _dump, _restore
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.cipher import DoesNotOpen
from helpdesk.vault.keys import KeyGone, unwrap
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "kanarievogel"


def both_at_once(*pairs: tuple[Case, Case]) -> list[str]:
    """Each pair merged by a colleague of her own connection; what each was told, empty when it was done."""
    ready, iris = Barrier(len(pairs)), cast.member("iris")

    def one(pair: tuple[Case, Case]) -> str:
        try:
            with act_as(iris.pk):
                file, other = (case_for(iris, case.code, to="merge-cases") for case in pair)
                ready.wait(20)
                merge_cases(file=file, other=other, same={})
        except NotNow as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(pairs)) as pool:
        return sorted(pool.map(one, pairs))


def test_one_into_two_others() -> None:
    case, one, two = cast.taken(), cast.taken(), cast.taken()
    done, told = both_at_once((case, one), (case, two))
    assert done == ""
    assert told
    with act_as(cast.member("iris").pk):
        assert Case.objects.filter(state="closed").count() == 1


def test_into_each_other() -> None:
    one, two = cast.taken(), cast.taken()
    done, told = both_at_once((one, two), (two, one))
    assert done == ""
    assert told
    with act_as(cast.member("iris").pk):
        assert Case.objects.filter(state="closed").count() == 1


def test_a_forgotten_case_leaves_no_words_of_the_one_that_went_up_in_it() -> None:
    receipt = Receipt.new()
    case, other = cast.taken(text=f"Mijn {WORD}", receipt=receipt), cast.taken()
    cast.answer(receipt, f"Nog iets van mijn {WORD}")
    lead = cast.member("sanne")
    with act_as(lead.pk):
        file, into = (case_for(lead, one.code, to="merge-cases") for one in (case, other))
        merge_cases(file=file, other=into, same={})
        moved = Message.objects.filter(case=other).values_list("pk", flat=True)
        there = [row.content["text"] for row in into.open(Message.objects.filter(pk__in=list(moved)))]
        assert sum(WORD in text for text in there) == 2, "the control"
    backup = _dump()
    assert WORD.encode() not in backup
    with act_as(lead.pk):
        key = case_for(lead, case.code).key
        forget_case(file=case_for(lead, other.code, to="forget-case"))
    _restore(backup)
    with act_as(lead.pk):
        with pytest.raises(KeyGone):
            unwrap(Case.objects.get(pk=other.pk).key_id)
        rows = list(Message.objects.filter(case=other))
        assert len(rows) == 3
        for row in rows:
            row.__dict__["_opener"] = key
            with pytest.raises(DoesNotOpen):
                row.content  # noqa: B018
        left = case_for(lead, case.code).open(Message.objects.filter(case=case))
        assert all(WORD not in str(row.content) for row in left), "the marks hold none of it"
