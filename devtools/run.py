"""`./dev run`: both programs and the desk's worker over the embedded PostgreSQL, until Ctrl-C. The data stays."""

from __future__ import annotations

import contextlib
import errno
import socket
import time
from collections.abc import Mapping, Sequence

from devtools import serving
from devtools.office import office_note
from devtools.prepare import has_command, prepare, signins
from devtools.programs import desk_port, public_port
from devtools.workplace import Workplace, open_workplace


def run(arguments: Sequence[str]) -> int:
    """Set up, serve, watch; stop everything when one part stops."""
    if arguments:
        raise SystemExit("./dev run takes no arguments. DEV_PUBLIC_PORT and DEV_DESK_PORT choose other ports.")
    began = time.monotonic()
    with contextlib.suppress(KeyboardInterrupt), open_workplace() as workplace:
        _refuse_taken_ports()
        prepare(workplace)
        with serving.serving(*_parts(workplace)) as children:
            print(_welcome(workplace, time.monotonic() - began), flush=True)
            _watch(children, workplace)
    print("\nStopped. The data is kept; ./dev reset starts afresh.", flush=True)
    return 0


def _parts(workplace: Workplace) -> list[serving.Part]:
    desk = workplace.environment("desk")
    parts = [serving.public_site(workplace.environment("public"), public_port()), serving.desk(desk, desk_port())]
    parts += [serving.worker(desk)] if has_command("desk_worker") else []
    parts += [serving.press(desk)] if has_command("press_worker") else []
    mail = workplace.environment("mail")
    return [*parts, serving.mail(mail)] if mail["HELPDESK_MAILBOXES"] else parts


def _watch(children: Mapping[str, serving.Process], workplace: Workplace) -> None:
    parts = {**children, **{f"PostgreSQL ({kind})": c.server for kind, c in workplace.clusters.items() if c.server}}
    while True:
        for name, process in parts.items():
            if process.poll() is not None:
                raise SystemExit(f"{name} has stopped by itself, so everything stops. ./dev run starts it again.")
        time.sleep(0.3)


def _welcome(workplace: Workplace, seconds: float) -> str:
    note = office_note()
    return (
        f"\nReady in {seconds:.1f} s.\n\n"
        f"  The public site   http://127.0.0.1:{public_port()}\n"
        f"  The staff desk    http://localhost:{desk_port()}\n\n"
        f"{signins(workplace)}\n{note + chr(10) if note else ''}Ctrl-C stops."
    )


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
