"""`./dev reset`: throws the development data of this checkout away. The next `./dev run` makes new keys and data."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from devtools.state import State
from devtools.workplace import KINDS


def reset(arguments: Sequence[str]) -> int:
    """Remove clusters, keyrings, passwords and logs, after a yes."""
    state = State.of_checkout()
    if not state.home.exists():
        print("There is nothing to remove.")
        return 0
    with state.claim():
        if "--yes" not in arguments and input(f"Remove {state.home} and all cases in it? [y/N] ").lower() != "y":
            print("Nothing removed.")
            return 1
        for kind in KINDS:
            shutil.rmtree(state.sockets(kind), ignore_errors=True)
        shutil.rmtree(state.home)
    print("Removed. ./dev run starts afresh.")
    return 0
