"""Secrets of development: outside the checkout, readable by one account, and each program gets its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from devtools.environment import ROOT
from devtools.keyring import make_keyrings
from devtools.state import SOCKET_ROOM, State
from tests.database import testbed


@pytest.fixture
def state(tmp_path: Path) -> State:
    state = State(tmp_path / "a state")
    state.make()
    return state


def test_secrets_are_for_one_account(state: State) -> None:
    passwords = state.passwords()
    make_keyrings(state.secrets)
    files = list(state.secrets.iterdir())
    assert {file.name for file in files} == {"passwords.json", "desk.json", "public.json", "mail.json"}
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert state.passwords() == passwords
    assert len(set(passwords.values())) == len(passwords)


def test_keyrings_are_never_overwritten(state: State) -> None:
    make_keyrings(state.secrets)
    before = (state.secrets / "desk.json").read_bytes()
    make_keyrings(state.secrets)
    assert (state.secrets / "desk.json").read_bytes() == before
    (state.secrets / "public.json").unlink()
    with pytest.raises(SystemExit, match="one keyring of the two"):
        make_keyrings(state.secrets)


def test_only_one_may_work_here(state: State) -> None:
    with state.claim():
        assert state.is_claimed()
        with pytest.raises(SystemExit, match=r"Already running here: \./dev, process \d+"):
            state.claim()
    assert not state.is_claimed()


def test_the_state_lies_outside_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEV_STATE", raising=False)
    assert not State.of_checkout().home.is_relative_to(ROOT)


def test_a_socket_has_room_below_a_long_temporary_folder(monkeypatch: pytest.MonkeyPatch, state: State) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "long" * 30)
    assert len(str(state.sockets("data"))) < SOCKET_ROOM + 40


def test_the_public_program_is_told_nothing_of_the_desk() -> None:
    public, desk = testbed().environment("public"), testbed().environment("desk")
    ring = json.loads(Path(public["HELPDESK_KEYRING"]).read_text())
    desks = json.loads(Path(desk["HELPDESK_KEYRING"]).read_text())
    assert set(ring) == {"format", "purpose", "program", "secret_key", "triage", "pepper", "ticket"}
    secrets = {desks["secret_key"], desks["ledger"], desks["accounts"], desks["counting"], desks["desk"]["1"]}
    assert not secrets & set(map(str, ring.values()))
    assert ring["triage"] != desks["triage"]
    passwords = testbed().passwords
    for role in ("postgres", "krh_owner", "krh_desk", "krh_test"):
        assert passwords[role] not in str(public)
