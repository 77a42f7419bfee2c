"""A real IMAP server for tests and benchmarks: Dovecot on a loopback port, with one account, in a folder of ours."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from devtools.binaries import Account

PLACES = ("/usr/sbin", "/usr/local/sbin")
ADVICE = "No Dovecot here. Install one (Debian: apt-get install dovecot-imapd)."
USER, PASSWORD = "helpdesk", "maildozen"
CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/dovecot.log
ssl = no
disable_plaintext_auth = no
default_internal_user = {account}
default_internal_group = {group}
default_login_user = {account}
first_valid_uid = 1
mail_location = maildir:{home}/mail
mail_fsync = always
mailbox_list_index = no
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service imap {{
  process_limit = 64
}}
service stats {{
  chroot =
}}
"""


def find_dovecot() -> str:
    """The program; Debian's is fetched where we are root. Without it: SystemExit with a sentence."""
    found = _found()
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "--no-install-recommends", "dovecot-imapd"]):
            subprocess.run(["apt-get", "-qq", *command], check=True, env=quietly, stdout=subprocess.DEVNULL)
        found = _found()
    if not found:
        raise SystemExit(ADVICE)
    return found


def _found() -> str | None:
    return shutil.which("dovecot", path=os.pathsep.join([os.environ.get("PATH", ""), *PLACES]))


@dataclass
class Dovecot:
    """One server with its mail in `home`, a short path; it can be killed and started again."""

    home: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it greets."""
        account = Account.choose()
        entry = pwd.getpwuid(account.uid)
        for folder in (self.home, self.home / "run", self.home / "mail"):
            folder.mkdir(exist_ok=True)
            account.own(folder)
        config = self.home / "dovecot.conf"
        config.write_text(
            CONFIG.format(
                home=self.home, account=entry.pw_name, group=_group(account.gid), uid=account.uid, gid=account.gid,
                password=PASSWORD, port=self.port,
            )
        )  # fmt: skip
        account.own(config)
        command = account.command(find_dovecot(), "-F", "-c", config)
        self.process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=5) as probe:
                if probe.recv(4) == b"* OK":
                    return
            time.sleep(0.05)
        raise AssertionError(f"Dovecot does not answer: {self._log()}")

    def kill(self) -> None:
        """kill -9 on all its processes."""
        if self.process:
            for pid in _children(self.process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
        for left in (self.home / "run").glob("*"):
            if not left.is_dir():
                left.unlink(missing_ok=True)

    def _log(self) -> str:
        log = self.home / "dovecot.log"
        return log.read_text()[-2000:] if log.exists() else "it wrote no log"


def _group(gid: int) -> str:
    return grp.getgrgid(gid).gr_name


def _children(pid: int) -> list[int]:
    """This process and all below it, deepest last."""
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found
