"""Set ssmwizard up in this checkout, and open it on the demo account.

``python3 installer/demo.py`` needs git's checkout, Python 3.11 or later, and nothing else: no AWS
account, no administrator on a desktop. Where there is no display, the same job runs without a
window. More arguments go to ssmwizard, ``--lang fr`` for instance.
"""

from __future__ import annotations

import sys

import environment
import system
from terminal import exit_status, run, say

WINDOW_ON = {
    "native": (),
    "x11": (system.WINDOW, system.X11),
    "wayland": (system.WINDOW, system.WAYLAND),
}
NODE_BLOCKED = 1


def main() -> int:
    """Set up and start; return the exit status."""
    environment.require_python()
    display = system.display()
    system.require(system.INSTALL, *WINDOW_ON.get(display or "", ()))
    ssmwizard = [str(environment.prepare("run")), "-m", "ssmwizard"]
    if display:
        return run([*ssmwizard, "--demo", *sys.argv[1:]])
    say("There is no display here: checking the demo account without a window.")
    status = run([*ssmwizard, "check", "--demo", "--all", *sys.argv[1:]])
    if status != NODE_BLOCKED:
        return status
    say("Some nodes of the demo account are blocked on purpose: that is the right answer.")
    return 0


if __name__ == "__main__":
    sys.exit(exit_status(main))
