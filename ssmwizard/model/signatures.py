"""Error messages by what they look like: patterns, the checks that decide, and where each was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ssmwizard.model.requirements import Confidence
from ssmwizard.model.rows import Row


class Speaker(StrEnum):
    """Who prints a message."""

    AWS_CLI = "aws-cli"
    PLUGIN = "plugin"
    CONSOLE = "console"
    SERVICE = "service"
    AGENT = "agent"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Signature:
    """What one kind of message looks like.

    ``patterns`` are templates (:mod:`ssmwizard.checks.template`), one of which has to be found.
    ``actions`` are IAM actions whose denial is this message, ``node_actions`` those where it is the
    node's role that is refused. ``checks`` decide what is wrong, the likeliest first; ``fixes`` heal
    it. ``requirements`` are ids of those that it is about. ``general``: it says little, and is left out
    where a more particular one fits the same message. ``source`` is where it was read.
    """

    id: str
    speaker: Speaker
    patterns: tuple[str, ...]
    actions: tuple[str, ...]
    node_actions: tuple[str, ...]
    checks: tuple[str, ...]
    fixes: tuple[str, ...]
    requirements: tuple[str, ...]
    docs: tuple[str, ...]
    source: str
    confidence: Confidence
    general: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """All signatures by id, and the day on which they were last looked through."""

    as_of: date
    rows: Mapping[str, Signature]

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Signatures:
        """Read the data file; ValueError names the row that is wrong."""
        whole = Row("messages", data)
        rows: dict[str, Signature] = {}
        for row in whole.rows("messages", name="id"):
            signature = _signature(row)
            if signature.id in rows:
                raise row.error("is there twice")
            rows[signature.id] = signature
        return cls(whole.day("as_of"), rows)

    def of_denial(self, action: str, *, of_node: bool) -> Signature | None:
        """Return the signature of the denial of an IAM action, to a node's role or to the caller.

        ``action`` may be the name of a call alone (``StartSession``).
        """
        named = self._named(action, of_node=of_node)
        return named if named is not None else self._named(action, of_node=not of_node)

    def _named(self, action: str, *, of_node: bool) -> Signature | None:
        wanted = action.casefold()
        for row in self.rows.values():
            for name in map(str.casefold, row.node_actions if of_node else row.actions):
                if wanted in (name, name.partition(":")[2]):
                    return row
        return None


def _signature(row: Row) -> Signature:
    speaker, confidence = row.text("speaker"), row.text("confidence")
    if speaker not in set(Speaker):
        raise row.error(f"speaker is not known: {speaker}")
    if confidence not in set(Confidence):
        raise row.error(f"confidence is not known: {confidence}")
    patterns, actions = _some(row, "patterns"), _some(row, "actions")
    node_actions = _some(row, "node_actions")
    if not (patterns or actions or node_actions):
        raise row.error("has neither patterns nor actions")
    return Signature(
        id=row.text("id"),
        speaker=Speaker(speaker),
        patterns=patterns,
        actions=actions,
        node_actions=node_actions,
        checks=_some(row, "checks"),
        fixes=_some(row, "fixes"),
        requirements=_some(row, "requirements"),
        docs=row.texts("docs"),
        source=row.link("source"),
        confidence=Confidence(confidence),
        general="general" in row.values and row.flag("general"),
    )


def _some(row: Row, key: str) -> tuple[str, ...]:
    return row.texts(key) if key in row.values else ()
