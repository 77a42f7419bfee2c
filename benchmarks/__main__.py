"""`./dev bench [search|sources|paper] [sizes]`: opens durable throw-away databases, runs each part as a program."""

from __future__ import annotations

import os
import subprocess
import sys

from devtools.environment import ROOT
from devtools.testbed import open_testbed

SIZES = ("1200", "12000", "120000")


def main(sizes: list[str]) -> int:
    """Measure intake, then the desk's pages at each size; the data of the next size is added to that of the last."""
    if sizes[:1] == ["paper"]:
        subprocess.run([sys.executable, "-m", "benchmarks.report_paper"], cwd=ROOT, check=True)
    with open_testbed(durable=True) as bed:

        def part(program: str, module: str, *arguments: str) -> None:
            admin = {f"HELPDESK_BENCH_{kind.upper()}": one.admin_url for kind, one in bed.databases.items()}
            told = {name: os.environ[name] for name in ("HELPDESK_TEST_DATA",) if name in os.environ}
            environment = {**bed.environment(program), **admin, **told, "HELPDESK_POOL": "1"}
            command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)

        if sizes[:1] == ["paper"]:
            bed.save(bed.home)
            urls = {"DATABASE_URL": bed.url("data", "krh_test"), "KEYS_DATABASE_URL": bed.url("keys", "krh_test")}
            role = {**urls, "HELPDESK_TESTBED": str(bed.home / "testbed.json"), "HELPDESK_POOL": "0"}
            command = [sys.executable, "-m", "benchmarks.report_queue"]
            return subprocess.run(command, cwd=ROOT, env={**bed.environment("desk"), **role}, check=True).returncode
        if sizes[:1] == ["search"]:
            part("desk", "search", *(sizes[1:] or SIZES[-1:]))
            return 0
        if sizes[:1] == ["sources"]:
            part("desk", "sources", *sizes[1:])
            return 0
        for size in sizes or SIZES:
            part("desk", "bulk", size)
            part("public", "intake", size)
            part("desk", "pages", size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
