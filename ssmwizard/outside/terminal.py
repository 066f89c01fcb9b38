"""A terminal that another program reads from, with nobody sitting at it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

if sys.platform == "win32":

    class Terminal:
        """No terminal to type on: on Windows the plugin reads the console, not its input."""

        keyboard = subprocess.DEVNULL

        def hand_over(self) -> None:
            """Leave it to the program that was started with it."""

        def type(self, line: str) -> None:
            """Type nothing."""

        def close(self) -> None:
            """Let go of it."""

else:
    import pty
    import termios

    ECHO_AND_LINES = termios.ECHO | termios.ICANON
    LOCAL_MODES = 3

    class Terminal:
        """A pair of descriptors: what is typed on one is read from ``keyboard``, and is not echoed.

        A line ends as by the Enter key, which each program takes as it has set its terminal.
        """

        def __init__(self) -> None:
            self._typing, self.keyboard = pty.openpty()
            modes = termios.tcgetattr(self.keyboard)
            modes[LOCAL_MODES] &= ~ECHO_AND_LINES
            termios.tcsetattr(self.keyboard, termios.TCSANOW, modes)

        def hand_over(self) -> None:
            """Leave the keyboard to the program that was started with it."""
            os.close(self.keyboard)

        def type(self, line: str) -> None:
            """Type a line; where nobody reads it any more, nothing happens."""
            with suppress(OSError):
                os.write(self._typing, f"{line}\r".encode())

        def close(self) -> None:
            """Let go of it."""
            os.close(self._typing)
