"""Makes one call that changes something, with patience for what has not settled yet."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

from ssmwizard.model.facts import Why
from ssmwizard.model.machine_policy import READ_ONLY
from ssmwizard.model.plans import COMPUTER, Call
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import calls
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.gate import SWITCHED_ON
from ssmwizard.outside.lock import Taken
from ssmwizard.outside.this_computer import Hands

FIRST_SECONDS = 0.5
LONGEST_SECONDS = 8.0
# After these nobody knows whether the service made the change.
UNCLEAR_WHY = {Why.TIMED_OUT, Why.UNREACHABLE}
UNCLEAR_CODES = {
    "500",
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "ResponseParserError",
    "ServiceFailure",
}
# What was begun on this computer and ended before its end.
MIDWAY = {"ProgramTimedOut", "ProgramStopped", "InstallerStopped"}


# How services say that a quota is reached, and that another change is under way.
QUOTA = {
    "LimitExceeded",
    "LimitExceededException",
    "RulesPerSecurityGroupLimitExceeded",
    "SecurityGroupLimitExceeded",
    "VpcEndpointLimitExceeded",
}
UNDER_WAY = {"ConcurrentModification", "TooManyUpdates"}


class Stopped(Exception):  # noqa: N818 - named for what happened
    """The operator stopped while a change that was refused so far waited to be tried again."""


class Making:
    """A door through which the changes of a fix are made; it cannot be cancelled within a call.

    Calls of the service ``computer`` are made by the ``hands``, all others by AWS. ``request_id`` is
    that of the latest call.
    """

    def __init__(self, aws: LiveAws, hands: Hands, fix: str) -> None:
        self.request_id = ""
        self._hands = hands
        self._aws = aws.fixing(fix).listening(self._heard, threading.Event())

    def call(
        self,
        call: Call,
        say: Callable[[str], None] = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
        **more: Any,
    ) -> Mapping[str, Any]:
        """Make a call once; raises ``CallFailed``, also where only a part of it was refused.

        ``say`` is told what programs on this computer print; they end when ``stopped`` says so.

        EC2 answers with success and tells what was not done one by one.
        https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnsuccessfulItem.html
        """
        self.request_id = ""
        if call.on_computer:
            return self._hands.call(call.operation, call.parameters, say, stopped)
        answer = self._aws.call(call.service, call.operation, **call.parameters, **more)
        for refused in answer.get("Unsuccessful") or ():
            error = refused.get("Error", {})
            said = f"{refused.get('ResourceId', '')}: {error.get('Message', '')}"
            code, at = str(error.get("Code", "")), self._aws.when()
            raise CallFailed(call.name, Why.FAILED, code, said, at=at, request_id=self.request_id)
        return answer

    def pages(self, call: Call, key: str) -> list[Any]:
        """Make a reading call until its last page and return the items under ``key``."""
        self.request_id = ""
        asked: Mapping[str, Any] = call.parameters
        return calls.pages(self._aws, call.service, call.operation, key, **asked)

    def settled(
        self,
        call: Call,
        codes: Collection[str],
        seconds: float,
        cancelled: threading.Event,
        waiting: Callable[[CallFailed], None],
        say: Callable[[str], None] = lambda _: None,
    ) -> Mapping[str, Any]:
        """Make a call; try it again for ``seconds`` while it fails with one of ``codes``.

        ``waiting`` is told of each such failure; for ``say`` see :meth:`call`. Raises ``CallFailed``,
        or :class:`Stopped`.
        """
        ends = time.monotonic() + seconds
        pause = FIRST_SECONDS
        while True:
            try:
                return self.call(call, say, cancelled.is_set)
            except CallFailed as failure:
                if failure.code not in codes or time.monotonic() >= ends:
                    raise
                waiting(failure)
            if cancelled.wait(min(pause, max(0.0, ends - time.monotonic()))):
                raise Stopped
            pause = min(pause * 2, LONGEST_SECONDS)

    def _heard(self, call: calls.Call) -> None:
        self.request_id = call.request_id


def unclear(failure: CallFailed) -> bool:
    """Tell whether a call that failed may have changed something all the same.

    On this computer that is a program that was ended before its end, and nothing else.
    """
    if failure.call.startswith(f"{COMPUTER}:"):
        return failure.code in MIDWAY
    return failure.why in UNCLEAR_WHY or failure.code in UNCLEAR_CODES


def says(failure: CallFailed) -> Text:
    """Return in words why a call failed, and what next."""
    if failure.call.startswith(f"{COMPUTER}:") and failure.why is not Why.READ_ONLY:
        return _says_of_computer(failure)
    if unclear(failure):
        said = N_(
            "There was no proper answer to {call}, so it is not known whether it worked. Inspect again before anything else. ({message})"
        )
        return text(said, call=failure.call, message=failure.message or failure.code)
    match failure.why:
        case Why.READ_ONLY:
            switched = failure.code == SWITCHED_ON
            return text(READ_ONLY) if switched else text(OF_POLICY, why=failure.message)
        case Why.DENIED:
            said = N_(
                "AWS refused {call}: the right {right} is missing. Somebody who has it can make this change. AWS said: {message}"
            )
            return text(said, call=failure.call, right=failure.right or "", message=failure.message)
        case Why.CREDENTIALS:
            said = N_("AWS did not accept the credentials for {call}. Sign in again, then retry.")
            return text(said, call=failure.call)
        case Why.THROTTLED:
            said = N_("The account makes too many requests ({call}). Wait a minute, then retry.")
            return text(said, call=failure.call)
        case _ if failure.code in QUOTA:
            said = N_(
                "AWS refused {call}, since a quota is reached: {message} Take something off that is not needed, or have the quota raised."
            )
            return text(said, call=failure.call, message=failure.message)
        case _ if failure.code in UNDER_WAY:
            said = N_(
                "AWS refused {call}, since somebody is changing the same thing right now. Look again when that is done."
            )
            return text(said, call=failure.call)
        case _:
            said = N_("{call} failed. AWS said: {message} ({code})")
            return text(said, call=failure.call, message=failure.message or "-", code=failure.code)


def _says_of_computer(failure: CallFailed) -> Text:
    if unclear(failure):
        said = N_(
            "This was stopped midway ({message}), so it is not known how much of it was done. Look at this computer again before anything else."
        )
        return text(said, message=failure.message)
    return text(N_("That failed on this computer: {message}"), message=failure.message)


OF_POLICY = N_("Nothing was called. {why}")
NO_JOURNAL = N_(
    "The journal cannot be written ({reason}). Without it nothing is changed, since nothing could be undone."
)
NOWHERE_TO_SHOW = N_(
    "Nothing was changed: AWS tells a secret once when this is made, and there is no place to show it. Use the window, or a terminal."
)


def busy(taken: Taken) -> Text:
    """Return in words that somebody else is changing something, and who."""
    holder = taken.holder
    if holder is None:
        said = N_(
            "Another window or terminal is changing something right now. Wait until it is done."
        )
        return text(said)
    said = N_(
        "Another window or terminal (process {pid}, since {since} UTC) is changing something right now. Wait until it is done."
    )
    return text(said, pid=str(holder.pid), since=f"{holder.since:%Y-%m-%d %H:%M:%S}")
