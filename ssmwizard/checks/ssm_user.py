"""The rule about the account that sessions run as, which only the node knows."""

from __future__ import annotations

from ssmwizard.checks.inside import told
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
)
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, text

SSM_USER = "ssm-user"
CREATE = ("os.create-ssm-user",)
WINDOWS = "windows"
ROLE = text(N_("Role in the domain, as the node says"))
ONLY_THE_NODE = text(
    N_("Only the node knows whether the account of sessions exists on it, and it was not asked.")
)


def account(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the account exists that sessions on the node run as."""
    managed = node.managed.require()
    if managed is None:
        return not_applicable(text(N_("The node is not registered.")))
    fact = node.diagnosis
    diagnosis = told(node)
    if diagnosis is None:
        return _not_told(fact)
    if managed.platform_type.casefold() == WINDOWS:
        return _on_windows(snapshot, node, managed, diagnosis)
    return _run_as(snapshot, node, diagnosis)


def _not_told(fact: Fact[Diagnosis]) -> Outcome:
    if not isinstance(fact, Unknown) or fact.why is Why.NOT_COLLECTED:
        return not_applicable(ONLY_THE_NODE)
    if fact.why is Why.FAILED and fact.detail:
        label = text(N_("The node was asked, and gave no answer"))
        said = text(N_("The node was asked, and gave no answer: {said}."), said=fact.detail)
        return undecided(said, seen(label, fact.detail, fact))
    return unknown(fact)


def _on_windows(
    snapshot: Snapshot, node: NodeFacts, managed: ManagedNode, diagnosis: Diagnosis
) -> Outcome:
    if not diagnosis.domain_role:
        return not_applicable(ONLY_THE_NODE)
    found = seen(ROLE, diagnosis.domain_role, node.diagnosis)
    if diagnosis.domain_role not in snapshot.requirements.texts("windows.domain-controller-roles"):
        said = N_("The node is no domain controller; the agent makes the account {user} itself.")
        return passed(text(said, user=SSM_USER), found)
    since = snapshot.requirements.text("ssm-user.not-on-domain-controllers")
    version = numbers(managed.agent_version)
    if version and not at_least(version, numbers(since)):
        said = N_("The node is a domain controller; agents before {version} make {user} there too.")
        return passed(text(said, user=SSM_USER, version=since), found)
    exists = diagnosis.has_user(SSM_USER)
    if exists is None:
        return not_applicable(ONLY_THE_NODE)
    shown = (found, _exists(node, SSM_USER, exists=exists))
    if exists:
        said = N_("The node is a domain controller, and the account {user} is there.")
        return passed(text(said, user=SSM_USER), *shown)
    said = N_(
        "The node is a domain controller and has no account {user}; the agent does not make one there. Create {user} in the domain and add it to Domain Admins. It needs no password: the agent sets one with each session."
    )
    return failed(
        text(said, user=SSM_USER),
        *shown,
        grade=Grade.PROVED,
        fixes=CREATE,
        cause="domain-controller",
    ).without(SHELLS)


def _run_as(snapshot: Snapshot, node: NodeFacts, diagnosis: Diagnosis) -> Outcome:
    fact = snapshot.session.preferences
    preferences = fact.value if isinstance(fact, Known) else None
    if isinstance(fact, Unknown) and fact.why is not Why.NOT_COLLECTED:
        fact.require()
    if preferences is None or not preferences.run_as:
        said = N_("Sessions run as {user}, which the agent makes itself.")
        return passed(text(said, user=SSM_USER))
    user = preferences.run_as_user
    exists = diagnosis.has_user(user) if user else None
    if exists is None:
        said = N_("Whether the user of Run As is on the node was not asked.")
        return not_applicable(text(said))
    shown = (
        seen(text(N_("Default user of Run As")), user, fact),
        _exists(node, user, exists=exists),
    )
    if exists:
        said = N_("The default user of Run As, {user}, is on the node.")
        return passed(text(said, user=user), *shown)
    said = N_(
        "Run As is on, and its default user {user} is not on the node. Sessions open only for callers whose tag SSMSessionRunAs names a user that is; never as ssm-user instead. Create {user} there, or name another."
    )
    # A tag of the caller goes before the default user, and is not seen from here.
    return failed(
        text(said, user=user), *shown, grade=Grade.INFERRED, fixes=CREATE, cause=f"run-as:{user}"
    ).without(("run-as",))


def _exists(node: NodeFacts, user: str, *, exists: bool) -> Evidence:
    label = text(N_("Account {user}, as the node says"), user=user)
    return seen(label, "exists" if exists else "-", node.diagnosis)


CHECKS: tuple[Check, ...] = (
    Check(
        id="os.ssm-user",
        title=text(N_("The account that sessions run as exists on the node")),
        why=text(
            N_(
                "A session needs an account on the node. The agent makes ssm-user, but not on a domain controller, and never the user of Run As."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists", "node.running", "node.registered"),
        rights=("ssm:DescribeInstanceInformation", "ssm:GetCommandInvocation"),
        requirements=("ssm-user.not-on-domain-controllers", "windows.domain-controller-roles"),
        docs=("session-manager-prerequisites", "session-preferences-run-as"),
        run_node=account,
    ),
)
