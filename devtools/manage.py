"""`./dev manage [desk|public|owner] COMMAND ...`: manage.py with the environment of that program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from devtools.environment import ROOT
from devtools.programs import ROLE
from devtools.workplace import visit_workplace

OWNERS = {
    "migrate",
    "makemigrations",
    "load_reference",
    "load_library",
    "import_sources",
    "load_demo",
    "count_reports",
    "sqlmigrate",
    "showmigrations",
    "squashmigrations",
}


def manage(arguments: Sequence[str]) -> int:
    """Run one command of Django; those that shape the tables run as their owner."""
    line = list(arguments)
    program = "owner" if line and line[0] in OWNERS else "desk"
    if line and line[0] in ROLE:
        program = line.pop(0)
    with visit_workplace() as workplace:
        environment = workplace.environment(program)
        return subprocess.run([sys.executable, "manage.py", *line], cwd=ROOT, env=environment, check=False).returncode
