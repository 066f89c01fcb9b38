"""The services that a node has to reach, each with the reason why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.model.facts import Known
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers


class Need(StrEnum):
    """What a node needs a service for."""

    SESSIONS = "sessions"
    RUN_COMMAND = "run-command"
    KEY = "key"
    BUCKET = "bucket"
    LOG_GROUP = "log-group"


@dataclass(frozen=True, slots=True)
class Host:
    """A service (``ssm``, ``kms`` …) and what it is needed for."""

    service: str
    need: Need


def for_sessions(snapshot: Snapshot) -> tuple[Host, ...]:
    """Return what every node has to reach: without it no session opens."""
    return tuple(Host(one, Need.SESSIONS) for one in snapshot.requirements.texts("hosts.required"))


def for_run_command(snapshot: Snapshot, node: NodeFacts) -> tuple[Host, ...]:
    """Return where an older agent takes the orders of Run Command from; sessions do not need it.

    An agent that is not known is taken for a recent one.
    """
    managed = node.managed.value if isinstance(node.managed, Known) else None
    found = numbers(managed.agent_version) if managed is not None else ()
    least = numbers(snapshot.requirements.text("agent.ec2messages-optional"))
    services = snapshot.requirements.texts("hosts.optional")
    if not found or at_least(found, least):
        return ()
    return tuple(Host(one, Need.RUN_COMMAND) for one in services)


def for_preferences(snapshot: Snapshot) -> tuple[Host, ...]:
    """Return what the session preferences ask for; nothing where they are not known.

    They are those of the account and Region, so they are the same for all nodes.
    """
    fact = snapshot.session.preferences
    preferences = fact.value if isinstance(fact, Known) else None
    if preferences is None:
        return ()
    named = (
        (Need.KEY, preferences.kms_key, "hosts.session-key"),
        (Need.BUCKET, preferences.s3_bucket, "hosts.session-bucket"),
        (Need.LOG_GROUP, preferences.log_group, "hosts.session-log-group"),
    )
    return tuple(
        Host(service, need)
        for need, name, requirement in named
        if name
        for service in snapshot.requirements.texts(requirement)
    )
