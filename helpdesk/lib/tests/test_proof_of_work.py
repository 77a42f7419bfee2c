"""The puzzle: solved it counts, for its own ticket only, and until it is too old."""

import base64
import json
from typing import Any

import pytest
from altcha import Challenge, Payload, solve_challenge

from helpdesk.lib import proof_of_work
from helpdesk.lib.proof_of_work import challenge, solves

KEY = bytes(32)


@pytest.fixture(autouse=True)
def easy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof_of_work, "TRIES", 4)


def solved(puzzle: str) -> str:
    made = Challenge.from_dict(json.loads(puzzle))
    solution = solve_challenge(made)
    assert solution is not None
    return Payload(made, solution).to_base64()


def test_a_solved_puzzle_counts_for_its_own_ticket() -> None:
    proof = solved(challenge(KEY, bound_to="mine", price=1, seconds=60))
    assert solves(KEY, proof, bound_to="mine")
    assert not solves(KEY, proof, bound_to="hers")
    assert not solves(bytes([1]) * 32, proof, bound_to="mine")


def test_an_old_puzzle_is_worth_nothing() -> None:
    assert not solves(KEY, solved(challenge(KEY, bound_to="mine", price=1, seconds=-1)), bound_to="mine")


def test_a_puzzle_of_somebody_else_is_worth_nothing() -> None:
    made: dict[str, Any] = json.loads(challenge(KEY, bound_to="mine", price=1, seconds=60))
    made["parameters"]["cost"] = 1
    made["parameters"]["keyPrefix"] = ""
    assert not solves(KEY, solved(json.dumps(made)), bound_to="mine")


STRANGE: list[Any] = [
    [],
    {},
    {"challenge": {"parameters": []}, "solution": {}},
    {"challenge": 1},
    {"challenge": {"parameters": {}}},
]


@pytest.mark.parametrize(
    "payload", ["", "x", "é", "A" * 5000, *(base64.b64encode(json.dumps(o).encode()).decode() for o in STRANGE)]
)
def test_nonsense_is_no_proof(payload: str) -> None:
    assert not solves(KEY, payload, bound_to="mine")


def test_the_price_multiplies_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def least(most: int) -> int:
        asked.append(most)
        return 0

    monkeypatch.setattr("helpdesk.lib.proof_of_work.secrets.randbelow", least)
    for price in (1, 2, 64):
        challenge(KEY, bound_to="mine", price=price, seconds=60)
    assert asked == [8, 16, 512]
