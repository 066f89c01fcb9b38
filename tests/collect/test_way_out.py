from collections.abc import Mapping

import pytest
from support.scripted import NOW, ScriptedAws

from ssmwizard.collect import way_out
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.way_out import Goal, WayOut
from ssmwizard.outside.calls import Address, CallFailed


class Aws(ScriptedAws):
    """An account whose services are at given addresses."""

    def __init__(self, addresses: Mapping[str, Address | CallFailed], region: str = "eu-west-3"):
        super().__init__({}, region)
        self.addresses = addresses

    def address(self, service: str) -> Address:
        told = self.addresses.get(service) or super().address(service)
        if isinstance(told, CallFailed):
            raise told
        return told


def goal(aws: Aws, service: str) -> Goal | None:
    fact = way_out.way(aws, DemoComputer(lambda: ()), service, NOW)
    return None if fact is None else fact.require().goal


def test_calls_go_where_the_cli_would_make_them() -> None:
    own = Address("https://vpce-1.ssm.eu-west-3.vpce.amazonaws.com", "/etc/own.pem")
    assert goal(Aws({"ssm": own}), "ssm") == Goal("ssm", own.url, own.bundle)
    assert goal(Aws({}), "sts") == Goal("sts", "https://sts.eu-west-3.amazonaws.com")


def test_the_key_is_asked_for_by_the_plugin() -> None:
    told = goal(Aws({}), "kms")
    assert told == Goal("kms", "https://kms.eu-west-3.amazonaws.com", plugin=True)


ADDRESSES = {
    "usual": ("https://ssm.eu-west-3.amazonaws.com", "eu-west-3", "ssmmessages.eu-west-3.amazonaws.com"),
    "fips": ("https://ssm-fips.us-east-1.amazonaws.com", "us-east-1", "ssmmessages.us-east-1.amazonaws.com"),
    "dual-stack": ("https://ssm.eu-west-3.api.aws", "eu-west-3", "ssmmessages.eu-west-3.amazonaws.com"),
    "china": (
        "https://ssm.cn-north-1.amazonaws.com.cn",
        "cn-north-1",
        "ssmmessages.cn-north-1.amazonaws.com.cn",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("url", "region", "host"), ADDRESSES.values(), ids=list(ADDRESSES))
def test_the_plugin_goes_to_the_host_of_the_region(url: str, region: str, host: str) -> None:
    told = goal(Aws({"ssm": Address(url, "/etc/own.pem")}, region), "ssmmessages")
    assert told == Goal(
        "ssmmessages", f"https://{host}", "/etc/own.pem", plugin=True, websocket=True
    )


@pytest.mark.parametrize("url", ["http://127.0.0.1:4566", "https://amazonaws.com.example"])
def test_where_the_plugin_is_sent_by_a_host_of_somebodys_own_is_not_guessed(url: str) -> None:
    assert goal(Aws({"ssm": Address(url, "")}), "ssmmessages") is None


@pytest.mark.parametrize("region", ["", "nowhere"])
def test_without_a_region_nothing_is_connected_to(region: str) -> None:
    assert goal(Aws({}, region), "ssm") is None


def test_a_configuration_that_cannot_be_read_leaves_it_unknown() -> None:
    broken = CallFailed("aws-configuration", Why.CONFIGURATION, "ConfigParseError", "bad", at=NOW)
    fact = way_out.way(Aws({"ssm": broken}), DemoComputer(lambda: ()), "ssm", NOW)
    assert isinstance(fact, Unknown)
    assert fact.why is Why.CONFIGURATION


def test_the_demo_computer_connects_to_nothing_and_arrives() -> None:
    fact = way_out.way(Aws({}), DemoComputer(lambda: ()), "ssmmessages", NOW)
    assert isinstance(fact, Known)
    way: WayOut = fact.value
    assert way.arrives
    assert (way.host, fact.source.call) == (
        "ssmmessages.eu-west-3.amazonaws.com",
        "connect:ssmmessages",
    )
