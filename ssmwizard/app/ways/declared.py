"""Changes of a plan as resources of a template, where a template can say them at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ssmwizard.app.ways.steps import source
from ssmwizard.app.ways.way import Ground
from ssmwizard.model.plans import Change, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import line, missing

THERE = N_(
    "{call} changes something that is there already. A template would have to take it over first, and none is written that does."
)
DONE_ONCE = N_("{call} is done once; a template says what there is, and does nothing.")
ON_COMPUTER = N_("This is done on this computer; a template describes an AWS account.")
TOLD_ONCE = N_("{call} tells a secret once, which a template would leave lying about.")
NO_RESET = N_("The setting had a value of somebody's own, which a template would not bring back.")
NOTHING = N_("No template for {call} is known to this program.")
IN_WAVES = N_(
    "The plan reaches its nodes in waves, the next only when those before have proved themselves; a template reaches all at once."
)
IN_BETWEEN = N_(
    "A step that no template can say stands between those that one can, or needs an answer of one: {call}."
)
BEFORE = N_("First, since no template can do it: {line}")
AFTER = N_("Then, since no template can do it: {line}")
BACK_BEFORE = N_("Before that, take back what was done by hand: {line}")
BACK_AFTER = N_("After that, take back what was done by hand: {line}")
# What is done, and leaves nothing that could be described.
ACTS = {"ec2:StartInstances", "ssm:SendCommand"}
# What changes a part of something that is there.
PARTS = {
    "ec2:AssociateIamInstanceProfile",
    "ec2:ModifyInstanceMetadataOptions",
    "ec2:ModifyVpcAttribute",
    "ec2:ModifyVpcEndpoint",
    "iam:AddRoleToInstanceProfile",
    "iam:AttachRolePolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "ssm:UpdateDocument",
    "ssm:UpdateDocumentDefaultVersion",
    "ssm:UpdateManagedInstanceRole",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What a resource is known by that a change before makes; ``place`` is that of the change."""

    place: int


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource.

    ``kept``: it stays when the rest is taken back. ``joins``: it adds to what is there. ``last``: all that
    the plan makes before has to be there first.
    """

    type: str
    name: str
    members: Mapping[str, object]
    kept: bool = False
    joins: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """Resources by the place of their change, and the changes to be made by hand before and after."""

    resources: Mapping[int, tuple[Resource, ...]]
    before: tuple[Change, ...]
    after: tuple[Change, ...]

    @property
    def every(self) -> Iterator[Resource]:
        """Return all resources."""
        for some in self.resources.values():
            yield from some

    def before_it(self, resource: Resource) -> tuple[Resource, ...]:
        """Return what a resource has to wait for besides what it names."""
        every = tuple(self.every)
        return every[: every.index(resource)] if resource.last else ()


Answer: TypeAlias = tuple[Resource, ...] | Text


def why_not(change: Change) -> Text:
    """Return why there is no resource for a change."""
    call = change.call.name
    if change.call.on_computer:
        return text(ON_COMPUTER)
    if change.shows_once:
        return text(TOLD_ONCE, call=call)
    if call in ACTS:
        return text(DONE_ONCE, call=call)
    return text(THERE if call in PARTS else NOTHING, call=call)


def arranged(plan: Plan, answers: Iterable[Answer]) -> Template | Text:
    """Return the template, or why there is none. ``answers``: the resources of each change, or why none."""
    if any(change.wave for change in plan.changes):
        return text(IN_WAVES)
    told = tuple(answers)
    said = {n: answer for n, answer in enumerate(told) if not isinstance(answer, Text)}
    reasons = [answer for answer in told if isinstance(answer, Text)]
    if not any(said.values()):
        return reasons[0]
    first, last = min(said), max(said)
    for place, change in enumerate(plan.changes):
        if place not in said and (first < place < last or _needs(change, said)):
            return text(IN_BETWEEN, call=change.call.name)
    return Template(_apart(said), plan.changes[:first], plan.changes[last + 1 :])


def role_in(plan: Plan, change: Change) -> object | None:
    """Return the role that a plan puts into the instance profile of a change; None where it puts none.

    The role is :class:`Made` where the plan makes it.
    """
    name = change.call.parameters["InstanceProfileName"]
    inside = maker(plan, "iam:AddRoleToInstanceProfile", "InstanceProfileName", name)
    if inside is None:
        return None
    role = plan.changes[inside].call.parameters["RoleName"]
    made = maker(plan, "iam:CreateRole", "RoleName", role)
    return role if made is None else Made(made)


def role_put_in(plan: Plan, change: Change) -> Answer:
    """Answer for putting a role into an instance profile: told with the profile, if the plan makes it."""
    name = change.call.parameters["InstanceProfileName"]
    made = maker(plan, "iam:CreateInstanceProfile", "InstanceProfileName", name)
    return why_not(change) if made is None else ()


def by_hand(changes: Iterable[Change], said: str, place: Ground) -> Iterator[str]:
    """Yield what is to be done besides a template, as lines of the AWS CLI."""
    for change in changes:
        command = line(change.call, place.profile, place.region)
        yield place.say(text(said, line=command))


def back_by_hand(changes: Iterable[Change], said: str, place: Ground) -> Iterator[str]:
    """Yield how that is taken back, the last first, with ``<Name>`` for what only an answer told."""
    for change in reversed(tuple(changes)):
        if change.undo is not None:
            call = missing(change.undo.call, change.undo.take)
            yield place.say(text(said, line=line(call, place.profile, place.region)))


def maker(plan: Plan, call: str, parameter: str, value: object) -> int | None:
    """Return the place of the change that makes something of a name, None when it was there."""
    for place, change in enumerate(plan.changes):
        if change.call.name == call and change.call.parameters[parameter] == value:
            return place
    return None


def taken(change: Change, parameter: str) -> object:
    """Return a parameter, or what it stands for in the answer of a change before."""
    if parameter in change.take:
        return Made(source(change.take[parameter])[0])
    return change.call.parameters[parameter]


def peers(permission: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield whom a permission of a security group names: the kind, the name, the remark."""
    for kind, name in (
        ("IpRanges", "CidrIp"),
        ("Ipv6Ranges", "CidrIpv6"),
        ("UserIdGroupPairs", "GroupId"),
        ("PrefixListIds", "PrefixListId"),
    ):
        for one in permission.get(kind, ()):
            yield kind, one[name], one.get("Description", "")


def slug(*parts: object) -> str:
    """Return a name for a resource: small letters, digits and underlines."""
    name = re.sub(r"\W+", "_", "_".join(map(str, parts)), flags=re.ASCII).strip("_").lower()
    return name if name[:1].isalpha() else f"r_{name}"


def _apart(told: Mapping[int, tuple[Resource, ...]]) -> dict[int, tuple[Resource, ...]]:
    """Return the resources with names of which no two are the same for one type."""
    used: set[tuple[str, str]] = set()
    apart: dict[int, tuple[Resource, ...]] = {}
    for place, some in told.items():
        renamed: list[Resource] = []
        for one in some:
            name, number = one.name, 1
            while (one.type, name) in used:
                number += 1
                name = f"{one.name}_{number}"
            used.add((one.type, name))
            renamed.append(replace(one, name=name))
        apart[place] = tuple(renamed)
    return apart


def _needs(change: Change, said: Mapping[int, object]) -> bool:
    return any(source(path)[0] in said for path in change.take.values())
