"""Fixes of the roles that nodes use: what the session preferences ask of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import grouped, ids, partition
from ssmwizard.fixes.role import affects, agent_wait, to_change
from ssmwizard.fixes.statements import denied_to, leaves_to_account, with_statements
from ssmwizard.fixes.trust import in_use
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.plans import (
    Call,
    Change,
    Expectation,
    NoPlan,
    Plan,
    Right,
    Risk,
    Trace,
    Undo,
)
from ssmwizard.model.role import SESSION_POLICY, Role, RoleFacts
from ssmwizard.model.session_rights import SessionRights, Wanted, session_rights
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.allow-session-resources"
KEY, BUCKET, LOG_GROUP = "session.kms-key", "session.s3-bucket", "session.log-group"
Statement = Mapping[str, object]


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one policy for each role, with all the nodes that use it."""
    users: dict[str, Nodes] = {}
    without: Plans = ()
    for node in nodes:
        name = attempt(ID, (node,), partial(in_use, snapshot, node))
        if isinstance(name, NoPlan):
            without += (name,)
        else:
            users[name] = (*users.get(name, ()), node)
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, name, some)) for name, some in users.items()
    )
    return (*plans, *without)


def _plan(snapshot: Snapshot, name: str, nodes: Nodes) -> Plan:
    facts = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
    role = to_change(facts)
    lacking = _lacking(facts, role, _wanted(snapshot))
    for one in (one for some in lacking.values() for one in some):
        _check_resource(snapshot, role, one)
    before = facts.session_policy.require()
    after = _merged(role, before, _statements(lacking))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(_change(role, before, after),),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=(*lacking, "node.registered", "node.online", "node.connected"),
        affects=affects(snapshot, facts, nodes),
        warnings=tuple(_warnings(snapshot, lacking)),
        undoing=text(
            N_(
                "Takes the policy off the role again, or writes back what it was before. What the sessions need is missing again then."
            )
        ),
        docs=("getting-started-create-iam-instance-profile",),
    )


def _wanted(snapshot: Snapshot) -> SessionRights:
    snapshot.session.preferences.require()
    wanted = session_rights(
        snapshot.session,
        snapshot.requirements,
        partition(snapshot),
        snapshot.identity.region or "",
        snapshot.identity.caller.require().account,
    )
    if not wanted.every:
        said = N_("The session preferences ask no right of a role.")
        raise CannotPlan(text(said), nothing_to_do=True)
    return wanted


def _lacking(
    facts: RoleFacts, role: Role, wanted: SessionRights
) -> Mapping[str, tuple[Wanted, ...]]:
    """Return what the role lacks, by the check that fails for it."""
    facts.decisions.require()
    parts = {KEY: wanted.key, BUCKET: wanted.bucket, LOG_GROUP: wanted.log_group}
    lacking = {
        check: some
        for check, part in parts.items()
        if (some := tuple(one for one in part if _lacks(facts, role, one)))
    }
    if not lacking:
        said = N_("The role {role} lacks nothing that the session preferences ask of it.")
        raise CannotPlan(text(said, role=role.name), nothing_to_do=True)
    return lacking


def _lacks(facts: RoleFacts, role: Role, wanted: Wanted) -> bool:
    """Tell whether no policy allows something; raises :class:`CannotPlan` where one denies it."""
    told = [
        facts.on_resources.get((wanted.action, arn), NOT_COLLECTED).require()
        for arn in wanted.resources
    ]
    if any(one.allowed or one.missing_context for one in told):
        return False
    for one in told:
        if one.allowed_by_organization is False:
            said = N_(
                "A policy of the organization denies {role} {action} on {resource}. A policy of the role cannot help; the organization's administrators can."
            )
        elif one.allowed_by_boundary is False:
            said = N_(
                "The permissions boundary of {role} does not allow {action} on {resource}. A policy of the role cannot help; the boundary has to allow it."
            )
        elif one.decision == "explicitDeny":
            said = N_(
                "A policy of {role} denies {action} on {resource} outright. Another cannot help; that statement has to go."
            )
        else:
            continue
        shown = text(said, role=role.name, action=wanted.action, resource=one.resource)
        raise CannotPlan(shown)
    return True


