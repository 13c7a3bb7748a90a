"""``python -m benchmarks.measured FILE COMMAND...``: run a command, and write what it took into FILE.

The system counts the memory of whoever starts a process as that process's own peak; so it is started by
this small one, instead of by the benchmarks with all that they have loaded.
"""

import json
import os
import signal
import sys


def main() -> None:
    """Run, pass a request to stop on, and end as the command ended."""
    file, *command = sys.argv[1:]
    pid = os.posix_spawnp(command[0], command, os.environ)
    signal.signal(signal.SIGTERM, lambda *_about: os.kill(pid, signal.SIGTERM))
    _pid, status, used = os.wait4(pid, 0)
    taken = {"own_seconds": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}
    with open(file, "w", encoding="utf-8") as out:
        json.dump(taken, out)
    sys.exit(os.waitstatus_to_exitcode(status) and 1)


if __name__ == "__main__":
    main()
