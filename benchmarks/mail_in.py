"""`python -m benchmarks.mail_in [GENERATED]`: mail comes in with four workers while everything is killed at random.

All of the real robots and other real messages up to 300, and generated ones (10,000 unless said otherwise). Prints what
was lost, stored twice, changed or answered, and how many a second came in against four workers left in peace.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.trimming import data_folder
from devtools.testbed import open_testbed
from tests.crash.hammer import House
from tests.crash.post_office import PostOffice, compare, generated, open_post_office, real_messages

REAL = 300
PEACE = 500


def real() -> list[bytes]:
    """All robots, and others from every folder; none where the real mail is not on this machine."""
    folder = data_folder()
    if folder is None:
        print("the real mail is not on this machine; generated messages only")
        return []
    return [path.read_bytes() for path in real_messages(folder, REAL)]


def run(office: PostOffice, messages: list[bytes], *, calm: float) -> float:
    """Messages a second."""
    office.deliver(messages)
    began = time.monotonic()
    burned = office.empty(workers=4, calm=calm, patience=3_000)
    took = time.monotonic() - began
    if calm < PEACE:
        print(f"burned: {burned}")
    return len(messages) / took


def main(count: int) -> int:
    with open_testbed(durable=True) as bed, tempfile.TemporaryDirectory(prefix="krh-mail-", dir="/tmp") as home:
        Path(home).chmod(0o711)
        office = open_post_office(House(bed, 0), Path(home) / "d")
        try:
            peace = run(office, list(generated(PEACE, seed=3)), calm=10 * PEACE)
            print(f"in peace: {peace:.1f} a second", flush=True)
            fire = run(office, [*real(), *generated(count)], calm=6)
            there, here = office.at_server(), office.stored()
            wrong = {name: len(found) for name, found in compare(there, here).items()}
            robots = sum(one["state"] == "robot" for one in here)
            print(f"through fire: {fire:.1f} a second, {fire / peace:.2f} of peace")
            print(f"{len(there)} messages, {len(here)} stored, {robots} set aside as automatic; wrong: {wrong}")
            print(f"answers to anybody: {len(office.sink.got)}")
        finally:
            office.end()
    return 1 if any(wrong.values()) or office.sink.got else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
