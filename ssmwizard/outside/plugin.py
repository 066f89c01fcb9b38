"""Runs the Session Manager plugin on one session, as the AWS CLI does, and types a line in it.

The plugin is handed the session in its environment, as the AWS CLI does with every later plugin:
what stands on a command line is there for everybody on the computer to read.
https://github.com/aws/aws-cli/blob/develop/awscli/customizations/sessionmanager.py

It waits for ever where it does not get through, prints nothing of that, and its exit status is 0 for
most failures, so that its time is limited here and what it prints is all that there is to go by.
https://github.com/aws/session-manager-plugin/issues/59
"""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from ssmwizard.model.computer import Start
from ssmwizard.model.probe import LIMITS, Ending, Handover, Limits, Stage, Talk
from ssmwizard.outside import programs
from ssmwizard.outside.secrets import GONE, scrub_text
from ssmwizard.outside.terminal import Terminal

VARIABLE = "AWS_SSM_START_SESSION_RESPONSE"
OPERATION = "StartSession"
# What the plugin prints by itself; anything else comes from the node, or from its agent.
GREETING = re.compile(r"Starting session with SessionId: \S*")
OWN_WORDS = re.compile(
    r"^\s*(?:Cannot perform start session|Session: \S+ timed out|SessionId: \S+ :|Exiting session)",
    re.MULTILINE,
)
# How a terminal is told about colours, titles and places: it says nothing to a reader.
CONTROLS = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-Z\\-_]")
UNPRINTED = re.compile(r"[^\S\n]*\r\n|[\x00-\x08\x0b-\x1f\x7f]")
MOST_SAID = 4000
MOST_READ = 1_000_000
LOOK_SECONDS = 0.1
# The look at the way to the host of the stream ends by itself before that.
MOST_LOOKING_SECONDS = 10.0
LEAVE = "exit"


def talk(
    handover: Handover,
    told: Callable[[Stage], None],
    cut_off: Callable[[], bool],
    stop: threading.Event,
    limits: Limits = LIMITS,
) -> Talk:
    """Run the plugin until the node has answered, or patience ends; it ends with all that it started.

    ``told`` hears of each stage. ``cut_off`` is asked in a thread once nothing came for a while: whether
    the host of the stream is out of reach, so that nobody needs to wait any longer. Raises nothing for
    what fails.
    """
    began = time.monotonic()
    try:
        process, terminal = _begun(handover)
    except OSError as error:
        said, spent = error.strerror or str(error), round(time.monotonic() - began, 3)
        return Talk(programs.start_of(error), Ending.NOT_STARTED, (), said, None, spent)
    heard: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    reader = threading.Thread(
        target=_read, args=(process, heard), name="ssmwizard-plugin", daemon=True
    )
    reader.start()
    talking = _Talking(handover, told, cut_off, stop, limits, process, terminal, heard, began)
    try:
        ending = talking.listen()
        if ending in (Ending.ECHOED, Ending.CLOSED):
            talking.leave()
    finally:
        status = process.poll()
        programs.end_group(process)
        process.wait()
        terminal.close()
        reader.join(limits.goodbye)
        if process.stdout is not None and not reader.is_alive():
            process.stdout.close()
    spent = round(time.monotonic() - began, 3)
    said = "" if ending is Ending.ECHOED else talking.clean()
    return Talk(Start.RAN, ending, tuple(talking.reached.items()), said, status, spent)


