"""The metadata options of instances."""

from __future__ import annotations

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ec2_instances import chosen

_OPTIONS = (
    "HttpTokens",
    "HttpPutResponseHopLimit",
    "HttpEndpoint",
    "HttpProtocolIpv6",
    "InstanceMetadataTags",
)


def modify(context: Context, params: Params) -> Answer:
    """Changes what is named and keeps the rest."""
    (instance,) = chosen(context, [params["InstanceId"]])
    if instance["State"]["Name"] not in {"running", "stopped"}:
        raise AwsError(
            "IncorrectInstanceState",
            f"The instance '{instance['InstanceId']}' is not in a state from which it can be "
            "modified.",
        )
    options = instance["MetadataOptions"]
    options.update({name: params[name] for name in _OPTIONS if name in params})
    return {
        "InstanceId": instance["InstanceId"],
        "InstanceMetadataOptions": {**options, "State": "pending"},
    }


def _on_instance(context: Context, params: Params) -> list[tuple[str, str]]:
    arn = context.arn("ec2", f"instance/{params['InstanceId']}")
    return [("ec2:ModifyInstanceMetadataOptions", arn)]


OPERATIONS = {
    "ec2:ModifyInstanceMetadataOptions": Operation(modify, writes=True, resources=_on_instance),
}
