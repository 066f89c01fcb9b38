"""The network of the demo account, read through a real client: each fault is found, no other is."""

from dataclasses import replace

import pytest
from support.net import ACL, DNS, ENDPOINT, NODE, ROUTE
from support.on_demo import stage
from support.plan_facts import known, snapshot

from ssmwizard.checks.judge import judge
from ssmwizard.checks.network import CHECKS
from ssmwizard.collect import network
from ssmwizard.collect import node as nodes
from ssmwizard.model.node import NodeFacts

BROKEN = {
    "db-01": {DNS},
    "lab-01": {DNS},
    "cache-01": {ROUTE},
    "archive-01": {ROUTE},
    "db-02": {NODE},
    "erp-01": {ENDPOINT},
    "worker-01": {ACL},
}


@pytest.fixture
def seen(tmp_path, monkeypatch):
    aws = stage(tmp_path, monkeypatch).doors.open_aws("demo-admin", None)
    instances = nodes.instances(aws, 1000).require()
    vpcs = {one.vpc_id for one in instances.values() if one.vpc_id}
    asked = network.questions(aws, vpcs)
    facts = network.facts({name: question() for name, question in asked.items()})
    lists = network.prefix_list_questions(aws, network.references(facts))
    facts = replace(facts, prefix_lists={name: question() for name, question in lists.items()})
    # As a node that never reported itself, so that nothing but the configuration speaks.
    chosen = [NodeFacts(one, known(instances[one]), known(None)) for one in instances]
    return replace(snapshot(*chosen), network=facts)


def test_each_fault_of_the_network_is_found_and_no_other(seen) -> None:
    found: dict[str, set[str]] = {}
    for finding in judge(seen, CHECKS):
        if finding.status not in ("passed", "skipped"):
            assert finding.status == "failed", (finding.subject, finding.text.english())
            found.setdefault(seen.node(finding.subject).name, set()).add(finding.check)
    assert found == BROKEN
