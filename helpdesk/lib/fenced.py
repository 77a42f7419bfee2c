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

_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_OF_FOLDERS = _READ_DIR | sum(1 << bit for bit in (4, 5, *range(6, 14)))  # listing, removing, making, moving
_BY_VERSION = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # of files: all, refer, truncate, devices
_NETWORK_FROM, _NETWORK = 4, 0b11  # TCP bind and connect
_SCOPED_FROM, _SCOPED = 6, 0b11  # abstract sockets, and signals to others


# of each architecture: io_uring_setup, execveat, ptrace, process_vm_readv, process_vm_writev; execve; socket;
# connect, sendto, sendmsg, sendmmsg
_DENIED = {
    "x86_64": (0xC000003E, (425, 322, 101, 310, 311), 59, 41, (42, 44, 46, 307)),
    "aarch64": (0xC00000B7, (425, 281, 117, 270, 271), 221, 198, (203, 206, 211, 269)),
}
_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_OF_THIS_MACHINE = 1  # AF_UNIX
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


def fence(readable: Iterable[Path], *, writable: Iterable[Path] = (), runnable: Iterable[Path] = ()) -> bool:
    """From now on this process reads beneath these folders alone, and calls nobody.

    Args:
        writable: folders in which it may do all but start a program; none, and it writes nowhere.
        runnable: the files that may be started, if any at all.

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
    inside = every & ~_EXECUTE
    for path, allowed in (
        *((path, _READ_FILE | _READ_DIR) for path in readable),
        *((path, inside) for path in writable),
        *((path, _READ_FILE | _EXECUTE) for path in runnable),
    ):
        _allow(kernel, handle, path, allowed)
    kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = bool(kernel.syscall(_RESTRICT, handle, 0) == 0)
    os.close(handle)
    return done


def _allow(kernel: ctypes.CDLL, handle: int, path: Path, allowed: int) -> None:
    with suppress(FileNotFoundError):
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = _Beneath(allowed if path.is_dir() else allowed & ~_OF_FOLDERS, parent)
        kernel.syscall(_ADD, handle, _PATH_BENEATH, ctypes.byref(rule), 0)
        os.close(parent)


def of_python() -> list[Path]:
    """What an interpreter reads while it works: itself, its packages, the libraries of the system, this program."""
    ours = [Path(__file__).parents[1], Path(sys.prefix), Path(sys.base_prefix)]
    theirs = [Path(name) for name in ("/usr/lib", "/lib", "/lib64", "/usr/share/zoneinfo", "/dev/urandom", "/dev/null")]
    return [*ours, *theirs]


def without_calls(*, program: bool = False) -> bool:
    """From now on no socket is opened (those of this machine too), no program started, no other process looked into.

    Args:
        program: whether one may be started (`fence` says which) that listens at a socket of this machine. It still
            calls nobody.

    Returns:
        Whether the kernel could promise that.
    """
    if platform.machine() not in _DENIED:
        return False
    architecture, always, start, socket, calls = _DENIED[platform.machine()]
    numbers = (*always, *calls) if program else (*always, start, socket)
    checks = [(_AT_LEAST, _OTHER_TABLE), *((_EQUAL, number) for number in numbers)]
    only = [(_EQUAL, 0, 2, socket), (_LOAD, 0, 0, _FIRST_ARGUMENT_AT), (_EQUAL, 0, 1, _OF_THIS_MACHINE)]
    last = [*(only if program else []), (_RETURN, 0, 0, _ALLOWED), (_RETURN, 0, 0, _REFUSED)]
    far = len(checks) + len(last)
    lines = [(_LOAD, 0, 0, _ARCHITECTURE_AT), (_EQUAL, 0, far, architecture), (_LOAD, 0, 0, _NUMBER_AT)]
    lines += [(code, far - at - 2, 0, value) for at, (code, value) in enumerate(checks)]
    packed = b"".join(struct.pack("=HBBI", *line) for line in [*lines, *last])
    kernel = ctypes.CDLL(None)
    kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    rules = _Program(len(lines) + len(last), packed)
    return bool(kernel.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(rules), 0, 0) == 0)
