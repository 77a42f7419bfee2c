"""Runs one of our modules in a process of its own that may use little time and memory, write no file and call nobody.

Where the kernel knows Landlock it cannot read keys, settings or anybody's files either.

The module calls `confine()` first, reads standard input, and writes its answer to standard output. Whoever takes over
the small process must not get the large one with it, so the answer is plain bytes and never pickle.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import typing
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from helpdesk.lib.fenced import fence, of_python, without_calls

MEGABYTE = 1024 * 1024
_HOME = Path(__file__).parents[2]
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def run_confined(module: str, raw: bytes, *arguments: str, seconds: float, megabytes: int) -> bytes | None:
    """What the module answers to `raw`; None when it broke, took too long, or said too much.

    Args:
        seconds: of the clock, and of the processor.
        megabytes: of memory for the process, and of its answer.
    """
    limits = [str(max(1, int(seconds) + 1)), str(megabytes)]
    command = [sys.executable, "-E", "-s", "-B", "-m", module, *limits, *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_HOME, env={}
    ) as child:
        answer = _talk(child, raw, seconds, megabytes * MEGABYTE)
    return answer if child.returncode == 0 and answer else None


def confine() -> list[str]:
    """Lay the limits of `run_confined` on this process; return the module's own arguments."""
    seconds, megabytes, *arguments = sys.argv[1:]
    without_network()
    fence(of_python())
    without_calls()
    lay_limits(int(seconds), int(megabytes))
    return arguments


def without_network() -> bool:
    """Leave the network behind where the kernel lets us; says whether it did."""
    libc = ctypes.CDLL(None)
    return bool(libc.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def lay_limits(seconds: int, megabytes: int) -> None:
    """Processor time, memory, no file, no core dump, few handles."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump of memory would be the content in the clear
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))


def give_up() -> typing.NoReturn:
    """End at once, without the tidying that may need the memory that is not there."""
    os._exit(1)


def _talk(child: subprocess.Popen[bytes], raw: bytes, seconds: float, most: int) -> bytes:
    """Give the bytes, take the answer; kill it when time is up or when it says too much."""
    assert child.stdin is not None  # noqa: S101 - asked for above
    assert child.stdout is not None  # noqa: S101
    clock = Timer(seconds, child.kill)
    giving = Thread(target=_give, args=(child.stdin, raw), daemon=True)
    clock.start()
    giving.start()
    try:
        answer = child.stdout.read(most + 1)
        if len(answer) > most:
            child.kill()
            return b""
        child.wait()
        return answer
    finally:
        clock.cancel()
        giving.join()


def _give(pipe: typing.IO[bytes], raw: bytes) -> None:
    try:
        pipe.write(raw)
        pipe.flush()
    except OSError:
        return  # it died; its return code tells
    finally:
        with suppress(OSError):
            pipe.close()
