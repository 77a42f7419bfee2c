"""Sealed fields: plain on an opened row, bytes in the table, bound to their row, and closed without an opener."""

from __future__ import annotations

import pytest
from django.core.exceptions import FieldError
from django.db import models

from helpdesk.cases.models import Case, Message
from helpdesk.lib.ids import new_id
from helpdesk.vault.cipher import DoesNotOpen
from helpdesk.vault.fields import Ciphertext, place
from helpdesk.vault.keys import new_case_key
from helpdesk.vault.opened import Glance, Inbox, StillSealed, attach

SECRET = "zijn broertje heet Olaf"


def _sealed(row: models.Model, name: str) -> Ciphertext:
    sealed = row._meta.get_field(name).pre_save(row, add=True)  # type: ignore[union-attr]
    assert isinstance(sealed, Ciphertext)
    return sealed


def _message() -> Message:
    message = Message(case_id=new_id())
    message.content = {"text": SECRET}
    return message


def test_an_opened_row_seals_and_reads_its_field() -> None:
    key, message = new_case_key(), _message()
    attach(key, message)
    assert SECRET.encode() not in bytes(_sealed(message, "content"))
    assert message.content == {"text": SECRET}


def test_without_an_opener_nothing_is_written_or_read() -> None:
    message = _message()
    with pytest.raises(StillSealed):
        _sealed(message, "content")
    attach(new_case_key(), message)
    closed = Message(id=message.id, content=_sealed(message, "content"))
    with pytest.raises(StillSealed):
        _ = closed.content


def test_a_ciphertext_moved_to_another_row_does_not_open() -> None:
    key, message = new_case_key(), _message()
    attach(key, message)
    moved = Message(id=new_id(), content=_sealed(message, "content"))
    attach(key, moved)
    with pytest.raises(DoesNotOpen):
        _ = moved.content
    assert place(moved, "content", 1) != place(message, "content", 1)


def test_a_list_opens_the_summary_and_nothing_else() -> None:
    key = new_case_key()
    case, message = Case(key_id=key.key_id), _message()
    attach(key, case, message)
    case.summary = {"title": "Veiligheid thuis"}
    listed = Case(id=case.id, summary=_sealed(case, "summary"))
    story = Message(id=message.id, content=_sealed(message, "content"))
    attach(Glance(key.key_id, key.part("summary")), listed, story)
    assert listed.summary["title"] == "Veiligheid thuis"
    with pytest.raises(StillSealed):
        _ = story.content


def test_what_goes_into_an_inbox_comes_out_at_the_case() -> None:
    key, message = new_case_key(), _message()
    attach(Inbox(key.inbox.public_key().public_bytes_raw()), message)
    sealed = _sealed(message, "content")
    with pytest.raises(StillSealed):
        _ = message.content
    received = Message(id=message.id, content=sealed)
    attach(key, received)
    assert received.content == {"text": SECRET}


def test_lengths_come_in_steps() -> None:
    key = new_case_key()
    sizes = set()
    for length in (1, 100, 900):
        message = Message(case_id=new_id())
        attach(key, message)
        message.content = {"text": "x" * length}
        sizes.add(len(_sealed(message, "content")))
    assert len(sizes) == 1


@pytest.mark.django_db
def test_plain_text_never_slips_in_through_update() -> None:
    with pytest.raises(FieldError, match="sealed"):
        Message.objects.update(content={"text": SECRET})
