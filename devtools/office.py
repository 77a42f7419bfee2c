"""LibreOffice, which draws what colleagues add as Word, ODT or RTF. Without it such a file is kept and waits."""

from __future__ import annotations

import shutil

ADVICE = "No LibreOffice here, so Word, ODT and RTF files wait. Debian: apt-get install libreoffice-writer-nogui."


def office_note() -> str:
    """What to say at a start: nothing where it is there."""
    return "" if shutil.which("soffice") else ADVICE
