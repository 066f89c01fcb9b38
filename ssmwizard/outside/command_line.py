"""Calls written as lines of the AWS CLI, from botocore's models, which the CLI is made of."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from functools import cache

from botocore import xform_name
from botocore.model import ServiceModel

from ssmwizard.model.plans import Call
from ssmwizard.outside import computer_lines, models


def line(call: Call, profile: str | None, region: str | None) -> str:
    """Return the call as a line for a POSIX shell."""
    if call.on_computer:
        return computer_lines.line(call)
    return shlex.join((*words(call), *where(profile, region)))


def words(call: Call) -> list[str]:
    """Return the words of a call to AWS."""
    told = ["aws", call.service, xform_name(call.operation, "-")]
    for name, value in call.parameters.items():
        told += _option(name, value, _kind(call, name))
    return told


def where(profile: str | None, region: str | None) -> list[str]:
    """Return the words that say whose account and which Region are meant."""
    named = (("--profile", profile), ("--region", region))
    return [word for name, chosen in named if chosen for word in (name, chosen)]


def option(name: str) -> str:
    """Return the option for a parameter."""
    return f"--{xform_name(name, '-')}"


def takes_list(call: Call, name: str) -> bool:
    """Tell whether a parameter of a call to AWS is a list."""
    return not call.on_computer and _kind(call, name) == "list"


def missing(call: Call, names: Mapping[str, str]) -> Call:
    """Return the call with a place holder for each parameter that only an answer will tell."""
    holders = {name: f"<{name}>" for name in names}
    return Call(call.service, call.operation, {**call.parameters, **holders})


def _option(name: str, value: object, kind: str) -> list[str]:
    named = option(name)
    if isinstance(value, bool):
        return [named if value else f"--no-{named.removeprefix('--')}"]
    if kind == "list" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [named, *value]
    if isinstance(value, str):
        return [named, value]
    return [named, json.dumps(value)]


def _kind(call: Call, name: str) -> str:
    shape = _model(call.service).operation_model(call.operation).input_shape
    assert shape is not None
    return str(shape.members[name].type_name)


@cache
def _model(service: str) -> ServiceModel:
    description = models.LOADER.load_service_model(service, "service-2")
    return ServiceModel(description, service)
