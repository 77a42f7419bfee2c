"""A law of any size is read in little memory: each article is forgotten when it was given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpdesk.library.tests.law import law

# Reads in a process of its own, so that its memory is the reader's alone. Prints articles and megabytes over the start.
READ = """
import resource, sys
import django
django.setup()
from helpdesk.library.reading import bwb
most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before = most()
count = 0
for item in bwb.read(open(sys.argv[1], "rb"), sys.argv[1]):
    count += getattr(item, "form", "") == "article"
print(count, most() - before)
"""


def test_thirty_megabytes_take_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    lid = "".join(f"<lid><lidnr>{n}</lidnr><al>{'Een woord van deze wet. ' * 12}</al></lid>" for n in range(1, 5))
    article = "<artikel><kop><label>Artikel</label><nr>{}</nr></kop>" + lid + "</artikel>"
    chapters = "".join(
        f"<hoofdstuk><kop><nr>{c}</nr></kop>{''.join(article.format(f'{c}.{n}') for n in range(200))}</hoofdstuk>"
        for c in range(120)
    )
    path.write_text(law("2020-01-01", chapters))
    assert path.stat().st_size > 30_000_000
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
    count, grown = done.stdout.split()
    assert int(count) == 24_000
    assert float(grown) < 60  # the addresses that are taken; the file itself would be five hundred
