"""Which process of which computer something belongs to, and whether that process still lives."""

import getpass
import hashlib
import os
import socket
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: a computer, a process id, and when the process started, so that a reused id is not mistaken for it.

    `started` is None where the system does not tell; then the id alone decides.
    """

    machine: str
    host: str
    user: str
    pid: int
    started: str | None = None


def this_process() -> Owner:
    """The process that asks."""
    return Owner(machine(), socket.gethostname(), user(), os.getpid(), started(os.getpid()))


def is_here(owner: Owner) -> bool:
    """True if `owner` is, or was, a process of this computer."""
    return owner.machine == machine()


def is_alive(owner: Owner) -> bool | None:
    """Whether the process still runs; None when it belongs to another computer, which nobody here can know."""
    if not is_here(owner):
        return None
    if not _runs(owner.pid):
        return False
    now = started(owner.pid)
    return owner.started is None or now is None or now == owner.started


@cache
def machine() -> str:
    """A name for this computer that another with the same host name does not have; it tells nothing about it."""
    try:
        known = Path("/etc/machine-id").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        import uuid  # slow, and needed only where a computer has no name of its own

        known = f"{uuid.getnode():x}"
    return hashlib.sha256(f"{socket.gethostname()} {known}".encode()).hexdigest()[:12]


def user() -> str:
    """The user's name on this computer; empty when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def started(pid: int) -> str | None:
    """When the process started, in a form that is never given twice: boot and clock ticks since it. Linux only."""
    try:
        ticks = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except (OSError, IndexError, ValueError):
        return None
    return f"{boot}/{ticks}"


def _runs(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    """Ask for a handle and whether it has been signalled: `os.kill` would end the process there."""
    if sys.platform != "win32":
        return False
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x0010_0000, False, pid)
    if not handle:
        return bool(kernel.GetLastError() == 5)
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == 0x102)
    finally:
        kernel.CloseHandle(handle)
