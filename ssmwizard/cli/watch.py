"""``ssmwizard watch``: how it goes on the nodes that AWS carries a change to; ``--stop`` ends it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.following import TROUBLE, Course
from ssmwizard.cli import console
from ssmwizard.cli.status import Status


def run(arguments: Namespace, doors: Doors) -> int:
    """Watch until it has ended, or stop it; return the exit status."""
    tell = Follower()
    try:
        if arguments.stop:
            followed = _stopped(arguments, doors, tell)
        else:
            with console.stoppable("Looking no longer. What runs goes on.") as stop:
                followed = repair.follow(doors, arguments.entry, tell, stop, once=arguments.once)
    except KeyError as error:
        message = f"The journal has no entry {arguments.entry}. `ssmwizard journal` lists them."
        raise console.Wrong(message) from error
    finally:
        tell.end()
    if followed is None:
        return Status.BLOCKED
    if arguments.format == "json":
        console.answer_json(
            {
                "entry": followed.entry.id,
                "end": followed.end,
                "says": followed.says.english(),
                "watched": followed.watched and watched_json(followed.watched),
            }
        )
    else:
        console.answer(followed.says.english())
    return _status(followed, stopping=arguments.stop)


def watched_json(watched: repair.Watched) -> dict[str, Any]:
    """Return how far it is, in numbers, and by name the nodes on which it did not work."""
    return {
        "over": watched.over,
        "total": watched.total,
        **{course.value: watched.count(course) for course in Course},
        "trouble": [{"node": one.node, "details": one.details} for one in watched.named(*TROUBLE)],
    }


class Follower:
    """Tells how far it is: on a terminal on one line, else once for each tenth of the nodes."""

    def __init__(self) -> None:
        self._tenth = -1

    def __call__(self, watched: repair.Watched) -> None:
        """Tell how far it is now."""
        ended = watched.total - watched.count(Course.WAITING, Course.RUNNING)
        if console.line(f"{watched.says.english()} {ended}/{watched.total}"):
            return
        tenth = 10 * ended // max(watched.total, 1)
        if tenth != self._tenth:
            self._tenth = tenth
            console.note(f"  {watched.says.english()}")

    def end(self) -> None:
        """Take the line away again."""
        console.progress_ended()


def telling(tell: Callable[[str], None]) -> Callable[[repair.Step], None]:
    """Return what tells each step of a change, and how far it is on the nodes."""
    follow = Follower()

    def said(step: repair.Step) -> None:
        if step.watched is not None and step.state is repair.StepState.FOLLOWING:
            follow(step.watched)
        else:
            follow.end()
            tell(step.says.english())

    return said


def leave(watched: repair.Watched) -> bool:
    """Ask, after an interrupt, whether what runs on nodes is to go on; without a terminal it ends."""
    console.progress_ended()
    running, waiting = watched.count(Course.RUNNING), watched.count(Course.WAITING)
    question = (
        f"No further nodes are reached. {running} nodes are running it, {waiting} are waiting."
        " Type stop to have AWS stop it, anything else to leave it running:"
    )
    return console.asks() and not console.confirmed(question, "stop")


def _stopped(arguments: Namespace, doors: Doors, tell: Follower) -> repair.Followed | None:
    if not arguments.yes:
        now = repair.follow(doors, arguments.entry, once=True)
        if not now.can_stop:
            return repair.stop_following(doors, arguments.entry, tell)
        console.note(now.says.english())
        if not console.confirmed("Have AWS stop it? Type stop to go on:", "stop"):
            console.note("Nothing was changed.")
            return None
    return repair.stop_following(doors, arguments.entry, tell)


def _status(followed: repair.Followed, *, stopping: bool) -> Status:
    if followed.end is repair.End.REFUSED:
        return Status.BLOCKED
    if followed.end is not repair.End.DONE:
        return Status.UNKNOWN
    trouble = followed.watched is not None and followed.watched.count(*TROUBLE)
    return Status.BLOCKED if trouble and not stopping else Status.READY
