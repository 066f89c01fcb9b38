"""What a plan can leave the program as, and what is said on all of these."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import minute, shown
from ssmwizard.model.facts import Known
from ssmwizard.model.plans import Plan
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.text import N_, Text, text

Say = Callable[[Text], str]
_Argument: TypeAlias = str | int | Text | tuple[str | Text, ...]
WIDTH = 100
# More nodes than this are counted, not named.
MANY = 20


class Way(StrEnum):
    """The form in which a plan is given away; the words of ``fix --as``."""

    BASH = "bash"
    POWERSHELL = "powershell"
    CLOUDFORMATION = "cloudformation"
    TERRAFORM = "terraform"
    HANDOVER = "handover"


SUFFIXES: Mapping[Way, str] = {
    Way.BASH: ".sh",
    Way.POWERSHELL: ".ps1",
    Way.CLOUDFORMATION: ".cloudformation.json",
    Way.TERRAFORM: ".tf",
    Way.HANDOVER: ".md",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A plan in one form, and the name of a file for it."""

    way: Way
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Why a plan cannot be given away in one form."""

    way: Way
    reason: Text


@dataclass(frozen=True, slots=True)
class Ground:
    """The place a plan was made for, and when (UTC).

    ``say`` puts texts into the operator's language. ``names`` are those of nodes, by their ids.
    """

    account: str
    partition: str
    region: str
    profile: str | None
    at: datetime
    requirements: Requirements
    say: Say
    names: Mapping[str, str] = field(default_factory=dict)


def ground(inspection: Inspection, say: Say = Text.english) -> Ground:
    """Return the place that an inspection looked at."""
    identity = inspection.snapshot.identity
    caller = identity.caller
    return Ground(
        account=caller.value.account if isinstance(caller, Known) else "",
        partition=identity.partition or "",
        region=identity.region or "",
        profile=identity.profile,
        at=inspection.finished,
        requirements=inspection.snapshot.requirements,
        say=lambda said: say(safe(said)),
        names={one.node: shown(one.name) for one in inspection.verdicts if one.name != one.node},
    )


def safe(said: Text) -> Text:
    """Return a text of which no part that comes from elsewhere tells a secret."""
    return Text(said.source, tuple((name, _safe(value)) for name, value in said.arguments))


def _safe(value: _Argument) -> _Argument:
    if isinstance(value, Text):
        return safe(value)
    if isinstance(value, tuple):
        return tuple(safe(one) if isinstance(one, Text) else shown(one) for one in value)
    return shown(value) if isinstance(value, str) else value


def nodes_of(plan: Plan, place: Ground) -> str:
    """Return the ids and names of the nodes, as many as a sentence bears."""
    told = [
        f"{node} ({place.names[node]})" if place.names.get(node) else node
        for node in plan.nodes[:MANY]
    ]
    named, more = ", ".join(told), len(plan.nodes) - MANY
    if more <= 0:
        return named
    return place.say(text(N_("{nodes} and {count} more"), nodes=named, count=more))


def whom(plan: Plan, place: Ground) -> Text:
    """Say what a plan is for: nodes of an account, or this computer."""
    if not plan.nodes:
        return text(N_("For the computer it was planned on."))
    return text(
        N_("For {nodes} in the account {account}, Region {region}, partition {partition}."),
        nodes=nodes_of(plan, place),
        account=place.account,
        region=place.region,
        partition=place.partition,
    )


def about(plan: Plan, place: Ground) -> Iterator[str]:
    """Yield what stands at the head of every script and template, a paragraph each."""
    say = place.say
    yield f"ssmwizard {plan.fix}: {say(plan.title)}"
    yield say(whom(plan, place))
    seen = N_("Planned from what was seen on {at}. Is that long ago? Then plan it anew first.")
    yield say(text(seen, at=minute(place.at)))
    for said, texts in (
        (N_("Mind: {text}"), plan.warnings),
        (N_("Cost: {text}"), (plan.cost,)),
        (N_("Until it works: {text}"), (plan.wait.says,)),
    ):
        for one in texts:
            yield say(text(said, text=one))


def comments(paragraphs: Iterable[str], mark: str = "#") -> list[str]:
    """Return paragraphs as lines of comments."""
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(
            " ".join(paragraph.split()),
            WIDTH,
            initial_indent=f"{mark} ",
            subsequent_indent=f"{mark} ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]
