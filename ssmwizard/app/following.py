"""What becomes of a change on many nodes, read from what AWS tells. Nothing is asked here.

https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ssmwizard.model.plans import Engine, Follow
from ssmwizard.model.text import N_, Text, text

# Nodes that a sentence names before it counts the rest.
NAMED = 5


class Course(StrEnum):
    """How far it is on a node. ``UNREACHED``: it could not be delivered. ``STOPPED``: never begun."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNREACHED = "unreached"
    STOPPED = "stopped"
    UNCLEAR = "unclear"


# By StatusDetails, and where that says nothing that is known, by Status.
COMMANDS: Mapping[str, Course] = {
    "Pending": Course.WAITING,
    "Delayed": Course.WAITING,
    "InProgress": Course.RUNNING,
    "Cancelling": Course.RUNNING,
    "Success": Course.DONE,
    "Failed": Course.FAILED,
    "ExecutionTimedOut": Course.FAILED,
    "TimedOut": Course.FAILED,
    "DeliveryTimedOut": Course.UNREACHED,
    "Undeliverable": Course.UNREACHED,
    "Terminated": Course.STOPPED,
    "Cancelled": Course.STOPPED,
}
# State Manager's words. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AssociationOverview.html
ASSOCIATIONS: Mapping[str, Course] = {
    "Pending": Course.WAITING,
    "InProgress": Course.RUNNING,
    "Success": Course.DONE,
    "Failed": Course.FAILED,
    "TimedOut": Course.FAILED,
    "Skipped": Course.STOPPED,
}
GOING_ON = (Course.WAITING, Course.RUNNING)
BEGUN = (Course.RUNNING, Course.DONE, Course.FAILED, Course.UNCLEAR)
TROUBLE = (Course.FAILED, Course.UNREACHED, Course.UNCLEAR)
COMMAND_ENDED = ("Success", "Cancelled", "Failed", "TimedOut")


@dataclass(frozen=True, slots=True)
class Sent:
    """A change (by its place) that AWS carries on, with its command or association."""

    change: int
    follow: Follow


@dataclass(frozen=True, slots=True)
class OnNode:
    """How far it is on one node; ``details`` is AWS's own word."""

    node: str
    course: Course
    details: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of one that was sent; ``nodes`` are those that were told by name."""

    sent: Sent
    counts: Mapping[Course, int]
    nodes: tuple[OnNode, ...] = ()
    over: bool = False

    @property
    def went_wrong(self) -> bool:
        """Tell whether it failed more often than it may, or worked nowhere."""
        failed = self.counts.get(Course.FAILED, 0) > self.sent.follow.may_fail
        return failed or not self.counts.get(Course.DONE, 0)


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known of all that were sent."""

    heard: tuple[Heard, ...]

    @property
    def over(self) -> bool:
        """Tell whether nothing goes on any more."""
        return all(one.over for one in self.heard)

    @property
    def went_wrong(self) -> bool:
        """Tell whether one of them failed more often than it may, or worked nowhere."""
        return any(one.went_wrong for one in self.heard)

    @property
    def total(self) -> int:
        """Return how many nodes it is about."""
        return sum(len(one.sent.follow.nodes) for one in self.heard)

    def count(self, *courses: Course) -> int:
        """Return on how many nodes it is that far."""
        return sum(one.counts.get(course, 0) for one in self.heard for course in courses)

    def named(self, *courses: Course) -> tuple[OnNode, ...]:
        """Return the nodes on which it is that far, as far as they were told by name."""
        return tuple(node for one in self.heard for node in one.nodes if node.course in courses)

    @property
    def says(self) -> Text:
        """Return on how many nodes it is how far."""
        said = N_(
            "Of {total} nodes {done} are done, {running} are running it, {waiting} are waiting, {failed} failed, {stopped} were not reached."
        )
        return text(
            said,
            total=self.total,
            done=self.count(Course.DONE),
            running=self.count(Course.RUNNING),
            waiting=self.count(Course.WAITING),
            failed=self.count(Course.FAILED, Course.UNCLEAR),
            stopped=self.count(Course.UNREACHED, Course.STOPPED),
        )

    @property
    def trouble(self) -> Text | None:
        """Return the nodes on which it did not work, with AWS's word for each; None without any."""
        nodes = self.named(*TROUBLE)
        if not nodes:
            return None
        named = tuple(f"{one.node} ({one.details})" for one in nodes[:NAMED])
        if len(nodes) <= NAMED:
            return text(N_("It did not work on {nodes}."), nodes=named)
        said = N_("It did not work on {nodes} and {more} others.")
        return text(said, nodes=named, more=len(nodes) - NAMED)


