"""Makes the log group that the session preferences name."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.fixes.dependents import every_session
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import arn, ids, literal, partition
from ssmwizard.fixes.statements import service_denied, service_may
from ssmwizard.model.plans import Call, Change, Expectation, Plan, Right, Risk, Trace, Undo, Wait
from ssmwizard.model.session import LOG_GROUP_NAME, Preferences
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "session.create-log-group"
# With what CloudWatch Logs encrypts what it is given.
ENCRYPT = "kms:GenerateDataKey"
LOOK_SECONDS = 5
AT_MOST_SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one log group, for all nodes: the preferences are those of the account and Region."""
    return (attempt(ID, nodes, lambda: _plan(snapshot, nodes)),) if nodes else ()


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    preferences = _named(snapshot)
    name = preferences.log_group
    key = _key(snapshot, preferences) if preferences.log_encryption else ""
    group = arn(snapshot, "logs", f"log-group:{name}")
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(_change(name, group, key),),
        risk=Risk.REVERSIBLE,
        cost=text(
            N_(
                "The group itself is free. CloudWatch Logs charges for what is logged, by its amount and for as long as it is kept; prices are not known here (as of {as_of}), see the pricing page."
            ),
            as_of=snapshot.requirements.as_of.isoformat(),
        ),
        wait=Wait(
            text(N_("The group is there at once; new sessions are logged to it.")),
            LOOK_SECONDS,
            AT_MOST_SECONDS,
        ),
        verifies=("session.log-group", "node.registered", "node.online", "node.connected"),
        affects=every_session(snapshot, nodes),
        warnings=_warnings(key),
        undoing=text(
            N_(
                "Deletes the group again, as long as nothing was logged to it. Logs are never deleted."
            )
        ),
        cost_docs="cloudwatch-pricing",
        docs=("session-manager-logging",),
    )


def _named(snapshot: Snapshot) -> Preferences:
    """Return the preferences that name a log group which is not there."""
    preferences = snapshot.session.preferences.require()
    if preferences is None or (preferences.problem is None and not preferences.log_group):
        said = N_("The session preferences name no log group.")
        raise CannotPlan(text(said), nothing_to_do=True)
    if preferences.problem is not None:
        said = N_("The session document {document} cannot be read. It has to be mended first.")
        raise CannotPlan(text(said, document=preferences.document))
    name = preferences.log_group
    if not LOG_GROUP_NAME.fullmatch(name):
        said = N_("No log group can have the name {group}. Name another in the preferences.")
        raise CannotPlan(text(said, group=name))
    if snapshot.session.log_group.require() is not None:
        said = N_("The log group {group} is there.")
        raise CannotPlan(text(said, group=name), nothing_to_do=True)
    return preferences


def _key(snapshot: Snapshot, preferences: Preferences) -> str:
    """Return the ARN of a key that CloudWatch Logs may encrypt the group with.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    """
    if not preferences.kms_key:
        said = N_(
            "The preferences want the log group {group} encrypted, and name no key that it could be encrypted with. Make it by hand with a key of yours, or name one in the preferences."
        )
        raise CannotPlan(text(said, group=preferences.log_group))
    key = snapshot.session.key.require()
    requirements = snapshot.requirements
    fit = key is not None and (
        key.state == requirements.text("session.key-state")
        and key.spec == requirements.text("session.key-spec")
        and key.usage == requirements.text("session.key-usage")
    )
    if key is None or not fit:
        said = N_(
            "The preferences want the log group {group} encrypted, and their key {key} cannot encrypt it. Mend that first."
        )
        raise CannotPlan(text(said, group=preferences.log_group, key=preferences.kms_key))
    policy = snapshot.session.key_policy.require()
    service = partition(snapshot).host("logs", snapshot.identity.region or "")
    if service_denied(policy, service, ENCRYPT) or not service_may(policy, service, ENCRYPT):
        said = N_(
            "The preferences want the log group {group} encrypted, and the policy of their key {key} does not let {service} use it. Those who keep the key have to name that service in it first."
        )
        shown = text(said, group=preferences.log_group, key=key.arn, service=service)
        raise CannotPlan(shown)
    return key.arn


def _change(name: str, group: str, key: str) -> Change:
    named = {"logGroupName": name}
    parameters: Mapping[str, object] = {**named, "kmsKeyId": key} if key else named
    said = N_("Make the log group {group}.")
    if key:
        said = N_("Make the log group {group}, encrypted with the key {key}.")
    return Change(
        says=text(said, group=name, key=key),
        call=Call("logs", "CreateLogGroup", parameters),
        rights=(Right("logs:CreateLogGroup", group),),
        undo=Undo(
            says=text(N_("Delete the log group {group} if nothing is in it."), group=name),
            call=Call("logs", "DeleteLogGroup", named),
            rights=(
                Right("logs:DeleteLogGroup", group),
                Right("logs:DescribeLogStreams", group),
            ),
            expects=Expectation(Call("logs", "DescribeLogStreams", named), "length(logStreams)", 0),
        ),
        trace=Trace(
            Call("logs", "DescribeLogGroups", {"logGroupNamePrefix": name}),
            f"logGroups[?logGroupName=={literal(name)}]",
        ),
        done_codes=("ResourceAlreadyExistsException",),
    )


def _warnings(key: str) -> tuple[Text, ...]:
    said = [
        text(
            N_(
                "What is logged is kept for ever until somebody sets a retention for the group; this plan sets none."
            )
        )
    ]
    if key:
        more = N_(
            "The group is encrypted with the key of the sessions: should that key be deleted, nobody can read the logs any more."
        )
        said.append(text(more))
    return tuple(said)


FIX = Fix(
    id=ID,
    title=text(N_("Make the log group of the sessions")),
    says=text(
        N_(
            "Makes the log group that the session preferences name, encrypted where they ask for that."
        )
    ),
    heals=("session.log-group",),
    plan=plan,
)
