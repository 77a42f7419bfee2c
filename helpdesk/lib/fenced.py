"""A process fences itself off: Landlock for the disk, seccomp for calls to others. Neither can be taken back.

Numbers are those of `linux/landlock.h`, `linux/seccomp.h` and `linux/filter.h`; the system calls 425 and up are the
same on every architecture.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_NO_NEW_PRIVS = 38

_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_BY_VERSION = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # of files: all, refer, truncate, devices
_NETWORK_FROM, _NETWORK = 4, 0b11  # TCP bind and connect
_SCOPED_FROM, _SCOPED = 6, 0b11  # abstract sockets, and signals to others


# socket, io_uring_setup, execve, execveat, ptrace, process_vm_readv, process_vm_writev
_DENIED = {
    "x86_64": (0xC000003E, (41, 425, 59, 322, 101, 310, 311)),
    "aarch64": (0xC00000B7, (198, 425, 221, 281, 117, 270, 271)),
}
_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_ALLOWED, _REFUSED = 0x7FFF0000, 0x00050001  # the refusal is EPERM
_OTHER_TABLE = 0x40000000  # x32 numbers of the same calls


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_char_p))


class _Rules(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Of Landlock in this kernel; 0 is none."""
    return max(0, int(ctypes.CDLL(None).syscall(_CREATE, None, 0, _ASK_VERSION)))


def fence(readable: Iterable[Path]) -> bool:
    """From now on this process reads beneath these folders alone, writes nowhere, and calls nobody.

    Returns:
        Whether the kernel could promise that.
    """
    newest = version()
    if not newest:
        return False
    kernel = ctypes.CDLL(None)
    every = sum(bits for since, bits in _BY_VERSION.items() if since <= newest)
    rules = _Rules(every, _NETWORK if newest >= _NETWORK_FROM else 0, _SCOPED if newest >= _SCOPED_FROM else 0)
    size = 8 if newest < _NETWORK_FROM else 16 if newest < _SCOPED_FROM else 24
    handle = kernel.syscall(_CREATE, ctypes.byref(rules), size, 0)
    if handle < 0:
        return False
    for folder in readable:
        _allow(kernel, handle, folder)
    kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = bool(kernel.syscall(_RESTRICT, handle, 0) == 0)
    os.close(handle)
    return done


def _allow(kernel: ctypes.CDLL, handle: int, folder: Path) -> None:
    with suppress(FileNotFoundError):
        parent = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = _Beneath(_READ_FILE | (_READ_DIR if folder.is_dir() else 0), parent)
        kernel.syscall(_ADD, handle, _PATH_BENEATH, ctypes.byref(rule), 0)
        os.close(parent)


def of_python() -> list[Path]:
    """What an interpreter reads while it works: itself, its packages, the libraries of the system, this program."""
    ours = [Path(__file__).parents[1], Path(sys.prefix), Path(sys.base_prefix)]
    theirs = [Path(name) for name in ("/usr/lib", "/lib", "/lib64", "/usr/share/zoneinfo", "/dev/urandom", "/dev/null")]
    return [*ours, *theirs]


def without_calls() -> bool:
    """From now on no socket is opened (those of this machine too), no program started, no other process looked into.

    Returns:
        Whether the kernel could promise that.
    """
    if platform.machine() not in _DENIED:
        return False
    architecture, numbers = _DENIED[platform.machine()]
    checks = [(_AT_LEAST, _OTHER_TABLE), *((_EQUAL, number) for number in numbers)]
    lines = [(_LOAD, 0, 0, _ARCHITECTURE_AT), (_EQUAL, 0, len(checks) + 2, architecture), (_LOAD, 0, 0, _NUMBER_AT)]
    lines += [(code, len(checks) - at, 0, value) for at, (code, value) in enumerate(checks)]
    lines += [(_RETURN, 0, 0, _ALLOWED), (_RETURN, 0, 0, _REFUSED)]
    packed = b"".join(struct.pack("=HBBI", *line) for line in lines)
    kernel = ctypes.CDLL(None)
    kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    return bool(kernel.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(_Program(len(lines), packed)), 0, 0) == 0)
