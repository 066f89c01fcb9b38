"""Turns Default Host Management on, which lends a role to instances that have none.

By the service setting and not by ``RegisterDefaultHostManagementConfiguration``: the setting is what
the diagnosis reads, what all partitions and all supported SDKs have, and what can be put back exactly.
https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
"""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes import role_steps as steps
from ssmwizard.fixes.account import BUSY, PENDING, back
from ssmwizard.fixes.dependents import not_counted
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, for_one_kind
from ssmwizard.fixes.ground import arn, global_arn, ids, managed_policy
from ssmwizard.fixes.role import OFF, attach
from ssmwizard.fixes.trust_document import ACCOUNT_KEY, ARN_KEY, Lets, lets
from ssmwizard.model.account import Setting
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.node import Kind
from ssmwizard.model.plans import (
    Call,
    Change,
    Expectation,
    Plan,
    Right,
    Risk,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.role import RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "account.enable-default-host-management"
LOOK_SECONDS = 20
SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the setting for the Region; only EC2 instances are touched by it."""
    others = text(N_("Default Host Management is about EC2 instances alone."))
    return for_one_kind(ID, nodes, Kind.EC2, partial(_plan, snapshot), others)


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    setting = _to_change(snapshot)
    full = snapshot.requirements.text("role.default-host-management-role")
    role_arn = global_arn(snapshot, "iam", f"role/{full}")
    changes = _role_changes(snapshot, role_arn)
    if setting.value != full:
        changes += (_switch(snapshot, setting, full, role_arn, new=bool(changes)),)
    minutes = int(snapshot.requirements.number("time.default-host-management-minutes"))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=changes,
        risk=Risk.ACCOUNT_WIDE,
        cost=text(N_("Free.")),
        wait=Wait(
            text(
                N_("Instances use it by themselves, at the latest after {minutes} minutes."),
                minutes=minutes,
            ),
            LOOK_SECONDS,
            minutes * SECONDS,
        ),
        verifies=(
            "account.default-host-management",
            "role.attached",
            "node.registered",
            "node.online",
            "node.connected",
        ),
        affects=(_affects(snapshot),),
        warnings=(
            text(
                N_(
                    "It serves instances with SSM Agent {version} or later whose metadata takes tokens (IMDSv2), and only where their own role may not report."
                ),
                version=snapshot.requirements.text("agent.default-host-management"),
            ),
            text(
                N_(
                    "Whoever may open sessions on those instances by the policies of the account can do so then."
                )
            ),
        ),
        undoing=text(
            N_(
                "Sets the setting back as it was, and deletes what was made for it. Instances that have no other role fall silent then."
            )
        ),
        docs=("fleet-manager-default-host-management-configuration",),
        confirm_account=True,
    )


def _to_change(snapshot: Snapshot) -> Setting:
    setting = snapshot.account.host_management.require()
    if setting is None:
        said = N_("The service has no Default Host Management in this Region.")
        raise CannotPlan(text(said))
    if setting.status == PENDING:
        said = N_(
            "Somebody is changing Default Host Management right now. Look again when that is done."
        )
        raise CannotPlan(text(said))
    if setting.value not in OFF:
        facts = snapshot.roles.get(name_of(setting.value)) or RoleFacts("", NOT_COLLECTED)
        if facts.role.require() is not None:
            said = N_("Default Host Management is on already, with the role {role}.")
            raise CannotPlan(text(said, role=setting.value), nothing_to_do=True)
    return setting


def _role_changes(snapshot: Snapshot, role_arn: str) -> tuple[Change, ...]:
    """Return what is missing of the role that is lent: it is looked at first, and never replaced."""
    requirements = snapshot.requirements
    name = name_of(role_arn)
    services = requirements.texts("role.trusted-by-hybrid")
    policy = managed_policy(snapshot, requirements.text("role.default-host-management-policy"))
    facts = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
    role = facts.role.require()
    if role is None:
        says = text(N_("Make the role {role}, which Systems Manager may use."), role=name)
        about = "Lends EC2 instances what managed nodes need. Made by ssmwizard."
        made = steps.create_role(role_arn, services[0], policy, says=says, description=about)
        later = attach(name, role_arn, policy, settling_seconds=steps.SETTLING_SECONDS)
        return (made, later)
    account = snapshot.identity.caller.require().account
    told = {ACCOUNT_KEY: account, ARN_KEY: arn(snapshot, "ssm", "managed-instance/mi-0")}
    if role.arn != role_arn or lets(role.trust, services, told) is not Lets.YES:
        said = N_(
            "A role called {role} exists, and Systems Manager may not use it as it is: it has another path, or does not trust {service}. It may be somebody else's, so it is left alone."
        )
        raise CannotPlan(text(said, role=name, service=services[0]))
    return () if policy in facts.policies.require() else (attach(name, role_arn, policy),)


def _switch(snapshot: Snapshot, setting: Setting, full: str, role_arn: str, *, new: bool) -> Change:
    path = snapshot.requirements.text("setting.default-host-management")
    setting_arn = setting.arn or arn(snapshot, "ssm", f"servicesetting{path}")
    reading = Call("ssm", "GetServiceSetting", {"SettingId": setting_arn})
    way_back = back(setting, setting_arn)
    parameters = {"SettingId": setting_arn, "SettingValue": full}
    return Change(
        says=text(
            N_("Set Default Host Management of the Region from {before} to {after}."),
            before=setting.value or "-",
            after=full,
        ),
        call=Call("ssm", "UpdateServiceSetting", parameters),
        rights=(
            Right("ssm:UpdateServiceSetting", setting_arn),
            Right("iam:PassRole", role_arn),
        ),
        undo=Undo(
            says=text(
                N_("Set Default Host Management back to {before}."), before=setting.value or "-"
            ),
            call=way_back,
            rights=(
                Right(way_back.name, setting_arn),
                Right("ssm:GetServiceSetting", setting_arn),
            ),
            expects=Expectation(reading, "ServiceSetting.SettingValue", full),
        ),
        trace=Trace(reading, "ServiceSetting.SettingValue", full, setting.value),
        # A role that Systems Manager has not heard of yet.
        settling_codes=("ValidationException", *BUSY) if new else BUSY,
        settling_seconds=steps.SETTLING_SECONDS,
    )


def _affects(snapshot: Snapshot) -> Text:
    region = snapshot.identity.region or ""
    count = snapshot.account.instances
    if isinstance(count, Known):
        said = N_(
            "Every EC2 instance of the account in {region} ({count}), now and later, not only those chosen: all that qualify become managed nodes."
        )
        return text(said, region=region, count=count.value)
    said = N_(
        "Every EC2 instance of the account in {region}, now and later, not only those chosen: all that qualify become managed nodes. How many there are: {count}."
    )
    return text(said, region=region, count=not_counted(count))


FIX = Fix(
    id=ID,
    title=text(N_("Turn Default Host Management on")),
    says=text(
        N_(
            "Lets Systems Manager lend a role to all EC2 instances of the account in this Region that have none of their own that may report."
        )
    ),
    heals=("account.default-host-management", "role.attached"),
    plan=plan,
    account_wide=True,
)
