"""What has to be asked about roles once it is known what they are, who uses them and for what."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ssmwizard.checks.arns import node_arn
from ssmwizard.checks.rights import session_wants
from ssmwizard.checks.standin import role_in_use
from ssmwizard.collect import policies, role
from ssmwizard.model.facts import CannotTell, Fact, Known, Unknown, Why
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.role import ANY_RESOURCE, REPORT, SESSION_POLICY, Decision, RoleFacts
from ssmwizard.model.session_rights import Wanted
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.calls import Aws

# One call asks about so many nodes of a role that may not report at large.
NODES = 48
NOT_ALLOWED = "implicitDeny"

Questions = dict[Hashable, Callable[[], Any]]
Pair = tuple[str, str]


def questions(aws: Aws, snapshot: Snapshot) -> Questions:
    """Return the questions, none where the simulator said all that there is to say.

    It is asked again about single nodes only where a role may not report at large, and about keys,
    buckets and log groups only where the session preferences name some. Policies are read only where
    it may not be asked.
    """
    asked: Questions = {}
    wanted = session_wants(snapshot).every
    actions = tuple(dict.fromkeys(one.action for one in wanted))
    resources = tuple(dict.fromkeys(arn for one in wanted for arn in one.resources))
    to_read = []
    for name, facts in snapshot.roles.items():
        found = facts.role.value if isinstance(facts.role, Known) else None
        if found is None:
            continue
        if isinstance(facts.decisions, Unknown):
            to_read += [name] if facts.decisions.why is Why.DENIED else []
            continue
        if wanted:
            asked["session", name] = partial(role.on_resources, aws, found.arn, actions, resources)
        decision = facts.decisions.value.get(REPORT)
        if decision is not None and decision.decision == NOT_ALLOWED:
            nodes = tuple(_nodes(snapshot, name))
            if nodes:
                asked["report", name] = partial(role.on_resources, aws, found.arn, (REPORT,), nodes)
    for name in to_read:
        asked["inline", name] = partial(policies.inline, aws, name)
    for arn in sorted({arn for name in to_read for arn in _managed(snapshot.roles[name])}):
        asked["policy", arn] = partial(policies.document, aws, arn)
    return asked


def more_questions(aws: Aws, snapshot: Snapshot) -> Questions:
    """Return what is asked once it is known that a role lacks something: what a fix would add to."""
    wanted = session_wants(snapshot).every
    return {
        ("session-policy", name): partial(policies.named, aws, name, SESSION_POLICY)
        for name, facts in snapshot.roles.items()
        if any(_lacks(facts, one) for one in wanted)
    }


def _lacks(facts: RoleFacts, wanted: Wanted) -> bool:
    told = [facts.on_resources.get((wanted.action, arn)) for arn in wanted.resources]
    return all(isinstance(one, Known) and one.value.decision == NOT_ALLOWED for one in told)


def answered(snapshot: Snapshot, answers: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the facts of the snapshot that the answers change."""
    wanted = session_wants(snapshot).every
    pairs = [(one.action, arn) for one in wanted for arn in one.resources]
    roles = dict(snapshot.roles)
    for (kind, name), fact in answers.items():
        if kind == "inline":
            roles[name] = replace(roles[name], inline=fact)
        elif kind == "session-policy":
            roles[name] = replace(roles[name], session_policy=fact)
        elif kind != "policy":
            asked = (
                pairs if kind == "session" else [(REPORT, arn) for arn in _nodes(snapshot, name)]
            )
            told = {**roles[name].on_resources, **_by_pair(fact, asked)}
            roles[name] = replace(roles[name], on_resources=told)
    documents = {key[1]: fact for key, fact in answers.items() if key[0] == "policy"}
    return {"roles": roles, "policies": {**snapshot.policies, **documents}}


def _nodes(snapshot: Snapshot, name: str) -> Iterator[str]:
    """Return the ARNs of all nodes together, and of the first of those that use a role."""
    users = [node for node in snapshot.nodes if _uses(snapshot, node, name)]
    for kind in Kind:
        if any(node.kind is kind for node in users):
            yield node_arn(snapshot, ANY_RESOURCE, kind)
    for node in users[:NODES]:
        yield node_arn(snapshot, node.id, node.kind)


def _uses(snapshot: Snapshot, node: NodeFacts, name: str) -> bool:
    try:
        use = role_in_use(snapshot, node)
    except CannotTell:
        return False
    return use is not None and use.facts.name == name


def _managed(facts: RoleFacts) -> Iterator[str]:
    """Return the ARNs of the policies that are attached to a role, and of its boundary."""
    if isinstance(facts.policies, Known):
        yield from facts.policies.value
    if isinstance(facts.role, Known) and facts.role.value and facts.role.value.boundary:
        yield facts.role.value.boundary


def _by_pair(
    fact: Fact[Mapping[Pair, Decision]], pairs: Iterable[Pair]
) -> Mapping[Pair, Fact[Decision]]:
    if isinstance(fact, Unknown):
        return dict.fromkeys(pairs, fact)
    told = fact.value
    return {pair: Known(told[pair], fact.source) for pair in pairs if pair in told}
