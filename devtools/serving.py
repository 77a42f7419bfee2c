"""How the two programs are served: as processes of their own, each with only its own environment."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from devtools.environment import ROOT

GUNICORN = (
    sys.executable, "-m", "gunicorn", "helpdesk.config.wsgi:application", "--worker-class", "gthread",
    "--log-level", "warning", "--graceful-timeout", "5", "--no-control-socket",
)  # fmt: skip
# One public process: the limiter and the key of the mailbox cookie live in its memory.
PUBLIC = (*GUNICORN, "--workers", "1", "--threads", "8")
DESK = (*GUNICORN, "--workers", "2", "--threads", "4", "--preload")
PATIENCE = 60

Process = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Part:
    """One process to start: what it is called when it fails, its command, its whole environment, its port."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    port: int = 0


def public_site(environment: Mapping[str, str], port: int) -> Part:
    """The public program."""
    return Part("The public site", [*PUBLIC, *_bind("127.0.0.1", port)], environment, port)


def desk(environment: Mapping[str, str], port: int) -> Part:
    """The desk, on both addresses that `localhost` may mean."""
    return Part("The desk", [*DESK, *_bind("127.0.0.1", port), *_bind("::1", port)], environment, port)


def worker(environment: Mapping[str, str]) -> Part:
    """What the desk does between requests."""
    return Part("The desk's worker", [sys.executable, "manage.py", "desk_worker"], environment)


def press(environment: Mapping[str, str]) -> Part:
    """Makes the reports that were ordered at the desk."""
    return Part("The press", [sys.executable, "manage.py", "press_worker"], environment)


def mail(environment: Mapping[str, str]) -> Part:
    """Empties the mailboxes."""
    return Part("The mail program", [sys.executable, "manage.py", "mail_worker"], environment)


@contextlib.contextmanager
def serving(*parts: Part) -> Iterator[dict[str, Process]]:
    """Start them, wait until each answers, and stop them at the end."""
    children: dict[str, Process] = {}
    try:
        for part in parts:
            children[part.name] = _start(part)
        for part in parts:
            _wait_for(part, children)
        yield children
    finally:
        _stop(children.values())


def _start(part: Part) -> Process:
    """In a session of its own, so that Ctrl-C reaches only us; it ends when we are killed."""
    tied = ["setpriv", "--pdeathsig=TERM", "--"] if shutil.which("setpriv") else []
    command = [*tied, *part.command]
    return subprocess.Popen(command, cwd=ROOT, env=part.environment, stdin=subprocess.DEVNULL, start_new_session=True)


def _wait_for(part: Part, children: Mapping[str, Process]) -> None:
    """Until the program answers at all; what it answers is its own business."""
    opener = build_opener(ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while part.port:
        for name, child in children.items():
            if child.poll() is not None:
                raise SystemExit(f"{name} did not start; the lines above say why.")
        if time.monotonic() > deadline:
            raise SystemExit(f"{part.name} does not answer on port {part.port}.")
        with contextlib.suppress(OSError):
            with contextlib.suppress(HTTPError):
                opener.open(f"http://127.0.0.1:{part.port}/healthz", timeout=5).close()
            return
        time.sleep(0.05)


def _stop(children: Collection[Process]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)  # what is left of its session
        child.wait()


def _bind(host: str, port: int) -> list[str]:
    """Gunicorn's words for one address; none where the machine has no such address (IPv6)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.bind((host, 0))
    except OSError:
        return []
    return ["--bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]
