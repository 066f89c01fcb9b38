"""The rule about the caller's right to start a session: on the node, and on the session document.

https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ssmwizard.checks.caller_proof import by_call, policy
from ssmwizard.checks.caller_words import (
    NOBODY,
    NODE,
    by_design,
    cannot_simulate,
    reason,
    refusal,
    refused,
    requested,
    uncertain,
)
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
    warning,
)
from ssmwizard.model.caller import Kind, NodeRight, Principal
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.features import FEATURES, SHELL
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ACTION = "ssm:StartSession"
TAGGED = ("ssm:resourcetag/", "aws:resourcetag/")
# Features that name a session document of their own; the requirement is "caller.<feature>-document".
WITH_DOCUMENT = ("ssh", "port-forwarding", "non-interactive")
PHRASES = {one.id: one.phrase for one in FEATURES}


def everywhere(snapshot: Snapshot) -> Outcome:
    """Judge what holds for all nodes alike; where it differs or is well, each node is asked."""
    rights = snapshot.rights
    each = passed(text(N_("Each node is looked at.")), grade=Grade.INFERRED)
    if not snapshot.nodes:
        return not_applicable(NOBODY)
    if any(by_call(snapshot, node) is not None for node in snapshot.nodes):
        return each
    who = rights.principal.require()
    cannot = cannot_simulate(who)
    if cannot is not None:
        return cannot
    if who.kind is Kind.ROOT:
        return each
    facts = [_right(snapshot, node) for node in snapshot.nodes]
    unseen = {(fact.why, fact.right) for fact in facts if isinstance(fact, Unknown)}
    known = [fact for fact in facts if isinstance(fact, Known)]
    if unseen:
        first = next(fact for fact in facts if isinstance(fact, Unknown))
        return each if known or len(unseen) > 1 else unknown(first)
    if all(fact.value.decision.allowed for fact in known):
        return _about_documents(snapshot, who, each)
    alike = {_reason(fact.value) for fact in known}
    if len(alike) > 1 or not all(refused(fact.value.decision) for fact in known):
        return each
    if any(fact.value.tags for fact in known) and not known[0].value.by_document:
        return each
    return _refused(snapshot, who, known[0], snapshot.nodes)


def on_node(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge the right on one node: what a real call showed, else what the simulator says."""
    tried = by_call(snapshot, node)
    if tried is not None:
        return tried
    who = snapshot.rights.principal.require()
    cannot = cannot_simulate(who)
    if cannot is not None:
        return cannot
    if who.kind is Kind.ROOT:
        said = N_(
            "The root user may start sessions, unless a policy of the organization forbids it. That cannot be simulated."
        )
        return passed(text(said), grade=Grade.INFERRED)
    fact = _right(snapshot, node)
    if isinstance(fact, Unknown):
        return unknown(fact)
    one = fact.value.decision
    if refused(one):
        return _refused(snapshot, who, fact, (node,))
    if not one.allowed or any(key.lower().startswith(TAGGED) for key in one.missing_context):
        return undecided(uncertain(who, (one,), NODE), *_found(fact))
    shown = text(N_("Simulated: {caller} may start sessions on the node."), caller=who.name)
    if one.missing_context:
        said = N_("{finding} Conditions on {keys} could not be decided.")
        shown = text(said, finding=shown, keys=one.missing_context)
    right = passed(shown, *_found(fact), grade=Grade.INFERRED)
    return _about_documents(snapshot, who, right)


def _right(snapshot: Snapshot, node: NodeFacts) -> Fact[NodeRight]:
    return snapshot.rights.nodes.get(node.id, NOT_COLLECTED)


def _reason(right: NodeRight) -> tuple[bool, ...]:
    return (right.by_document, *reason(right.decision))


def _found(fact: Known[NodeRight]) -> tuple[Evidence, ...]:
    shown = [seen(text(N_("{action}"), action=ACTION), fact.value.decision.decision, fact)]
    for key, value in fact.value.tags:
        shown.append(seen(text(N_("Tag {key} of the node"), key=key), value or "-", fact))
    return tuple(shown)


