"""Stops commands that are running: a write, written down before and after like any other."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ssmwizard.app.following import Watched, can_stop, stopped
from ssmwizard.app.making import Making, says
from ssmwizard.app.watch import Watch
from ssmwizard.model.plans import Call
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Happened

# How long it is looked on until the agents have ended what they are asked to end.
STOP_SECONDS = 30


def stop_all(
    journal: Journal,
    entry: str,
    making: Making,
    watch: Watch,
    said: Callable[[Watched], None] = lambda _: None,
) -> Text:
    """Have AWS stop what goes on, and return which nodes had begun; raises ``Unwritable``.

    AWS does not promise that what runs on a node ends.
    https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CancelCommand.html
    """
    before = watch.watched
    left = 0
    for heard in before.heard:
        if heard.over:
            continue
        if not can_stop(heard.sent.follow.engine):
            left += 1
            continue
        place = heard.sent.change
        call = Call("ssm", "CancelCommand", {"CommandId": heard.sent.follow.id})
        journal.note(entry, Happened.STOP_BEGUN, place)
        try:
            making.call(call)
        except CallFailed as failure:
            journal.note(entry, Happened.STOP_FAILED, place, code=failure.code)
            said_why = N_("It could not be stopped and goes on. {why}")
            return text(said_why, why=says(failure))
        journal.note(entry, Happened.STOPPED, place, request_id=making.request_id)
    if left:
        return text(
            N_(
                "No further nodes are reached. State Manager goes on with those that it has; undoing ends that."
            )
        )
    try:
        after = watch.until_over(said, threading.Event(), STOP_SECONDS)
    except CallFailed:
        after = watch.watched
    return stopped(before, after)
