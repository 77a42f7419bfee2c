"""`./dev run`: both programs and the desk's worker over the embedded PostgreSQL, until Ctrl-C. The data stays."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener

from devtools.environment import ROOT
from devtools.prepare import has_command, prepare, signins
from devtools.programs import desk_port, public_port
from devtools.workplace import Workplace, open_workplace

GUNICORN = (
    sys.executable, "-m", "gunicorn", "helpdesk.config.wsgi:application", "--worker-class", "gthread",
    "--log-level", "warning", "--graceful-timeout", "5", "--no-control-socket",
)  # fmt: skip
# One public process: the limiter and the key of the mailbox cookie live in its memory.
PUBLIC = (*GUNICORN, "--workers", "1", "--threads", "8")
DESK = (*GUNICORN, "--workers", "2", "--threads", "4", "--preload")
WORKER = (sys.executable, "manage.py", "desk_worker")
PATIENCE = 60


def run(arguments: Sequence[str]) -> int:
    """Set up, serve, watch; stop everything when one part stops."""
    if arguments:
        raise SystemExit("./dev run takes no arguments. DEV_PUBLIC_PORT and DEV_DESK_PORT choose other ports.")
    began = time.monotonic()
    with contextlib.suppress(KeyboardInterrupt), open_workplace() as workplace:
        _refuse_taken_ports()
        prepare(workplace)
        with _children(workplace) as children:
            _wait_for(public_port(), children)
            _wait_for(desk_port(), children)
            print(_welcome(workplace, time.monotonic() - began), flush=True)
            _watch(children, workplace)
    print("\nStopped. The data is kept; ./dev reset starts afresh.", flush=True)
    return 0


@contextlib.contextmanager
def _children(workplace: Workplace) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    public, desk = workplace.environment("public"), workplace.environment("desk")
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        children["The public site"] = _start([*PUBLIC, *_bind("127.0.0.1", public_port())], public)
        children["The desk"] = _start([*DESK, *_bind("127.0.0.1", desk_port()), *_bind("::1", desk_port())], desk)
        if has_command("desk_worker"):
            children["The desk's worker"] = _start(WORKER, desk)
        yield children
    finally:
        _stop(children.values())


def _start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C reaches only us and the order of stopping is ours."""
    tied = ["setpriv", "--pdeathsig=TERM", "--"] if shutil.which("setpriv") else []
    return subprocess.Popen(
        [*tied, *command], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
    )


def _stop(children: Collection[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)  # what is left of its session
        child.wait()


def _watch(children: Mapping[str, subprocess.Popen[bytes]], workplace: Workplace) -> None:
    parts = {**children, **{f"PostgreSQL ({kind})": c.server for kind, c in workplace.clusters.items() if c.server}}
    while True:
        for name, process in parts.items():
            if process.poll() is not None:
                raise SystemExit(f"{name} has stopped by itself, so everything stops. ./dev run starts it again.")
        time.sleep(0.3)


def _wait_for(port: int, children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    """Until the program answers at all; what it answers is its own business."""
    opener = build_opener(ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for name, child in children.items():
            if child.poll() is not None:
                raise SystemExit(f"{name} did not start; the lines above say why.")
        try:
            opener.open(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
            return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.05)
    raise SystemExit(f"Nothing answers on port {port}.")


def _welcome(workplace: Workplace, seconds: float) -> str:
    return (
        f"\nReady in {seconds:.1f} s.\n\n"
        f"  The public site   http://127.0.0.1:{public_port()}\n"
        f"  The staff desk    http://localhost:{desk_port()}\n\n"
        f"{signins(workplace)}\nCtrl-C stops."
    )


def _bind(host: str, port: int) -> list[str]:
    """Gunicorn's words for one address; none where the machine has no such address (IPv6)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.bind((host, 0))
    except OSError:
        return []
    return ["--bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]


def _refuse_taken_ports() -> None:
    for port, variable in ((public_port(), "DEV_PUBLIC_PORT"), (desk_port(), "DEV_DESK_PORT")):
        if _is_taken(port):
            raise SystemExit(f"Port {port} is taken by another program. Stop it, or set {variable} to a free port.")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as refusal:
            return refusal.errno == errno.EADDRINUSE
    return False
