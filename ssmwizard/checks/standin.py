"""Whether Default Host Management stands in for an instance without an instance profile.

https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
"""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

OFF = ("", "$None")


@dataclass(frozen=True, slots=True)
class StandIn:
    """The role that stands in (empty when none does), and why none does."""

    by: str
    why_not: Text


def host_management(snapshot: Snapshot, node: NodeFacts) -> StandIn | Unknown:
    """Tell whether the setting is on and the node qualifies, as far as can be seen from here."""
    setting = snapshot.account.host_management
    if isinstance(setting, Unknown):
        return setting
    if setting.value is None or setting.value.value in OFF:
        return StandIn("", text(N_("Default Host Management is off, so nothing stands in.")))
    instance = node.instance.value if isinstance(node.instance, Known) else None
    if instance is not None and instance.metadata.endpoint == "disabled":
        return StandIn(
            "", text(N_("Default Host Management is on but needs instance metadata, which is off."))
        )
    managed = node.managed.value if isinstance(node.managed, Known) else None
    minimum = snapshot.requirements.text("agent.default-host-management")
    if managed is not None and not at_least(numbers(managed.agent_version), numbers(minimum)):
        said = N_("Default Host Management is on but needs agent {minimum}; this is {version}.")
        return StandIn("", text(said, minimum=minimum, version=managed.agent_version))
    return StandIn(setting.value.value, text(N_("Default Host Management stands in.")))
