"""Reads requests by botocore's own service models: the query, ec2 and json protocols."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ssmwizard.demo.failure import AwsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from botocore.model import OperationModel, ServiceModel, Shape

_SCALARS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "long": int,
    "float": float,
    "double": float,
    "boolean": lambda text: text.lower() == "true",
    "blob": base64.b64decode,
}


def older(metadata: Mapping[str, Any]) -> str:
    """The protocol of requests that do not name theirs: the service's first before Smithy's."""
    named = metadata.get("protocols") or [metadata["protocol"]]
    return str(next(one for one in named if not one.startswith("smithy")))


def operation_name(protocol: str, headers: Mapping[str, str], body: bytes) -> str:
    """Which operation a request asks for; empty when it does not say."""
    if protocol == "json":
        return headers.get("x-amz-target", "").rsplit(".", 1)[-1]
    return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True)).get("Action", "")


def decode(service: ServiceModel, operation: OperationModel, body: bytes) -> dict[str, Any]:
    """The parameters of a request.

    :raises AwsError: the body is not what the protocol asks for.
    """
    shape = operation.input_shape
    if older(service.metadata) == "json":
        try:
            params = json.loads(body or b"{}")
        except ValueError as error:
            raise AwsError("SerializationException", "The body is not JSON.") from error
        if not isinstance(params, dict):
            raise AwsError("SerializationException", "Start of structure expected.")
        return params
    if shape is None:
        return {}
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(body.decode("utf-8"), keep_blank_values=True):
        branch = tree
        *path, leaf = name.split(".")
        for part in path:
            below = branch.setdefault(part, {})
            if not isinstance(below, dict):
                below = branch[part] = {}
            branch = below
        branch[leaf] = value
    value = _value(shape, tree, ec2=service.metadata["protocol"] == "ec2")
    return value if isinstance(value, dict) else {}


def _value(shape: Shape, found: Any, *, ec2: bool) -> Any:
    if shape.type_name == "structure":
        return _structure(shape, found, ec2=ec2)
    if shape.type_name == "list":
        return _list(shape, found, ec2=ec2)
    if shape.type_name == "map":
        return _map(shape, found, ec2=ec2)
    if isinstance(found, dict):
        raise AwsError("MalformedQueryString", "A single value was expected.")
    read = _SCALARS.get(shape.type_name)
    try:
        return read(found) if read else found
    except ValueError as error:
        raise AwsError("ValidationError", f"'{found}' is not of the expected type.") from error


def _structure(shape: Any, found: Any, *, ec2: bool) -> dict[str, Any]:
    if not isinstance(found, dict):
        return {}
    params = {}
    for name, member in shape.members.items():
        key = _ec2_name(member, name) if ec2 else member.serialization.get("name", name)
        if not ec2 and member.type_name == "list" and member.serialization.get("flattened"):
            key = member.member.serialization.get("name", key)
        if key in found:
            params[name] = _value(member, found[key], ec2=ec2)
    return params


def _ec2_name(shape: Shape, name: str) -> str:
    written = shape.serialization.get("queryName")
    if written:
        return str(written)
    located = str(shape.serialization.get("name", ""))
    return located[:1].upper() + located[1:] if located else name


def _list(shape: Any, found: Any, *, ec2: bool) -> list[Any]:
    if not isinstance(found, dict):
        return []
    if not ec2 and not shape.serialization.get("flattened"):
        found = found.get(shape.member.serialization.get("name", "member"), {})
    numbers = sorted((key for key in found if key.isdigit()), key=int)
    return [_value(shape.member, found[number], ec2=ec2) for number in numbers]


def _map(shape: Any, found: Any, *, ec2: bool) -> dict[str, Any]:
    if not isinstance(found, dict):
        return {}
    entries = found if shape.serialization.get("flattened") else found.get("entry", {})
    key = shape.key.serialization.get("name", "key")
    value = shape.value.serialization.get("name", "value")
    return {
        entry[key]: _value(shape.value, entry.get(value, ""), ec2=ec2)
        for number, entry in sorted(entries.items())
        if number.isdigit()
    }
