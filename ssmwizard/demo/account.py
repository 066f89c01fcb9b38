"""The demo account as its users hold it: two ways in, and what tests may do to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from ssmwizard.demo import faults, hook, portal, profiles, scenarios, world
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.demo.context import World
from ssmwizard.demo.shell import Heard, heard
from ssmwizard.demo.wire import Endpoint

if TYPE_CHECKING:
    from botocore.session import Session

    from ssmwizard.demo.server import Served
    from ssmwizard.model.identity import Profile

Clock = Callable[[], float]
# How long the operator of the demo takes to sign in, at pace 1.
SIGN_IN_SECONDS = 6.0


class Demo:
    """One demo account. Safe to use from many threads.

    Patterns name calls as ``service:Operation``, with ``*`` and ``?``.
    """

    def __init__(self, state: World, clock: Clock = time.time) -> None:
        self._endpoint = Endpoint(state, clock)
        self._clock = clock

    @property
    def world(self) -> World:
        """The state, as plain data. Who takes it may change it: nodes react to that."""
        self._endpoint.world["revision"] += 1
        return self._endpoint.world

    @property
    def calls(self) -> list[str]:
        """``service:Operation`` of every call since the account was opened, oldest first."""
        return list(self._endpoint.calls)

    @property
    def strict(self) -> bool:
        """Whether an answer with a member that AWS's model does not know is an error."""
        return self._endpoint.strict

    @strict.setter
    def strict(self, value: bool) -> None:
        self._endpoint.strict = value

    def hook(self, session: Session) -> None:
        """Lets this session's future clients talk to the demo account; opens no port."""
        hook.install(self._endpoint, session)

    def heard(self, session: str) -> Heard:
        """What the plugin gets to hear in a session that was started."""
        return heard(self._endpoint.world, session, self._clock())

    def serve(self) -> AbstractContextManager[Served]:
        """Listens on the loopback address; the block gets an object with ``url``."""
        from ssmwizard.demo.server import serve  # noqa: PLC0415 - the window needs no server

        return serve(self._endpoint)

    def config_files(self, directory: Path) -> profiles.ConfigFiles:
        """Writes an AWS configuration that signs in to this account, and to nothing else."""
        return profiles.write(self._endpoint.world, directory)

    def computer(self, read_profiles: Callable[[], tuple[Profile, ...]]) -> DemoComputer:
        """The computer that the account is seen from; ``read_profiles`` reads its configuration."""
        world = self._endpoint.world
        return DemoComputer(
            read_profiles,
            world.get("computer"),
            self.heard,
            signed_in=self.sign_in,
            seconds=SIGN_IN_SECONDS * float(world["pace"]),
        )

    def save(self, path: Path) -> None:
        """Keeps the state for :meth:`load`."""
        with self._endpoint.lock:
            world.save(self._endpoint.world, path)

    @classmethod
    def load(cls, path: Path, clock: Clock = time.time) -> Demo:
        """An account as it was saved; time went on meanwhile.

        :raises ValueError: not a saved account of this version.
        """
        return cls(world.load(path), clock)

    def sign_in(self) -> None:
        """Somebody signs in to the demo's IAM Identity Center, as ``aws sso login`` does."""
        with self._endpoint.lock:
            portal.sign_in(self._endpoint.world, self._endpoint.now())

    def sign_out(self) -> None:
        """Every sign-in through IAM Identity Center ends."""
        with self._endpoint.lock:
            portal.sign_out(self._endpoint.world)

    def close(self) -> None:
        """Ends every delayed or hanging answer at once."""
        self._endpoint.closing.set()

    def deny(self, *actions: str) -> None:
        """Takes rights away from every caller (``iam:Get*``)."""
        denied = self._endpoint.world["faults"]["denied"]
        denied.extend(action for action in actions if action not in denied)

    def allow(self, *actions: str) -> None:
        """Gives back what :meth:`deny` took; without actions, everything."""
        found = self._endpoint.world["faults"]
        found["denied"] = [a for a in found["denied"] if actions and a not in actions]

    def delay(self, pattern: str, seconds: float) -> None:
        """Answers these calls late; 0 ends it."""
        self._endpoint.world["faults"]["delays"][pattern] = seconds

    def throttle(self, pattern: str, times: int) -> None:
        """Refuses the next ``times`` of these calls as too many."""
        self._endpoint.world["faults"]["throttled"][pattern] = times

    def refuse(self, pattern: str, code: str, *, times: int = 1, message: str = "Not yet.") -> None:
        """Refuses the next ``times`` of these calls with an error, as before a change has settled."""
        found = self._endpoint.world["faults"].setdefault("refused", {})
        found[pattern] = {"code": code, "message": message, "times": times}

    def break_answer(
        self, pattern: str, kind: str, *, times: int | None = None, seconds: float = 5.0
    ) -> None:
        """Breaks the answers of these calls, the next ``times`` or always.

        ``kind``: ``not-json`` (a sign-in page with status 200), ``xhtml`` (one that a parser of
        XML can read), ``http-500``, ``reset``, or ``hang`` (nothing for ``seconds``, then the
        connection is cut).

        :raises ValueError: another kind.
        """
        if kind not in faults.KINDS:
            message = f"{kind!r} is none of {', '.join(faults.KINDS)}"
            raise ValueError(message)
        self._endpoint.world["faults"]["broken"][pattern] = {
            "kind": kind,
            "times": times,
            "seconds": seconds,
        }

    def mend(self) -> None:
        """Ends every delay, throttling, refusal and breakage."""
        found = self._endpoint.world["faults"]
        found.update(delays={}, throttled={}, refused={}, broken={})

    def skew(self, seconds: float) -> None:
        """Lets AWS's clock be ahead of this computer's."""
        self._endpoint.world["faults"]["skew"] = seconds

    def expire_credentials(self, *, expired: bool = True) -> None:
        """Lets every credential be expired, or valid again."""
        self._endpoint.world["faults"]["expired"] = expired


def open_account(
    scenario: str | None = None, *, pace: float = 1.0, clock: Clock = time.time
) -> Demo:
    """A fresh demo account.

    ``pace`` scales how long things take: 1 a few seconds, 0 no time at all.

    :raises ValueError: no scenario of this name.
    """
    return Demo(scenarios.build(scenario or scenarios.DEFAULT, clock(), pace=pace), clock)
