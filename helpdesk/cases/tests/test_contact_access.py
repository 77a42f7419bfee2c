"""Contact moments, knocked at by everybody: who logged it, the team, triage where no team has it; nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from helpdesk.cases.access_contacts import new_desk_key
from helpdesk.cases.actions.sweep import sweep_orphan_keys
from helpdesk.cases.models import Contact
from helpdesk.lib.ids import new_id
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.models import WrappedKey
from tests import cast
from tests.access_table import DESK
from tests.knocking import PEOPLE, ROUTES, Visitor

pytestmark = pytest.mark.django_db
ADDRESSES = [name for name in DESK if "<uuid:contact>" in ROUTES[name] and "<slug:code>" not in ROUTES[name]]
SEES = {"of a team": {"iris", "sanne"}, "of nobody": {"mo", "sanne"}}


def path(name: str, contact_id: UUID) -> str:
    return ROUTES[name].replace("<uuid:contact>", str(contact_id))


@pytest.mark.parametrize("slug", PEOPLE)
def test_every_address_of_a_contact_moment(slug: str) -> None:
    moments = {"of a team": cast.log_contact("iris"), "of nobody": cast.log_contact("mo")}
    visitor, wrong = Visitor(slug), []
    assert len(ADDRESSES) == 7
    for kind, contact_id in moments.items():
        for name in ADDRESSES:
            method = "get" if name.startswith("desk:") else "post"
            found = visitor.knock(method, path(name, contact_id), cast.sheet())
            if slug in SEES[kind]:
                good = found.status in {200, 302, 422} and found.refusals == 0
                # join-contact asks for a case as well, which is refused here
                good = good or (name == "contacts:join-contact" and found.status == 422)
            else:
                good = (found.status, found.refusals) == (404, 1)
            if not good:
                wrong.append(f"{method} {name}, {kind}: {found.status}, {found.refusals} refusals")
    assert wrong == []


def test_a_moment_that_is_not_there_answers_as_one_that_is_not_hers() -> None:
    theirs, farah = cast.log_contact("iris"), Visitor("farah")
    for name in ("desk:telephone-contact", "contacts:record-attempt"):
        method = "get" if name.startswith("desk:") else "post"
        assert farah.knock(method, path(name, theirs)).shape == farah.knock(method, path(name, new_id())).shape


def test_the_database_says_the_same() -> None:
    cast.log_contact("iris")
    cast.log_contact("mo")
    for slug, count in {"iris": 1, "farah": 0, "mo": 1, "sanne": 2, "lotte": 0, "karim": 0, "bas": 0}.items():
        member = cast.member(slug)
        with act_as(member.pk), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cases_contact")
            assert cursor.fetchone() == (count,), slug
            assert Contact.objects.visible_to(member).count() == count, slug
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_contact")
        assert cursor.fetchone() == (0,)


def test_the_sweeper_leaves_the_key_of_a_moment_and_takes_one_without() -> None:
    contact_id = cast.log_contact("iris")
    unused = new_desk_key()
    WrappedKey.objects.update(created_on="2026-01-01")
    assert sweep_orphan_keys() == 1
    assert not WrappedKey.objects.filter(key_id=unused.id).exists()
    assert cast.contact("iris", contact_id).words["said"] == "Dat zoeken we uit."
