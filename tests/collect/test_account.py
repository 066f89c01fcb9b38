from datetime import UTC, datetime
from typing import Any

from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import account
from ssmwizard.model.account import Activation, Setting
from ssmwizard.model.facts import Known, Source, Unknown, Why

LOOK, SETTING = "ssm:DescribeActivations", "ssm:GetServiceSetting"
ENDS = datetime(2026, 11, 25, tzinfo=UTC)


def test_activations_are_read_to_the_last_page() -> None:
    whole: dict[str, Any] = {
        "ActivationId": "a-1",
        "IamRole": "HybridServers",
        "RegistrationLimit": 10,
        "RegistrationsCount": 4,
        "ExpirationDate": ENDS,
        "Expired": False,
    }
    pages = [{"ActivationList": [whole], "NextToken": "more"}, {"ActivationList": [{}]}]
    fact = account.activations(ScriptedAws({LOOK: pages}))
    assert fact == Known(
        (
            Activation("a-1", "HybridServers", ENDS, expired=False, used=4, limit=10),
            Activation("", "", None, expired=False, used=0, limit=None),
        ),
        Source(LOOK, NOW),
    )


def test_not_being_allowed_to_see_activations_names_the_right() -> None:
    fact = account.activations(ScriptedAws({LOOK: denied(LOOK)}))
    assert isinstance(fact, Unknown)
    assert (fact.why, fact.right) == (Why.DENIED, LOOK)


def test_a_setting_that_the_service_does_not_have_is_known_to_be_gone() -> None:
    told = {"SettingValue": "advanced", "Status": "Customized", "ARN": "arn"}
    there = account.setting(ScriptedAws({SETTING: {"ServiceSetting": told}}), "/ssm/setting")
    assert there == Known(Setting("advanced", "Customized", "arn"), Source(SETTING, NOW))
    gone = refused(SETTING, "ServiceSettingNotFound")
    assert account.setting(ScriptedAws({SETTING: gone}), "/ssm/setting").require() is None