@dataclass
class _Talking:
    """The plugin under way; ``said`` is all that it printed."""

    handover: Handover
    told: Callable[[Stage], None]
    cut_off: Callable[[], bool]
    stop: threading.Event
    limits: Limits
    process: subprocess.Popen[bytes]
    terminal: Terminal
    heard: queue.SimpleQueue[bytes | None]
    began: float
    reached: dict[Stage, float] = field(default_factory=dict)
    said: str = ""
    typed: int = 0
    unreachable: threading.Event = field(default_factory=threading.Event)
    looking: threading.Thread | None = None

    def listen(self) -> Ending:
        """Take in what is printed until it is clear what became of the session."""
        while True:
            ended = self._hear()
            if Stage.ECHOED in self.reached:
                return Ending.ECHOED
            if ended:
                return Ending.CLOSED
            self._do_what_is_due()
            over = self._over()
            if over is not None:
                return over

    def leave(self) -> None:
        """Have the shell end, where there is one, and give the plugin a moment to end with it."""
        if self.handover.typed and Stage.ECHOED in self.reached:
            self.terminal.type(LEAVE)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(self.limits.goodbye)

    def clean(self) -> str:
        """Return what was said besides the plugin's greeting, without secrets, to be read."""
        told = self.said
        for secret in _secrets(self.handover.response):
            told = told.replace(secret, GONE)
        told = UNPRINTED.sub("", CONTROLS.sub("", told).replace("\r\n", "\n"))
        return scrub_text(GREETING.sub("", told).strip()[-MOST_SAID:])

    def _hear(self) -> bool:
        """Take in what comes next; tell whether nothing comes any more."""
        try:
            printed = self.heard.get(timeout=LOOK_SECONDS)
        except queue.Empty:
            # Something that it started may still hold its output.
            return self.process.poll() is not None
        if printed is None:
            return True
        self.said = (self.said + printed.decode(errors="replace"))[-MOST_READ:]
        greeting = GREETING.search(self.said)
        if greeting is None:
            return False
        self._reach(Stage.HANDED_OVER)
        rest = CONTROLS.sub("", self.said[greeting.end() :])
        if rest.strip() and OWN_WORDS.search(rest) is None:
            self._reach(Stage.SHOWN)
        if self.handover.awaited in rest:
            self._reach(Stage.SHOWN)
            self._reach(Stage.ECHOED)
        return False

    def _reach(self, stage: Stage) -> None:
        if stage not in self.reached:
            self.reached[stage] = round(time.monotonic() - self.began, 3)
            self.told(stage)

    def _over(self) -> Ending | None:
        """Return why nobody waits any longer, None where somebody does."""
        spent = time.monotonic() - self.began
        if self.stop.is_set():
            return Ending.STOPPED
        if Stage.SHOWN not in self.reached:
            if self.looking is not None and spent > self.limits.word:
                self.looking.join(MOST_LOOKING_SECONDS)
            if self.unreachable.is_set():
                return Ending.CUT_OFF
            return Ending.SILENT if spent > self.limits.word else None
        return Ending.NO_ECHO if spent > self.limits.answer else None

    def _do_what_is_due(self) -> None:
        """Type the line at the first word, and once more where there may be a shell without a prompt."""
        late = time.monotonic() - self.began > self.limits.first
        if self.typed < 1 + late and (late or Stage.SHOWN in self.reached):
            self.typed += 1
            if self.handover.typed:
                self.terminal.type(self.handover.typed)
        if late and Stage.SHOWN not in self.reached and self.looking is None:
            self.looking = threading.Thread(target=self._look, name="ssmwizard-stream", daemon=True)
            self.looking.start()

    def _look(self) -> None:
        if self.cut_off():
            self.unreachable.set()


def _read(process: subprocess.Popen[bytes], heard: queue.SimpleQueue[bytes | None]) -> None:
    assert process.stdout is not None
    with suppress(OSError, ValueError):
        while printed := os.read(process.stdout.fileno(), 65536):
            heard.put(printed)
    heard.put(None)


def _begun(handover: Handover) -> tuple[subprocess.Popen[bytes], Terminal]:
    """Start the plugin in a session of its own, with a terminal to type on.

    https://github.com/aws/session-manager-plugin/blob/mainline/src/sessionmanagerplugin/session/session.go
    """
    terminal = Terminal()
    command = [
        handover.plugin,
        VARIABLE,
        handover.region,
        OPERATION,
        handover.profile,
        handover.parameters,
        handover.endpoint,
    ]
    try:
        process = subprocess.Popen(
            command,
            stdin=terminal.keyboard,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**programs.environment(), VARIABLE: handover.response},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except BaseException:
        terminal.close()
        raise
    finally:
        terminal.hand_over()
    return process, terminal


def _secrets(response: str) -> list[str]:
    """Return the token and the address of the stream, the longer one first."""
    told = json.loads(response)
    found = [str(told.get(name) or "") for name in ("TokenValue", "StreamUrl")]
    return sorted(filter(None, found), key=len, reverse=True)
