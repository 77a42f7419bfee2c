"""The commands of `./dev`. Each lives in a module of its own name and takes the rest of the line."""

from __future__ import annotations

import signal
import sys
from importlib import import_module

COMMANDS = {
    "run": "start the helpdesk: public site on http://127.0.0.1:8000, desk on http://localhost:8001",
    "test": "run the tests; with paths or options of pytest, those",
    "check": "format, lint, types, imports, migrations and all tests, as the build does",
    "reset": "throw the development data of this checkout away (--yes: without asking)",
    "bench": "measure against the aims in docs/decisions",
    "manage": "Django's manage.py as a program: ./dev manage [desk|public|owner] COMMAND ...",
    "lock": "write requirements/ anew after a change in pyproject.toml (--upgrade: newest versions)",
}


def main(line: list[str]) -> int:
    """Call the command, or print them all."""
    if not line or line[0] not in COMMANDS:
        print("./dev", "|".join(COMMANDS), "\n")
        print("\n".join(f"  {name:8}{what}" for name, what in COMMANDS.items()))
        return 0 if not line or line[0] in {"help", "-h", "--help"} else 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite kill tidies up as Ctrl-C does
    name, *rest = line
    command = getattr(import_module(f"devtools.{name}"), name)
    return int(command(rest))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
