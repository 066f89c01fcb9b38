"""Service settings of the account and Region."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.node import DEFAULT_ROLE_SETTING, TIER_SETTING

SETTLE = 4.0
"""Seconds, at pace 1, in ``PendingUpdate``."""
_DEFAULTS = {TIER_SETTING: "standard", DEFAULT_ROLE_SETTING: "$None"}
_STANDARD_LIMIT = 1000


def _setting_id(context: Context, given: str) -> str:
    _, arn, path = given.partition(":servicesetting/")
    name = f"/{path}" if arn else given
    if name not in _DEFAULTS or name in context.world.get("settings_gone", ()):
        message = f"Setting {given} not found. Verify the setting name and try again."
        raise AwsError("ServiceSettingNotFound", message)
    return name


def _arn(context: Context, name: str) -> str:
    return context.arn("ssm", f"servicesetting{name}")


def _shown(context: Context, name: str) -> dict[str, Any]:
    record = context.region["settings"].get(name)
    setting = record or {
        "SettingValue": _DEFAULTS[name],
        "LastModifiedDate": context.world["made"],
        "LastModifiedUser": "System",
        "Status": "Default",
    }
    return {
        "SettingId": name,
        "SettingValue": setting["SettingValue"],
        "LastModifiedDate": setting["LastModifiedDate"],
        "LastModifiedUser": setting["LastModifiedUser"],
        "ARN": _arn(context, name),
        "Status": setting["Status"],
    }


def get_service_setting(context: Context, params: Params) -> Answer:
    """By id or by ARN."""
    name = _setting_id(context, params["SettingId"])
    return {"ServiceSetting": _shown(context, name)}


def update_service_setting(context: Context, params: Params) -> Answer:
    """Takes a while; meanwhile another update is refused."""
    name = _setting_id(context, params["SettingId"])
    _write(context, name, params["SettingValue"], "Customized")
    return {}


def reset_service_setting(context: Context, params: Params) -> Answer:
    """Back to AWS's own value; answers with the setting."""
    name = _setting_id(context, params["SettingId"])
    _write(context, name, _DEFAULTS[name], "Default")
    return {"ServiceSetting": _shown(context, name)}


def _write(context: Context, name: str, value: str, after: str) -> None:
    record = context.region["settings"].get(name)
    if record and record["Status"] == "PendingUpdate":
        message = "There are concurrent updates for a resource that supports one update at a time."
        raise AwsError("TooManyUpdates", message)
    if name == TIER_SETTING:
        if value not in {"standard", "advanced"}:
            raise AwsError("ValidationException", f"Invalid setting value: {value}")
        hybrid = sum(node["Kind"] == "hybrid" for node in context.region["nodes"].values())
        if value == "standard" and hybrid > _STANDARD_LIMIT:
            message = "The account has more than 1000 managed instances."
            raise AwsError("ValidationException", message)
    context.region["settings"][name] = {
        "SettingValue": value,
        "LastModifiedDate": context.now,
        "LastModifiedUser": context.caller.arn,
        "Status": "PendingUpdate",
        "Before": record["SettingValue"] if record else _DEFAULTS[name],
        "After": after,
    }
    context.later(SETTLE, "setting", setting=name)


def tier(context: Context) -> str:
    """The tier in force: a change counts once it is no longer pending."""
    record = context.region["settings"].get(TIER_SETTING)
    if record is None:
        return _DEFAULTS[TIER_SETTING]
    return str(record["Before" if record["Status"] == "PendingUpdate" else "SettingValue"])


def _on_setting(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        given = params["SettingId"]
        arn = given if given.startswith("arn:") else _arn(context, given)
        return [(action, arn)]

    return resources


def _on_update(context: Context, params: Params) -> list[tuple[str, str]]:
    """The setting, and the role that it hands to the service."""
    wanted: list[tuple[str, str]] = _on_setting("ssm:UpdateServiceSetting")(context, params)
    value = params["SettingValue"]
    if params["SettingId"].endswith(DEFAULT_ROLE_SETTING) and "/" in value:
        wanted.append(("iam:PassRole", context.global_arn("iam", f"role/{value}")))
    return wanted


OPERATIONS = {
    "ssm:GetServiceSetting": Operation(
        get_service_setting, resources=_on_setting("ssm:GetServiceSetting")
    ),
    "ssm:UpdateServiceSetting": Operation(
        update_service_setting, writes=True, resources=_on_update
    ),
    "ssm:ResetServiceSetting": Operation(
        reset_service_setting, writes=True, resources=_on_setting("ssm:ResetServiceSetting")
    ),
}
