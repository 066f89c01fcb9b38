from typing import Any

from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import elsewhere
from ssmwizard.model.facts import Known, Source, Unknown, Why

EC2, SSM = "ec2:DescribeInstances", "ssm:DescribeInstanceInformation"


def instance(node_id: str, state: str) -> dict[str, Any]:
    return {"InstanceId": node_id, "State": {"Name": state}}


def managed_here(*here: str) -> Any:
    """Systems Manager, which refuses a list in which one id is not managed."""

    def answer(**parameters: Any) -> Any:
        wanted = parameters["Filters"][0]["Values"]
        if set(wanted) - set(here):
            return refused(SSM, "InvalidInstanceId")
        return {
            "InstanceInformationList": [
                {"InstanceId": one, "PingStatus": "Online"} for one in wanted
            ]
        }

    return answer


def test_instances_are_asked_of_ec2_and_others_of_systems_manager() -> None:
    reservations = [{"Instances": [instance("i-1", "stopped")]}]
    aws = ScriptedAws({EC2: {"Reservations": reservations}, SSM: managed_here("mi-1")})
    told = elsewhere.seen(aws.within("eu-central-1"), 200, ["i-1", "mi-1", "i-2"])
    assert told == {
        "i-1": Known("stopped", Source(EC2, NOW)),
        "i-2": Known(None, Source(EC2, NOW)),
        "mi-1": Known("Online", Source(SSM, NOW)),
    }
    assert len(aws.asked) == 2


def test_who_looks_for_instances_alone_asks_nothing_else() -> None:
    aws = ScriptedAws({EC2: {"Reservations": []}})
    assert elsewhere.seen(aws, 200, ["i-1"]) == {"i-1": Known(None, Source(EC2, NOW))}


def test_one_machine_that_is_not_here_does_not_hide_another_and_no_list_is_made() -> None:
    aws = ScriptedAws({SSM: managed_here("mi-2")})
    told = elsewhere.seen(aws, 200, ["mi-1", "mi-2"])
    assert {one: fact.require() for one, fact in told.items()} == {"mi-1": None, "mi-2": "Online"}
    assert all("Filters" in parameters for _, parameters in aws.asked)


def test_a_list_that_was_denied_says_so_of_each_node_that_it_would_have_shown() -> None:
    aws = ScriptedAws({EC2: denied(EC2), SSM: managed_here()})
    told = elsewhere.seen(aws, 200, ["i-1", "mi-1"])
    assert isinstance(told["i-1"], Unknown)
    assert told["i-1"].why is Why.DENIED
    assert told["mi-1"] == Known(None, Source(SSM, NOW))
    denied_too = elsewhere.seen(ScriptedAws({SSM: denied(SSM)}), 200, ["mi-1", "mi-2"])
    assert all(isinstance(fact, Unknown) and fact.right == SSM for fact in denied_too.values())
