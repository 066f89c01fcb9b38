"""Makes one call that changes something, with patience for what has not settled yet."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

from ssmwizard.model.facts import Why
from ssmwizard.model.plans import AwsCall
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call, CallFailed

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


class Stopped(Exception):  # noqa: N818 - named for what happened
    """The operator stopped while a change that was refused so far waited to be tried again."""


class Making:
    """A door through which changes are made; it cannot be cancelled within a call.

    ``request_id`` is that of the latest call.
    """

    def __init__(self, aws: LiveAws) -> None:
        self.request_id = ""
        self._aws = aws.listening(self._heard, threading.Event())

    def call(self, call: AwsCall, **more: Any) -> Mapping[str, Any]:
        """Make a call once; raises ``CallFailed``, also where only a part of it was refused.

        EC2 answers with success and tells what was not done one by one.
        https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnsuccessfulItem.html
        """
        self.request_id = ""
        answer = self._aws.call(call.service, call.operation, **call.parameters, **more)
        for refused in answer.get("Unsuccessful") or ():
            error = refused.get("Error", {})
            said = f"{refused.get('ResourceId', '')}: {error.get('Message', '')}"
            code, at = str(error.get("Code", "")), self._aws.when()
            raise CallFailed(call.name, Why.FAILED, code, said, at=at, request_id=self.request_id)
        return answer

    def settled(
        self,
        call: AwsCall,
        codes: Collection[str],
        seconds: float,
        cancelled: threading.Event,
        waiting: Callable[[CallFailed], None],
    ) -> Mapping[str, Any]:
        """Make a call; try it again for ``seconds`` while it fails with one of ``codes``.

        ``waiting`` is told of each such failure. Raises ``CallFailed``, or :class:`Stopped`.
        """
        ends = time.monotonic() + seconds
        pause = FIRST_SECONDS
        while True:
            try:
                return self.call(call)
            except CallFailed as failure:
                if failure.code not in codes or time.monotonic() >= ends:
                    raise
                waiting(failure)
            if cancelled.wait(min(pause, max(0.0, ends - time.monotonic()))):
                raise Stopped
            pause = min(pause * 2, LONGEST_SECONDS)

    def _heard(self, call: Call) -> None:
        self.request_id = call.request_id


def unclear(failure: CallFailed) -> bool:
    """Tell whether a call that failed may have changed something all the same."""
    return failure.why in UNCLEAR_WHY or failure.code in UNCLEAR_CODES


def says(failure: CallFailed) -> Text:
    """Return in words why a call failed, and what next."""
    if unclear(failure):
        said = N_(
            "There was no proper answer to {call}, so it is not known whether it worked. Inspect again before anything else. ({message})"
        )
        return text(said, call=failure.call, message=failure.message or failure.code)
    match failure.why:
        case Why.READ_ONLY:
            return text(READ_ONLY)
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
        case _:
            said = N_("{call} failed. AWS said: {message} ({code})")
            return text(said, call=failure.call, message=failure.message or "-", code=failure.code)


READ_ONLY = N_("Read-only mode is on, so nothing in the account can be changed.")
BUSY = N_("Another window or terminal is changing something right now. Wait until it is done.")
NO_JOURNAL = N_(
    "The journal cannot be written ({reason}). Without it nothing is changed, since nothing could be undone."
)
NOWHERE_TO_SHOW = N_(
    "Nothing was changed: AWS tells a secret once when this is made, and there is no place to show it. Use the window, or a terminal."
)
