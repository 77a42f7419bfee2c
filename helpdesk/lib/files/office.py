"""The confined process that has LibreOffice draw an office document: the document in, one line of JSON and a PDF out.

A fence of its own, for LibreOffice is a program beside ours that writes files: it gets a folder that exists in memory
for it alone, no network and no socket, nothing to read but the system's libraries and fonts, and no other program.
Where the kernel cannot promise that, nothing is opened and the document waits.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from helpdesk.lib.confined import MEGABYTE
from helpdesk.lib.fenced import fence, of_python, without_calls
from helpdesk.lib.files.answering import answer
from helpdesk.lib.files.kinds import FileKind, Refused
from helpdesk.lib.files.packed import check_packed

_NEW_MOUNTS, _NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x20000, 0x10000000, 0x40000000, 0x8000000
_RECURSIVE_PRIVATE = 0x4000 | 0x40000
_NO_SUID_NO_DEVICES = 0x2 | 0x4
_DIE_WITH_PARENT = 1
ROOM = Path("/tmp")  # noqa: S108 - where LibreOffice puts its socket; nobody else's, see above
_SYSTEM = (
    "/usr/share",
    "/etc/fonts",
    "/etc/libreoffice",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
    "/var/cache/fontconfig",
)
_LOADERS = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")
_NAMES = {FileKind.DOCX: "stuk.docx", FileKind.ODT: "stuk.odt", FileKind.RTF: "stuk.rtf"}
_AGAIN = 81  # LibreOffice made its profile and asks to be started once more
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</oor:items>"""
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_OFF = (  # beside the fence: what would need it is not even tried
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Common/Save/URL", "FileSystem", "false"),
)


def main() -> int:
    """Never says more than a word about what is wrong."""
    seconds, megabytes, kind, program = sys.argv[1:]
    data = sys.stdin.buffer.read()

    def draw() -> tuple[Mapping[str, object], bytes]:
        if not enclose(Path(program)):
            return {"waits": "office"}, b""
        _lay_limits(int(seconds), int(megabytes))
        return {}, _drawn(data, FileKind(kind), program)

    return answer(draw)


def enclose(program: Path) -> bool:
    """Leave the network, make `ROOM` a folder in memory, and fence everything else off; whether all of that held."""
    if not _apart():
        return False
    seen = [*of_python(), *map(Path, _SYSTEM), program.parents[1]]
    fenced = fence(seen, writable=[ROOM, Path(os.devnull)], runnable=[program, *map(Path, _LOADERS)])
    return fenced and without_calls(program=True)


def _apart() -> bool:
    user, group = os.getuid(), os.getgid()
    kernel = ctypes.CDLL(None)
    try:
        if kernel.unshare(_NEW_USER | _NEW_MOUNTS | _NEW_NETWORK | _NEW_IPC):
            return False
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    except OSError:
        return False
    here = bool(kernel.mount(None, b"/", None, _RECURSIVE_PRIVATE, None) == 0)
    size = b"size=256m,mode=700"
    return here and bool(kernel.mount(b"tmpfs", os.fsencode(ROOM), b"tmpfs", _NO_SUID_NO_DEVICES, size) == 0)


def _lay_limits(seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (128 * MEGABYTE, 128 * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


def _drawn(data: bytes, kind: FileKind, program: str) -> bytes:
    if kind is not FileKind.RTF:
        check_packed(data, kind)
    settings = ROOM / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format("".join(_SETTING.format(*one) for one in _OFF)), encoding="utf-8")
    (ROOM / _NAMES[kind]).write_bytes(data)
    command = [program, f"-env:UserInstallation=file://{ROOM}/profile", "--headless", "--norestore", "--nologo"]
    command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(ROOM), str(ROOM / _NAMES[kind])]
    surroundings = {"HOME": str(ROOM), "TMPDIR": str(ROOM), "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    for _ in range(2):
        with subprocess.Popen(
            command,
            cwd=ROOM,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_die_with_us,
        ) as child:
            child.wait()
        if child.returncode != _AGAIN:
            break
    out = ROOM / "stuk.pdf"
    if not out.is_file():
        raise Refused("broken")
    return out.read_bytes()


def _die_with_us() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


if __name__ == "__main__":
    raise SystemExit(main())
