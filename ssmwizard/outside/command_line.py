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
    words = ["aws", call.service, xform_name(call.operation, "-")]
    shape = _model(call.service).operation_model(call.operation).input_shape
    members = shape.members if shape is not None else {}
    for name, value in call.parameters.items():
        words += _option(name, value, members[name].type_name)
    for name, chosen in (("--profile", profile), ("--region", region)):
        if chosen:
            words += [name, chosen]
    return shlex.join(words)


def missing(call: Call, names: Mapping[str, str]) -> Call:
    """Return the call with a place holder for each parameter that only an answer will tell."""
    holders = {name: f"<{name}>" for name in names}
    return Call(call.service, call.operation, {**call.parameters, **holders})


def _option(name: str, value: object, kind: str) -> list[str]:
    option = f"--{xform_name(name, '-')}"
    if isinstance(value, bool):
        return [option if value else f"--no-{option.removeprefix('--')}"]
    if kind == "list" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [option, *value]
    if isinstance(value, str):
        return [option, value]
    return [option, json.dumps(value)]


@cache
def _model(service: str) -> ServiceModel:
    description = models.LOADER.load_service_model(service, "service-2")
    return ServiceModel(description, service)
