"""The caller's right to start a session on each node, where conditions of its policies decide.

The simulator is asked about all nodes without their tags first, and says which condition keys it had
no value for. Only where these name tags that a node has, or the check of the session document, it is
asked again: together about nodes whose tags, as far as they were asked for, are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ssmwizard.collect.asking import known, tags
from ssmwizard.collect.caller import START, Asking, Questions
from ssmwizard.collect.simulation import AT_ONCE, Decisions, Entry
from ssmwizard.model.caller import Kind, NodeRight
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.node import Kind as NodeKind
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import Decision
from ssmwizard.outside.calls import Aws

TAG = re.compile(r"(?:ssm|aws):resourceTag/(.+)", re.IGNORECASE)
TAG_KEYS = ("ssm:resourceTag/", "aws:ResourceTag/")
# Whether the caller may use the session document, as a condition key of the node.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
DOCUMENT_CHECK = "ssm:SessionDocumentAccessCheck"
# Keys that a request for a session never has: this one is of sessions with just-in-time access.
NEVER = ("ssm:accessrequestid",)
# Calls that are spent on asking again. With tags that differ more than that, the rest stays open.
MOST_CALLS = 40
# Machines outside EC2 of which the tags are asked for one by one.
MOST_LISTED = 100

Tags = Mapping[str, str]
Starts = Mapping[str, Known[Decision]]


@dataclass(frozen=True, slots=True)
class Ask:
    """Nodes about which the same is asked: with which tags, and which answers to the document check."""

    nodes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]


def tag_questions(aws: Aws, starts: Starts, nodes: Iterable[NodeFacts]) -> Questions:
    """Return the questions for tags of machines outside EC2; those of instances are there already."""
    wanted = [
        node.id
        for node in nodes
        if node.kind is NodeKind.HYBRID and node.id in starts and _asked(starts[node.id].value)
    ]
    return {("tags", node_id): partial(_listed, aws, node_id) for node_id in wanted[:MOST_LISTED]}


def _listed(aws: Aws, node_id: str) -> Fact[Tags]:
    def question() -> Tags:
        told = aws.call(
            "ssm", "ListTagsForResource", ResourceType="ManagedInstance", ResourceId=node_id
        )
        return dict(tags(told.get("TagList", [])))

    return known(aws, "ssm:ListTagsForResource", question)


def tags_of(node: NodeFacts, listed: Mapping[str, Fact[Tags]]) -> Fact[Tags]:
    """Return the tags of a node, as far as they were seen."""
    if node.kind is NodeKind.HYBRID:
        return listed.get(node.id, NOT_COLLECTED)
    if isinstance(node.instance, Unknown):
        return node.instance
    instance = node.instance.value
    return Known(dict(instance.tags) if instance is not None else {}, node.instance.source)


def asks(starts: Starts, held: Mapping[str, Fact[Tags]], document: bool | None) -> tuple[Ask, ...]:
    """Return what more can be told to the simulator about which nodes, the largest groups first.

    ``document``: whether the session document may be used, None where that is not known. Where it may
    not, the nodes are judged as if it might, too, to tell what refuses.
    """
    together: dict[tuple[tuple[tuple[str, str], ...], tuple[str, ...]], list[str]] = {}
    for node_id, fact in starts.items():
        decision = fact.value
        given = tuple(
            (key, value) for key, value in _tags(decision, held[node_id]) if value is not None
        )
        checks = _checks(decision, document)
        if given or checks != ("",):
            together.setdefault((given, checks), []).append(node_id)
    largest = sorted(together.items(), key=lambda item: -len(item[1]))
    found = [
        Ask(tuple(nodes[start : start + AT_ONCE]), given, checks)
        for (given, checks), nodes in largest
        for start in range(0, len(nodes), AT_ONCE)
    ]
    return tuple(found[:MOST_CALLS])


def answered(asking: Asking, what: Ask) -> tuple[Fact[Decisions], ...]:
    """Ask the simulator, once for each answer to the document check."""
    arns = [asking.node(node_id) for node_id in what.nodes]
    given = [Entry(f"{of}{key}", value) for key, value in what.tags for of in TAG_KEYS]
    return tuple(
        asking.simulated(
            (START,), arns, [*given, Entry(DOCUMENT_CHECK, check, "boolean")] if check else given
        )
        for check in what.checks
    )


def rights(
    asking: Asking,
    starts: Starts,
    held: Mapping[str, Fact[Tags]],
    again: Iterable[tuple[Ask, tuple[Fact[Decisions], ...]]],
) -> Mapping[str, Fact[NodeRight]]:
    """Return the right on each node, put together from both rounds."""
    decided: dict[str, tuple[Fact[Decision], ...]] = {
        node_id: (fact,) for node_id, fact in starts.items()
    }
    for what, facts in again:
        for node_id in what.nodes:
            decided[node_id] = tuple(_of(asking.node(node_id), fact) for fact in facts)
    return {
        node_id: _right(asking, facts, _tags(starts[node_id].value, held[node_id]))
        for node_id, facts in decided.items()
    }


def _of(arn: str, fact: Fact[Decisions]) -> Fact[Decision]:
    if isinstance(fact, Unknown):
        return fact
    one = fact.value.get((START, arn))
    return NOT_COLLECTED if one is None else Known(one, fact.source)


def _right(
    asking: Asking, facts: tuple[Fact[Decision], ...], held: tuple[tuple[str, str | None], ...]
) -> Fact[NodeRight]:
    for fact in facts:
        if isinstance(fact, Unknown):
            return fact
    plain, last = facts[0].require(), facts[-1].require()
    by_document = plain.allowed and not last.allowed
    one = last if plain.allowed else plain
    absent = {*NEVER, *(() if asking.who.kind is Kind.USER else ("aws:username",))}
    absent |= {f"{of}{key}".lower() for key, value in held if value is None for of in TAG_KEYS}
    missing = tuple(key for key in one.missing_context if key.lower() not in absent)
    right = NodeRight(replace(one, missing_context=missing), held, by_document)
    return Known(right, facts[-1].source)  # type: ignore[arg-type]


def _asked(decision: Decision) -> tuple[str, ...]:
    """Return the keys of the tags that a condition asks for, each once, as the policies write them."""
    matches = (TAG.fullmatch(key) for key in decision.missing_context)
    found = {match[1].lower(): match[1] for match in matches if match}
    return tuple(found[key] for key in sorted(found))


def _tags(decision: Decision, held: Fact[Tags]) -> tuple[tuple[str, str | None], ...]:
    """Return the tags that are asked for, with what the node has; nothing where that is not known."""
    if isinstance(held, Unknown):
        return ()
    lower = {key.lower(): value for key, value in held.value.items()}
    return tuple((key, lower.get(key.lower())) for key in _asked(decision))


def _checks(decision: Decision, document: bool | None) -> tuple[str, ...]:
    checked = any(key.lower() == DOCUMENT_CHECK.lower() for key in decision.missing_context)
    if not checked or document is None:
        return ("",)
    return ("true",) if document else ("true", "false")
