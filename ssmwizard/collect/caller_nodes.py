"""The caller's right to start a session on each node, where conditions of its policies decide.

The simulator is asked about all nodes without their tags first. Where the policies ask for tags that
a node has, or for the check of the session document, it is asked again: together about nodes whose
tags, as far as they are asked for, are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ssmwizard.collect.asking import known, tags
from ssmwizard.collect.caller import DOCUMENT_CHECK, START, Asking, Questions
from ssmwizard.collect.simulation import AT_ONCE, Decisions, Entry
from ssmwizard.model.caller import Kind, NodeRight
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.node import Kind as NodeKind
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import Decision
from ssmwizard.outside.calls import Aws

TAG = re.compile(r"(?:ssm|aws):resourceTag/(.+)", re.IGNORECASE)
TAG_KEYS = ("ssm:resourceTag/", "aws:ResourceTag/")
# Keys that a request for a session never has: this one is of sessions with just-in-time access.
NEVER = ("ssm:accessrequestid",)
NAME = "aws:username"
# Groups of nodes that are asked about again. With tags that differ more than that, the rest stays open.
MOST_GROUPS = 40
# Machines outside EC2 of which the tags are asked for one by one.
MOST_LISTED = 100

Tags = Mapping[str, str]
Starts = Mapping[str, Known[Decision]]
Held = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What conditions of the caller's policies ask of nodes.

    ``asked`` are tags that the simulator missed a value of, ``perhaps`` others that the policies name
    somewhere. ``tags`` maps a node's id to its tags; one whose tags are not known is not there.
    ``document``: whether the session document may be used, None where that is not known.
    ``checked``: a policy may ask for that.
    """

    asked: tuple[str, ...]
    perhaps: tuple[str, ...]
    tags: Mapping[str, Tags]
    document: bool | None
    checked: bool

    @property
    def checks(self) -> tuple[str, ...]:
        """Return the answers to the check of the document that count, the hopeful one first."""
        if not self.checked:
            return ("",)
        return ("true",) if self.document else ("true", "false")

    def given(self, node_id: str) -> tuple[tuple[str, str], ...]:
        """Return the tags of a node that can be told to the simulator."""
        found = self.held(node_id, (*self.asked, *self.perhaps))
        return tuple((key, value) for key, value in found if value is not None)

    def held(self, node_id: str, keys: Iterable[str]) -> Held:
        """Return tags with what a node has of them; IAM compares their keys without case."""
        lower = {key.lower(): value for key, value in self.tags.get(node_id, {}).items()}
        return tuple((key, lower.get(key.lower())) for key in keys)


@dataclass(frozen=True, slots=True)
class Ask:
    """Nodes about which the same is asked: with which tags, and which answer to the document check."""

    nodes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    check: str


def tag_questions(aws: Aws, nodes: Iterable[NodeFacts]) -> Questions:
    """Return the questions for tags of machines outside EC2; those of instances are there already."""
    wanted = [node.id for node in nodes if node.kind is NodeKind.HYBRID]
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


def tag_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the tags that condition keys ask for, each once, as they are written."""
    matches = (TAG.fullmatch(key) for key in keys)
    found = {match[1].lower(): match[1] for match in matches if match}
    return tuple(found[key] for key in sorted(found))


def asks(starts: Starts, conditions: Conditions) -> tuple[Ask, ...]:
    """Return what else is asked about nodes that were asked about without their tags."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for node_id in starts:
        groups.setdefault(conditions.given(node_id), []).append(node_id)
    if len(groups) > MOST_GROUPS and conditions.perhaps:
        return asks(starts, replace(conditions, perhaps=()))
    largest = sorted(groups.items(), key=lambda group: -len(group[1]))
    return tuple(
        Ask(tuple(nodes[start : start + AT_ONCE]), given, check)
        for given, nodes in largest[:MOST_GROUPS]
        for check in conditions.checks[0 if given else 1 :]
        for start in range(0, len(nodes), AT_ONCE)
    )


def answered(asking: Asking, what: Ask) -> Fact[Decisions]:
    """Ask the simulator again."""
    given = [Entry(f"{of}{key}", value) for key, value in what.tags for of in TAG_KEYS]
    arns = [asking.node(node_id) for node_id in what.nodes]
    return asking.starts(arns, what.check, given)


def rights(
    asking: Asking,
    starts: Starts,
    conditions: Conditions,
    again: Iterable[tuple[Ask, Fact[Decisions]]],
) -> Mapping[str, Fact[NodeRight]]:
    """Return the right on each node, put together from all answers."""
    told: dict[str, dict[str, Fact[Decision]]] = {node_id: {} for node_id in starts}
    for what, fact in again:
        for node_id in what.nodes:
            told[node_id][what.check] = _of(asking.node(node_id), fact)
    return {
        node_id: _right(asking, conditions, node_id, fact, told[node_id])
        for node_id, fact in starts.items()
    }


def _of(arn: str, fact: Fact[Decisions]) -> Fact[Decision]:
    if isinstance(fact, Unknown):
        return fact
    one = fact.value.get((START, arn))
    return NOT_COLLECTED if one is None else Known(one, fact.source)


def _right(
    asking: Asking,
    conditions: Conditions,
    node_id: str,
    start: Known[Decision],
    again: Mapping[str, Fact[Decision]],
) -> Fact[NodeRight]:
    hopeful, *other = conditions.checks
    answers: list[Known[Decision]] = []
    for fact in (again.get(hopeful, start), *(again[check] for check in other if check in again)):
        if isinstance(fact, Unknown):
            return fact
        answers.append(fact)
    plain, last = answers[0].value, answers[-1].value
    untold = len(answers) <= len(other)
    open_still = untold or (conditions.document is None and plain.decision != last.decision)
    asked: Held = ()
    if node_id in conditions.tags:
        asked = conditions.held(node_id, tag_keys(start.value.missing_context))
    right = NodeRight(
        _settled(asking, plain if open_still else last, asked, open_still=open_still),
        tags=asked,
        by_document=plain.allowed and not last.allowed and not open_still,
    )
    return Known(right, answers[-1].source)


def _settled(asking: Asking, one: Decision, asked: Held, *, open_still: bool) -> Decision:
    """Return the decision with only those keys missing that a real request may have."""
    absent = {*NEVER, *(() if asking.who.kind is Kind.USER else (NAME,))}
    absent |= {f"{of}{key}".lower() for key, value in asked if value is None for of in TAG_KEYS}
    missing = tuple(key for key in one.missing_context if key.lower() not in absent)
    return replace(one, missing_context=(*missing, DOCUMENT_CHECK) if open_still else missing)
