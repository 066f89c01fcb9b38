"""The computer of the demo: nothing of the real one is looked at, nothing is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ssmwizard.model.computer import Operation, Place, Ran, Start, System, Terminal
from ssmwizard.model.identity import Profile
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut

PRINTED = {
    "aws": "aws-cli/2.32.17 Python/3.13.9 Linux/6.12 exe/x86_64.debian.13\n",
    "session-manager-plugin": "1.2.835.0\n",
}


class DemoComputer:
    """A computer with an AWS CLI and a plugin that are both well.

    ``profiles`` reads the profiles of the demo account's configuration.
    """

    def __init__(self, profiles: Callable[[], tuple[Profile, ...]]) -> None:
        self._profiles = profiles

    def system(self) -> System:
        """Return a made-up operating system."""
        return System("Linux", "demo", "x86_64")

    def places(self, _program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        """Return where the program is said to be: the first usual place."""
        return tuple(Place(place, True, place, "x86_64") for place in usual[:1])

    def terminal(self, _timeout: float) -> Terminal:
        """Return that a terminal looks for programs where this process does."""
        return Terminal(own=True)

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Return what the program would print; nothing is run."""
        name = arguments[0].rpartition("/")[2]
        return Ran(tuple(arguments), Start.RAN, 0, PRINTED[name], "", min(0.3, timeout))

    def operations(self) -> Mapping[str, Operation]:
        """Return what plans can do on it."""
        return {}

    def way_out(self, goal: Goal, _timeout: float) -> WayOut:
        """Return that AWS answers; nothing is connected to."""
        host = goal.url.partition("://")[2].partition("/")[0]
        seen = ("192.0.2.10", "192.0.2.10:443", "Amazon RSA 2048 M01", "400")
        last = Layer.UPGRADE if goal.websocket else Layer.HTTP
        layers = zip((Layer.NAME, Layer.CONNECT, Layer.TLS, last), seen, strict=True)
        steps = tuple(Step(layer, Ended.DONE, 0.012, detail) for layer, detail in layers)
        return WayOut(goal, host, 443, "", False, steps, "Amazon RSA 2048 M01", (Store.PUBLIC,))

    def profiles(self) -> tuple[Profile, ...]:
        """Return the demo account's profiles."""
        return self._profiles()
