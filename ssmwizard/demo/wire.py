"""One request in, one answer out: the demo account at the wire, whichever way it came in."""

from __future__ import annotations

import json
import re
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from typing import TYPE_CHECKING, Any

from ssmwizard.demo import cbor, faults, portal, rest
from ssmwizard.demo.advance import advance
from ssmwizard.demo.caller import authorise, identify
from ssmwizard.demo.constraints import check
from ssmwizard.demo.context import Context, World
from ssmwizard.demo.decode import decode, older, operation_name
from ssmwizard.demo.encode import Encoder
from ssmwizard.demo.failure import AwsError, NoAnswerError
from ssmwizard.demo.operations import OPERATIONS

if TYPE_CHECKING:
    from botocore.loaders import Loader
    from botocore.model import OperationModel, ServiceModel

SERVICES = ("ec2", "iam", "kms", "logs", "s3", "ssm", "sts", "tagging")
# Where the name in a signature is not that of the model.
_MODELS = {"tagging": "resourcegroupstaggingapi"}
_SCOPE = re.compile(r"Credential=([^/,\s]+)/\d{8}/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True, slots=True)
class Request:
    """A request; the names of ``headers`` are lower case. ``target`` is the path with its query."""

    headers: Mapping[str, str]
    body: bytes
    method: str = "POST"
    target: str = "/"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Told:
    """What is to be answered, and whether AWS answers or something on the way."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    by_aws: bool = True


class Endpoint:
    """Answers requests on one account. Safe to call from many threads.

    ``calls`` lists ``service:Operation`` of every signed request, in order of arrival.
    """

    def __init__(self, world: World, clock: Callable[[], float]) -> None:
        self.world = world
        self.calls: list[str] = []
        self.strict = False
        self.lock = threading.RLock()
        self.closing = threading.Event()
        self._loader: Loader | None = None
        self._clock = clock
        self._services: dict[tuple[str, str], tuple[ServiceModel, Encoder]] = {}

    def reply(self, request: Request) -> Reply:
        """The answer to a request.

        :raises NoAnswerError: there is to be none.
        """
        request_id = str(uuid.uuid4())
        scope = _SCOPE.search(request.headers.get("authorization", ""))
        if scope is None and portal.is_asked(request.target):
            return self._unsigned(request, request_id)
        if scope is None:
            text = "Request is missing Authentication Token"
            return self._made(403, "application/json", b'{"message":"%s"}' % text.encode(), "")
        access_key, region, service = scope.groups()
        if service not in SERVICES:
            text = f'{{"message":"the demo account has no service {service}"}}'
            return self._made(404, "application/json", text.encode(), request_id)
        spoken = request.headers.get("smithy-protocol", "")
        model, encoder = self._service(service, spoken)
        try:
            told = self._answer(model, encoder, request, (access_key, region), request_id)
        except AwsError as refusal:
            body = encoder.error(refusal, request_id)
            told = _Told(refusal.status, body, refusal.headers)
        body = b"" if request.method == "HEAD" else told.body
        sent = request_id if told.by_aws else ""
        return self._made(told.status, encoder.content_type, body, sent, told.headers)

    def _unsigned(self, request: Request, request_id: str) -> Reply:
        """What IAM Identity Center answers."""
        with self.lock:
            now = self._clock()
            status, values = portal.answer(
                self.world, request.target, request.body, request.headers, now
            )
        body = json.dumps(values).encode()
        more = {"x-amzn-ErrorType": values["__type"]} if "__type" in values else None
        return self._made(status, "application/json", body, request_id, more)

    def share(self, loader: Loader) -> None:
        """Reads the service models with a session's own loader, which keeps them."""
        if self._loader is None:
            self._loader = loader

    def now(self) -> float:
        """The time as the account knows it."""
        return self._clock()

    def wait(self, seconds: float) -> None:
        """Waits, but not beyond the closing of the account."""
        self.closing.wait(seconds)

    def _answer(
        self,
        model: ServiceModel,
        encoder: Encoder,
        request: Request,
        scope: tuple[str, str],
        request_id: str,
    ) -> _Told:
        service = model.service_name
        name, read = _reading(model, request)
        full = f"{service}:{name}"
        with self.lock:
            self.calls.append(full)
            delay = faults.delay_of(self.world, full)
            broken = faults.breakage(self.world, full)
        if delay:
            self.wait(delay)
        if broken is not None:
            return _Told(*broken, by_aws=False)
        operation = OPERATIONS.get(full)
        if operation is None or name not in model.operation_names:
            message = f"The demo account does not know {full}."
            raise AwsError(_UNKNOWN.get(service, "UnknownOperationException"), message)
        access_key, region = scope
        params = read(model.operation_model(name))
        with self.lock:
            faults.throttle(self.world, full)
            now = self._clock()
            advance(self.world, now)
            token = request.headers.get("x-amz-security-token")
            caller = identify(self.world, service, access_key, token)
            context = Context(self.world, region, caller, now)
            check(model, model.operation_model(name), params)
            authorise(context, full, operation, params)
            if not params.get("DryRun"):
                faults.refuse(self.world, full)
            if params.get("DryRun"):
                message = "Request would have succeeded, but DryRun flag is set."
                raise AwsError("DryRunOperation", message, 412)
            values = operation.run(context, params)
            if operation.writes:
                self.world["revision"] += operation.stirs
                advance(self.world, now)
            encoder.strict = self.strict
            answered = model.operation_model(name)
            body = encoder.answer(answered, values, request_id)
            return _Told(200, body, encoder.headers(answered, values))

    def _service(self, name: str, spoken: str) -> tuple[ServiceModel, Encoder]:
        from botocore.model import ServiceModel  # noqa: PLC0415 - keeps the start quick

        with self.lock:
            if (name, spoken) not in self._services:
                loader = self._loader or _loader()
                named = _MODELS.get(name, name)
                model = ServiceModel(loader.load_service_model(named, "service-2"), named)
                protocol = spoken or older(model.metadata)
                self._services[name, spoken] = (model, Encoder(model, protocol))
            return self._services[name, spoken]

    def _made(
        self,
        status: int,
        content_type: str,
        body: bytes,
        request_id: str,
        more: Mapping[str, str] | None = None,
    ) -> Reply:
        headers = {
            "Content-Type": content_type,
            "Content-Length": str(len(body)),
            "Date": formatdate(time.time() + self.world["faults"]["skew"], usegmt=True),
        }
        if request_id:
            headers["x-amzn-RequestId"] = headers["x-amz-request-id"] = request_id
        return Reply(status, {**headers, **(more or {})}, body)


def _reading(
    model: ServiceModel, request: Request
) -> tuple[str, Callable[[OperationModel], dict[str, Any]]]:
    """The operation that a request asks for, and how its parameters are read."""
    if model.metadata["protocol"] == "rest-xml":
        wish = rest.asked(request.method, request.target, request.headers.get("host", ""))
        name = rest.operation_name(model, wish)
        return name, lambda operation: rest.decode(operation, wish, request.headers)
    if request.headers.get("smithy-protocol") == cbor.PROTOCOL:
        return request.target.rpartition("/")[2], lambda _: _from_cbor(request.body)
    name = operation_name(older(model.metadata), request.headers, request.body)
    return name, lambda operation: decode(model, operation, request.body)


def _from_cbor(body: bytes) -> dict[str, Any]:
    try:
        params = cbor.loads(body) if body else {}
    except cbor.CborError as error:
        raise AwsError("SerializationException", "The body is not CBOR.") from error
    if not isinstance(params, dict):
        raise AwsError("SerializationException", "Start of structure expected.")
    return params


@cache
def _loader() -> Loader:
    from botocore.loaders import Loader  # noqa: PLC0415 - keeps the start quick

    return Loader()


_UNKNOWN: dict[str, Any] = {
    "ec2": "InvalidAction",
    "iam": "InvalidAction",
    "s3": "NotImplemented",
    "sts": "InvalidAction",
}

__all__ = ["SERVICES", "Endpoint", "NoAnswerError", "Reply", "Request"]
