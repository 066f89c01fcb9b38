"""Whether the policy of an endpoint lets the calls of an agent through.

It is one more policy that has to allow a call, and gives no right by itself.
https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ssmwizard.checks.arns import account_of
from ssmwizard.checks.hop import ABSENT, Holds, Hop, in_turn, no, unseen, unsure, yes
from ssmwizard.checks.hosts import Need, for_preferences
from ssmwizard.checks.layout import Layout, layout_of
from ssmwizard.checks.path import Path
from ssmwizard.checks.policy import Document, Outcome, Reading, Request, decide
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.rights import principal, session_wants
from ssmwizard.checks.rule import seen
from ssmwizard.model.facts import CannotTell, Unknown
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import keys_of
from ssmwizard.model.session_rights import SessionRights, Wanted
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, joined, text

# Calls by which a machine outside EC2 registers and renews its key; they carry no signature, so that no
# condition on who signed them is met.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html#vpc-endpoint-policies-hybrid-nodes
UNSIGNED = "ssm"
UNKNOWN = text(N_("of the node"))
SIGNER = "aws:principal"
OF_PREFERENCES: Mapping[Need, Callable[[SessionRights], tuple[Wanted, ...]]] = {
    Need.KEY: lambda rights: rights.key,
    Need.BUCKET: lambda rights: rights.bucket,
    Need.LOG_GROUP: lambda rights: rights.log_group,
}


def caller(snapshot: Snapshot, node: NodeFacts) -> Principal:
    """Return who calls: the role of the node, or somebody of the account where that is not known."""
    try:
        who = principal(snapshot, node)
    except CannotTell:
        who = None
    return who or Principal(account=account_of(snapshot))


def accepts_agent(snapshot: Snapshot, path: Path, who: Principal | None) -> Hop:
    """Return whether the endpoint on a way lets through what every session needs."""
    return accepts(snapshot, path, who, of_agent(snapshot, path.service))


def accepts(
    snapshot: Snapshot, path: Path, who: Principal | None, calls: tuple[Wanted, ...]
) -> Hop:
    """Return whether the endpoint on a way lets calls through; absent without one."""
    layout = layout_of(snapshot)
    if isinstance(layout.facts.endpoints, Unknown):
        return unseen(CannotTell(layout.facts.endpoints))
    endpoint = layout.endpoint(path.endpoint)
    if endpoint is None or who is None:
        return ABSENT
    key = ("endpoint-policy", endpoint.id, path.service, who, calls)
    region = snapshot.identity.region or ""
    hop = layout.once(key, lambda: _accepts(layout, endpoint, calls, who, region))
    if hop.holds is Holds.NO and not path.sure:
        said = N_(
            "It depends on where the name of the service leads, which cannot be seen from here. {one}"
        )
        return unsure(text(said, one=hop.said), hop.by, *hop.evidence)
    return hop


def of_agent(snapshot: Snapshot, service: str) -> tuple[Wanted, ...]:
    """Return what the agent calls of a service for every session; on which resources is not told."""
    actions = snapshot.requirements.texts("role.node-actions")
    return tuple(Wanted(one, ()) for one in actions if one.startswith(f"{service}:"))


def of_preferences(snapshot: Snapshot, service: str) -> tuple[Wanted, ...]:
    """Return what it calls of a service because the session preferences ask for it."""
    needs = [one.need for one in for_preferences(snapshot) if one.service == service]
    return tuple(one for need in needs for one in OF_PREFERENCES[need](session_wants(snapshot)))


def _accepts(
    layout: Layout, endpoint: Endpoint, calls: Sequence[Wanted], who: Principal, region: str
) -> Hop:
    shown = seen(text(N_("Endpoint")), endpoint.id, layout.facts.endpoints)
    if not endpoint.policy:
        said = N_("The policy of endpoint {endpoint} is not shown here.")
        return unsure(text(said, endpoint=endpoint.id), endpoint.id, shown)
    if not calls:
        return ABSENT
    document = Document(endpoint.id, endpoint.policy)
    readings = {one.action: _read(document, endpoint, one, who, region) for one in calls}
    label = text(N_("Statements of the endpoint's policy"))
    return in_turn(
        [
            _judged(endpoint, who, outcome, those, label, layout)
            for outcome in Outcome
            if (those := {a: one for a, one in readings.items() if one.outcome is outcome})
        ]
    )


def _read(
    document: Document, endpoint: Endpoint, call: Wanted, who: Principal, region: str
) -> Reading:
    keys = {
        **(keys_of(who.arns[0], region) if who.arns else {}),
        "aws:SourceVpc": (endpoint.vpc_id,),
        "aws:SourceVpce": (endpoint.id,),
    }
    found = [
        decide([document], Request(call.action, resource, keys, who))
        for resource in call.resources or (None,)
    ]
    for outcome in (Outcome.ALLOWED, Outcome.UNDECIDED):
        for one in found:
            if one.outcome is outcome:
                return one
    return found[0]


def _judged(
    endpoint: Endpoint,
    who: Principal,
    outcome: Outcome,
    readings: Mapping[str, Reading],
    label: Text,
    layout: Layout,
) -> Hop:
    statements = dict.fromkeys(one for reading in readings.values() for one in reading.statements)
    words = ", ".join(map(str, statements)) or "-"
    shown = seen(label, f"{', '.join(readings)}: {words}", layout.facts.endpoints)
    parts: dict[str, str | Text | tuple[str, ...]] = {
        "endpoint": endpoint.id,
        "actions": tuple(readings),
        "role": who.arns[0].rpartition("/")[2] if who.arns else UNKNOWN,
        "statements": tuple(map(str, statements)),
    }
    match outcome:
        case Outcome.ALLOWED:
            said = N_("The policy of endpoint {endpoint} lets the agent's calls through.")
            if endpoint.service == UNSIGNED and SIGNER in endpoint.policy.lower():
                said = N_(
                    "The policy of endpoint {endpoint} lets the agent's calls through. It has conditions on who signs a call; machines outside EC2 do not sign the calls by which they register, so these may not pass."
                )
            return yes(text(said, **parts), endpoint.id, shown)
        case Outcome.DENIED:
            said = N_(
                "The policy of endpoint {endpoint} denies {actions} to the role {role} ({statements}). Take these calls, or this role, out of that Deny."
            )
            return no(text(said, **parts), endpoint.id, shown)
        case Outcome.NOT_ALLOWED:
            said = N_(
                "No statement in the policy of endpoint {endpoint} allows {actions} to the role {role}. Add one that does."
            )
            return no(text(said, **parts), endpoint.id, shown)
        case _:
            return _undecided(endpoint, readings, parts, shown)


def _undecided(
    endpoint: Endpoint,
    readings: Mapping[str, Reading],
    parts: Mapping[str, str | Text | tuple[str, ...]],
    shown: Evidence,
) -> Hop:
    said = text(
        N_(
            "Whether the policy of endpoint {endpoint} lets {actions} through does not show from here ({statements})."
        ),
        **parts,
    )
    problems = dict.fromkeys(one for each in readings.values() for one in each.problems)
    said = joined(said, *problems)
    keys = tuple(sorted({key for each in readings.values() for key in each.missing}))
    if keys:
        more = N_(
            "{finding} It depends on {keys}: compare what the policy asks of these with this account."
        )
        said = text(more, finding=said, keys=keys)
    return unsure(said, endpoint.id, shown)
