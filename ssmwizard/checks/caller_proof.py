"""What a real attempt showed of the caller's right to start a session, and what would allow it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from ssmwizard.checks.caller_words import NODE, may_request, requested
from ssmwizard.checks.rule import Outcome, failed, passed, seen
from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

CALL = "ssm:StartSession"
RESOURCE = re.compile(r"on resource: (\S+)")
UNGRANTED = "no identity-based policy allows"
# What the service says about who refuses.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
WORDS: Sequence[tuple[str, str]] = (
    (
        "service control policy",
        N_("A policy of the organization forbids it: ask who administers the organization."),
    ),
    (
        "resource control policy",
        N_("A policy of the organization forbids it: ask who administers the organization."),
    ),
    (
        "permissions boundary",
        N_("Your permissions boundary does not allow it: ask for it to be allowed there, too."),
    ),
    (
        "session policy",
        N_("The policy given when you signed in does not allow it: sign in without it."),
    ),
    (
        "VPC endpoint policy",
        N_(
            "The policy of the VPC endpoint that your calls pass does not allow it: ask whoever administers that endpoint."
        ),
    ),
    ("explicit deny", N_("A policy denies it explicitly: ask for that statement to be changed.")),
    (UNGRANTED, N_("No policy of yours allows it: ask whoever administers IAM to allow it.")),
)
# Nodes that a suggested policy names one by one.
FEW = 5
USER_ID = "${aws:userid}"


def by_call(snapshot: Snapshot, node: NodeFacts) -> Outcome | None:
    """Judge by what the service answered to a real attempt; None where none was made, or told nothing."""
    fact = node.refusal
    if isinstance(fact, Known):
        if fact.value is not None:
            return None
        granted = seen(text(N_("Session")), "granted", fact)
        return passed(text(N_("The service granted you a session on the node.")), granted)
    if fact.why is not Why.DENIED or fact.source is None:
        return None
    match = RESOURCE.search(fact.detail)
    resource = match[1] if match else node.id
    said = N_(
        "The service refused you a session: ssm:StartSession is not allowed on {resource}. {why}"
    )
    shown = text(said, resource=resource, why=_why(fact))
    found = seen(text(N_("What the service said")), fact.detail or fact.code, fact.source)
    if UNGRANTED in fact.detail and may_request(snapshot):
        return requested(NODE, (found,), Grade.PROVED)
    suggested = policy(snapshot, (node,), fact.source)
    cause = resource if ":document/" in resource else f"refused:{_words(fact)}"
    return failed(shown, found, *suggested, grade=Grade.PROVED, cause=cause)


def _words(fact: Unknown) -> str:
    return next((words for words, _ in WORDS if words in fact.detail), "")


def _why(fact: Unknown) -> Text:
    words = _words(fact)
    unclear = N_("Ask whoever administers IAM to allow it.")
    return text(dict(WORDS).get(words, unclear))


def policy(snapshot: Snapshot, nodes: Sequence[NodeFacts], source: Source) -> tuple[Evidence, ...]:
    """Show a policy that would allow sessions on a few nodes, with what belongs to them.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
    """
    caller, partition, region = (
        snapshot.identity.caller,
        snapshot.partition,
        snapshot.identity.region,
    )
    if not isinstance(caller, Known) or partition is None or region is None or len(nodes) > FEW:
        return ()
    account, needed = caller.value.account, snapshot.requirements
    arns = [
        partition.arn("ec2", region, account, f"instance/{node.id}")
        if node.kind is Kind.EC2
        else partition.arn("ssm", region, account, f"managed-instance/{node.id}")
        for node in nodes
    ]
    document = needed.text("caller.shell-document")
    arns.append(partition.arn("ssm", region, account, f"document/{document}"))
    own = [*needed.texts("caller.data-channel-actions"), *needed.texts("caller.session-actions")]
    sessions = partition.arn("ssm", region, account, f"session/{USER_ID}-*")
    allowing = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": CALL, "Resource": arns},
            {"Effect": "Allow", "Action": own, "Resource": sessions},
        ],
    }
    label = text(N_("Policy that would allow it"))
    return (seen(label, json.dumps(allowing), source),)
