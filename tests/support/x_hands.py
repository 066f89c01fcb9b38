"""Somebody at a keyboard of a real X server: sees the titles of windows, presses keys."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import CatchError, XError
from Xlib.ext import xtest
from Xlib.xobject.drawable import Window

# A shared machine is slow at times; only what never comes takes this long.
PATIENCE = 120.0
LOOK_SECONDS = 0.05
AGAIN_SECONDS = 3.0


class XHands:
    """Holds a connection to the display and the program that is shown there."""

    def __init__(self, display: str, program: subprocess.Popen[bytes]) -> None:
        self._program = program
        self._display = Display(display)
        self._title = self._display.intern_atom("_NET_WM_NAME")

    def close(self) -> None:
        """Let go of the display."""
        self._display.close()

    def until(
        self, holds: Callable[[], object], what: str, *, trying: Callable[[], None] | None = None
    ) -> None:
        """Wait for something; ``trying`` is done at once and, in vain, again after a while."""
        end, again = time.monotonic() + PATIENCE, 0.0
        while not holds():
            now = time.monotonic()
            if self._program.poll() is not None:
                raise AssertionError(f"The program ended before this was so: {what}")
            if now > end:
                raise AssertionError(f"This never was so: {what}. Windows: {self.titles()}")
            if trying is not None and now > again:
                trying()
                again = now + AGAIN_SECONDS
            time.sleep(LOOK_SECONDS)

    def titles(self) -> list[str]:
        """Return the titles of the windows in sight."""
        return [title for _, title in self._windows()]

    def at(self, title: str, *, trying: Callable[[], None] | None = None) -> None:
        """Wait for a window with such a title (a regular expression) and give it the keyboard."""
        self.until(lambda: self._given_to(title), title, trying=trying)

    def press(self, *strokes: str) -> None:
        """Press keys one after the other, ``Alt+Right`` or ``Return`` for instance."""
        for stroke in strokes:
            *held, key = stroke.split("+")
            codes = [self._code(name) for name in ([f"{one}_L" for one in held] + [key])]
            for code in codes:
                xtest.fake_input(self._display, X.KeyPress, code)
            for code in reversed(codes):
                xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def type(self, said: str) -> None:
        """Type a text."""
        shift = self._code("Shift_L")
        for letter in said:
            code, level = next(iter(self._display.keysym_to_keycodes(ord(letter))))
            if level:
                xtest.fake_input(self._display, X.KeyPress, shift)
            xtest.fake_input(self._display, X.KeyPress, code)
            xtest.fake_input(self._display, X.KeyRelease, code)
            if level:
                xtest.fake_input(self._display, X.KeyRelease, shift)
        self._display.sync()

    def _code(self, name: str) -> int:
        name = name.replace("Ctrl", "Control")
        return self._display.keysym_to_keycode(XK.string_to_keysym(name))

    def _given_to(self, wanted: str) -> bool:
        """Do what a window manager does: there is none here."""
        for window, title in self._windows():
            if re.search(wanted, title):
                lost = CatchError()
                window.set_input_focus(X.RevertToParent, X.CurrentTime, onerror=lost)
                self._display.sync()
                return lost.get_error() is None
        return False

    def _windows(self) -> Iterator[tuple[Window, str]]:
        for window in self._display.screen().root.query_tree().children:
            try:
                if window.get_attributes().map_state == X.IsViewable:
                    title = window.get_full_text_property(self._title)
                    if title:
                        yield window, title
            except XError:
                continue  # it has just gone
