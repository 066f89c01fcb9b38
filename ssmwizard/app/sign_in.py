"""Signing in again: planned, carried out in a conversation with the AWS CLI, and told how it ended.

It changes nothing in the account and nothing that could be taken back, so there is no journal entry,
and read-only mode allows it: without it a look would be impossible. Nothing that is printed is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.collect import computer
from ssmwizard.fixes import sign_in
from ssmwizard.model.computer import Ran, Start
from ssmwizard.model.facts import Known
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.signing import Invitation, invitation
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.secrets import scrub_text

FIX = sign_in.ID
LONGEST_LINE = 300
SECONDS = 60


class End(StrEnum):
    """How a sign-in ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed-out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """How a sign-in ended, in a sentence. Whether AWS accepts it now, only a new look tells."""

    end: End
    says: Text


def with_cli(doors: Doors, inspection: Inspection) -> Inspection:
    """Return the inspection with the copies of the AWS CLI, which are looked for if need be."""
    snapshot = inspection.snapshot
    if snapshot.computer is not None and isinstance(snapshot.computer.cli, Known):
        return inspection
    found = computer.only_cli(doors.computer, datetime.now(UTC))
    return replace(inspection, snapshot=replace(snapshot, computer=found))


def proposal(inspection: Inspection, *, other_device: bool = False) -> Plan | NoPlan:
    """Return the plan: with the browser of this computer, or with a code on another device."""
    snapshot = inspection.snapshot
    if other_device:
        return sign_in.plan_elsewhere(snapshot)[0]
    return sign_in.plan(snapshot, ())[0]


def refusal(doors: Doors) -> Text | None:
    """Say why the policy of this computer forbids signing in, None when it does not.

    Read-only mode is no reason: nothing in the account is changed by it.
    """
    return doors.gate.policy.forbids_fix(FIX)


def arguments(plan: Plan) -> tuple[str, ...]:
    """Return the command of a plan, word by word."""
    words = plan.changes[0].call.parameters["Arguments"]
    assert isinstance(words, list)
    return tuple(map(str, words))


def carry_out(
    doors: Doors,
    plan: Plan,
    heard: Callable[[str], None],
    stopped: Callable[[], bool],
    typed: Callable[[], str | None] = lambda: None,
) -> SignedIn:
    """Run the command of a plan; see ``outside/conversation.py`` for what is told meanwhile."""
    seconds = plan.changes[0].call.parameters["Seconds"]
    assert isinstance(seconds, int)
    ran = doors.computer.converse(arguments(plan), seconds, heard, stopped, typed)
    if ran.start is Start.TIMED_OUT and stopped():
        return SignedIn(End.CANCELLED, text(N_("The sign-in was cancelled.")))
    return ended(ran, seconds)


def ended(ran: Ran, seconds: int) -> SignedIn:
    """Say how the AWS CLI ended."""
    match ran.start:
        case Start.RAN:
            said = N_("The AWS CLI says that you are signed in.")
            return SignedIn(End.DONE, text(said))
        case Start.TIMED_OUT:
            said = N_("Nobody signed in within {minutes} minutes, so the AWS CLI was ended.")
            return SignedIn(End.TIMED_OUT, text(said, minutes=seconds // SECONDS))
        case Start.FAILED if ran.status is not None:
            said = N_("The AWS CLI could not sign in. It says: {message}")
            return SignedIn(End.FAILED, text(said, message=_last_line(ran)))
        case _:
            said = N_("The AWS CLI at {path} could not be started: {message}")
            told = text(said, path=ran.arguments[0], message=ran.errors or ran.start)
            return SignedIn(End.FAILED, told)


def _last_line(ran: Ran) -> str:
    """Return the reason that was given; what asks somebody to sign in is none, and is kept nowhere."""
    told = (line.strip() for line in ran.output.splitlines())
    lines = [line for line in told if line and invitation(line) == Invitation()]
    return scrub_text(lines[-1])[:LONGEST_LINE] if lines else f"exit status {ran.status}"
