"""Writes answers by botocore's own service models: the query, ec2, json, cbor and rest-xml protocols."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from ssmwizard.demo import cbor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botocore.model import OperationModel, ServiceModel

    from ssmwizard.demo.failure import AwsError


class UnknownMemberError(ValueError):
    """An operation answered with something the service's model does not know."""


def iso(value: Any) -> str:
    """A time as AWS writes it in XML; texts are taken as they are."""
    if isinstance(value, str):
        return value
    return datetime.fromtimestamp(value, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def seconds(value: Any) -> float:
    """A time as AWS writes it in JSON: seconds since 1970."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).timestamp()
    return round(float(value), 3)


class Encoder:
    """Answers of one service in the protocol that the request spoke.

    ``strict`` (for tests) refuses members the model does not know.
    """

    def __init__(self, service: ServiceModel, protocol: str) -> None:
        self._protocol = protocol
        self._namespace = service.metadata.get("xmlNamespace", "")
        self.strict = False
        self._members: dict[str, Mapping[str, Any]] = {}

    @property
    def content_type(self) -> str:
        """The answers' media type."""
        if self._protocol == "json":
            return "application/x-amz-json-1.1"
        if self._protocol == cbor.PROTOCOL:
            return "application/cbor"
        return "text/xml;charset=UTF-8"

    def answer(
        self, operation: OperationModel, values: Mapping[str, Any], request_id: str
    ) -> bytes:
        """A successful answer."""
        shape = operation.output_shape
        name = operation.name
        if self._protocol == "json":
            return json.dumps(self._plain(shape, values) if shape else {}).encode()
        if self._protocol == cbor.PROTOCOL:
            return cbor.dumps(self._plain(shape, values) if shape else {})
        if self._protocol == "rest-xml":
            return self._payload(shape, values)
        inner: list[str] = []
        if shape is not None:
            self._structure(shape, values, inner)
        content = "".join(inner)
        if self._protocol == "ec2":
            body = f"<requestId>{request_id}</requestId>{content}"
        else:
            wrapper = shape.serialization.get("resultWrapper") if shape else None
            body = f"<{wrapper}>{content}</{wrapper}>" if wrapper else content
            body += f"<ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata>"
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<{name}Response xmlns="{self._namespace}">{body}</{name}Response>'
        ).encode()

    def headers(self, operation: OperationModel, values: Mapping[str, Any]) -> dict[str, str]:
        """What of a successful answer stands in its headers."""
        shape: Any = operation.output_shape
        if self._protocol == cbor.PROTOCOL:
            return {"Smithy-Protocol": cbor.PROTOCOL}
        if self._protocol != "rest-xml" or shape is None:
            return {}
        members = ((self._member(shape, name), value) for name, value in values.items())
        return {
            str(member.serialization["name"]): str(value)
            for member, value in members
            if member is not None and member.serialization.get("location") == "header"
        }

    def _payload(self, shape: Any, values: Mapping[str, Any]) -> bytes:
        """The body of an answer of S3: one member, as it is or as XML."""
        name = shape.serialization.get("payload") if shape is not None else None
        if name is None:
            return b""
        member = self._member(shape, name)
        if member.type_name != "structure":
            return str(values[name]).encode()
        out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        self._element(member, name, values[name], out)
        return "".join(out).encode()

    def error(self, refusal: AwsError, request_id: str) -> bytes:
        """An error, in the form of the service's protocol."""
        code, message = escape(refusal.code), escape(refusal.message)
        if self._protocol == "json":
            name = "Message" if refusal.code.startswith("AccessDenied") else "message"
            return json.dumps({"__type": refusal.code, name: refusal.message}).encode()
        if self._protocol == cbor.PROTOCOL:
            return cbor.dumps({"__type": refusal.code, "message": refusal.message})
        if self._protocol == "rest-xml":
            return (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f"<Error><Code>{code}</Code><Message>{message}</Message>"
                f"<RequestId>{request_id}</RequestId></Error>"
            ).encode()
        if self._protocol == "ec2":
            return (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message>"
                f"</Error></Errors><RequestID>{request_id}</RequestID></Response>"
            ).encode()
        return (
            f'<ErrorResponse xmlns="{self._namespace}"><Error><Type>Sender</Type>'
            f"<Code>{code}</Code><Message>{message}</Message></Error>"
            f"<RequestId>{request_id}</RequestId></ErrorResponse>"
        ).encode()

    def _known(self, shape: Any) -> Mapping[str, Any]:
        found = self._members.get(shape.name)
        if found is None:
            found = self._members[shape.name] = shape.members
        return found

    def _member(self, shape: Any, name: str) -> Any:
        member = self._known(shape).get(name)
        if member is None and self.strict:
            message = f"{shape.name} has no member {name}"
            raise UnknownMemberError(message)
        return member

    def _plain(self, shape: Any, value: Any) -> Any:
        kind = shape.type_name
        if kind == "structure":
            pairs = ((self._member(shape, name), name, v) for name, v in value.items())
            return {
                member.serialization.get("name", name): self._plain(member, v)
                for member, name, v in pairs
                if member is not None and v is not None
            }
        if kind == "list":
            return [self._plain(shape.member, item) for item in value]
        if kind == "map":
            return {key: self._plain(shape.value, item) for key, item in value.items()}
        if kind == "timestamp":
            return seconds(value)
        if kind == "blob":
            return base64.b64encode(value).decode()
        return value

    def _structure(self, shape: Any, value: Mapping[str, Any], out: list[str]) -> None:
        for name, item in value.items():
            member = self._member(shape, name)
            if member is not None and item is not None:
                self._element(member, member.serialization.get("name", name), item, out)

    def _element(self, shape: Any, name: str, value: Any, out: list[str]) -> None:
        kind = shape.type_name
        if kind == "list" and shape.serialization.get("flattened"):
            for item in value:
                self._element(shape.member, name, item, out)
            return
        out.append(f"<{name}>")
        if kind == "structure":
            self._structure(shape, value, out)
        elif kind == "list":
            inner = shape.member.serialization.get("name", "member")
            for item in value:
                self._element(shape.member, inner, item, out)
        elif kind == "map":
            self._map(shape, value, out)
        else:
            out.append(_text(shape, value))
        out.append(f"</{name}>")

    def _map(self, shape: Any, value: Mapping[str, Any], out: list[str]) -> None:
        key = shape.key.serialization.get("name", "key")
        inner = shape.value.serialization.get("name", "value")
        for name, item in value.items():
            out.append("<entry>")
            self._element(shape.key, key, name, out)
            self._element(shape.value, inner, item, out)
            out.append("</entry>")


def _text(shape: Any, value: Any) -> str:
    """A single value in XML."""
    if shape.type_name == "boolean":
        return "true" if value else "false"
    if shape.type_name == "timestamp":
        return iso(value)
    if shape.type_name == "blob":
        return base64.b64encode(value).decode()
    if shape.name == "policyDocumentType":
        return quote(value if isinstance(value, str) else json.dumps(value))
    return escape(str(value))
