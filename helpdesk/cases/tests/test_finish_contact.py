"""Klaar: kept, and off the list of what still has to be joined."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_kept_and_leaves_the_list() -> None:
    contact_id, iris = cast.log_contact("iris"), cast.desk_client("iris")
    page = iris.post(f"/contact/{contact_id}/klaar/", cast.sheet(said="En dag."), follow=True).content.decode()
    assert "Klaar. Het gesprek is bewaard." in page
    assert str(contact_id) not in page
    row = cast.contact("iris", contact_id)
    assert (row.state, row.words["said"]) == ("done", "En dag.")
    assert cast.acts(contact_id) == ["log-contact", "finish-contact"]
