"""Where the command line speaks: answers on standard output, all else on standard error."""

from __future__ import annotations

import getpass
import json
import logging
import logging.handlers
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ssmwizard.app.paper import Paper
from ssmwizard.app.progress import Progress
from ssmwizard.model.identity import CodeAsked, CodeGiven
from ssmwizard.outside import folders
from ssmwizard.outside.call_log import Heard
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.secrets import scrub_text

# A code is shown for half a minute.
CLOCK_SECONDS = 25
LOG_BYTES = 1_000_000
STOPPING = "Stopping as soon as the change under way has ended."
CLEAR_LINE = "\r\x1b[K"


class Wrong(Exception):  # noqa: N818 - what the operator did, not what failed
    """The command was used wrongly; the message says what to do instead."""


class _ScrubbedFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return scrub_text(super().format(record))


class _Quiet(logging.handlers.RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging names it
        """Do without what cannot be written: a full disk is no reason to speak of anything else."""


def log_to_file() -> Path | None:
    """Write the program's log to the place that the operating system has for it, without secrets.

    Return which file that is, None where none can be written.
    """
    try:
        path = folders.logs() / "ssmwizard.log"
        path.open("a").close()
        handler = _Quiet(
            path,
            maxBytes=LOG_BYTES,
            backupCount=2,
            encoding="utf-8",
            delay=True,
        )
    except OSError as error:
        note(f"No log is written: {error}")
        return None
    log = logging.getLogger("ssmwizard")
    for old in [one for one in log.handlers if isinstance(one, type(handler))]:
        log.removeHandler(old)
        old.close()
    handler.setFormatter(_ScrubbedFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return path


def answer(text: str, output: Path | None = None) -> None:
    """Give the answer of a command: on standard output, or into a file."""
    whole = text if text.endswith("\n") else f"{text}\n"
    if output is None:
        sys.stdout.write(_printable(whole))
        sys.stdout.flush()
        return
    with _writing(output):
        output.write_text(whole, encoding="utf-8")


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Wrong(f"The answer cannot be written to {output}: {error.strerror}.") from error


def answer_json(value: Any, output: Path | None = None) -> None:
    """Give an answer for programs."""
    answer(json.dumps(value, indent=2, ensure_ascii=spelled(output)), output)


def answer_pieces(pieces: Iterable[str], output: Path | None = None) -> None:
    """Give an answer that may be large, piece by piece."""
    if output is None:
        sys.stdout.writelines(map(_printable, pieces))
        sys.stdout.flush()
        return
    with _writing(output), output.open("w", encoding="utf-8") as file:
        file.writelines(pieces)


def spelled(output: Path | None) -> bool:
    """Tell whether an answer for programs has to be spelled in ASCII."""
    return output is None and not unicode()


def note(text: str) -> None:
    """Say something besides the answer."""
    sys.stderr.write(f"{text}\n")


def terminal() -> str | None:
    """Return the name under which the terminal of this process is written to; None: it has none."""
    name = "CONOUT$" if sys.platform == "win32" else "/dev/tty"
    try:
        with open(name, "w", encoding="utf-8"):  # noqa: PTH123 - a device, not a file
            return name
    except OSError:
        return None


def tell_once(text: str, on: str | None) -> None:
    """Say what must not be kept anywhere: on the terminal, else as a part of the answer."""
    if on is None:
        answer(text)
        return
    with open(on, "w", encoding="utf-8", errors="replace") as shown:  # noqa: PTH123 - a device
        shown.write(text)


def progress(step: Progress) -> None:
    """Show how far an inspection is, on one line that changes; only on a terminal."""
    counted = f" {step.done}/{step.total}" if step.total else ""
    line(f"{step.says.english()}{counted}")


def line(text: str) -> bool:
    """Show something on one line that changes, cut to fit; tell whether there is a terminal for it."""
    if sys.stderr.isatty():
        columns = shutil.get_terminal_size((100, 24)).columns
        sys.stderr.write(f"{CLEAR_LINE}{text[: columns - 1]}")
        sys.stderr.flush()
        return True
    return False


def call(heard: Heard) -> None:
    """Note one call: when, which, whether it may change something, how long, how it ended."""
    kind = "changes" if heard.writes else "reads"
    ended = heard.code or "done"
    if not heard.made:
        ended = f"not called ({heard.code})"
    at = f"{heard.at.astimezone():%H:%M:%S}"
    name = f"{heard.service}:{heard.operation}"
    took = f"{heard.milliseconds} ms" if heard.made else "-"
    note(f"{at}  {name}  {kind}  {took}  {ended}  {heard.request_id or '-'}")


class Teller:
    """Notes what happens, one line each, without saying the same thing twice in a row."""

    def __init__(self) -> None:
        self._told = ""

    def __call__(self, text: str) -> None:
        """Say what happens now."""
        if text != self._told:
            self._told = text
            note(f"  {text}")


@contextmanager
def stoppable(says: str = STOPPING, *, once: bool = False) -> Iterator[threading.Event]:
    """Let Ctrl+C end what is under way between two changes, and never within one; ``says`` so then.

    ``once``: nothing is changed, so that a second Ctrl+C ends it at once.
    """
    stop = threading.Event()

    def ask(*_: object) -> None:
        stop.set()
        note(says)
        if once:
            signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def progress_ended() -> None:
    """Take the line of progress away again."""
    if sys.stderr.isatty():
        sys.stderr.write(CLEAR_LINE)
        sys.stderr.flush()


def width() -> int:
    """Return how many characters fit on a line of the answer."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def paper() -> Paper:
    """Return paper of the terminal's width and colours for an answer on standard output."""
    return Paper(width(), colour=colour(), plain=not unicode())


def unicode() -> bool:
    """Tell whether the answer may hold more than ASCII."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def colour() -> bool:
    """Tell whether the answer may be coloured (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def asks() -> bool:
    """Tell whether there is a terminal on which somebody can answer."""
    return sys.stdin.isatty()


def confirmed(question: str, expected: str) -> bool:
    """Ask on the terminal and tell whether the expected words were typed."""
    if not asks():
        raise Wrong("There is no terminal to confirm on. Add --yes to do it without asking.")
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() == expected


def ask_for_codes(codes: Codes) -> None:
    """Let MFA codes be asked for, if there is a terminal to ask on."""
    codes.said = lambda reason: note(reason.english())
    if sys.stdin is not None and sys.stdin.isatty():
        codes.ask = _ask_for_code


def _ask_for_code(asked: CodeAsked) -> CodeGiven | None:
    progress_ended()
    if asked.refused:
        note("AWS did not accept that code. Each works once: wait for the next one.")
        if asked.ahead is not None and abs(asked.ahead) > CLOCK_SECONDS:
            note("The clock of this computer is wrong; codes that it shows itself are wrong too.")
    said = f"MFA code of {asked.device} for the profile {asked.profile} (empty: none): "
    try:
        code = getpass.getpass(said, stream=sys.stderr).strip()
    except (EOFError, KeyboardInterrupt):
        return None
    return CodeGiven(code) if code else None


def has_display() -> bool:
    """Tell whether a window can be shown; Qt ends the process when it cannot."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _printable(text: str) -> str:
    """Return the text with what the terminal cannot show replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, errors="replace").decode(encoding)
