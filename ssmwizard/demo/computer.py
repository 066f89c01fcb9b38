"""The computer of the demo: nothing of the real one is looked at, nothing is run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ssmwizard.demo import cli, computer_changes
from ssmwizard.demo.shell import Heard
from ssmwizard.model.computer import Means, Operation, Place, Ran, Start, System, Terminal
from ssmwizard.model.identity import Profile
from ssmwizard.model.probe import Ending, Handover, Stage, Talk
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut

VERSIONS = {"aws": "2.32.17", "session-manager-plugin": "1.2.835.0"}
PRINTED = {
    "aws": f"aws-cli/{VERSIONS['aws']} Python/3.13.9 Linux/6.12 exe/x86_64.debian.13\n",
    "session-manager-plugin": f"{VERSIONS['session-manager-plugin']}\n",
}
# When a session that works comes how far.
SECONDS = {Stage.HANDED_OVER: 0.2, Stage.SHOWN: 1.1, Stage.ECHOED: 1.4}


class DemoComputer:
    """A computer of its own: one with an AWS CLI and a plugin that are both well, or as its state says.

    ``profiles`` reads the profiles of the demo account's configuration; ``heard`` returns what comes of
    a session of that account; ``signed_in`` is told when its AWS CLI has signed in, which takes
    ``seconds``.
    """

    def __init__(
        self,
        profiles: Callable[[], tuple[Profile, ...]],
        state: dict[str, Any] | None = None,
        heard: Callable[[str], Heard] = lambda _: Heard(),
        *,
        signed_in: Callable[[], None] = lambda: None,
        seconds: float = 0.0,
    ) -> None:
        self._profiles = profiles
        self._state = state
        self._heard = heard
        self._signed_in = signed_in
        self._seconds = seconds

    def system(self) -> System:
        """Return a made-up operating system."""
        return System("Linux", "demo", "x86_64")

    def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        """Return where the program is said to be: the first usual place, or where its state has it."""
        if self._state is None:
            return tuple(Place(place, True, place, "x86_64") for place in usual[:1])
        here = self._state["path"]
        found = [path for path in self._state["tools"] if path.rpartition("/")[2] == program]
        return tuple(Place(one, one.rpartition("/")[0] in here, one, "x86_64") for one in found)

    def terminal(self, _timeout: float) -> Terminal:
        """Return where a terminal looks for programs."""
        if self._state is None:
            return Terminal(own=True)
        shell = f"/bin/{self._state['shell']}"
        return Terminal(asked=shell, folders=computer_changes.search_path(self._state))

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Return what the program would print; nothing is run."""
        name = arguments[0].rpartition("/")[2]
        printed = PRINTED[name]
        if self._state is not None:
            printed = printed.replace(VERSIONS[name], self._state["tools"][arguments[0]])
        return Ran(tuple(arguments), Start.RAN, 0, printed, "", min(0.3, timeout))

    def means(self, _programs: Mapping[str, Sequence[str]]) -> Means:
        """Return what there is to change it with."""
        state = self._state
        if state is None:
            return Means("/home/demo")
        files = computer_changes.start_files(state)
        means = Means(state["home"], state["shell"], files, dict(state["programs"]))
        return replace(means, chosen=dict(state["chosen"]))

    def choose(self, program: str, path: str) -> None:
        """Use a copy of a program from now on."""
        if self._state is not None:
            self._state["chosen"] = {**self._state["chosen"], program: path}

    def converse(
        self,
        arguments: Sequence[str],
        timeout: float,
        heard: Callable[[str], None],
        stopped: Callable[[], bool],
        _typed: Callable[[], str | None],
    ) -> Ran:
        """Let the demo's AWS CLI sign in: after a while somebody has done it."""
        seconds = min(timeout, self._seconds)
        status, said = cli.converse(arguments[1:], seconds, heard, stopped, self._signed_in)
        start = Start.TIMED_OUT if status is None else Start.FAILED if status else Start.RAN
        return Ran(tuple(arguments), start, status, said, "", seconds)

    def operations(self) -> Mapping[str, Operation]:
        """Return what plans can do on it."""
        return {} if self._state is None else computer_changes.Changes(self._state).operations()

    def way_out(self, goal: Goal, _timeout: float) -> WayOut:
        """Return that AWS answers; nothing is connected to."""
        host = goal.url.partition("://")[2].partition("/")[0]
        seen = ("192.0.2.10", "192.0.2.10:443", "Amazon RSA 2048 M01", "400")
        last = Layer.UPGRADE if goal.websocket else Layer.HTTP
        layers = zip((Layer.NAME, Layer.CONNECT, Layer.TLS, last), seen, strict=True)
        steps = tuple(Step(layer, Ended.DONE, 0.012, detail) for layer, detail in layers)
        return WayOut(goal, host, 443, "", False, steps, "Amazon RSA 2048 M01", (Store.PUBLIC,))

    def talk(
        self,
        handover: Handover,
        told: Callable[[Stage], None],
        _cut_off: Callable[[], bool],
        _stop: threading.Event,
    ) -> Talk:
        """Return what would come of running the plugin; nothing is run."""
        heard = self._heard(handover.session)
        stages = tuple(SECONDS) if not (heard.silent or heard.closed) else (Stage.HANDED_OVER,)
        for stage in stages:
            told(stage)
        reached = tuple((stage, SECONDS[stage]) for stage in stages)
        ending, seconds = Ending.ECHOED, 1.6
        if heard.closed:
            ending, seconds = Ending.CLOSED, 2.2
        elif heard.silent:
            ending, seconds = Ending.SILENT, 20.0
        said = f"SessionId: {handover.session} : {heard.closed}" if heard.closed else ""
        status = None if heard.silent else 0
        return Talk(Start.RAN, ending, reached, said, status, seconds)

    def profiles(self) -> tuple[Profile, ...]:
        """Return the demo account's profiles."""
        return self._profiles()

    def settings(self, _profile: str | None) -> Settings:
        """Return that nothing is set."""
        return Settings({}, {})
