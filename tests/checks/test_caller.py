import json
from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    DOCUMENTS,
    EC2_ID,
    HYBRID_ID,
    Case,
    ask,
    caller_rights,
    changed,
    denied,
    fails,
    holds,
    identity,
    judged,
    known,
    node,
    node_right,
    ok,
    own_sessions,
    shown,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.checks.judge import judge
from ssmwizard.model.caller import Kind, Principal
from ssmwizard.model.facts import NOT_COLLECTED, Known, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot

CHECK = by_id("caller.start-session")
SHELL, SSH, *_ = DOCUMENTS
SIMULATE = "iam:SimulatePrincipalPolicy"
ARN = f"arn:aws:ec2:eu-west-3:{ACCOUNT}:instance/{EC2_ID}"
ROLE = Principal(Kind.ROLE, f"arn:aws:iam::{ACCOUNT}:role/ops", "ops", "noor")
ROOT = Principal(Kind.ROOT, "", "root", "root")
EVERYONE = (node(), node("i-0fedcba9876543210"), node(HYBRID_ID))


def rights(*nodes: NodeFacts, **facts: Any) -> Snapshot:
    """Nodes with what was found out about the caller's rights on them."""
    chosen = nodes or (node(),)
    return snapshot(*chosen, rights=caller_rights(*chosen, **facts))


def start(decision: str = "implicitDeny", **parts: Any) -> Snapshot:
    """One node, and what is said of a session on it."""
    return rights(start=node_right(decision, **parts))


def closed(*names: str) -> Known[Any]:
    """Session documents that may not be named, among those that may."""
    return known({name: name not in names for name in DOCUMENTS}, SIMULATE)


def tried(message: str) -> Snapshot:
    """A real session was asked for, and refused to the caller."""
    facts = changed(node(), refusal=replace(denied("ssm:StartSession"), detail=message))
    return snapshot(facts)


def refusal(resource: str = ARN, why: str = "because no identity-based policy allows it") -> str:
    """What the service says of a caller without the right."""
    said = "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: ssm:StartSession"
    return f"{said} on resource: {resource} {why}"


