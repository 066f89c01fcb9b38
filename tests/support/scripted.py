"""A door to AWS that answers from a script and holds every question against botocore's models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import botocore.loaders
import botocore.model
import botocore.validate

from ssmwizard.model.facts import Why
from ssmwizard.outside.calls import Address, CallFailed

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)

_LOADER = botocore.loaders.Loader()
_MODELS: dict[str, botocore.model.ServiceModel] = {}

Script = Mapping[str, Any | Callable[..., Any]]


def denied(call: str) -> CallFailed:
    """A refusal for want of a right."""
    return CallFailed(call, Why.DENIED, "AccessDeniedException", "not authorized", at=NOW)


def refused(call: str, code: str) -> CallFailed:
    """A refusal with an error code."""
    return CallFailed(call, Why.FAILED, code, f"said {code}", at=NOW)


class ScriptedAws:
    """Answers ``service:Operation`` with a value, with a function of the parameters, or in turn.

    A list is answered one by one, its last element for ever. An exception is raised. What is not in
    the script may not be asked.
    """

    def __init__(self, script: Script, region: str = "eu-west-3") -> None:
        self.region = region
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self._script = {name: list(a) if isinstance(a, list) else a for name, a in script.items()}

    def now(self) -> datetime:
        return NOW

    def when(self) -> datetime:
        return NOW

    def expires(self) -> datetime | None:
        return None

    def ahead(self) -> float | None:
        return None

    def address(self, service: str) -> Address:
        return Address(f"https://{service}.{self.region}.amazonaws.com", "")

    def within(self, region: str) -> ScriptedAws:
        there = ScriptedAws({}, region)
        there.asked, there._script = self.asked, self._script
        return there

    def call(self, service: str, operation: str, /, **parameters: Any) -> Mapping[str, Any]:
        name = f"{service}:{operation}"
        valid(service, operation, parameters)
        self.asked.append((name, parameters))
        assert name in self._script, f"{name} may not be asked"
        answer = self._script[name]
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer = answer(**parameters)
        if isinstance(answer, Exception):
            raise answer
        return answer


def valid(service: str, operation: str, parameters: Mapping[str, Any]) -> None:
    """Assert that botocore's model of the service takes these parameters."""
    shape = model(service).operation_model(operation).input_shape
    if shape is None:
        assert not parameters
        return
    report = botocore.validate.ParamValidator().validate(dict(parameters), shape)
    assert not report.has_errors(), report.generate_report()


def model(service: str) -> botocore.model.ServiceModel:
    """Botocore's model of a service."""
    if service not in _MODELS:
        described = _LOADER.load_service_model(service, "service-2")
        _MODELS[service] = botocore.model.ServiceModel(described, service)
    return _MODELS[service]
