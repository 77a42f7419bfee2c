"""The routing rules: written, tried on earlier cases, and only then switched on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from helpdesk.cases.access import glance_at
from helpdesk.cases.models import Case, RoutingSet
from helpdesk.cases.routing import Rule, first_fit, problems, rules_of
from helpdesk.cases.standing_rules import live_rules
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.teams.models import Member
from helpdesk.teams.teams import team_rows

TRIED_ON = 200  # the newest cases that whoever tries may see


def write_routing(*, actor: Member, rules: Sequence[Rule]) -> RoutingSet:
    """Keep a new version. It does nothing yet.

    Raises:
        NotNow: a question could come to nobody, or a rule could never be used; the sentences say which.
    """
    if wrong := problems(rules, {team.slug for team in team_rows()}):
        raise NotNow(" ".join(wrong))
    with transaction.atomic():
        last = RoutingSet.objects.select_for_update().order_by("-number").first()
        row = RoutingSet(number=last.number + 1 if last else 1, by=actor, at=clock.now())
        row.rules = [rule.as_data() for rule in rules]
        row.save(force_insert=True)
        record("write-routing", actor=Actor.member(actor.pk), object_id=row.pk)
    return row


def try_routing(*, actor: Member, number: int) -> RoutingSet:
    """See what a version would have proposed for the newest cases that `actor` may see, beside what holds now."""
    row, now = _version(number), live_rules()
    rules = rules_of(row.rules)
    moved: Counter[tuple[str, str]] = Counter()
    cases = glance_at(list(Case.objects.visible_to(actor).order_by("-created_on", "-id")[:TRIED_ON]))
    for case in cases:
        moved[first_fit(now, case.summary).team, first_fit(rules, case.summary).team] += 1
    with transaction.atomic():
        row.tried = [[old, new, count] for (old, new), count in sorted(moved.items())]
        row.tried_by, row.tried_at = actor, clock.now()
        row.save(update_fields=["tried", "tried_by", "tried_at"])
        record("try-routing", actor=Actor.member(actor.pk), object_id=row.pk)
    return row


def switch_routing(*, actor: Member, number: int) -> RoutingSet:
    """From now on this version proposes. An older one can be switched on again.

    Raises:
        NotNow: it was not tried yet, or a team of it is gone.
    """
    row = _version(number)
    if row.tried_at is None:
        raise NotNow("Probeer deze regels eerst op eerdere zaken.")
    if wrong := problems(rules_of(row.rules), {team.slug for team in team_rows()}):
        raise NotNow(" ".join(wrong))
    with transaction.atomic():
        row.live_by, row.live_at = actor, clock.now()
        row.save(update_fields=["live_by", "live_at"])
        record("switch-routing", actor=Actor.member(actor.pk), object_id=row.pk)
    return row


def _version(number: int) -> RoutingSet:
    row: RoutingSet | None = RoutingSet.objects.filter(number=number).first()
    if row is None:
        raise NotNow("Deze versie is er niet.")
    return row
