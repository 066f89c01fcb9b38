"""What plans do on this computer: the operations of the service ``computer``.

They are called as those of AWS are: plain values in, a plain answer out, ``CallFailed`` with a code
when they fail. An operation whose name begins as a reading one of AWS does (``Describe``, ``Get``,
``List``) changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from ssmwizard.model.computer import Asked, NotDone, Operation, Start
from ssmwizard.model.facts import Why
from ssmwizard.model.machine_policy import Write
from ssmwizard.model.plans import COMPUTER
from ssmwizard.outside import install, programs, start_files, windows_path
from ssmwizard.outside.calls import Call, CallFailed
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.reading import reads

# What of a program's output an answer and a failure carry.
PRINTED = 2000
ENDS: Mapping[Start, str] = {
    Start.NOT_FOUND: "ProgramNotFound",
    Start.NOT_EXECUTABLE: "ProgramNotExecutable",
    Start.WRONG_FORMAT: "ProgramOfAnotherProcessor",
    Start.TIMED_OUT: "ProgramTimedOut",
    Start.FAILED: "ProgramFailed",
}


class Hands:
    """The door through which a computer is changed.

    What may change something passes the ``gate`` for the ``fix`` that it belongs to, or is not done.
    ``heard`` is told of every call when it has ended.
    """

    def __init__(
        self,
        operations: Mapping[str, Operation],
        *,
        gate: Gate | None = None,
        fix: str = "",
        heard: Callable[[Call], None] = lambda _: None,
    ) -> None:
        self._operations = operations
        self._gate = gate
        self._fix = fix
        self._heard = heard

    def call(
        self,
        operation: str,
        parameters: Mapping[str, Any],
        say: Callable[[str], None] = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Mapping[str, Any]:
        """Do one thing and return its answer; raises :class:`CallFailed`.

        ``say`` is told each line that a program prints meanwhile. What can be stopped ends when
        ``stopped`` says so.
        """
        at = datetime.now(UTC)
        answer: Mapping[str, Any] | None = None
        failure: CallFailed | None = None
        try:
            answer = self._done(operation, Asked(parameters, say, stopped))
        except NotDone as reason:
            failure = _failed(operation, reason, at)
            raise failure from reason
        except OSError as error:
            failure = _failed(operation, NotDone(type(error).__name__, str(error)), at)
            raise failure from error
        finally:
            if answer is not None or failure is not None:
                seconds = (datetime.now(UTC) - at).total_seconds()
                self._heard(
                    Call(COMPUTER, operation, "", parameters, answer, failure, at, seconds, "")
                )
        return answer

    def _done(self, operation: str, asked: Asked) -> Mapping[str, Any]:
        if self._gate is not None and not reads(COMPUTER, operation):
            write = Write(COMPUTER, operation, self._fix, account="", region="")
            why = self._gate.refusal(write, asked.parameters)
            if why is not None:
                raise NotDone(self._gate.code, why.english(), Why.READ_ONLY)
        if operation not in self._operations:
            raise NotDone("UnknownOperation", "This version of the program does not know how.")
        return self._operations[operation](asked)


def run_program(asked: Asked) -> Mapping[str, Any]:
    """Run a program: its ``Arguments``, and for how many ``Seconds`` at most."""
    wanted = asked.parameters
    ran = programs.follow(wanted["Arguments"], wanted["Seconds"], asked.say, asked.stopped)
    printed = ran.output[-PRINTED:]
    if ran.start is Start.RAN:
        return {"Status": ran.status, "Output": printed}
    if ran.start is Start.TIMED_OUT and asked.stopped():
        raise NotDone("ProgramStopped", "Stopped as you wished.", Why.CANCELLED)
    why = Why.TIMED_OUT if ran.start is Start.TIMED_OUT else Why.FAILED
    said = ran.errors or printed or f"exit status {ran.status}"
    raise NotDone(ENDS[ran.start], said, why)


OPERATIONS: Mapping[str, Operation] = {
    "RunProgram": run_program,
    "GetBlock": start_files.get_block,
    "WriteBlock": start_files.write_block,
    "GetFiles": install.get_files,
    "InstallDownload": install.install_download,
    "RemoveCli": install.remove_cli,
    **windows_path.operations(windows_path.WindowsRegistry()),
}


def _failed(operation: str, reason: NotDone, at: datetime) -> CallFailed:
    return CallFailed(f"{COMPUTER}:{operation}", reason.why, reason.code, reason.message, at=at)
