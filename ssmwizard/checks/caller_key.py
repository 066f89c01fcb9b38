"""The rule about the caller's right to use the key of sessions: its own policies and the key's count.

The plugin asks for the key that encrypts a session with the caller's credentials.
https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ssmwizard.checks.caller_words import (
    EXPLICIT,
    NOBODY,
    reason,
    refusal,
    refused,
    set_aside,
    uncertain,
    without,
)
from ssmwizard.checks.policy import Document, Request, decide
from ssmwizard.checks.policy import Outcome as Said
from ssmwizard.checks.policy_principal import Principal as Asking
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
    waiting,
)
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.caller import Kind, Principal
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity, Status
from ssmwizard.model.role import Decision
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# Keys that a request of the plugin never has: it speaks to KMS itself.
NEVER = ("kms:viaservice", "kms:grantisforawsresource")
NAME = "aws:username"
KEY_POLICY = "key policy"


def may_use_key(snapshot: Snapshot) -> Outcome:
    """Judge the right to use the key that the session preferences name."""
    if not snapshot.nodes:
        return not_applicable(NOBODY)
    session, rights = snapshot.session, snapshot.rights
    if isinstance(session.preferences, Unknown):
        return waiting("account.preferences")
    preferences = session.preferences.value
    if preferences is None or not (preferences.kms_key or preferences.problem):
        return not_applicable(text(N_("Sessions are not encrypted with a key of your own.")))
    if not preferences.kms_key:
        return waiting("account.preferences")
    if isinstance(session.key, Known) and session.key.value is None:
        said = N_("The key {key} of the session preferences was not found.")
        return not_applicable(text(said, key=preferences.kms_key))
    who = rights.principal.require()
    aside = set_aside(snapshot, who)
    if aside is not None:
        return aside
    if isinstance(rights.key, Unknown):
        fact = session.key if isinstance(session.key, Unknown) else rights.key
        return unknown(fact).doubting(SHELLS)
    answers = [
        _judged(snapshot, who, rights.key, action)
        for action in snapshot.requirements.texts("caller.kms-actions")
    ]
    answer = next((one for one in answers if one.status is not Status.PASSED), answers[-1])
    return answer.doubting(SHELLS) if answer.status is Status.UNKNOWN else answer


def _judged(
    snapshot: Snapshot, who: Principal, fact: Known[Mapping[str, Decision]], action: str
) -> Outcome:
    """Put together what the caller's own policies say and what the key's policy says."""
    key = _arn(snapshot)
    if action not in fact.value:
        said = N_("The policy simulator did not answer for {actions}.")
        return undecided(text(said, actions=action))
    absent = NEVER if who.kind is Kind.USER else (*NEVER, NAME)
    one = without(fact.value[action], *absent)
    found: tuple[Evidence, ...] = (seen(text(N_("{action}"), action=action), one.decision, fact),)
    forbids = one.decision == EXPLICIT or one.allowed_by_organization is False
    if refused(one) and forbids:
        return _failed(refusal(who, (one,), key), found)
    policy = snapshot.session.key_policy
    if isinstance(policy, Unknown):
        return _unseen(who, one, key, policy, found)
    reading = decide((Document(KEY_POLICY, policy.value),), _request(snapshot, who, action, key))
    found = (*found, seen(text(N_("Key policy")), json.dumps(policy.value), policy))
    if reading.outcome is Said.UNDECIDED:
        said = N_(
            "Whether the policy of the key {key} lets {caller} use it cannot be decided from here."
        )
        return undecided(text(said, key=key, caller=who.name), *found)
    if reading.outcome is not Said.ALLOWED:
        said = N_(
            "The policy of the key {key} does not let {caller} do {action}, so no shell opens; SSH and port forwarding do not use the key. Ask for it to be allowed there. Grants were not looked at."
        )
        return _failed(text(said, key=key, caller=who.name, action=action), found)
    if not reading.by_account and not reason(one)[1]:
        said = N_("The policy of the key {key} lets {caller} do {action}.")
        return passed(
            text(said, key=key, caller=who.name, action=action), *found, grade=Grade.INFERRED
        )
    if one.allowed:
        said = N_("Simulated: {caller} may do {action}, and the policy of the key {key} lets it.")
        return passed(
            text(said, key=key, caller=who.name, action=action), *found, grade=Grade.INFERRED
        )
    if refused(one) and reading.by_account:
        return _failed(refusal(who, (one,), key), found)
    if refused(one):
        said = N_(
            "The policy of the key {key} lets {caller} do {action}, but its permissions boundary does not. Which of them counts cannot be decided from here."
        )
        return undecided(text(said, key=key, caller=who.name, action=action), *found)
    return undecided(uncertain(who, (one,), key), *found)


def _failed(said: Text, found: tuple[Evidence, ...]) -> Outcome:
    return failed(said, *found, grade=Grade.INFERRED, cause="session-key").without(SHELLS)


def _unseen(
    who: Principal, one: Decision, key: str, policy: Unknown, found: tuple[Evidence, ...]
) -> Outcome:
    """Answer where the key's policy is not known: without it nothing is certain."""
    if policy.why is not Why.NOT_COLLECTED:
        return unknown(policy, *found)
    if one.allowed:
        said = N_(
            "Simulated: the policies of {caller} allow using the key {key}. Its own policy counts too, which only the account of the key may read."
        )
    else:
        said = N_(
            "Simulated: no policy of {caller} allows using the key {key}, unless its own policy does, which only the account of the key may read."
        )
    return undecided(text(said, caller=who.name, key=key), *found)


def _arn(snapshot: Snapshot) -> str:
    key, preferences = snapshot.session.key, snapshot.session.preferences.require()
    if isinstance(key, Known) and key.value is not None:
        return key.value.arn
    assert preferences is not None
    return preferences.kms_key


def _request(snapshot: Snapshot, who: Principal, action: str, key: str) -> Request:
    """Return what the plugin asks for, with the condition keys that are known of it.

    https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    """
    caller = snapshot.identity.caller.require()
    user = who.kind is Kind.USER
    keys: dict[str, tuple[str, ...]] = {
        "aws:PrincipalArn": (who.arn,),
        "aws:PrincipalAccount": (caller.account,),
        "aws:userid": (caller.user_id,),
        NAME: (who.name,) if user else (),
        "kms:CallerAccount": (caller.account,),
        **dict.fromkeys(NEVER, ()),
    }
    unique = caller.user_id.partition(":")[0]
    asking = Asking(
        arns=tuple(dict.fromkeys((caller.arn, who.arn))), account=caller.account, ids=(unique,)
    )
    return Request(action, key, keys, asking)


CHECKS: tuple[Check, ...] = (
    Check(
        id="caller.kms",
        title=text(N_("You may use the key of sessions")),
        why=text(
            N_(
                "Where sessions are encrypted with a KMS key, the plugin asks for it in your name, and no shell opens without it."
            )
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        rights=(
            "ssm:GetDocument",
            "kms:DescribeKey",
            "kms:GetKeyPolicy",
            "iam:GetRole",
            "iam:SimulatePrincipalPolicy",
        ),
        requirements=("caller.kms-actions",),
        docs=(
            "session-preferences-enable-encryption",
            "getting-started-restrict-access-quickstart",
        ),
        run=may_use_key,
    ),
)
