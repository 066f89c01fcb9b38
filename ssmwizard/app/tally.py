"""The words that all reports begin with: who, where, when, and how many nodes can be reached."""

from __future__ import annotations

from collections import Counter

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import line, minute
from ssmwizard.app.verdict import Standing
from ssmwizard.model.facts import Known

WORDS = {
    Standing.BLOCKED: "blocked",
    Standing.UNKNOWN: "could not be determined",
    Standing.DEGRADED: "degraded",
    Standing.READY: "ready",
}


def counts(inspection: Inspection) -> dict[Standing, int]:
    """Return how many nodes there are of each standing, the worst first, none left out."""
    told = Counter(verdict.standing for verdict in inspection.verdicts)
    return {standing: told[standing] for standing in WORDS}


def sentence(inspection: Inspection) -> str:
    """Say how many nodes can be reached."""
    total = len(inspection.verdicts)
    if not total:
        return _nothing(inspection)
    parts = [f"{number} {WORDS[one]}" for one, number in counts(inspection).items() if number]
    nodes = "1 node" if total == 1 else f"{total} nodes"
    return f"{nodes}: {', '.join(parts)}."


def who_and_where(inspection: Inspection) -> str:
    """Name the account, the Region, the profile and the caller, as far as they are known."""
    identity = inspection.snapshot.identity
    parts = []
    if isinstance(identity.caller, Known):
        caller = identity.caller.value
        parts += [f"account {caller.account}", line(caller.arn)]
    else:
        parts.append("account not known")
    parts.append(line(identity.region or "no Region"))
    if identity.profile:
        parts.append(f"profile {line(identity.profile)}")
    return ", ".join(parts)


def when(inspection: Inspection) -> str:
    """Tell when this was seen, with how many calls, and of which day the requirements are."""
    calls = sum(inspection.calls.values())
    as_of = inspection.snapshot.requirements.as_of.isoformat()
    return f"{minute(inspection.started)}, {calls} calls to AWS, requirements as of {as_of}"


def titled(node_id: str, name: str) -> str:
    """Return a node's id with its name."""
    return f"{line(node_id)} ({line(name)})" if name else line(node_id)


def names(inspection: Inspection) -> dict[str, str]:
    """Return each node's id with its name, by the id."""
    return {node.id: titled(node.id, node.name) for node in inspection.snapshot.nodes}


def _nothing(inspection: Inspection) -> str:
    if inspection.snapshot.unlisted:
        return "No node was found, because the nodes could not be listed."
    if not isinstance(inspection.snapshot.identity.caller, Known):
        return "No node was looked at, because nobody is signed in."
    if inspection.choice.every_node:
        region = inspection.snapshot.identity.region
        return f"There is no node in {region}: no EC2 instance and no managed node."
    return "No node was chosen."