def _refused(
    snapshot: Snapshot,
    who: Principal,
    fact: Known[NodeRight],
    nodes: tuple[NodeFacts, ...],
) -> Outcome:
    what = _named(nodes)
    if by_design(snapshot, fact.value):
        return requested(what, _found(fact), Grade.INFERRED)
    cause = _cause(who, "-".join(str(int(one)) for one in _reason(fact.value)))
    document = snapshot.requirements.text("caller.shell-document")
    if fact.value.by_document:
        said = N_(
            "Simulated: {caller} may start sessions on {what} only with a session document that its policies allow (ssm:SessionDocumentAccessCheck), and none allows {document}. Ask for that document to be allowed, too."
        )
        shown = text(said, caller=who.name, what=what, document=document)
    elif fact.value.tags and not any(reason(fact.value.decision)):
        said = N_(
            "Simulated: no policy of {caller} allows sessions on {what} as it is tagged. They ask for tags ({tags}): correct those, if they are wrong, or have the policies changed."
        )
        shown = text(
            said, caller=who.name, what=what, tags=tuple(key for key, _ in fact.value.tags)
        )
        cause = _cause(who, "tags")
    else:
        shown = refusal(who, (fact.value.decision,), what)
    found = (*_found(fact), *policy(snapshot, nodes, fact.source))
    return failed(shown, *found, grade=Grade.INFERRED, cause=cause)


def _named(nodes: tuple[NodeFacts, ...]) -> Text:
    if len(nodes) == 1:
        return NODE
    return text(N_("any of the {count} chosen nodes"), count=len(nodes))


def _cause(who: Principal, why: str) -> str:
    return f"{who.arn or who.name}:{why}"


def _about_documents(snapshot: Snapshot, who: Principal, right: Outcome) -> Outcome:
    """Add what is said of naming a session document to an answer that is well without one."""
    fact = snapshot.rights.documents
    if isinstance(fact, Unknown):
        return right
    names: Mapping[str, str] = {
        feature: snapshot.requirements.text(f"caller.{feature}-document")
        for feature in (SHELL, *WITH_DOCUMENT)
    }
    closed = {feature: name for feature, name in names.items() if fact.value.get(name) is False}
    lacking = tuple(feature for feature in WITH_DOCUMENT if feature in closed)
    wanted = tuple(feature for feature in lacking if feature in snapshot.features)
    label = N_("{action} on {document}")
    found = tuple(
        seen(text(label, action=ACTION, document=name), "implicitDeny", fact)
        for name in closed.values()
    )
    if wanted:
        said = N_(
            "Simulated: {caller} may start sessions, but not with {documents}; without that there is no {features}. Ask for it to be allowed."
        )
        shown = text(
            said,
            caller=who.name,
            documents=tuple(closed[feature] for feature in wanted),
            features=tuple(PHRASES[feature] for feature in wanted),
        )
        return warning(shown, *found, grade=Grade.INFERRED).without(lacking)
    if SHELL in closed:
        said = N_(
            "Simulated: {caller} may start sessions as long as none names a document. AWS's newer pages say that the policy must allow {document} too: ask for it, to be safe."
        )
        shown = text(said, caller=who.name, document=closed[SHELL])
        docs = ("getting-started-default-session-document",)
        return warning(shown, *found, grade=Grade.INFERRED, docs=docs).without(lacking)
    return replace(right, lacking=lacking)


CHECKS: tuple[Check, ...] = (
    Check(
        id="caller.start-session",
        title=text(N_("You may start sessions")),
        why=text(
            N_(
                "AWS refuses a session to whoever lacks the right on the node or on the session document."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region", "node.exists"),
        rights=(
            "iam:GetRole",
            "iam:GetContextKeysForPrincipalPolicy",
            "iam:SimulatePrincipalPolicy",
            "ssm:ListTagsForResource",
        ),
        requirements=(
            *(f"caller.{feature}-document" for feature in (SHELL, *WITH_DOCUMENT)),
            "caller.data-channel-actions",
            "caller.session-actions",
        ),
        docs=(
            "getting-started-restrict-access-quickstart",
            "getting-started-restrict-access-examples",
        ),
        run=everywhere,
        run_node=on_node,
    ),
)
