"""Run a command and print what it cost: launch.py OUTPUT COMMAND... Prints CPU seconds, peak memory in MB, exit status.

A process of its own, and a small one: to a new process the memory counts that the one it was made from had.
"""

import os
import sys


def main() -> None:
    """Run one command."""
    output, *command = sys.argv[1:]
    actions = [
        (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    scale = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in kilobytes elsewhere
    print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1e6, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
