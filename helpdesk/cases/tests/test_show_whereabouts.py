"""Where the child is stands on one page, for a reason, and nowhere else; unused, it goes with its key."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.actions.whereabouts import sweep_whereabouts
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db
WORD = "Kanarielaan"


def test_it_stands_on_no_page_but_one() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/waar/schrijf/", {"address": f"{WORD} 4"}).status_code == 302
    asked = iris.post(f"/zaak/{case.code}/waar/", {"reason": ""})
    assert asked.status_code == 422
    assert WORD not in asked.content.decode()
    shown = iris.post(f"/zaak/{case.code}/waar/", {"reason": "De rechter vraagt het adres."})
    assert WORD in shown.content.decode(), "the control"
    for path in ("", f"zaak/{case.code}/", f"zaak/{case.code}/waar/", f"zaak/{case.code}/waar/schrijf/", "telefoon/"):
        page = iris.get(f"/{path}")
        assert page.status_code == 200, path
        assert WORD not in page.content.decode(), path
    assert Entry.objects.filter(verb="show-whereabouts", object_id=case.pk).exists()


def test_what_nobody_needed_goes_with_its_key() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    before = WrappedKey.objects.count()
    iris.post(f"/zaak/{case.code}/waar/schrijf/", {"address": f"{WORD} 4"})
    assert WrappedKey.objects.count() == before + 1
    assert sweep_whereabouts() == 0
    with clock.at(clock.now() + timedelta(days=92)):
        assert sweep_whereabouts() == 1
    assert WrappedKey.objects.count() == before
    assert WORD not in iris.post(f"/zaak/{case.code}/waar/", {"reason": "Is het er nog?"}).content.decode()
