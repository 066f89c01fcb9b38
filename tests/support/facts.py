"""Facts that rules are asked about: of a healthy node in a healthy account, unless told otherwise."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from ssmwizard import resources
from ssmwizard.checks.judge import judge
from ssmwizard.checks.rule import Check, Outcome, unknown
from ssmwizard.model.account import AccountFacts, Setting
from ssmwizard.model.caller import CallerRights, NodeRight, OwnSessions, Principal
from ssmwizard.model.caller import Kind as CallerKind
from ssmwizard.model.computer import ComputerFacts, Ran, Start, Terminal, Tool
from ssmwizard.model.facts import NOT_COLLECTED, CannotTell, Fact, Known, Source, Unknown, Why
from ssmwizard.model.findings import Finding, Grade, Scope, Severity, Status
from ssmwizard.model.identity import Caller, IdentityFacts, Profile, ProfileKind
from ssmwizard.model.network import NetworkFacts
from ssmwizard.model.node import (
    Instance,
    InstanceStatus,
    Kind,
    ManagedNode,
    Metadata,
    NodeFacts,
    Roster,
    kind_of,
)
from ssmwizard.model.role import Decision, InstanceProfile, Role, RoleFacts, name_of
from ssmwizard.model.session import SessionFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import Text, text

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SOURCE = Source("test:Look", NOW)
ACCOUNT = "111122223333"
EC2_ID, HYBRID_ID = "i-0123456789abcdef0", "mi-0123456789abcdef0"
REGIONS = {
    "aws": "eu-west-3",
    "aws-cn": "cn-north-1",
    "aws-us-gov": "us-gov-west-1",
    "aws-eusc": "eusc-de-east-1",
    "aws-iso": "us-iso-east-1",
    "aws-iso-b": "us-isob-east-1",
    "aws-iso-e": "eu-isoe-west-1",
    "aws-iso-f": "us-isof-south-1",
}
REQUIREMENTS = resources.requirements()
ACTIONS = REQUIREMENTS.texts("role.node-actions")
NEWEST_AGENT = REQUIREMENTS.text("agent.newest-known")
PROFILE = "web-profile"
ROLE = "web-role"
HYBRID_ROLE = "hybrid-role"


def known(value: Any, call: str = SOURCE.call) -> Known[Any]:
    """A fact that was seen."""
    return Known(value, Source(call, NOW))


def unseen(why: Why, detail: str = "", code: str = "", call: str = SOURCE.call) -> Unknown:
    """A fact that could not be seen."""
    return Unknown(why, detail, Source(call, NOW), code=code)


def denied(right: str) -> Unknown:
    """A fact that could not be seen for want of a right."""
    return Unknown(Why.DENIED, "not authorized", Source(right, NOW), right, "AccessDenied")


def service(name: str) -> dict[str, Any]:
    """A trust policy for one service; ``name`` may be whole (``ec2.amazonaws.com.cn``)."""
    whole = name if "." in name else f"{name}.amazonaws.com"
    return statements({"Principal": {"Service": whole}})


def statements(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """A trust policy of statements that allow ``sts:AssumeRole`` unless they say otherwise."""
    usual = {"Effect": "Allow", "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [{**usual, **part} for part in parts]}


def arn_of(resource: str, partition: str = "aws") -> str:
    """An ARN of IAM."""
    return f"arn:{partition}:iam::{ACCOUNT}:{resource}"


def profile_arn(name: str = PROFILE) -> str:
    """The ARN of an instance profile."""
    return arn_of(f"instance-profile/{name}")


def caller(arn: str = f"arn:aws:iam::{ACCOUNT}:user/ann", **more: Any) -> Known[Caller]:
    """Somebody whom STS knows."""
    told: dict[str, Any] = {"account": ACCOUNT, "user_id": "AIDAEXAMPLE", "expires": None, **more}
    return known(Caller(arn=arn, **told), "sts:GetCallerIdentity")


def profiles(*names: str, kind: ProfileKind = ProfileKind.STATIC) -> Known[tuple[Profile, ...]]:
    """Profiles that can be read."""
    return known(tuple(Profile(name, kind, None) for name in names), "aws-configuration")


def identity(partition: str = "aws", **facts: Any) -> IdentityFacts:
    """Who is calling: ``ann`` with the profile ``work``."""
    usual: dict[str, Any] = {
        "profile": "work",
        "region": REGIONS.get(partition, "xx-new-1"),
        "partition": partition,
        "profiles": profiles("home", "work"),
        "caller": caller(f"arn:{partition}:iam::{ACCOUNT}:user/ann"),
        "region_status": known("opt-in-not-required", "ec2:DescribeRegions"),
    }
    return IdentityFacts(**{**usual, **facts})


def tool(
    version: str = "2.32.17",
    *,
    path: str = "/usr/local/bin/aws",
    on_path: bool = True,
    start: Start = Start.RAN,
    output: str = "",
    errors: str = "",
    real: str = "",
    architecture: str = "",
) -> Known[Tool | None]:
    """A program that was run for its version."""
    status = {Start.RAN: 0, Start.FAILED: 1}.get(start)
    ran = Ran((path, "--version"), start, status, output, errors, 0.1)
    made = Tool(path, version, on_path, ran, real, architecture)
    return known(made, f"{path.rpartition('/')[2]} --version")


def plugin(version: str = "1.2.835.0", **more: Any) -> Known[Tool | None]:
    """A Session Manager plugin."""
    return tool(version, path="/usr/local/bin/session-manager-plugin", **more)


def computer(**facts: Any) -> ComputerFacts:
    """A computer on which both programs are well, each there once, and found by a terminal."""
    usual: dict[str, Any] = {"cli": tool(), "plugin": plugin(), **facts}
    return ComputerFacts(
        "Linux 6.1",
        "x86_64",
        **{
            "cli_copies": alone(usual["cli"]),
            "plugin_copies": alone(usual["plugin"]),
            "terminal": known(Terminal(own=True), "PATH"),
            **usual,
        },
    )


def alone(fact: Fact[Tool | None]) -> Fact[tuple[Tool, ...]]:
    """All copies of a tool of which there is at most one."""
    if isinstance(fact, Unknown):
        return fact
    return Known(() if fact.value is None else (fact.value,), fact.source)


def instance(node_id: str = EC2_ID, **parts: Any) -> Instance:
    """A running instance with a role. ``endpoint`` is that of its metadata."""
    endpoint = parts.pop("endpoint", "enabled")
    usual: dict[str, Any] = {
        "id": node_id,
        "name": "web-01",
        "state": "running",
        "launched": NOW - timedelta(days=40),
        "vpc_id": "vpc-1",
        "subnet_id": "subnet-1",
        "private_ip": "10.0.0.1",
        "public_ip": None,
        "groups": ("sg-1",),
        "interfaces": (),
        "profile_arn": profile_arn(),
        "metadata": Metadata(endpoint, "required", 2, "applied"),
        "image_id": "ami-1",
        "platform": "Linux/UNIX",
        "architecture": "x86_64",
        "tags": (("Name", "web-01"),),
    }
    return Instance(**{**usual, **parts})


def managed(node_id: str = EC2_ID, **parts: Any) -> ManagedNode:
    """A managed node that reports, with the newest agent known."""
    hybrid = kind_of(node_id) is Kind.HYBRID
    usual: dict[str, Any] = {
        "id": node_id,
        "ping": "Online",
        "last_ping": NOW - timedelta(minutes=2),
        "agent_version": NEWEST_AGENT,
        "is_latest": True,
        "platform_type": "Linux",
        "platform_name": "Ubuntu",
        "platform_version": "24.04",
        "resource_type": "ManagedInstance" if hybrid else "EC2Instance",
        "source_type": "",
        "source_id": "",
        "address": "10.0.0.1",
        "computer_name": "web-01.example",
        "name": "srv-01" if hybrid else "",
        "role": HYBRID_ROLE if hybrid else "",
        "activation_id": "",
        "registered": NOW - timedelta(days=40),
    }
    return ManagedNode(**{**usual, **parts})


def node(node_id: str = EC2_ID, **facts: Any) -> NodeFacts:
    """A node, by default healthy. What is no fact yet becomes one."""
    hybrid = kind_of(node_id) is Kind.HYBRID
    usual: dict[str, Any] = {
        "instance": NOT_COLLECTED if hybrid else instance(node_id),
        "managed": managed(node_id),
        "status": NOT_COLLECTED if hybrid else InstanceStatus("ok", "ok"),
        "connection": "connected",
    }
    return NodeFacts(node_id, **{name: fact(value) for name, value in {**usual, **facts}.items()})


def fleet(*nodes: ManagedNode, whole: bool = True) -> Known[Roster]:
    """The managed nodes of the Region as they were listed."""
    return known(Roster.of(nodes, whole=whole), "ssm:DescribeInstanceInformation")


def fact(value: Any) -> Fact[Any]:
    """The value itself if it is a fact, else the fact that it was seen."""
    return value if isinstance(value, (Known, Unknown)) else known(value)


def ec2(**parts: Any) -> NodeFacts:
    """An EC2 node whose instance differs in some parts."""
    return node(instance=instance(**parts))


def hybrid(**parts: Any) -> NodeFacts:
    """A hybrid node whose registration differs in some parts."""
    return node(HYBRID_ID, managed=managed(HYBRID_ID, **parts))


def decisions(decision: str = "allowed", /, *actions: str, **detail: Any) -> Known[Any]:
    """What the simulator says: ``decision`` of ``actions`` (all, unless named); the rest allowed."""
    changed = actions or ACTIONS
    return known(
        {
            action: Decision(action, decision, **detail)
            if action in changed
            else Decision(action, "allowed")
            for action in ACTIONS
        },
        "iam:SimulatePrincipalPolicy",
    )


def role_facts(name: str = ROLE, **facts: Any) -> RoleFacts:
    """A role that EC2 may take and that may do all that is needed."""
    trust = facts.pop("trust", service("ssm" if name == HYBRID_ROLE else "ec2"))
    found = Role(name, arn_of(f"role/{name}"), "/", trust, None)
    usual: dict[str, Any] = {
        "role": known(found, "iam:GetRole"),
        "policies": known((), "iam:ListAttachedRolePolicies"),
        "decisions": decisions(),
        "profiles": known((), "iam:ListInstanceProfilesForRole"),
    }
    return RoleFacts(name, **{**usual, **facts})


SIMULATED = "iam:SimulatePrincipalPolicy"
DOCUMENTS = tuple(
    REQUIREMENTS.text(f"caller.{name}-document")
    for name in ("shell", "ssh", "port-forwarding", "non-interactive")
)
OWN_ACTIONS = (
    *REQUIREMENTS.texts("caller.data-channel-actions"),
    *REQUIREMENTS.texts("caller.session-actions"),
)


def node_right(decision: str = "allowed", **parts: Any) -> Known[NodeRight]:
    """What is said of a session on a node; details of the decision and of the right as they come."""
    those = {name: parts.pop(name) for name in ("tags", "by_document") if name in parts}
    return known(NodeRight(Decision("ssm:StartSession", decision, **parts), **those), SIMULATED)


def own_sessions(
    documented: str = "allowed", named: str | None = None, **parts: Any
) -> Mapping[str, OwnSessions]:
    """What is said of every action on own sessions, by their two ways of being named."""
    return {
        action: OwnSessions(
            Decision(action, documented, **parts), Decision(action, named or documented, **parts)
        )
        for action in OWN_ACTIONS
    }


def caller_rights(*nodes: NodeFacts, **facts: Any) -> CallerRights:
    """The user ``ann``, who may do all that sessions on the nodes need. What is no fact becomes one."""
    start = facts.pop("start", node_right())
    usual: dict[str, Any] = {
        "principal": Principal(CallerKind.USER, arn_of("user/ann"), "ann", "ann"),
        "documents": dict.fromkeys(DOCUMENTS, True),
        "own": own_sessions(),
        "requests": NOT_COLLECTED,
        "key": NOT_COLLECTED,
    }
    told = {
        name: value if isinstance(value, (Known, Unknown)) else known(value, SIMULATED)
        for name, value in {**usual, **facts}.items()
    }
    return CallerRights(nodes={one.id: start for one in nodes}, **told)


def setting(value: str, status: str = "Customized") -> Known[Setting]:
    """A service setting."""
    return known(Setting(value, status, "arn:of:setting"), "ssm:GetServiceSetting")


def snapshot(*nodes: NodeFacts, partition: str = "aws", **facts: Any) -> Snapshot:
    """All facts, by default of one healthy EC2 node with role and profile."""
    roles: Iterable[RoleFacts] = facts.pop("roles", (role_facts(), role_facts(HYBRID_ROLE)))
    held: Fact[InstanceProfile | None] = known(InstanceProfile(profile_arn(), PROFILE, ROLE))
    usual: dict[str, Any] = {
        "now": NOW,
        "identity": identity(partition),
        "partition": resources.partitions().named(partition),
        "requirements": REQUIREMENTS,
        "systems": resources.systems(),
        "computer": computer(),
        "account": AccountFacts(setting("advanced"), setting("$None", "Default"), known(1)),
        "nodes": nodes or (node(),),
        "profiles": {profile_arn(): held},
        "roles": {name_of(one.name): one for one in roles},
        "network": NetworkFacts(),
        "session": SessionFacts(known(None, "ssm:GetDocument")),
        "rights": caller_rights(*(nodes or (node(),))),
    }
    return Snapshot(**{**usual, **facts})


def ask(check: Check, of: Snapshot) -> Outcome:
    """Ask one rule about the account, the first node, or both in turn, as the judge does."""
    try:
        whole = check.rule(of) if check.run is not None else None
        if whole is not None and (check.run_node is None or whole.status is not Status.PASSED):
            return whole
        return check.node_rule(of, of.nodes[0])
    except CannotTell as answer:
        return unknown(answer.unknown)


def shown(said: Text) -> str:
    """The sentence in English; every place of it must have been filled, and nothing more given."""
    _places_are_filled(said)
    return said.english()


def _places_are_filled(said: Text) -> None:
    places = {name for _, name, _, _ in string.Formatter().parse(said.source) if name}
    given = {name for name, _ in said.arguments}
    assert places <= given, f"{said.source!r} lacks {places - given}"
    for _, value in said.arguments:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Text):
                _places_are_filled(part)


def says(outcome: Outcome | Finding, *values: str) -> None:
    """Assert that the sentence is whole, ends as one, and holds the decisive values."""
    sentences = [outcome.text]
    if isinstance(outcome, Outcome) and outcome.rest is not None:
        sentences.append(outcome.rest)
    for sentence in sentences:
        assert shown(sentence).strip()
    for evidence in outcome.evidence:
        assert shown(evidence.label)
    whole = shown(outcome.text)
    for value in values:
        assert value in whole, f"{value!r} is not in {whole!r}"


def finding(check: str, status: Status, subject: str | None = EC2_ID, **parts: Any) -> Finding:
    """A finding that no rule made."""
    usual: dict[str, Any] = {
        "grade": Grade.PROVED,
        "text": text("{check} is {status}.", check=check, status=status.value),
        "severity": Severity.BLOCKER,
    }
    return Finding(check, subject, status, **{**usual, **parts})


def judged(of: Snapshot, checks: Iterable[Check]) -> Mapping[str, Finding]:
    """The findings about the account and the first node, by check; a crash is an error here."""

    def crashed(_check: str, error: Exception) -> None:
        raise error

    found = judge(of, tuple(checks), crashed)
    return {one.check: one for one in found if one.subject in (None, of.nodes[0].id)}


def changed(of: NodeFacts, **facts: Any) -> NodeFacts:
    """The node with other facts."""
    return replace(of, **{name: fact(value) for name, value in facts.items()})


@dataclass(frozen=True)
class Case:
    """A row of a table: what is seen, and what a rule must answer.

    ``holds`` are values that the sentence must hold. ``right`` is the one that must be named.
    """

    of: Snapshot
    status: Status
    holds: tuple[str, ...] = ()
    grade: Grade | None = None
    fixes: tuple[str, ...] = ()
    cause: str | None = None
    right: str | None = None


def ok(of: Snapshot, *holds: str, grade: Grade = Grade.PROVED) -> Case:
    """A row that passes."""
    return Case(of, Status.PASSED, holds, grade)


def fails(of: Snapshot, *holds: str, grade: Grade = Grade.PROVED, **more: Any) -> Case:
    """A row that fails."""
    return Case(of, Status.FAILED, holds, grade, **more)


def warns(of: Snapshot, *holds: str, **more: Any) -> Case:
    """A row that works, with something to be said about it."""
    return Case(of, Status.WARNING, holds, **more)


def unsure(of: Snapshot, *holds: str, right: str | None = None) -> Case:
    """A row that cannot be decided; the missing right is named in the sentence too."""
    return Case(of, Status.UNKNOWN, (*holds, right) if right else holds, right=right)


def skips(of: Snapshot) -> Case:
    """A row in which the question does not arise."""
    return Case(of, Status.SKIPPED)


def holds(check: Check, case: Case) -> None:
    """Assert that a check answers as its row says."""
    outcome = ask(check, case.of)
    assert outcome.status is case.status, shown(outcome.text)
    says(outcome, *case.holds)
    assert outcome.fixes == case.fixes
    assert outcome.right == case.right
    if case.grade is not None:
        assert outcome.grade is case.grade
    if case.cause is not None:
        assert outcome.cause == case.cause
    if outcome.status in (Status.PASSED, Status.FAILED, Status.WARNING):
        assert outcome.right is None
    if outcome.status is Status.FAILED and check.scope is Scope.NODE:
        assert outcome.cause
