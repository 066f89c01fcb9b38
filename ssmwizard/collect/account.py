"""Service settings of the account and Region.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html
"""

from __future__ import annotations

from ssmwizard.collect.asking import ask
from ssmwizard.model.account import Setting
from ssmwizard.model.facts import Fact
from ssmwizard.outside.calls import Aws


def setting(aws: Aws, name: str) -> Fact[Setting | None]:
    """Return a service setting; ``Known(None)`` when the service does not have it."""

    def question() -> Setting:
        told = aws.call("ssm", "GetServiceSetting", SettingId=name)["ServiceSetting"]
        return Setting(told.get("SettingValue", ""), told.get("Status", ""), told.get("ARN", ""))

    return ask(aws, "ssm:GetServiceSetting", question, "ServiceSettingNotFound")
