"""Checks the parameters against the limits that the service's model states."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ssmwizard.demo.failure import AwsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botocore.model import OperationModel, ServiceModel

_CODES = {"iam": "ValidationError", "sts": "ValidationError"}


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except re.error:
        return None


def check(service: ServiceModel, operation: OperationModel, params: Mapping[str, Any]) -> None:
    """Refuses parameters outside the model, in AWS's own words.

    :raises AwsError: naming every parameter that is missing or out of its limits.
    """
    if operation.input_shape is None:
        return
    wrong = list(_wrong(operation.input_shape, params, ""))
    if not wrong:
        return
    code = _CODES.get(service.service_name, "ValidationException")
    if service.service_name == "ec2":
        absent = any(text.startswith("Value null") for text in wrong)
        code = "MissingParameter" if absent else "InvalidParameterValue"
    plural = "error" if len(wrong) == 1 else "errors"
    raise AwsError(code, f"{len(wrong)} validation {plural} detected: {'; '.join(wrong)}")


def _wrong(shape: Any, value: Any, path: str) -> Iterator[str]:
    if shape.type_name == "structure":
        yield from _wrong_structure(shape, value, path)
        return
    if shape.type_name == "list" and isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _wrong(shape.member, item, f"{path}.{number}.member")
    yield from _wrong_size(shape, value, path)
    if shape.type_name == "string":
        yield from _wrong_text(shape, value, path)


def _wrong_structure(shape: Any, value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"Value at '{path}' failed to satisfy constraint: Member must be a structure"
        return
    for name in shape.required_members:
        if value.get(name) is None:
            where = _below(path, name)
            yield f"Value null at '{where}' failed to satisfy constraint: Member must not be null"
    for name, item in value.items():
        if name in shape.members and item is not None:
            yield from _wrong(shape.members[name], item, _below(path, name))


def _wrong_size(shape: Any, value: Any, path: str) -> Iterator[str]:
    if shape.type_name in {"integer", "long"}:
        size, what = value, "Member must have value"
    elif shape.type_name in {"string", "list", "map"}:
        size, what = len(value), "Member must have length"
    else:
        return
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if high is not None and size > high:
        yield _complaint(value, path, f"{what} less than or equal to {high}")
    if low is not None and size < low:
        yield _complaint(value, path, f"{what} greater than or equal to {low}")


def _wrong_text(shape: Any, value: str, path: str) -> Iterator[str]:
    if shape.enum and value not in shape.enum:
        yield _complaint(value, path, f"Member must satisfy enum value set: {list(shape.enum)}")
    stated = shape.metadata.get("pattern")
    pattern = _compiled(stated) if stated else None
    if pattern and not pattern.fullmatch(value):
        says = f"Member must satisfy regular expression pattern: {pattern.pattern}"
        yield _complaint(value, path, says)


def _below(path: str, name: str) -> str:
    member = name[:1].lower() + name[1:]
    return f"{path}.{member}" if path else member


def _complaint(value: Any, path: str, constraint: str) -> str:
    return f"Value '{value}' at '{path}' failed to satisfy constraint: {constraint}"
