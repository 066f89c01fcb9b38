from datetime import UTC, datetime
from typing import Any

from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import account
from ssmwizard.model.account import Activation, Association, Setting
from ssmwizard.model.facts import Known, Source, Unknown, Why

LOOK, SETTING = "ssm:DescribeActivations", "ssm:GetServiceSetting"
UPDATES = "ssm:ListAssociations"
ENDS = datetime(2026, 11, 25, tzinfo=UTC)


def test_activations_are_read_to_the_last_page() -> None:
    whole: dict[str, Any] = {
        "ActivationId": "a-1",
        "IamRole": "HybridServers",
        "RegistrationLimit": 10,
        "RegistrationsCount": 4,
        "ExpirationDate": ENDS,
        "Expired": False,
        "DefaultInstanceName": "lyon",
        "Description": "for mi-1",
        "CreatedDate": NOW,
        "Tags": [{"Key": "Site", "Value": "Lyon"}],
    }
    pages = [{"ActivationList": [whole], "NextToken": "more"}, {"ActivationList": [{}]}]
    fact = account.activations(ScriptedAws({LOOK: pages}))
    assert fact == Known(
        (
            Activation(
                "a-1",
                "HybridServers",
                ENDS,
                expired=False,
                used=4,
                limit=10,
                name="lyon",
                tags=(("Site", "Lyon"),),
                made=NOW,
                note="for mi-1",
            ),
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


def test_what_updates_agents_is_read_to_the_last_page_in_every_form() -> None:
    whole: dict[str, Any] = {
        "AssociationId": "a-1",
        "AssociationName": "nightly",
        "ScheduleExpression": "rate(1 day)",
        "Targets": [{"Key": "InstanceIds", "Values": ["i-1", "i-2"]}, {"Key": "tag:Env"}],
    }
    old = {"InstanceId": "i-3", "ScheduleExpression": "rate(1 day)"}
    pages = [{"Associations": [whole], "NextToken": "more"}, {"Associations": [old, {}]}]
    aws = ScriptedAws({UPDATES: pages})
    first, second, empty = account.updates(aws).require()
    assert first == Association(
        "a-1", "nightly", "rate(1 day)", (("InstanceIds", ("i-1", "i-2")), ("tag:Env", ()))
    )
    assert second.covers("i-3")
    assert not second.covers("i-1")
    assert empty == Association("", "", "", ())
    wish = [{"key": "Name", "value": "AWS-UpdateSSMAgent"}]
    assert all(parameters["AssociationFilterList"] == wish for _, parameters in aws.asked)


def test_not_being_allowed_to_see_associations_names_the_right() -> None:
    fact = account.updates(ScriptedAws({UPDATES: denied(UPDATES)}))
    assert isinstance(fact, Unknown)
    assert (fact.why, fact.right) == (Why.DENIED, UPDATES)
