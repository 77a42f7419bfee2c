"""Routing rules read as sentences, are tried before they hold, and send a question to nobody never."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.cases import actions
from helpdesk.cases.models import RoutingSet
from helpdesk.cases.routing import Rule, first_fit, problems, sentence
from helpdesk.cases.standing_rules import from_themes, live_rules, names
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.teams import team_rows
from tests import cast

TEAMS = [team.slug for team in team_rows()]
YOUTH, MIGRATION = "jeugdhulp", "migratie"
REST = Rule(YOUTH)
themes = st.sampled_from(["", "jeugdhulp", "migratie", "onderwijs"])
askers = st.sampled_from(["", "kind", "ouder"])
bands = st.sampled_from(["", "0-11", "16-17"])
rules = st.builds(Rule, team=st.sampled_from(TEAMS), theme=themes, asker=askers, age_band=bands, danger=st.booleans())
summaries = st.fixed_dictionaries(
    {},
    optional={
        "theme": themes,
        "asker": askers,
        "age_band": bands,
        "danger": st.sampled_from(["ja", "nee", "weet-niet"]),
    },
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rules, max_size=6), summaries)
def test_rules_that_may_hold_send_no_question_to_nobody(some: list[Rule], summary: dict[str, Any]) -> None:
    some = [*some, REST]
    if not problems(some, TEAMS):
        assert first_fit(some, summary).team in TEAMS


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rules, min_size=1, max_size=5), summaries)
def test_a_rule_that_is_said_to_be_hidden_never_decides(some: list[Rule], summary: dict[str, Any]) -> None:
    some = [*some, REST]
    hidden = {int(one.split()[1]) - 1 for one in problems(some, TEAMS) if "nooit aan de beurt" in one}
    assert some.index(first_fit(some, summary)) not in hidden - {some.index(rule) for rule in some}


def test_what_cannot_hold_is_said_in_a_sentence() -> None:
    assert "bij niemand" in problems([Rule(YOUTH, theme="jeugdhulp")], TEAMS)[0]
    assert "bij niemand" in problems([], TEAMS)[0]
    assert problems([Rule("weg", theme="jeugdhulp"), REST], TEAMS) == ["Regel 1: kies een team dat er is."]
    assert "Regel 2 komt nooit aan de beurt" in problems([REST, Rule(YOUTH, theme="jeugdhulp"), REST], TEAMS)[0]
    assert problems([Rule(MIGRATION, danger=True), Rule(YOUTH, theme="migratie"), REST], TEAMS) == []


@pytest.mark.django_db
def test_a_rule_is_read_aloud() -> None:
    rule = Rule(MIGRATION, theme="migratie", asker="kind", age_band="12-15", danger=True)
    said = sentence(rule, names())
    assert said.startswith("Gaat de vraag over Migratie en asiel en is de vrager: kind zelf en is het kind 12–15 jaar")
    assert said.endswith("is er misschien gevaar? Dan naar Migratie.")
    assert sentence(REST, names()).startswith("Alle andere vragen: naar ")


@pytest.mark.django_db
def test_without_a_version_each_theme_goes_to_its_team_and_the_rest_somewhere() -> None:
    assert live_rules() == from_themes()
    assert problems(live_rules(), TEAMS) == []


@pytest.mark.django_db
def test_a_version_holds_only_after_it_was_tried() -> None:
    bas, sanne = cast.member("bas"), cast.member("sanne")
    cast.taken()
    row = actions.write_routing(actor=bas, rules=[Rule(MIGRATION, theme="jeugdhulp"), REST])
    assert live_rules() == from_themes()
    with pytest.raises(NotNow, match="Probeer deze regels eerst"):
        actions.switch_routing(actor=sanne, number=row.number)
    with act_as(sanne.pk):
        tried = actions.try_routing(actor=sanne, number=row.number)
    assert sum(count for *_teams, count in tried.tried or ()) == 1
    actions.switch_routing(actor=sanne, number=row.number)
    assert live_rules() == (Rule(MIGRATION, theme="jeugdhulp"), REST)
    assert [entry.verb for entry in Entry.objects.filter(object_id=row.pk).order_by("at")] == [
        "write-routing",
        "try-routing",
        "switch-routing",
    ]


def lines(*rows: dict[str, str]) -> dict[str, str]:
    sent = {"regel-TOTAL_FORMS": str(len(rows)), "regel-INITIAL_FORMS": "0"}
    return sent | {f"regel-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


def write(client: Client, *rows: dict[str, str]) -> Any:
    return client.post("/triage/regels/nieuw/", lines(*rows))


@pytest.mark.django_db
def test_an_administrator_writes_and_a_lead_tries_and_switches_on() -> None:
    bas, sanne = cast.desk_client("bas"), cast.desk_client("sanne")
    rest, first = {"team": YOUTH, "order": "20"}, {"team": MIGRATION, "theme": "migratie", "order": "10"}
    wrong = write(bas, first)
    assert wrong.status_code == 422
    assert "Anders komt een vraag bij niemand." in wrong.content.decode()
    assert 'value="migratie" selected' in wrong.content.decode(), "what was chosen is still there"
    assert write(bas, rest, first).status_code == 302
    number = RoutingSet.objects.get().number
    page = bas.get("/triage/regels/").content.decode()
    assert "Gaat de vraag over Migratie en asiel? Dan naar Migratie." in page
    assert "Nog niet geprobeerd." in page
    for path in ("probeer", "aan"):
        assert bas.post(f"/triage/regels/{number}/{path}/").status_code == 404
    assert sanne.post(f"/triage/regels/{number}/aan/").status_code == 302
    assert RoutingSet.objects.live() is None, "not before it was tried"
    for path in ("probeer", "aan"):
        assert sanne.post(f"/triage/regels/{number}/{path}/").status_code == 302
    assert RoutingSet.objects.live().number == number
    assert "Versie 1, aangezet door" in sanne.get("/triage/regels/").content.decode()


@pytest.mark.django_db
def test_triage_says_which_rule_proposes() -> None:
    case = cast.ask_question("Mag ik blijven?")
    page = cast.desk_client("mo").get(f"/triage/{case.code}/").content.decode()
    assert "De regel die past is" in page
