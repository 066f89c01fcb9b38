"""Reads a session document, whatever was written into it.

https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from ssmwizard.model.session import FLAGS, SCHEMA, TEXTS, TYPE, Preferences
from ssmwizard.model.text import N_, Text, text

# No name of a key, bucket, group or user is longer; the longest that an API takes is a key's.
LONGEST = 2048
SHOWN = 60
PLACEHOLDER = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")

PROFILES: Mapping[str, str] = {"linux_profile": "linux", "windows_profile": "windows"}


class _Unreadable(Exception):  # noqa: N818 - it is an answer, not an error
    """A part of the document is not what its schema asks for."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.english())
        self.says = says


def read(document: str, version: str, content: object) -> Preferences:
    """Return what the text of a session document says, and the first thing that is wrong with it."""
    written = content if isinstance(content, str) else ""
    try:
        whole = _whole(content)
    except _Unreadable as wrong:
        return Preferences(document, version, wrong.says, content=written)
    problems: list[Text] = []
    inputs = _part(whole, "inputs", problems)
    defaults = whole.get("parameters")
    reader = _Reader(defaults if isinstance(defaults, dict) else {}, problems)
    profile = _part({"shellProfile": {}, **inputs}, "shellProfile", problems)
    found: dict[str, Any] = {
        **{member: reader.flag(inputs, name) for member, name in FLAGS.items()},
        **{member: reader.text(inputs, name, LONGEST) for member, name in TEXTS.items()},
        **{member: reader.text(profile, name) for member, name in PROFILES.items()},
    }
    problem = next(iter([*_kind(whole), *problems]), None)
    return Preferences(document, version, problem, content=written, **found)


def _whole(content: object) -> dict[str, Any]:
    try:
        whole = json.loads(content) if isinstance(content, str) else None
    except (ValueError, RecursionError):
        raise _Unreadable(text(N_("it is not JSON"))) from None
    if not isinstance(whole, dict):
        raise _Unreadable(text(N_("it is not a JSON object")))
    return whole


def _kind(whole: Mapping[str, Any]) -> list[Text]:
    return [
        text(N_("{member} is {value} and not {wanted}"), member=member, value=value, wanted=wanted)
        for member, wanted in (("schemaVersion", SCHEMA), ("sessionType", TYPE))
        if (value := _shown(whole.get(member))) != wanted
    ]


def _part(whole: Mapping[str, Any], member: str, problems: list[Text]) -> dict[str, Any]:
    part = whole.get(member)
    if isinstance(part, dict):
        return part
    problems.append(text(N_("{member} is missing or is not a JSON object"), member=member))
    return {}


class _Reader:
    """Reads members, and notes which cannot be read."""

    def __init__(self, parameters: Mapping[str, Any], problems: list[Text]) -> None:
        self._parameters = parameters
        self._problems = problems

    def flag(self, part: Mapping[str, Any], member: str) -> bool:
        """Return a truth, which may be written as a text."""
        value = self._filled(part.get(member), member)
        word = value.strip().lower() if isinstance(value, str) else value
        if word in (True, "true"):
            return True
        if word not in (None, False, "false", ""):
            said = N_("{member} is {value}, which is neither true nor false")
            self._problems.append(text(said, member=member, value=_shown(value)))
        return False

    def text(self, part: Mapping[str, Any], member: str, longest: int | None = None) -> str:
        """Return a text, empty where there is none; a number may stand for one."""
        value = self._filled(part.get(member), member)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._problems.append(text(N_("{member} is not a text"), member=member))
            return ""
        told = str(value).encode("utf-8", "replace").decode()
        if longest is not None and len(told) > longest:
            said = N_("{member} is longer than anything it could name")
            self._problems.append(text(said, member=member))
            return ""
        return told

    def _filled(self, value: Any, member: str) -> Any:
        """Return what a parameter of the document stands for when nobody gives it a value."""
        if not isinstance(value, str) or not (named := PLACEHOLDER.fullmatch(value.strip())):
            return value
        parameter = self._parameters.get(named[1])
        if isinstance(parameter, dict) and "default" in parameter:
            return parameter["default"]
        said = N_("{member} stands for the parameter {parameter}, which has no default")
        self._problems.append(text(said, member=member, parameter=_shown(named[1])))
        return None


def _shown(value: object) -> str:
    """Return a value as a short text."""
    told = value if isinstance(value, str) else json.dumps(value)
    told = told.encode("utf-8", "replace").decode()
    return told if len(told) <= SHOWN else f"{told[:SHOWN]}…"
