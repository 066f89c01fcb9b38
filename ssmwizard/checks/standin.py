"""Which role a node's agent uses: its own, or that of Default Host Management.

https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
"""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.facts import NOT_COLLECTED, Known, Unknown
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.role import RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

OFF = ("", "$None")


@dataclass(frozen=True, slots=True)
class StandIn:
    """The role that stands in (empty when none does), and why, or why none does.

    ``blocked_by`` is the check that fails for the same reason, where there is one.
    """

    by: str
    why: Text
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """The role that a node uses. ``from_ec2``: EC2 hands it out, and not Systems Manager."""

    facts: RoleFacts
    from_ec2: bool


def host_management(snapshot: Snapshot, node: NodeFacts) -> StandIn | Unknown:
    """Tell whether the setting is on and the node qualifies, as far as can be seen from here."""
    setting = snapshot.account.host_management
    if isinstance(setting, Unknown):
        return setting
    if setting.value is None or setting.value.value in OFF:
        return StandIn("", text(N_("Default Host Management is off, so nothing stands in.")))
    return qualifies(snapshot, node, setting.value.value)


def qualifies(snapshot: Snapshot, node: NodeFacts, role: str) -> StandIn:
    """Tell whether Default Host Management, where it is on with a role, can serve a node."""
    instance = node.instance.value if isinstance(node.instance, Known) else None
    if instance is not None and instance.metadata.endpoint == "disabled":
        said = N_("Default Host Management is on but needs instance metadata, which is off.")
        return StandIn("", text(said), ("imds.enabled",))
    minimum = snapshot.requirements.text("agent.default-host-management")
    managed = node.managed.value if isinstance(node.managed, Known) else None
    if managed is None:
        said = N_(
            "Default Host Management stands in with {role}, if the agent is {minimum} or later."
        )
        return StandIn(role, text(said, role=role, minimum=minimum))
    if not at_least(numbers(managed.agent_version), numbers(minimum)):
        said = N_("Default Host Management is on but needs agent {minimum}; this is {version}.")
        return StandIn("", text(said, minimum=minimum, version=managed.agent_version))
    said = N_("Default Host Management stands in with {role}.")
    return StandIn(role, text(said, role=role))


def role_in_use(snapshot: Snapshot, node: NodeFacts) -> Use | None:
    """Return the role that the node uses, None when it has none; raises ``CannotTell``."""
    if node.kind is Kind.HYBRID:
        managed = node.managed.require()
        return Use(facts_of(snapshot, managed.role), False) if managed and managed.role else None
    instance = node.instance.require()
    if instance is None or instance.gone:
        return None
    shown = shown_to_stand_in(snapshot, node)
    if shown:
        return Use(facts_of(snapshot, shown), False)
    if instance.profile_arn is None:
        stands_in = host_management(snapshot, node)
        by = "" if isinstance(stands_in, Unknown) else stands_in.by
        return Use(facts_of(snapshot, by), False) if by else None
    profile = snapshot.profiles.get(instance.profile_arn, NOT_COLLECTED).require()
    return Use(facts_of(snapshot, profile.role), True) if profile and profile.role else None


def facts_of(snapshot: Snapshot, role: str) -> RoleFacts:
    """Return the facts of a role, unknown ones where it was not looked at."""
    return snapshot.roles.get(name_of(role)) or RoleFacts(role, NOT_COLLECTED)


def shown_to_stand_in(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the Default Host Management role if the service says that the instance uses it.

    The service names the role of an instance only when it is not that of its instance profile.
    """
    managed = node.managed.value if isinstance(node.managed, Known) else None
    setting = snapshot.account.host_management
    value = setting.value.value if isinstance(setting, Known) and setting.value else ""
    if managed is None or not managed.role or value in OFF:
        return ""
    return value if name_of(managed.role) == name_of(value) else ""