INFERRED = Grade.INFERRED
CASES: dict[str, Case] = {
    "allowed": ok(start("allowed"), "Simulated", "ann", grade=INFERRED),
    "allowed-but-for-what-nobody-knows": ok(
        start("allowed", missing_context=("aws:SourceIp",)), "aws:SourceIp", grade=INFERRED
    ),
    "root": ok(rights(principal=ROOT, start=NOT_COLLECTED), "organization", grade=INFERRED),
    "granted": ok(snapshot(changed(node(), refusal=None)), "granted"),
    "no-policy": fails(start(), "Simulated", "no policy of ann", "the node", grade=INFERRED),
    "explicit": fails(start("explicitDeny"), "explicitly", grade=INFERRED),
    "organization": fails(
        start("explicitDeny", allowed_by_organization=False), "organization", grade=INFERRED
    ),
    "boundary": fails(start(allowed_by_boundary=False), "boundary", grade=INFERRED),
    "tags": fails(start(tags=(("Team", "data"), ("Stage", None))), "Team", "Stage", grade=INFERRED),
    "tags-and-boundary": fails(
        start(tags=(("Team", "data"),), allowed_by_boundary=False), "boundary", grade=INFERRED
    ),
    "document": fails(
        start(by_document=True), SHELL, "ssm:SessionDocumentAccessCheck", grade=INFERRED
    ),
    "refused-node": fails(tried(refusal()), ARN, "No policy of yours", grade=Grade.PROVED),
    "refused-document": fails(
        tried(refusal(f"arn:aws:ssm:eu-west-3:{ACCOUNT}:document/{SHELL}")),
        SHELL,
        grade=Grade.PROVED,
    ),
    "refused-by-organization": fails(
        tried(refusal(why="with an explicit deny in a service control policy")), "organization"
    ),
    "refused-by-boundary": fails(
        tried(refusal(why="because no permissions boundary allows the action")), "boundary"
    ),
    "refused-explicitly": fails(
        tried(refusal(why="with an explicit deny in an identity-based policy")), "explicitly"
    ),
    "refused-by-session-policy": fails(
        tried(refusal(why="because no session policy allows the action")), "when you signed in"
    ),
    "refused-by-endpoint": fails(
        tried(refusal(why="with an explicit deny in a VPC endpoint policy")), "VPC endpoint"
    ),
    "refused-without-a-reason": fails(tried("Access denied."), EC2_ID, "administers IAM"),
    "by-request": warns(
        rights(start=node_right("implicitDeny"), requests=True),
        "just-in-time",
        "ssm:StartAccessRequest",
        grade=INFERRED,
    ),
    "forbidden-though-it-may-request": fails(
        rights(start=node_right("explicitDeny"), requests=True), "explicitly", grade=INFERRED
    ),
    "organization-though-it-may-request": fails(
        rights(start=node_right("implicitDeny", allowed_by_organization=False), requests=True),
        "organization",
        grade=INFERRED,
    ),
    "document-though-it-may-request": fails(
        rights(start=node_right("implicitDeny", by_document=True), requests=True),
        SHELL,
        grade=INFERRED,
    ),
    "may-not-request-either": fails(
        rights(start=node_right("implicitDeny"), requests=False), "no policy", grade=INFERRED
    ),
    "only-without-a-document": warns(rights(documents=closed(SHELL)), SHELL, "newer pages"),
    "ssh-is-wanted-and-closed": warns(
        replace(rights(documents=closed(SSH)), features=frozenset({"shell", "ssh"})), SSH, "SSH"
    ),
    "ssh-is-closed-and-not-wanted": ok(rights(documents=closed(SSH)), grade=INFERRED),
    "documents-unknown": ok(rights(documents=denied(SIMULATE)), grade=INFERRED),
    "may-not-simulate": unsure(rights(start=denied(SIMULATE)), right=SIMULATE),
    "may-not-see-its-role": unsure(rights(principal=denied("iam:GetRole")), right="iam:GetRole"),
    "not-in-time": unsure(rights(start=unseen(Why.TIMED_OUT)), "in time"),
    "a-condition-nobody-knows": unsure(
        start(missing_context=("aws:MultiFactorAuthPresent",)), "aws:MultiFactorAuthPresent"
    ),
    "tags-nobody-knows": unsure(
        start("allowed", missing_context=("ssm:resourceTag/Team",)), "ssm:resourceTag/Team"
    ),
    "a-word-nobody-knows": unsure(start("perhaps"), "did not say"),
    "federated": unsure(
        rights(principal=Principal(Kind.FEDERATED, "", "bob", "bob")), "bob", "real session"
    ),
    "role-gone": unsure(rights(principal=replace(ROLE, arn="")), "ops", "not found"),
    "something-else": unsure(rights(principal=Principal(Kind.OTHER, "", "arn:x", "")), "arn:x"),
    "nobody-was-chosen": skips(replace(snapshot(), nodes=())),
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_right_to_start_a_session(case: Case) -> None:
    holds(CHECK, case)


def statuses(of: Snapshot) -> dict[str | None, Status]:
    """The status of the check about each subject."""
    found = judge(of, EVERY)
    return {one.subject: one.status for one in found if one.check == "caller.start-session"}


def test_who_may_start_none_is_told_once() -> None:
    of = rights(*EVERYONE, start=node_right("implicitDeny"))
    assert statuses(of) == {None: Status.FAILED}
    assert "any of the 3 chosen nodes" in shown(ask(CHECK, of).text)


def test_what_could_not_be_simulated_is_told_once() -> None:
    assert statuses(rights(*EVERYONE, start=denied(SIMULATE))) == {None: Status.UNKNOWN}


def test_access_by_request_is_told_once() -> None:
    of = rights(*EVERYONE, start=node_right("implicitDeny"), requests=True)
    assert statuses(of) == {None: Status.WARNING}


def test_a_closed_document_is_told_once() -> None:
    assert statuses(rights(*EVERYONE, documents=closed(SHELL))) == {None: Status.WARNING}


@pytest.mark.parametrize(
    ("other", "status"),
    [
        (node_right(), Status.PASSED),
        (node_right("explicitDeny"), Status.FAILED),
        (node_right("implicitDeny", tags=(("Team", None),)), Status.FAILED),
        (denied(SIMULATE), Status.UNKNOWN),
    ],
)
def test_where_nodes_differ_each_is_told(other: Any, status: Status) -> None:
    first, second, third = EVERYONE
    whole = rights(*EVERYONE, start=node_right("implicitDeny"))
    nodes = {**whole.rights.nodes, second.id: other}
    of = replace(whole, rights=replace(whole.rights, nodes=nodes))
    assert statuses(of) == {
        first.id: Status.FAILED,
        second.id: status,
        third.id: Status.FAILED,
    }


def test_what_a_real_call_showed_outranks_what_was_simulated() -> None:
    granted, other = changed(node(), refusal=None), node("i-0fedcba9876543210")
    of = rights(granted, other, start=node_right("implicitDeny"))
    assert statuses(of) == {granted.id: Status.PASSED, other.id: Status.FAILED}
    refused = changed(node(), refusal=denied("ssm:StartSession"))
    assert statuses(rights(refused, start=node_right())) == {refused.id: Status.FAILED}


def test_a_real_call_tells_of_its_node_alone() -> None:
    granted, other = changed(node(), refusal=None), node("i-0fedcba9876543210")
    of = rights(granted, other, principal=Principal(Kind.FEDERATED, "", "bob", "bob"))
    assert statuses(of) == {granted.id: Status.PASSED, other.id: Status.UNKNOWN}


def test_what_a_real_call_refused_by_design_is_no_failure() -> None:
    refused = changed(node(), refusal=replace(denied("ssm:StartSession"), detail=refusal()))
    of = rights(refused, start=node_right("implicitDeny"), requests=True)
    outcome = ask(CHECK, of)
    assert (outcome.status, outcome.grade) == (Status.WARNING, Grade.PROVED)


def test_what_a_real_call_forbade_is_a_failure_though_access_may_be_asked_for() -> None:
    said = refusal(why="with an explicit deny in a service control policy")
    refused = changed(node(), refusal=replace(denied("ssm:StartSession"), detail=said))
    of = rights(refused, start=node_right("implicitDeny"), requests=True)
    assert ask(CHECK, of).status is Status.FAILED


def test_access_is_asked_for_to_some_nodes_and_others_are_entered() -> None:
    first, second, third = EVERYONE
    whole = rights(*EVERYONE, requests=True)
    nodes = {**whole.rights.nodes, second.id: node_right("implicitDeny")}
    of = replace(whole, rights=replace(whole.rights, nodes=nodes))
    assert statuses(of) == {
        first.id: Status.PASSED,
        second.id: Status.WARNING,
        third.id: Status.PASSED,
    }


def test_a_refusal_of_the_node_says_nothing_about_the_caller() -> None:
    facts = changed(node(), refusal="i-1 is not connected.")
    assert ask(CHECK, snapshot(facts)).grade is Grade.INFERRED


def test_what_would_allow_it_is_shown_and_names_nothing_more() -> None:
    of = rights(node(), node(HYBRID_ID), start=node_right("implicitDeny"))
    (policy,) = [one.value for one in ask(CHECK, of).evidence if "Policy" in shown(one.label)]
    start, own = json.loads(policy)["Statement"]
    assert start["Resource"] == [
        ARN,
        f"arn:aws:ssm:eu-west-3:{ACCOUNT}:managed-instance/{HYBRID_ID}",
        f"arn:aws:ssm:eu-west-3:{ACCOUNT}:document/{SHELL}",
    ]
    assert own["Resource"] == f"arn:aws:ssm:eu-west-3:{ACCOUNT}:session/${{aws:userid}}-*"
    assert "ssmmessages:OpenDataChannel" in own["Action"]


@pytest.mark.parametrize("partition", ["aws-cn", "aws-us-gov"])
def test_what_would_allow_it_is_of_the_partition(partition: str) -> None:
    of = snapshot(
        partition=partition, rights=caller_rights(node(), start=node_right("implicitDeny"))
    )
    (policy,) = [one.value for one in ask(CHECK, of).evidence if "Policy" in shown(one.label)]
    assert f"arn:{partition}:ec2:" in policy
    assert "arn:aws:" not in policy


def test_nothing_is_suggested_for_many_nodes_or_where_nobody_knows_where() -> None:
    many = tuple(node(f"i-{number:017x}") for number in range(6))
    nowhere = replace(start(), identity=replace(identity(), region=None))
    for of in (rights(*many, start=node_right("implicitDeny")), nowhere):
        labels = {shown(one.label) for one in ask(CHECK, of).evidence}
        assert not any("Policy" in label for label in labels)


def test_a_feature_whose_document_is_closed_is_lacking_wanted_or_not() -> None:
    of = rights(documents=closed(SSH))
    assert ask(CHECK, of).lacking == ("ssh",)
    wanted = replace(of, features=frozenset({"shell", "ssh"}))
    assert ask(CHECK, wanted).lacking == ("ssh",)
    assert ask(CHECK, rights(documents=closed(*DOCUMENTS))).lacking == (
        "ssh",
        "port-forwarding",
        "non-interactive",
    )


def test_a_document_that_hangs_on_what_nobody_knows_is_not_said_to_be_closed() -> None:
    unclear: dict[str, bool | None] = dict.fromkeys(DOCUMENTS)
    outcome = ask(CHECK, rights(documents=known(unclear)))
    assert outcome.status is Status.PASSED
    assert outcome.lacking == ()


def test_access_by_request_leaves_open_what_a_session_can_do() -> None:
    of = rights(start=node_right("implicitDeny"), requests=True)
    assert {"ssh", "kms"} <= set(ask(CHECK, of).doubts)


def test_a_connected_node_is_blocked_by_what_the_caller_may_not() -> None:
    found = judged(rights(start=node_right("implicitDeny")), EVERY)
    assert found["node.connected"].status is Status.PASSED
    assert found["caller.start-session"].is_root_cause


def test_what_else_the_caller_may_not_is_no_cause_of_its_own() -> None:
    of = rights(start=node_right("implicitDeny"), own=own_sessions("implicitDeny"))
    found = judged(of, EVERY)
    for check in ("caller.data-channel", "caller.end-session"):
        assert found[check].status is Status.FAILED
        assert found[check].blocked_by == ("caller.start-session",)
