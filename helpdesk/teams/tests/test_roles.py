"""The table of access is complete, means what the issue says, and gives nobody content by the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

import pytest

from helpdesk.lib.ids import new_id
from helpdesk.teams.roles import ACCESS, CASELESS, MAY_INVITE, REASONS, Role, Scope, may, sees_triage

MINE, OTHER = new_id(), new_id()
OF_A_CASE = sorted(set(ACCESS) - CASELESS)
CONTENT = sorted(set(OF_A_CASE) - {"see-ledger", "forget-case"})


@dataclass
class Person:
    role: str
    is_active: bool = True
    teams: frozenset[UUID] = field(default_factory=lambda: frozenset({MINE}))

    def team_ids(self) -> frozenset[UUID]:
        return self.teams


def test_every_role_has_a_scope_for_every_verb_and_every_verb_a_reason() -> None:
    assert all(set(scopes) == set(Role) for scopes in ACCESS.values())
    assert set(REASONS) == set(ACCESS)
    assert all(len(reason) > 15 for reason in REASONS.values())


def test_the_verbs_of_the_issue_stand_in_the_table() -> None:
    assert set(ACCESS) >= {
        *("read-case", "reply", "note", "ask-more", "assign", "hand-over", "accept-handover", "route", "accept"),
        *("set-urgency", "set-themes", "plan-task", "close", "reopen", "reject", "refer", "see-triage", "see-worklist"),
        *("see-ledger", "mark-conflict", "forget-case", "manage-members", "invite", "edit-reference", "see-sessions"),
    }
    assert set(ACCESS) >= CASELESS


@pytest.mark.parametrize("verb", CONTENT)
@pytest.mark.parametrize("role", [Role.ADMIN, Role.PRIVACY, Role.POLICY])
def test_no_content_for_administrator_privacy_officer_and_policy_officer(role: Role, verb: str) -> None:
    assert not may(Person(role), verb, MINE, "team")
    assert not may(Person(role), verb, None, "new")


@pytest.mark.parametrize("verb", OF_A_CASE)
def test_the_other_team_is_closed_to_everybody_who_works_cases(verb: str) -> None:
    for role in (Role.INTAKE, Role.JURIST, Role.LEAD):
        assert not may(Person(role), verb, OTHER, "team"), role


def test_triage_is_open_to_intake_and_lead_until_a_team_has_the_case() -> None:
    for role in (Role.INTAKE, Role.LEAD):
        assert sees_triage(role)
        assert may(Person(role), "read-case", OTHER, "new")
        assert may(Person(role), "read-case", None, "triage")
        assert not may(Person(role), "read-case", OTHER, "team")
    assert not may(Person(Role.JURIST), "read-case", None, "new")
    assert may(Person(Role.JURIST), "reply", MINE, "waiting_asker")


def test_an_offered_case_may_be_looked_at_and_answered_not_worked() -> None:
    jurist = Person(Role.JURIST)
    assert may(jurist, "read-case", OTHER, "team", offered=True)
    assert may(jurist, "accept-handover", OTHER, "team", offered=True)
    assert not may(jurist, "reply", OTHER, "team", offered=True)
    assert not may(Person(Role.ADMIN), "read-case", OTHER, "team", offered=True)


def test_who_left_may_nothing() -> None:
    assert not any(may(Person(role, is_active=False), verb, MINE, "new") for role in Role for verb in ACCESS)


def test_a_verb_that_is_not_in_the_table_is_loud() -> None:
    with pytest.raises(KeyError):
        may(Person(Role.LEAD), "read-cases")


def test_two_people_reset_a_factor() -> None:
    first = {role for role, scope in ACCESS["request-factor-reset"].items() if scope}
    assert first == {Role.ADMIN}
    assert {role for role, scope in ACCESS["confirm-factor-reset"].items() if scope} == {
        *(Role.ADMIN, Role.LEAD, Role.PRIVACY)
    }
    assert ACCESS["forget-case"][Role.PRIVACY] == Scope.ANY_TEAM


def test_a_lead_invites_nobody_with_more_rights() -> None:
    assert {role for role, scope in ACCESS["invite"].items() if scope} == set(MAY_INVITE)
    assert MAY_INVITE[Role.LEAD] == {Role.INTAKE, Role.JURIST}
