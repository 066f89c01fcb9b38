"""Whatever the facts are, no rule crashes, every sentence is whole, and there is a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.facts import says, shown
from support.rich import seen_whole
from support.wreck import wrecked

from ssmwizard.app.causes import causes
from ssmwizard.app.chain import chain
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verdict import Standing, verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.model.facts import Known
from ssmwizard.model.features import FEATURES
from ssmwizard.model.findings import Status


class Before:
    """An inspection that is not written out where an example fails."""

    def __init__(self, seen: Inspection) -> None:
        self.seen = seen


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    return Before(seen_whole(tmp_path_factory.mktemp("rich")))


def crash(check: str, error: Exception) -> None:
    raise AssertionError(check) from error


@given(
    st.integers(0, 2**32),
    st.sampled_from([0.01, 0.05, 0.2, 0.6]),
    st.frozensets(st.sampled_from([one.id for one in FEATURES])),
    st.booleans(),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_facts_are_there_is_an_answer(
    before: Before, seed: int, share: float, features: frozenset[str], signed_in: bool
) -> None:
    facts = wrecked(replace(before.seen.snapshot, features=features), seed, share)
    if signed_in:
        facts = replace(facts, identity=before.seen.snapshot.identity)
    findings = judge(facts, EVERY, crash)
    for finding in findings:
        says(finding)
    nodes = tuple(node.id for node in facts.nodes)
    told = verdicts(facts, findings)
    assert [verdict.node for verdict in told] == list(nodes)
    for verdict in told:
        assert shown(verdict.sentence)
        if verdict.standing in (Standing.READY, Standing.DEGRADED):
            node = next(one for one in facts.nodes if one.id == verdict.node)
            granted = isinstance(node.refusal, Known) and node.refusal.value is None
            assert node.connected or granted, "nothing showed that a session opens"
        if verdict.standing is Standing.BLOCKED:
            assert verdict.root_causes, "who is blocked is told by what"
        gates = chain(findings, verdict.node)
        first = [gate.finding for gate in gates if gate.first_broken]
        assert first == list(verdict.causes[:1])
    roots = [one for one in findings if one.status is Status.FAILED and not one.blocked_by]
    assert bool(causes(findings, nodes)) == bool(roots)
