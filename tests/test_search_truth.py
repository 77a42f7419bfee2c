"""Whatever is done, the words that search keeps are those of the case, or it stands written down that they are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from helpdesk.cases import access_words
from helpdesk.cases.access_search import behind, search
from helpdesk.cases.access_words import documents_from
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case, SearchChange, SearchSegment, SearchTerms
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.search.document import pack
from helpdesk.search.query import parse
from helpdesk.vault.keys import unwrap_many
from helpdesk.vault.opened import attach
from tests import cast

pytestmark = pytest.mark.django_db
WORD = "vlinderdas"


class Watch:
    """Holds each case's words against its texts, after every step. Karim may see that every case is there."""

    def __init__(self) -> None:
        self.steps = self.compared = self.told = 0

    def after(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def acted(*args: Any, **more: Any) -> Any:
            answer = act(*args, **more)
            self.compare()
            keep_words(most=1000)
            return answer

        return acted

    def compare(self) -> None:
        self.steps += 1
        with act_as(cast.member("karim").pk):
            key_of = dict(Case.objects.values_list("pk", "key_id"))
            kept = {row.case_id: row for row in SearchTerms.objects.all()}
            late = behind(list(SearchChange.objects.values_list("case_id", "id")), kept)
            truth = documents_from(SearchTerms.objects.texts_of(list(key_of)), key_of)
        opened = unwrap_many(key_of.values())
        for case_id, document in truth.items():
            if case_id in late:
                self.told += 1
                continue
            assert case_id in kept, "a case without words, and nothing says so"
            attach(opened[key_of[case_id]], kept[case_id])
            assert kept[case_id].content == pack(document.items), "words of before, and nothing says so"
            self.compared += 1


def test_after_every_verb_the_words_are_those_of_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    receipt = Receipt.new()
    case = cast.ask_question(text=f"Mag {WORD}?", receipt=receipt, more={"code_word": "geheimzin"})
    monkeypatch.setattr(Client, "post", watch.after(Client.post))
    monkeypatch.setattr(cast, "answer", watch.after(cast.answer))
    monkeypatch.setattr(cast, "mail_in", watch.after(cast.mail_in))
    cast.walk_through_every_verb(case, receipt, word=WORD)
    cast.make_every_error(case, receipt, word=WORD)
    assert watch.steps > 90
    assert watch.told > 40  # the control: changes were seen
    assert watch.compared > 200
    build_segments()
    watch.compare()
    farah = cast.member("farah")
    with act_as(farah.pk):
        assert SearchSegment.objects.exists()
        found = search(farah, parse(WORD))
        assert case.pk in found
        assert not search(farah, parse("geheimzin"))  # a code word is not found, nor is where a child is


def test_words_that_do_not_follow_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were the words another's, the watch would say so."""
    cast.taken(text="Mag dat?")
    keep_words()
    watch = Watch()
    watch.compare()
    assert (watch.compared, watch.told) == (1, 0)
    monkeypatch.setattr(access_words, "said_in", lambda text, key: None)
    with pytest.raises(AssertionError, match="nothing says so"):
        watch.compare()
