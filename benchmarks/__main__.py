"""`./dev bench [sizes]`: opens durable throw-away databases and runs each part as the program that it is about."""

from __future__ import annotations

import subprocess
import sys

from devtools.environment import ROOT
from devtools.testbed import open_testbed

SIZES = ("1200", "12000", "120000")


def main(sizes: list[str]) -> int:
    """Measure intake, then the desk's pages at each size; the data of the next size is added to that of the last."""
    with open_testbed(durable=True) as bed:

        def part(program: str, module: str, *arguments: str) -> None:
            environment = {**bed.environment(program), "HELPDESK_POOL": "1"}
            command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)

        for size in sizes or SIZES:
            part("desk", "bulk", size)
            part("public", "intake", size)
            part("desk", "pages", size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
