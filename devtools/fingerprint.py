"""One hash over files: has what a step depends on changed since it was last done?"""

from __future__ import annotations

import hashlib

from devtools.environment import REQUIREMENTS, ROOT

HOUSE = ROOT / "helpdesk"
ALL = ("**/*",)
# What decides how an empty, migrated database with reference data looks.
TABLES = ("**/migrations/*.py", "**/*.sql", "**/*.toml", "**/*.csv", "**/*.json", "**/load*.py", "config/settings.py")


def fingerprint(patterns: tuple[str, ...], *more: str) -> str:
    """Over the files of the house that match, the locked packages, and whatever else counts."""
    digest = hashlib.sha256((REQUIREMENTS / "base.txt").read_bytes())
    for part in more:
        digest.update(part.encode() + b"\0")
    for file in sorted({file for pattern in patterns for file in HOUSE.glob(pattern)}):
        if file.is_file() and not {"__pycache__", "tests"} & set(file.parts):
            digest.update(str(file.relative_to(HOUSE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
