"""Lets the next wave of a plan begin only when the one before has ended well, or stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ssmwizard.app.following import Course, Heard, Sent, Watched, never_sent, nothing_heard
from ssmwizard.app.making import Making, says
from ssmwizard.app.stopping import stop_all
from ssmwizard.app.watch import Watch
from ssmwizard.model.plans import Change, Engine, Follow, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.answers import look
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal

Saying = Callable[[Text, Watched | None], None]
# Returns why the nodes have not proved themselves, None when they have.
Prove = Callable[[tuple[str, ...], Saying], Text | None]
Leave = Callable[[Watched], bool]


@dataclass(frozen=True, slots=True)
class Held:
    """Why the changes that are left are not made; ``by_wish``: the operator wished so."""

    says: Text
    by_wish: bool = False


@dataclass
class Waves:
    """The waves of one plan. ``leave`` tells, when it was stopped, whether what runs is to go on."""

    journal: Journal
    entry: str
    making: Making
    plan: Plan
    stop: threading.Event
    prove: Prove
    leave: Leave
    _heard: dict[int, Heard] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, change in enumerate(self.plan.changes):
            if change.follows is not None:
                self._heard[place] = nothing_heard(Sent(place, change.follows))

    @property
    def watched(self) -> Watched | None:
        """Return what is known of all nodes of the plan; None where AWS carries nothing on."""
        return Watched(tuple(self._heard.values())) if self._heard else None

    def before(self, place: int, answers: Sequence[Any], said: Saying) -> Held | None:
        """Wait for the wave that ends before a change; return why that must not be made, if so."""
        changes = self.plan.changes
        more = place < len(changes)
        if not place or (more and changes[place].wave == changes[place - 1].wave):
            return None
        held = self._over(place, answers, said, more=more)
        if held is not None:
            self._heard |= {
                at: never_sent(one.sent) for at, one in self._heard.items() if at >= place
            }
        return held

    def _over(self, place: int, answers: Sequence[Any], said: Saying, *, more: bool) -> Held | None:
        changes = self.plan.changes
        sent = self._sent(changes[place - 1].wave, answers)
        if more and self._lost(changes[place - 1].wave, sent):
            why = N_(
                "AWS did not tell which command it made of it, so it cannot be seen how it went, and no further nodes were reached."
            )
            return Held(text(why))
        if not sent:
            return None
        try:
            return self._followed(sent, said, more=more)
        except CallFailed as failure:
            if not more:
                # Whether the nodes are right is looked at in any case.
                return None
            why = N_(
                "It could not be seen how it went on the nodes so far, so no further ones were reached. {why}"
            )
            return Held(text(why, why=says(failure)))

    def _sent(self, wave: int, answers: Sequence[Any]) -> list[Sent]:
        sent: list[Sent] = []
        for place, change in enumerate(self.plan.changes[: len(answers)]):
            found = followed(change, answers[place] or {}) if change.wave == wave else None
            if found is not None:
                sent.append(Sent(place, found))
        return sent

    def _lost(self, wave: int, sent: Sequence[Sent]) -> bool:
        """Tell whether a command of a wave cannot be found again."""
        found = {one.change for one in sent}
        return any(
            change.wave == wave and place not in found
            for place, change in enumerate(self.plan.changes)
            if change.follows is not None and change.follows.engine is Engine.COMMAND
        )

    def _followed(self, sent: Sequence[Sent], said: Saying, *, more: bool) -> Held | None:
        def tell(watched: Watched) -> None:
            self._heard |= {one.sent.change: one for one in watched.heard}
            whole = self.watched
            said(whole.says if whole is not None else watched.says, whole)

        watch = Watch(self.making, sent)
        endless = all(one.follow.engine is Engine.COMMAND for one in sent)
        watched = watch.until_over(tell, self.stop, None if endless else self.plan.wait.at_most)
        if self.stop.is_set() and not watched.over:
            return self._stopped(watch, tell)
        if watched.over and (watched.went_wrong or not more):
            return self._troubled(watched)
        if more and not watched.over:
            why = N_("Not all nodes so far have answered, so no further ones were reached. {how}")
            return Held(text(why, how=watched.says))
        if more and not sent[0].change:
            return self._proved(watched, said)
        return None

    def _troubled(self, wave: Watched) -> Held | None:
        whole = self.watched or wave
        trouble = whole.trouble
        missing = whole.count(Course.STOPPED, Course.WAITING)
        if trouble is None and not missing and not wave.went_wrong:
            return None
        if trouble is None:
            return Held(whole.says)
        return Held(text(N_("{how} {trouble}"), how=whole.says, trouble=trouble))

    def _proved(self, wave: Watched, said: Saying) -> Held | None:
        nodes = tuple(node for heard in wave.heard for node in heard.sent.follow.nodes)
        said(text(N_("Looking whether the first nodes are right now.")), None)
        why = self.prove(nodes, said)
        if why is None:
            return None
        if self.stop.is_set():
            return Held(text(N_("Stopped as you wished.")), by_wish=True)
        told = N_(
            "The first nodes did not prove themselves, so no further ones were reached. {why}"
        )
        return Held(text(told, why=why))

    def _stopped(self, watch: Watch, tell: Callable[[Watched], None]) -> Held:
        if self.leave(watch.watched):
            told = N_("It was left running. {how} Look at it later in the journal.")
            return Held(text(told, how=watch.watched.says), by_wish=True)
        return Held(stop_all(self.journal, self.entry, self.making, watch, tell), by_wish=True)


def followed(change: Change, answer: Mapping[str, Any]) -> Follow | None:
    """Return how a change is followed, with its id by now; None where there is none."""
    if change.follows is None:
        return None
    found = look(change.follows.id, answer)
    return replace(change.follows, id=str(found)) if found else None
