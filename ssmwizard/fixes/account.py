"""Fixes of the account's settings."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, for_one_kind
from ssmwizard.fixes.ground import arn, ids, partition
from ssmwizard.model.account import Setting
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
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "account.enable-advanced-tier"
ADVANCED = "advanced"
DEFAULT = "Default"
PENDING = "PendingUpdate"
# Another change of a setting is under way still.
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html
BUSY = ("TooManyUpdates",)
SECONDS = 60
# An average month, as AWS's own price calculator counts.
HOURS_A_MONTH = 730
LOOK_SECONDS = 20


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the advanced tier for the Region; only hybrid nodes are touched by it."""
    others = text(N_("EC2 instances have no instance tier; it is about hybrid nodes alone."))
    return for_one_kind(ID, nodes, Kind.HYBRID, partial(_plan, snapshot), others)


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    setting = _to_change(snapshot)
    setting_arn = setting.arn or arn(snapshot, "ssm", f"servicesetting{_name(snapshot)}")
    count = snapshot.account.hybrid_nodes.require()
    reading = Call("ssm", "GetServiceSetting", {"SettingId": setting_arn})
    change = Change(
        says=text(
            N_("Set the instance tier of the Region from {before} to {after}."),
            before=setting.value,
            after=ADVANCED,
        ),
        call=Call(
            "ssm", "UpdateServiceSetting", {"SettingId": setting_arn, "SettingValue": ADVANCED}
        ),
        rights=(Right("ssm:UpdateServiceSetting", setting_arn),),
        undo=Undo(
            says=text(N_("Set the instance tier back to {before}."), before=setting.value),
            call=back(setting, setting_arn),
            rights=(
                Right(f"ssm:{back(setting, setting_arn).operation}", setting_arn),
                Right("ssm:GetServiceSetting", setting_arn),
            ),
            expects=Expectation(reading, "ServiceSetting.SettingValue", ADVANCED),
        ),
        trace=Trace(reading, "ServiceSetting.SettingValue", ADVANCED, setting.value),
        settling_codes=BUSY,
        settling_seconds=SECONDS,
    )
    requirements = snapshot.requirements
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(change,),
        risk=Risk.ACCOUNT_WIDE,
        cost=_cost(snapshot, count),
        wait=Wait(
            text(N_("The service takes up to half an hour to change the tier.")),
            every=LOOK_SECONDS,
            at_most=int(requirements.number("time.instance-tier-minutes") * SECONDS),
        ),
        verifies=("account.instance-tier",),
        affects=(
            text(
                N_(
                    "Every hybrid node of the account in {region} ({count}), not only those chosen."
                ),
                count=count,
                region=snapshot.identity.region or "",
            ),
        ),
        warnings=_warnings(snapshot),
        undoing=_undoing(requirements),
        cost_docs="systems-manager-pricing",
        docs=("systems-manager-release-history", "API_GetServiceSetting"),
        confirm_account=True,
    )


def _name(snapshot: Snapshot) -> str:
    return snapshot.requirements.text("setting.activation-tier")


def _to_change(snapshot: Snapshot) -> Setting:
    setting = snapshot.account.tier.require()
    if setting is None:
        said = N_("The service has no instance tier in this Region any more.")
        raise CannotPlan(text(said), nothing_to_do=True)
    if setting.value == ADVANCED:
        raise CannotPlan(text(N_("The advanced tier is on already.")), nothing_to_do=True)
    if setting.status == PENDING:
        said = N_("Somebody is changing the tier right now. Look again when that is done.")
        raise CannotPlan(text(said))
    return setting


def back(setting: Setting, setting_arn: str) -> Call:
    """Return the call that brings back value and status as they were."""
    if setting.status == DEFAULT:
        return Call("ssm", "ResetServiceSetting", {"SettingId": setting_arn})
    parameters = {"SettingId": setting_arn, "SettingValue": setting.value}
    return Call("ssm", "UpdateServiceSetting", parameters)


def _cost(snapshot: Snapshot, count: int) -> Text:
    price = snapshot.requirements.get("hybrid.advanced-tier-hour-usd")
    if price.partitions is not None and partition(snapshot).name not in price.partitions:
        said = N_(
            "Not known for this partition. AWS used to charge every hybrid node of the Region by the hour; see the pricing page (as of {as_of})."
        )
        return text(said, as_of=snapshot.requirements.as_of.isoformat())
    hourly = float(snapshot.requirements.number(price.id))
    said = N_(
        "Not certain. Until {until} AWS charged {price} US dollars an hour for every hybrid node of the Region, about {month} US dollars a month for {count}. Whether it still does was not confirmed when this was last compared ({as_of}); see the pricing page."
    )
    return text(
        said,
        until=price.until.isoformat() if price.until else "",
        price=f"{hourly:.5f}",
        month=f"{hourly * HOURS_A_MONTH * count:,.2f}",
        count=count,
        as_of=snapshot.requirements.as_of.isoformat(),
    )


def _warnings(snapshot: Snapshot) -> tuple[Text, ...]:
    needed = any(
        snapshot.requirements.get(name).in_force(partition(snapshot).name, snapshot.now.date())
        for name in ("hybrid.advanced-tier", "hybrid.advanced-tier-elsewhere")
    )
    if needed:
        return ()
    said = N_(
        "AWS says that sessions on hybrid nodes need no tier here any more. Change it only if the service itself refused a session for it."
    )
    return (text(said),)


def _undoing(requirements: Requirements) -> Text:
    said = N_(
        "Sets the tier back as it was. AWS used to allow that only with at most {limit} hybrid nodes in the Region, it could take half an hour, and sessions on hybrid nodes ended with it."
    )
    return text(said, limit=int(requirements.number("hybrid.standard-tier-nodes")))


FIX = Fix(
    id=ID,
    title=text(N_("Enable the advanced instance tier")),
    says=text(
        N_(
            "Sets the instance tier of the account in this Region to advanced, which sessions on hybrid nodes used to need."
        )
    ),
    heals=("account.instance-tier",),
    plan=plan,
    account_wide=True,
)