def nothing_heard(sent: Sent) -> Heard:
    """Return what is known before anything was asked."""
    return Heard(sent, {Course.WAITING: len(sent.follow.nodes)})


def never_sent(sent: Sent) -> Heard:
    """Return what is known of one that is not sent any more."""
    return Heard(sent, {Course.STOPPED: len(sent.follow.nodes)}, over=True)


def of_command(sent: Sent, listed: Iterable[Mapping[str, Any]], status: str = "") -> Heard:
    """Read a command from the list of its invocations, and from its own status where it was asked.

    Nodes that it has not been sent to yet need not be listed.
    """
    wanted = dict.fromkeys(sent.follow.nodes)
    told = {str(one.get("InstanceId", "")): _invocation(one) for one in listed}
    nodes = [OnNode(node, *told[node]) for node in wanted if node in told]
    going_on = any(one.course in GOING_ON for one in nodes)
    unclear = any(one.course is Course.UNCLEAR for one in nodes)
    ended = status in COMMAND_ENDED and not going_on
    over = ended or (len(nodes) == len(wanted) and not going_on and not unclear)
    silent = Course.STOPPED if ended else Course.WAITING
    nodes += [OnNode(node, silent, status) for node in wanted if node not in told]
    return Heard(sent, Counter(one.course for one in nodes), tuple(nodes), over)


def all_listed_ended(heard: Heard) -> bool:
    """Tell whether only the command itself can tell whether it goes on."""
    return not heard.over and not any(one.course in GOING_ON and one.details for one in heard.nodes)


def of_association(
    sent: Sent, described: Mapping[str, Any], failed: Sequence[Mapping[str, Any]] = ()
) -> Heard:
    """Read an association from its description, and the nodes on which it failed where asked."""
    overview = described.get("Overview") or {}
    told = overview.get("AssociationStatusAggregatedCount") or {}
    counts: Counter[Course] = Counter()
    for word, count in told.items():
        counts[ASSOCIATIONS.get(str(word), Course.UNCLEAR)] += int(count)
    silent = len(sent.follow.nodes) - counts.total()
    if silent > 0:
        counts[Course.WAITING] += silent
    nodes = tuple(
        OnNode(str(one.get("ResourceId", "")), Course.FAILED, str(one.get("DetailedStatus", "")))
        for one in failed
        if one.get("ResourceId") in sent.follow.nodes
    )
    return Heard(sent, counts, nodes, not any(counts[one] for one in GOING_ON))


def stopped(before: Watched, after: Watched) -> Text:
    """Return which nodes had begun when it was stopped, from a look before and one after."""
    begun = dict.fromkeys(one.node for one in (*before.named(*BEGUN), *after.named(*BEGUN)))
    if not begun:
        return text(N_("It was stopped before any node had begun."))
    done = after.count(Course.DONE)
    names = tuple(begun)[:NAMED]
    if len(begun) <= NAMED:
        said = N_("It was stopped. {begun} of {total} nodes had begun, {done} are done: {nodes}.")
        return text(said, begun=len(begun), total=after.total, done=done, nodes=names)
    said = N_(
        "It was stopped. {begun} of {total} nodes had begun, {done} are done: {nodes} and {more} others."
    )
    return text(
        said,
        begun=len(begun),
        total=after.total,
        done=done,
        nodes=names,
        more=len(begun) - NAMED,
    )


def _invocation(one: Mapping[str, Any]) -> tuple[Course, str]:
    """Return how far it is and AWS's word; the details say more than the status."""
    status = str(one.get("Status") or "")
    details = str(one.get("StatusDetails") or "").replace(" ", "") or status
    return COMMANDS.get(details) or COMMANDS.get(status) or Course.UNCLEAR, details or "-"


def can_stop(engine: Engine) -> bool:
    """Tell whether AWS stops it on request."""
    return engine is Engine.COMMAND
