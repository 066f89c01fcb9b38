"""Who the caller is to IAM, and what its policy simulator says the caller may do.

What a request to start a session carries is given to the simulator as far as it is known. Tags of
nodes are only given where the policies ask for them: nodes with the same answer to that are asked
about together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from ssmwizard.collect.asking import ask, known
from ssmwizard.collect.simulation import AT_ONCE, CALL, Decisions, Entry, simulate
from ssmwizard.model.caller import CallerRights, Kind, OwnSessions, Principal
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.identity import Caller
from ssmwizard.model.node import Kind as NodeKind
from ssmwizard.model.node import kind_of
from ssmwizard.model.partitions import Partition
from ssmwizard.model.role import Decision
from ssmwizard.outside.calls import Aws

START = "ssm:StartSession"
# Whether the caller may use the session document, as a condition key of the node.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
DOCUMENT_CHECK = "ssm:SessionDocumentAccessCheck"
# The owner of a session as a tag of it: the unique id of whoever started it.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
OWNER = "ssm:resourceTag/aws:ssmmessages:session-id"
# Any session of the caller, and any request for access.
SESSION = "0123456789abcdef0"
TYPES: Mapping[Kind, str] = {Kind.USER: "User", Kind.ROLE: "AssumedRole"}
SHAPES: Sequence[tuple[Kind, re.Pattern[str]]] = (
    (Kind.ROOT, re.compile(r"arn:[^:]+:iam::\d+:(?P<name>root)", re.ASCII)),
    (Kind.USER, re.compile(r"arn:[^:]+:iam::\d+:user/(?:.*/)?(?P<name>[^/]+)", re.ASCII)),
    (
        Kind.ROLE,
        re.compile(r"arn:[^:]+:sts::\d+:assumed-role/(?P<name>[^/]+)/(?P<session>[^/]+)", re.ASCII),
    ),
    (
        Kind.FEDERATED,
        re.compile(r"arn:[^:]+:sts::\d+:federated-user/(?P<name>.+)", re.ASCII),
    ),
)

Questions = dict[Hashable, Callable[[], Any]]


def identified(aws: Aws, told: Fact[Caller]) -> CallerRights:
    """Return who the caller is to IAM, and which condition keys its policies ask for."""
    who = principal(aws, told)
    if isinstance(who, Unknown) or not who.value.arn:
        return CallerRights(principal=who)
    arn = who.value.arn
    keys = known(aws, "iam:GetContextKeysForPrincipalPolicy", lambda: _keys(aws, arn))
    return CallerRights(principal=who, keys=keys)


def _keys(aws: Aws, arn: str) -> tuple[str, ...]:
    told = aws.call("iam", "GetContextKeysForPrincipalPolicy", PolicySourceArn=arn)
    return tuple(sorted(set(told.get("ContextKeyNames", ()))))


def principal(aws: Aws, told: Fact[Caller]) -> Fact[Principal]:
    """Return who the caller is to IAM; the ARN of a session lacks the path of its role."""
    if isinstance(told, Unknown):
        return told
    who = _who(told.value.arn)
    if who.kind is not Kind.ROLE:
        return Known(who, told.source)
    found: Fact[str | None] = ask(
        aws,
        "iam:GetRole",
        lambda: str(aws.call("iam", "GetRole", RoleName=who.name)["Role"]["Arn"]),
        "NoSuchEntity",
    )
    if isinstance(found, Unknown):
        return found
    return Known(Principal(who.kind, found.value or "", who.name, who.sessions), found.source)


def _who(arn: str) -> Principal:
    for kind, shape in SHAPES:
        match = shape.fullmatch(arn)
        if match is not None:
            parts = match.groupdict()
            itself = arn if kind is Kind.USER else ""
            return Principal(kind, itself, parts["name"], parts.get("session") or parts["name"])
    return Principal(Kind.OTHER, "", arn, "")


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for sessions, where, with which documents, and when.

    ``own`` are the actions on the caller's own sessions, ``requests`` those of just-in-time access.
    """

    aws: Aws
    who: Principal
    caller: Caller
    region: str
    partition: Partition
    documents: tuple[str, ...]
    own: tuple[str, ...]
    requests: tuple[str, ...]
    at: datetime

    def node(self, node_id: str) -> str:
        """Return the ARN by which policies name a node."""
        if kind_of(node_id) is NodeKind.EC2:
            return self._arn("ec2", f"instance/{node_id}")
        return self._arn("ssm", f"managed-instance/{node_id}")

    def document(self, name: str) -> tuple[str, str]:
        """Return the ARNs of a document: as AWS's samples write it, and the other way.

        Documents of the account name it, AWS's own name none.
        """
        resource = f"document/{name}"
        own, aws = self._arn("ssm", resource), self.partition.arn("ssm", self.region, "", resource)
        return (aws, own) if name.startswith("AWS-") else (own, aws)

    def sessions(self) -> tuple[str, str]:
        """Return the ARNs of a session of the caller: as AWS's samples write it, and by its name."""
        return tuple(  # type: ignore[return-value]
            self._arn("ssm", f"session/{begins}-{SESSION}")
            for begins in (self.caller.user_id, self.who.sessions)
        )

    def simulated(
        self, actions: Sequence[str], resources: Sequence[str], context: Iterable[Entry] = ()
    ) -> Fact[Decisions]:
        """Ask the simulator, with what every request of the caller carries."""
        entries = (*self._carried(), *context)
        return known(
            self.aws,
            CALL,
            lambda: simulate(self.aws, self.who.arn, actions, resources, entries),
        )

    def starts(
        self, resources: Sequence[str], check: str, context: Iterable[Entry] = ()
    ) -> Fact[Decisions]:
        """Ask about starting sessions; ``check`` is the answer to the document check, if one counts."""
        more = (Entry(DOCUMENT_CHECK, check, "boolean"),) if check else ()
        return self.simulated((START,), resources, (*context, *more))

    def _arn(self, service: str, resource: str) -> str:
        return self.partition.arn(service, self.region, self.caller.account, resource)

    def _carried(self) -> Iterable[Entry]:
        """Yield the global condition keys whose values are known.

        https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
        """
        yield Entry("aws:userid", self.caller.user_id)
        if self.who.kind is Kind.USER:
            yield Entry("aws:username", self.who.name)
        yield Entry("aws:PrincipalArn", self.who.arn)
        yield Entry("aws:PrincipalAccount", self.caller.account)
        yield Entry("aws:PrincipalType", TYPES[self.who.kind])
        yield Entry("aws:PrincipalIsAWSService", "false", "boolean")
        yield Entry("aws:ResourceAccount", self.caller.account)
        yield Entry("aws:RequestedRegion", self.region)
        yield Entry("aws:SecureTransport", "true", "boolean")
        yield Entry("aws:ViaAWSService", "false", "boolean")
        yield Entry("aws:CurrentTime", f"{self.at:%Y-%m-%dT%H:%M:%SZ}", "date")


