"""What nodes wrote themselves, as files of a bundle: their console output, and what they answered.

It stands in the recording too. So each file goes with its lines there: as they are where the file is
wanted, and reduced to what findings stand on where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.app.bundle_parts import CONSOLE, DIAGNOSIS, node_file
from ssmwizard.app.shown import shown
from ssmwizard.collect.diagnosis import essence
from ssmwizard.outside.console import CALL, MOST_BYTES, OUTPUT, OUTPUT_CUT
from ssmwizard.outside.recording import GIVEN, WHOLE, Entry

ANSWERED = "ssm:GetCommandInvocation"
_SAID = ("StandardOutputContent", "StandardErrorContent")
# What may be a folder of an archive.
_NODE = re.compile(r"(?!\.)[A-Za-z0-9._-]{1,64}")
_RULE = "-" * 40


@dataclass(frozen=True, slots=True)
class Words:
    """A file of a node, and the lines of the recording it comes from: whole, and reduced."""

    name: str
    text: str
    whole: tuple[Entry, ...]
    reduced: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the recording that holds a node's own words: the file they go into, and the rest of it."""

    name: str
    text: str
    whole: Entry
    reduced: Entry | None


def split(recording: Iterable[Entry]) -> tuple[list[Entry], list[Words]]:
    """Return the lines of a recording without nodes' own words, and those words in their order."""
    plain: list[Entry] = []
    found: dict[str, list[_Line]] = {}
    for entry in recording:
        told = _told(entry)
        if told is None:
            plain.append(entry)
        else:
            found.setdefault(told.name, []).append(told)
    return plain, [
        Words(
            name,
            "\n".join(one.text for one in some),
            tuple(one.whole for one in some),
            tuple(one.reduced for one in some if one.reduced is not None),
        )
        for name, some in sorted(found.items())
    ]


def _told(entry: Entry) -> _Line | None:
    answer, node = entry.get("answer"), _node(entry)
    if not _NODE.fullmatch(node):
        return None
    if entry.get("computer") == GIVEN:
        text = _headed("What the node said of itself, given by hand.", str(answer))
        reduced = {**entry, "answer": essence(str(answer))}
        return _Line(node_file(node, DIAGNOSIS), text, entry, reduced)
    if not isinstance(answer, Mapping):
        return None
    if entry.get(WHOLE) and answer.get(OUTPUT):
        return _Line(node_file(node, CONSOLE), _console(entry, answer), entry, None)
    if entry.get("aws") == ANSWERED and any(answer.get(one) for one in _SAID):
        less = {one: essence(str(answer[one])) for one in _SAID if answer.get(one)}
        reduced = {**entry, "answer": {**answer, **less}}
        return _Line(node_file(node, DIAGNOSIS), _answered(entry, answer), entry, reduced)
    return None


def _node(entry: Entry) -> str:
    """Return the node that a line is about, empty where it names none."""
    if entry.get("computer") == GIVEN:
        return str(next(iter(entry["arguments"]), ""))
    return str((entry.get("parameters") or {}).get("InstanceId", ""))


def _console(entry: Entry, answer: Mapping[str, Any]) -> str:
    output = str(answer.get(OUTPUT) or "")
    at = answer.get("Timestamp")
    taken = at.get("$time", "") if isinstance(at, Mapping) else ""
    latest = "the latest" if entry["parameters"].get("Latest") else "that of its last start"
    about = f"Console output of the instance, {latest}, as AWS kept it ({CALL})."
    since = f" Of {taken}." if taken else ""
    end = (
        f" Only its end: what came before the last {MOST_BYTES // 1024} KB is not here."
        if answer.get(OUTPUT_CUT)
        else ""
    )
    return _headed(about + since + end, output)


def _answered(entry: Entry, answer: Mapping[str, Any]) -> str:
    about = f"What the node answered to Run Command ({ANSWERED}), at {entry.get('at', '-')}."
    said = str(answer.get(_SAID[0]) or "")
    errors = str(answer.get(_SAID[1]) or "")
    return _headed(about, said + (f"\n{_RULE} errors\n{errors}" if errors else ""))


def _headed(about: str, said: str) -> str:
    lines = "\n".join(shown(line) for line in said.splitlines())
    return f"{about}\n{_RULE}\n{lines}\n"
