"""Whether a node may decrypt with a key: IAM's policies and the key's own decide together.

https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
"""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks.hop import Holds, Hop, in_turn, no, unseen, unsure, yes
from ssmwizard.checks.policy import Document, Outcome, Reading, Request, decide
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.rights import By, May, may, principal, session_wants
from ssmwizard.checks.rule import seen
from ssmwizard.checks.session_steps import ROLELESS, allowed
from ssmwizard.model.facts import NOT_COLLECTED, CannotTell, Unknown
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import keys_of
from ssmwizard.model.session import Key
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text


def decrypts(snapshot: Snapshot, node: NodeFacts, key: Key) -> Hop:
    """Tell whether the role of a node may use a key."""
    try:
        who = principal(snapshot, node)
        told = [
            may(snapshot, node, one.action, *one.resources) for one in session_wants(snapshot).key
        ]
    except CannotTell as answer:
        return unseen(answer)
    if who is None:
        return ROLELESS
    return in_turn([_step(snapshot, node, key, who, one) for one in told if one is not None])


def _step(snapshot: Snapshot, node: NodeFacts, key: Key, who: Principal, right: May) -> Hop:
    role = who.arns[0]
    by_iam = allowed(role, [right])
    denied = right.refused_by not in (None, By.NOBODY)
    foreign = key.account != who.account
    if denied or (foreign and by_iam.holds is Holds.NO):
        return by_iam
    policy = snapshot.session.key_policy
    names = {"role": role.rpartition("/")[2], "action": right.action, "key": key.arn}
    if policy is NOT_COLLECTED:
        said = N_(
            "The key {key} belongs to the account {account}, which alone can see whether its policy lets the role {role} do {action}."
        )
        return unsure(text(said, account=key.account, **names), key.arn, *by_iam.evidence)
    if isinstance(policy, Unknown):
        return replace(unseen(CannotTell(policy)), evidence=by_iam.evidence)
    request = Request(right.action, key.arn, _keys(snapshot, node, key, who), who)
    reading = decide([Document("key", policy.value)], request)
    shown = ", ".join(str(one) for one in reading.statements) or "-"
    found = (seen(text(N_("Statements of the key's policy")), shown, policy), *by_iam.evidence)
    match reading.outcome:
        case Outcome.DENIED:
            said = N_(
                "The policy of the key {key} denies the role {role} {action}. Take the role out of that statement."
            )
            return no(text(said, **names), f"{key.arn} {role}", *found)
        case Outcome.NOT_ALLOWED:
            said = N_(
                "The policy of the key {key} neither names the role {role} nor leaves {action} to the policies of its account, and grants were not looked at. Name the role in it."
            )
            return no(text(said, **names), f"{key.arn} {role}", *found)
        case Outcome.UNDECIDED:
            said = N_(
                "Whether the policy of the key {key} lets the role {role} do {action} does not show from here. {reason}"
            )
            return unsure(text(said, reason=_why(reading), **names), key.arn, *found)
    if reading.by_account or foreign:
        return replace(by_iam, evidence=found)
    said = N_("The policy of the key {key} lets the role {role} do {action}.")
    return yes(text(said, **names), key.arn, *found)


def _why(reading: Reading) -> Text:
    if reading.missing:
        said = N_("It depends on {keys}.")
        return text(said, keys=reading.missing)
    return next(iter(reading.problems), text(N_("Its statements cannot be decided.")))


def _keys(
    snapshot: Snapshot, node: NodeFacts, key: Key, who: Principal
) -> dict[str, tuple[str, ...]]:
    """Return the condition keys of the call with which an agent decrypts the key of a session.

    https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    """
    return {
        **keys_of(who.arns[0], snapshot.identity.region or ""),
        "kms:CallerAccount": (who.account,),
        "kms:EncryptionAlgorithm": (key.spec,),
        "kms:EncryptionContext:aws:ssm:TargetId": (node.id,),
        "kms:GrantIsForAWSResource": (),
        "kms:ViaService": (),
    }
