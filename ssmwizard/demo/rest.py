"""Reads requests of the rest-xml protocol (S3): the operation is told by method, path and query.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from botocore.model import OperationModel, ServiceModel

_HOST = re.compile(r"(?P<bucket>.+?)\.s3[.-].+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: ``parts`` of the path after the bucket's own, and the query."""

    method: str
    parts: tuple[str, ...]
    query: Mapping[str, str]


def asked(method: str, target: str, host: str) -> Asked:
    """Reads a request line; a bucket may stand in the path or before the host."""
    path, _, query = target.partition("?")
    parts = tuple(unquote(part) for part in path.split("/", 2)[1:] if part)
    named = _HOST.fullmatch(host)
    if named:
        parts = (named["bucket"], *parts)
    return Asked(method, parts, dict(parse_qsl(query, keep_blank_values=True)))


def operation_name(service: ServiceModel, request: Asked) -> str:
    """Which operation fits best; empty when none does."""
    found = ""
    most = -1
    for name in service.operation_names:
        operation = service.operation_model(name)
        query = operation.http["requestUri"].partition("?")[2]
        literal = dict(parse_qsl(query, keep_blank_values=True))
        fits = (
            operation.http["method"] == request.method
            and len(_in_path(operation)) == len(request.parts)
            and literal.items() <= request.query.items()
        )
        if fits and len(literal) > most:
            found, most = name, len(literal)
    return found


def _in_path(operation: OperationModel) -> list[str]:
    """The members that stand in the path. The model's own path may lack the bucket by now."""
    shape = operation.input_shape
    members = shape.members.items() if shape is not None else ()
    return [name for name, each in members if each.serialization.get("location") == "uri"]


def decode(operation: OperationModel, request: Asked, headers: Mapping[str, str]) -> dict[str, str]:
    """The parameters that stand in the path, the query and the headers."""
    params = dict(zip(_in_path(operation), request.parts, strict=True))
    shape = operation.input_shape
    for name, member in shape.members.items() if shape is not None else ():
        key = str(member.serialization.get("name", name))
        match member.serialization.get("location"):
            case "querystring" if key in request.query:
                params[name] = request.query[key]
            case "header" if key.lower() in headers:
                params[name] = headers[key.lower()]
    return params