def _check_resource(snapshot: Snapshot, role: Role, wanted: Wanted) -> None:
    """Raise :class:`CannotPlan` where the policy of the key or bucket itself stands against it."""
    session = snapshot.session
    key = session.key.value if isinstance(session.key, Known) else None
    if key is not None and key.arn in wanted.resources:
        policy = session.key_policy
        known = policy.value if isinstance(policy, Known) else None
        if known is not None and not leaves_to_account(known, role, wanted.action):
            said = N_(
                "The policy of the key {key} does not leave {action} to the policies of its account. A policy of {role} cannot help; those who keep the key have to name the role in it."
            )
            shown = text(said, key=wanted.resources[0], action=wanted.action, role=role.name)
            raise CannotPlan(shown)
    elif wanted.action.startswith("s3:"):
        policy = session.bucket_policy
        known = policy.value if isinstance(policy, Known) else None
    else:
        return
    if denied_to(known, role, wanted.action):
        said = N_(
            "The policy of {resource} denies {role} {action}. A policy of the role cannot help; those who keep it have to take the role out of that statement."
        )
        shown = text(said, resource=wanted.resources[0], role=role.name, action=wanted.action)
        raise CannotPlan(shown)


def _statements(lacking: Mapping[str, tuple[Wanted, ...]]) -> tuple[Statement, ...]:
    """Return what allows exactly what is missing on exactly what the preferences name."""
    every = (one for some in lacking.values() for one in some)
    return tuple(
        {
            "Effect": "Allow",
            "Action": list(dict.fromkeys(one.action for one in some)),
            "Resource": list(resources),
        }
        for resources, some in grouped(every, lambda one: one.resources).items()
    )


def _merged(role: Role, before: object, added: tuple[Statement, ...]) -> Statement:
    if before is None:
        return {"Version": "2012-10-17", "Statement": list(added)}
    if not isinstance(before, Mapping):
        said = N_(
            "The role {role} has a policy {policy} already, which cannot be read, so nothing can be added to it."
        )
        raise CannotPlan(text(said, role=role.name, policy=SESSION_POLICY))
    after = with_statements(before, added)
    if after == with_statements(before, ()):
        said = N_(
            "The policy {policy} of {role} allows this already, and it is refused still. IAM may need a minute to know it everywhere."
        )
        raise CannotPlan(text(said, role=role.name, policy=SESSION_POLICY))
    return after


def _change(role: Role, before: object, after: Statement) -> Change:
    named = {"RoleName": role.name, "PolicyName": SESSION_POLICY}
    if before is None:
        said = N_("Write the policy {policy}, which allows this alone, into the role {role}.")
        back = N_("Delete the policy {policy} of the role {role}.")
        way_back = Call("iam", "DeleteRolePolicy", named)
    else:
        said = N_(
            "Add what is missing to the policy {policy} of the role {role}; nothing is taken out."
        )
        back = N_("Write the policy {policy} of the role {role} back as it was: {before}")
        way_back = _writing(named, before)
    words = {
        "policy": SESSION_POLICY,
        "role": role.name,
        "before": json.dumps(before),
    }
    return Change(
        says=text(said, **words),
        call=_writing(named, after),
        rights=(Right("iam:PutRolePolicy", role.arn),),
        undo=Undo(
            says=text(back, **words),
            call=way_back,
            rights=(Right(way_back.name, role.arn), Right("iam:GetRolePolicy", role.arn)),
            expects=Expectation(Call("iam", "GetRolePolicy", named), "PolicyDocument", after),
        ),
        trace=Trace(Call("iam", "GetRolePolicy", named), "PolicyDocument", after, before),
    )


def _writing(named: Mapping[str, object], document: object) -> Call:
    return Call("iam", "PutRolePolicy", {**named, "PolicyDocument": json.dumps(document)})


def _warnings(snapshot: Snapshot, lacking: Mapping[str, tuple[Wanted, ...]]) -> list[Text]:
    said = [
        text(
            N_(
                "Everything on these nodes that uses the role may do this then: with the key, the bucket or the log group of the sessions, and with nothing else."
            )
        )
    ]
    if KEY in lacking and not isinstance(snapshot.session.key_policy, Known):
        unseen = N_(
            "The policy of the key itself was not seen. It has to let the role use the key too."
        )
        said.append(text(unseen))
    if BUCKET in lacking and not isinstance(snapshot.session.bucket_policy, Known):
        unseen = N_("The policy of the bucket itself was not seen. It must not deny this.")
        said.append(text(unseen))
    return said


FIX = Fix(
    id=ID,
    title=text(N_("Let the role use the key and the logs of the sessions")),
    says=text(
        N_(
            "Writes a small policy into the role that the nodes have, which allows what the session preferences need and nothing more."
        )
    ),
    heals=(KEY, BUCKET, LOG_GROUP),
    plan=plan,
)
