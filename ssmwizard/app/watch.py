"""Watches what AWS makes of a change on many nodes: few calls, some for each command, none for each node."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from ssmwizard.app.following import (
    Heard,
    Sent,
    Watched,
    all_listed_ended,
    nothing_heard,
    of_association,
    of_command,
)
from ssmwizard.app.making import Making
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import Call, Engine
from ssmwizard.outside.calls import CallFailed

FIRST_SECONDS, LONGEST_SECONDS = 0.2, 5.0
# So many looks in a row may fail for what passes by itself.
PATIENCE = 8
PASSES = {Why.THROTTLED, Why.TIMED_OUT, Why.UNREACHABLE}
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListCommandInvocations.html
PAGE = 50


class Watch:
    """Some commands or associations that are followed until they have ended."""

    def __init__(self, making: Making, sent: Sequence[Sent]) -> None:
        self._making = making
        self._heard = {one.change: nothing_heard(one) for one in sent}

    @property
    def watched(self) -> Watched:
        """Return what is known."""
        return Watched(tuple(self._heard.values()))

    def look(self) -> Watched:
        """Ask about all that goes on; raises ``CallFailed``."""
        for place, heard in self._heard.items():
            if not heard.over:
                self._heard[place] = self._ask(heard.sent)
        return self.watched

    def until_over(
        self,
        said: Callable[[Watched], None],
        stop: threading.Event,
        at_most: float | None = None,
    ) -> Watched:
        """Look again and again until it is over, stopped or late; raises ``CallFailed``."""
        ends = None if at_most is None else time.monotonic() + at_most
        pause, failed = FIRST_SECONDS, 0
        while True:
            try:
                watched = self.look()
            except CallFailed as failure:
                failed += 1
                if failure.why not in PASSES or failed > PATIENCE:
                    raise
                watched = self.watched
            else:
                failed = 0
            said(watched)
            if watched.over or stop.is_set() or (ends and time.monotonic() >= ends):
                return watched
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_SECONDS)

    def _ask(self, sent: Sent) -> Heard:
        if sent.follow.engine is Engine.ASSOCIATION:
            return self._ask_association(sent)
        listed = self._pages(
            "ListCommandInvocations",
            "CommandInvocations",
            CommandId=sent.follow.id,
            MaxResults=PAGE,
        )
        heard = of_command(sent, listed)
        if not all_listed_ended(heard):
            return heard
        commands = self._call("ListCommands", CommandId=sent.follow.id).get("Commands") or [{}]
        return of_command(sent, listed, str(commands[0].get("Status", "")))

    def _ask_association(self, sent: Sent) -> Heard:
        asked = {"AssociationId": sent.follow.id}
        described = self._call("DescribeAssociation", **asked).get("AssociationDescription") or {}
        heard = of_association(sent, described)
        if not heard.over or not heard.went_wrong:
            return heard
        runs = self._pages("DescribeAssociationExecutions", "AssociationExecutions", **asked)
        failed: list[Any] = []
        for run in runs[:1]:
            failed = self._pages(
                "DescribeAssociationExecutionTargets",
                "AssociationExecutionTargets",
                ExecutionId=run["ExecutionId"],
                Filters=[{"Key": "Status", "Value": "Failed"}],
                **asked,
            )
        return of_association(sent, described, failed)

    def _call(self, operation: str, **parameters: Any) -> Any:
        return self._making.call(Call("ssm", operation, parameters))

    def _pages(self, operation: str, key: str, **parameters: Any) -> list[Any]:
        return self._making.pages(Call("ssm", operation, parameters), key)
