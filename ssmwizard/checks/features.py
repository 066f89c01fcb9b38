"""Rules about what sessions can do: what the agent of a node and this computer's plugin know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ssmwizard.checks.inside import told
from ssmwizard.checks.rule import Outcome, failed, passed, seen, warning
from ssmwizard.model.computer import Tool
from ssmwizard.model.features import FEATURES, SHELL, Feature
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.node import ManagedNode, NodeFacts
from ssmwizard.model.requirements import Confidence
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import Numbers, at_least, numbers
from ssmwizard.model.text import N_, Text, joined, text

WINDOWS = "Windows"
STREAMING = "cloudwatch-streaming"
VERSION = text(N_("Agent version"))
# Those that the version of the agent decides; whether it knows a shell is a check of its own.
OF_THE_AGENT = tuple(feature.id for feature in FEATURES if feature.id != SHELL)
OF_THE_PLUGIN = tuple(feature.id for feature in FEATURES if feature.plugin)
AGENT_REQUIREMENTS = (
    *(feature.agent for feature in FEATURES if feature.id != SHELL),
    *(feature.agent_perhaps for feature in FEATURES if feature.agent_perhaps),
    *(feature.platforms for feature in FEATURES if feature.platforms),
    "windows.powershell-streaming-included",
)
PLUGIN_REQUIREMENTS = tuple(feature.plugin for feature in FEATURES if feature.plugin)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The features that an agent is too old for, that its platform lacks, and of which nobody can tell."""

    old: tuple[Feature, ...]
    foreign: tuple[Feature, ...]
    doubted: tuple[Feature, ...]


def judged(
    snapshot: Snapshot,
    node: NodeFacts,
    managed: ManagedNode,
    version: Numbers,
    fixes: tuple[str, ...],
) -> Outcome:
    """Judge which features the agent knows: what it lacks fails where it was asked for."""
    sort = _sorted(snapshot, node, managed, version)
    found = (
        seen(VERSION, managed.agent_version, node.managed),
        *_needed(snapshot, node, [*sort.old, *sort.doubted]),
    )
    said = _said(snapshot, managed, sort)
    lacks = _ids([*sort.old, *sort.foreign])
    cause = f"agent:{managed.agent_version}:{managed.platform_type}"
    if snapshot.features.intersection(lacks):
        healing = fixes if snapshot.features.intersection(_ids(sort.old)) else ()
        outcome = failed(said, *found, grade=Grade.PROVED, fixes=healing, cause=cause)
    elif sort.old or snapshot.features.intersection(_ids(sort.doubted)):
        outcome = warning(said, *found, fixes=fixes)
    else:
        outcome = passed(said, *found)
    return outcome.without(lacks).doubting(_ids(sort.doubted))


def lacking(snapshot: Snapshot, plugin: Tool) -> tuple[str, ...]:
    """Return the features that a Session Manager plugin is too old for."""
    version = numbers(plugin.version)
    return tuple(
        one.id for one in FEATURES if one.plugin and not _has(snapshot, version, one.plugin)
    )


def _sorted(snapshot: Snapshot, node: NodeFacts, managed: ManagedNode, version: Numbers) -> _Sorted:
    rest = [feature for feature in FEATURES if feature.id != SHELL]
    foreign = tuple(one for one in rest if _is_foreign(snapshot, managed, one))
    rest = [one for one in rest if one not in foreign]
    old = tuple(one for one in rest if not _has(snapshot, version, one.agent_perhaps or one.agent))
    rest = [one for one in rest if one not in old]
    asked = told(node)
    if asked is not None and asked.powershell:
        # The node told it, and the check of its system judges it.
        rest = [one for one in rest if one.id != STREAMING]
    doubted = tuple(one for one in rest if _is_doubted(snapshot, managed, version, one))
    return _Sorted(old, foreign, doubted)


def _said(snapshot: Snapshot, managed: ManagedNode, sort: _Sorted) -> Text:
    """Say what the agent is too old for (first what was asked for), and what else is to be known."""
    if any(one.id in snapshot.features for one in sort.old):
        first = N_("Agent {version} is too old for {features}. Update it.")
    elif sort.old:
        first = N_("Agent {version} will do for a shell, but is too old for {features}. Update it.")
    elif sort.foreign or sort.doubted:
        first = N_("Agent {version} is not too old for any feature of sessions on {system}.")
    else:
        first = N_("Agent {version} is new enough for every feature of sessions.")
    wanted = tuple(one for one in sort.old if one.id in snapshot.features)
    said = _sentence(first, managed, wanted or sort.old)
    there = _sentence(N_("On {system} there is no {features}."), managed, sort.foreign)
    if snapshot.features.intersection(_ids(sort.foreign)) and not sort.old:
        said = there
    elif sort.foreign:
        said = joined(said, there)
    if sort.doubted:
        doubt = N_("Whether there is {features} on this node cannot be told from here.")
        told = _sentence(doubt, managed, sort.doubted)
        said = joined(said, told)
    return said


def _sentence(said: str, managed: ManagedNode, features: tuple[Feature, ...]) -> Text:
    return text(
        said,
        version=managed.agent_version,
        system=managed.platform_type,
        features=tuple(one.phrase for one in features),
    )


def _is_foreign(snapshot: Snapshot, managed: ManagedNode, feature: Feature) -> bool:
    """Tell whether AWS's pages say that the platform has no such feature."""
    return (
        _is_unnamed(snapshot, managed, feature)
        and snapshot.requirements.get(feature.platforms).confidence is Confidence.DOCUMENTED
    )


def _is_unnamed(snapshot: Snapshot, managed: ManagedNode, feature: Feature) -> bool:
    if not feature.platforms or not managed.platform_type:
        return False
    named = snapshot.requirements.texts(feature.platforms)
    return managed.platform_type.casefold() not in {one.casefold() for one in named}


def _is_doubted(
    snapshot: Snapshot, managed: ManagedNode, version: Numbers, feature: Feature
) -> bool:
    """Tell whether pages disagree or leave the platform out, or whether only the node can tell."""
    if feature.id == STREAMING and managed.platform_type == WINDOWS:
        included = snapshot.requirements.text("windows.powershell-streaming-included")
        if not at_least(numbers(managed.platform_version), numbers(included)):
            return True
    return not _has(snapshot, version, feature.agent) or _is_unnamed(snapshot, managed, feature)


def _needed(
    snapshot: Snapshot, node: NodeFacts, features: Iterable[Feature]
) -> tuple[Evidence, ...]:
    return tuple(
        seen(
            text(N_("Agent needed for {feature}"), feature=one.phrase),
            snapshot.requirements.text(one.agent),
            node.managed,
        )
        for one in features
    )


def _has(snapshot: Snapshot, version: Numbers, requirement: str) -> bool:
    return at_least(version, numbers(snapshot.requirements.text(requirement)))


def _ids(features: Iterable[Feature]) -> tuple[str, ...]:
    kept = {feature.id for feature in features}
    return tuple(feature.id for feature in FEATURES if feature.id in kept)
