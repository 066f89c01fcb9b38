"""HCL, Terraform's language, as far as it is written here; laid out as ``terraform fmt`` does it.

https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
STEP = "  "


@dataclass(frozen=True, slots=True)
class Words:
    """An expression that is written as it stands (``aws_security_group.endpoints.id``)."""

    said: str


@dataclass(frozen=True, slots=True)
class Json:
    """A value that Terraform is to write as JSON."""

    value: object


@dataclass(frozen=True, slots=True)
class Block:
    """A block of members inside another."""

    members: Mapping[str, object]


def block(head: str, members: Mapping[str, object]) -> str:
    """Return a block: ``resource "aws_iam_role" "web" { … }``."""
    return "\n".join([f"{head} {{", *_members(members, STEP), "}"]) + "\n"


def text(value: str) -> str:
    """Return a text in quotation marks, in which nothing is a template of Terraform's."""
    said = json.dumps(value, ensure_ascii=False)
    return re.sub(r"([$%])(?=\{)", r"\1\1", said)


def _members(members: Mapping[str, object], space: str) -> Iterator[str]:
    """Yield the lines of members; the marks between names and values stand in columns."""
    run: list[tuple[str, str]] = []
    for name, value in members.items():
        if isinstance(value, Block):
            yield from _columns(run, space)
            run = []
            yield f"{space}{name} {{"
            yield from _members(value.members, space + STEP)
            yield f"{space}}}"
            continue
        run.append((name if _NAME.fullmatch(name) else text(name), _value(value, space)))
    yield from _columns(run, space)


def _columns(run: Iterable[tuple[str, str]], space: str) -> Iterator[str]:
    told = list(run)
    while told:
        # A value of several lines ends a column, and has its own place in it.
        some = next((n for n, (_, value) in enumerate(told) if "\n" in value), len(told) - 1) + 1
        column = told[:some]
        if "\n" in column[-1][1] and len(column) > 1:
            column = column[:-1]
        wide = max(len(name) for name, _ in column)
        for name, value in column:
            first, *rest = value.splitlines()
            yield f"{space}{name:<{wide}} = {first}"
            yield from rest
        told = told[len(column) :]


def _value(value: object, space: str) -> str:
    match value:
        case Words(said):
            return said
        case Json(inside):
            return f"jsonencode({_value(inside, space)})"
        case bool():
            return "true" if value else "false"
        case str():
            return text(value)
        case Mapping():
            return "\n".join(["{", *_members(value, space + STEP), f"{space}}}"])
        case list() | tuple():
            return _list(value, space)
        case _:
            return str(value)


def _list(values: Iterable[object], space: str) -> str:
    told = [_value(value, space + STEP) for value in values]
    if not any("\n" in one for one in told) and sum(map(len, told)) < 80:  # noqa: PLR2004 - a line
        return f"[{', '.join(told)}]"
    inside = [f"{space}{STEP}{one}," for one in told]
    return "\n".join(["[", *inside, f"{space}]"])
