"""Real sessions in the journal: each is written down before it is asked for, so that none is left behind."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from ssmwizard.collect.probe import end
from ssmwizard.model.plans import Call, Change, Plan, Right, Risk, Undo, Wait
from ssmwizard.model.probe import Left
from ssmwizard.model.text import N_, text
from ssmwizard.outside import lock
from ssmwizard.outside.answers import filled
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.outside.journal import Journal, Unwritable, Who
from ssmwizard.outside.journal_entries import Entry, Happened
from ssmwizard.outside.journal_lines import undo_out

CHECK = "probe.session"
# What may stand in the account: the session was granted, or nobody knows.
OPEN = (Happened.BEGUN, Happened.UNCLEAR, Happened.DONE, Happened.UNDO_BEGUN, Happened.UNDO_FAILED)


class Nowhere:
    """Writes nothing down: nothing is opened."""

    def begin(self, _node: str, _reason: str) -> str:
        """Return that there is no entry."""
        return ""

    def opened(self, entry: str, session: str) -> None:
        """Write nothing."""

    def refused(self, entry: str, failure: CallFailed) -> None:
        """Write nothing."""

    def ended(self, entry: str, left: Left, said: str) -> None:
        """Write nothing."""


class SessionNotes:
    """Writes sessions down in the journal, as the changes that they are."""

    def __init__(self, journal: Journal, who: Who) -> None:
        self._journal, self._who = journal, who

    def begin(self, node: str, reason: str) -> str:
        """Write down that a session is about to be asked for; raises ``Unwritable``."""
        entry = self._journal.begin(_plan(node, reason), self._who)
        self._journal.note(entry, Happened.BEGUN, 0)
        return entry

    def opened(self, entry: str, session: str) -> None:
        """Write down that it is open, and how it is ended."""
        undo = _plan("", "").changes[0].undo
        assert undo is not None
        way_back = undo_out(filled(undo, {"SessionId": session}))
        # It is ended whether that can be written or not.
        with suppress(Unwritable):
            self._journal.note(entry, Happened.DONE, 0, undo=way_back)

    def refused(self, entry: str, failure: CallFailed) -> None:
        """Write down that there is none."""
        with suppress(Unwritable):
            told = {"code": failure.code, "message": failure.message}
            self._journal.note(entry, Happened.FAILED, 0, **told)
            self._journal.note(entry, Happened.ENDED)

    def ended(self, entry: str, left: Left, said: str) -> None:
        """Write down what became of it."""
        with suppress(Unwritable):
            if left is Left.OPEN or (left is Left.UNSEEN and said):
                told = {"code": "", "message": said}
                self._journal.note(entry, Happened.UNDO_FAILED, 0, by=self._who.arn, **told)
            else:
                self._journal.note(entry, Happened.UNDONE, 0, by=self._who.arn)
            self._journal.note(entry, Happened.ENDED)


@contextmanager
def alone(journal: Journal) -> Iterator[None]:
    """Hold the right to open sessions; raises ``lock.Taken`` when another process has it.

    Who has it knows that an open session in the journal was left behind. OSError and ``Unwritable`` when
    it cannot be had.
    """
    path = journal.path.with_name(f"{journal.path.name}.sessions.lock")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock.held(path):
        yield


def left_behind(journal: Journal, account: str, region: str) -> tuple[Entry, ...]:
    """Return the sessions in an account and Region that may still be open: of a killed program, before all.

    No session is open for longer than a day.
    https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-max-timeout.html
    """
    since = datetime.now(UTC) - timedelta(days=1)
    return tuple(
        entry
        for entry in journal.entries()
        if entry.fix == CHECK
        and (entry.account, entry.region) == (account, region)
        and entry.at > since
        and entry.changes[0].state in OPEN
    )


def end_entry(aws: Aws, journal: Journal, entry: Entry, arn: str) -> Left:
    """End a session that was left behind, and write that down; tell whether it is gone."""
    change = entry.changes[0]
    known = change.undo.call.parameters if change.undo is not None else {}
    session, asked = str(known.get("SessionId", "")), change.call.parameters
    left, _ = end(aws, str(asked["Target"]), str(asked["Reason"]), session, time.sleep)
    if left is Left.NONE:
        with suppress(Unwritable):
            journal.note(entry.id, Happened.UNDONE, 0, by=arn)
            journal.note(entry.id, Happened.ENDED)
    return left


def _plan(node: str, reason: str) -> Plan:
    """Return a session as a plan with one change, which ending it undoes."""
    says = text(N_("Open a real session on {node}, and end it."), node=node)
    ending = Undo(
        says=text(N_("End the session.")),
        call=Call("ssm", "TerminateSession"),
        take={"SessionId": "SessionId"},
        rights=(Right("ssm:TerminateSession", "*"),),
    )
    asking = Call("ssm", "StartSession", {"Target": node, "Reason": reason})
    change = Change(says, asking, (Right("ssm:StartSession", "*"),), ending)
    return Plan(
        fix=CHECK,
        title=text(N_("A real session on {node}"), node=node),
        nodes=(node,),
        changes=(change,),
        risk=Risk.REVERSIBLE,
        cost=text(N_("None.")),
        wait=Wait(says, 1, 1),
        verifies=(CHECK,),
    )
