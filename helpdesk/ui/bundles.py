"""Serves the bundles to `runserver`, tests, whitenoise and `collectstatic` as if they were files of ours."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

from helpdesk.ui.parts import BUNDLES, Bundle


class BundleFinder(BaseFinder):
    """Joins a bundle when asked for, into a directory of this process that goes when it ends."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._home: Path | None = None

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Nothing can be set wrong here."""
        return []

    # Django renamed `all` to `find_all` in 5.2; both come in through kwargs.
    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The joined file's place on disk, or an empty list."""
        bundle = BUNDLES.get(path)
        if bundle is None:
            return []
        joined = str(self._join(bundle))
        return [joined] if find_all or kwargs.get("all") else joined

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        """All bundles, for `collectstatic`."""
        patterns = [*(ignore_patterns or ())]
        for name, bundle in BUNDLES.items():
            if not matches_patterns(name, patterns):
                self._join(bundle)
                yield name, FileSystemStorage(location=self._place())

    def _join(self, bundle: Bundle) -> Path:
        place = self._place() / bundle.name
        if not place.exists() or place.stat().st_mtime < bundle.newest():
            place.parent.mkdir(parents=True, exist_ok=True)
            # Another thread may be reading: write beside it and swap.
            handle, half = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(bundle.text())
            os.chmod(half, 0o644)
            os.replace(half, place)
        return place

    def _place(self) -> Path:
        if self._home is None:
            self._home = Path(tempfile.mkdtemp(prefix="krh-bundles-"))
            atexit.register(shutil.rmtree, self._home, ignore_errors=True)
        return self._home
