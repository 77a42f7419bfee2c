"""The confined process is taken over in the test, and gets nowhere: twenty tries, each of which works outside."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.lib import confined
from helpdesk.lib.fenced import version

PROBES = """
import json, os, socket, subprocess, sys, ctypes
sys.argv = ["probe", "10", "1024"]
folder, port, inside = {folder!r}, {port}, {inside}
if inside:
    from helpdesk.lib.confined import confine
    confine()
def there(): socket.create_connection(("127.0.0.1", port), 2).close()
def bound(): socket.socket().bind(("127.0.0.1", 0))
def local():
    line = socket.socket(socket.AF_UNIX); line.connect(folder + "/line"); line.close()
def sent(): socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port))
def renamed(): os.rename(folder + "/b", folder + "/c")
def made(): open(folder + "/new", "x").close()
def other_memory():
    if ctypes.CDLL(None).process_vm_readv(os.getpid(), None, 0, None, 0, 0) < 0: raise OSError
PROBES = dict(
    read_a_key=lambda: open(folder + "/keyring").read(),
    read_the_users=lambda: open("/etc/passwd").read(),
    read_the_hosts=lambda: open("/etc/hosts").read(),
    read_the_environment=lambda: open("/proc/self/environ").read(),
    read_the_memory=lambda: open("/proc/self/maps").read(),
    list_the_root=lambda: os.listdir("/"),
    list_the_folder=lambda: os.listdir(folder),
    list_the_processes=lambda: os.listdir("/proc"),
    make_a_file=made,
    make_a_folder=lambda: os.mkdir(folder + "/newer"),
    make_a_link=lambda: os.symlink("/etc/passwd", folder + "/link"),
    make_a_pipe=lambda: os.mkfifo(folder + "/pipe"),
    cut_a_file=lambda: os.truncate(folder + "/keyring", 3),
    rename_a_file=renamed,
    remove_a_file=lambda: os.remove(folder + "/a"),
    call_a_port=there,
    hold_a_port=bound,
    send_a_packet=sent,
    call_this_machine=local,
    start_a_program=lambda: subprocess.run(["/bin/true"], check=True),
    look_into_a_process=other_memory,
)
done = []
for name, probe in PROBES.items():
    try:
        probe()
    except Exception:
        continue
    done.append(name)
sys.__stdout__.write(json.dumps([len(PROBES), done]))
"""


def tried(folder: Path, port: int, *, inside: bool) -> tuple[int, list[str]]:
    code = PROBES.format(folder=str(folder), port=port, inside=inside)
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, cwd=confined._HOME, check=True)
    count, succeeded = json.loads(done.stdout)
    return count, succeeded


@pytest.mark.skipif(version() < 1 or os.uname().machine not in {"x86_64", "aarch64"}, reason="no Landlock here")
def test_whoever_takes_over_the_small_process_gets_nowhere(tmp_path: Path) -> None:
    def fresh(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for one in ("keyring", "a", "b"):
            (folder / one).write_text("geheim")
        return folder

    outside, inside = fresh("outside"), fresh("inside")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        lines = []
        for folder in (outside, inside):
            line = socket.socket(socket.AF_UNIX)
            line.bind(str(folder / "line"))
            line.listen()
            lines.append(line)
        count, succeeded = tried(outside, port, inside=False)
        assert len(succeeded) == count >= 20, "the control: outside everything works"
        assert tried(inside, port, inside=True) == (count, [])
        for line in lines:
            line.close()
    assert sorted(path.name for path in inside.iterdir()) == ["a", "b", "keyring", "line"]
    assert (inside / "keyring").read_text() == "geheim"