def first(asking: Asking, nodes: Sequence[str], *, checked: bool) -> Questions:
    """Return the questions about nodes and documents, and about the caller's own sessions.

    ``checked``: policies may ask for the document check, which is of nodes alone.
    """
    documents = [arn for name in asking.documents for arn in asking.document(name)]
    wanted = [asking.node(node_id) for node_id in nodes]
    questions: Questions = {}
    if checked:
        questions["start", "documents"] = partial(asking.starts, documents, "")
    else:
        wanted = [*documents, *wanted]
    for start in range(0, len(wanted), AT_ONCE):
        some, check = wanted[start : start + AT_ONCE], "true" if checked else ""
        questions["start", start] = partial(asking.starts, some, check)
    owner = (Entry(OWNER, asking.caller.user_id),)
    questions["own",] = partial(asking.simulated, asking.own, asking.sessions(), owner)
    return questions


def started(answers: Mapping[Any, Fact[Decisions]]) -> Mapping[str, Fact[Decision]]:
    """Return what was answered about starting sessions, by the ARN of the node or document."""
    found: dict[str, Fact[Decision]] = {}
    for key, fact in answers.items():
        if key[0] == "start" and isinstance(fact, Known):
            found |= {arn: Known(one, fact.source) for (_, arn), one in fact.value.items()}
    return found


def unanswered(answers: Mapping[Any, Fact[Decisions]]) -> Unknown:
    """Return why an answer about starting sessions is missing."""
    for key, fact in answers.items():
        if key[0] == "start" and isinstance(fact, Unknown):
            return fact
    return NOT_COLLECTED


def may_name(documented: Decision, other: Decision) -> bool | None:
    """Tell whether a document may be named, by the two ways to write it; None where nobody can say."""
    if documented.allowed:
        return True
    if documented.decision == "explicitDeny" and not documented.missing_context:
        return False
    certain = documented.decision == other.decision == "implicitDeny"
    return False if certain and not documented.missing_context + other.missing_context else None


def own_sessions(asking: Asking, fact: Fact[Decisions]) -> Fact[Mapping[str, OwnSessions]]:
    """Return what is said of the caller's own sessions, by action."""
    if isinstance(fact, Unknown):
        return fact
    documented, named = asking.sessions()
    return Known(
        {
            action: OwnSessions(fact.value[action, documented], fact.value[action, named])
            for action in asking.own
            if {(action, documented), (action, named)} <= fact.value.keys()
        },
        fact.source,
    )


def request(asking: Asking, node_id: str) -> Fact[bool]:
    """Return whether the caller may ask for just-in-time access to a node, and fetch what is granted.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-just-in-time-node-access.html
    """
    anything = asking.partition.arn("ssm", asking.region, asking.caller.account, "opsitem/*")
    fact = asking.simulated(asking.requests, ("*", anything, asking.node(node_id)))
    if isinstance(fact, Unknown):
        return fact
    allowed = {action for (action, _), one in fact.value.items() if one.allowed}
    return Known(allowed >= set(asking.requests), fact.source)


def key(asking: Asking, actions: Sequence[str], arn: str) -> Fact[Mapping[str, Decision]]:
    """Return whether the caller's own policies let it use the session key, by action."""
    fact = asking.simulated(actions, (arn,))
    if isinstance(fact, Unknown):
        return fact
    return Known({action: one for (action, _), one in fact.value.items()}, fact.source)
