"""Reads what nodes say of themselves from files that the operator names."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ssmwizard.app import questions
from ssmwizard.cli.console import Wrong

STANDARD_INPUT = "-"


def read(named: Sequence[str], nodes: Sequence[str], *, every_node: bool) -> Mapping[str, str]:
    """Return the texts by node; raises ``Wrong`` for what is no diagnosis, or not of a chosen node."""
    texts: dict[str, str] = {}
    for one in named:
        node, joined, file = one.partition("=")
        if not joined or not node or not file:
            raise Wrong(f"{one} is not NODE=FILE.")
        if node not in nodes and not every_node:
            raise Wrong(f"{node} was not chosen; add --node {node}.")
        said = _text(file)
        reason = questions.refused(node, said)
        if reason is not None:
            raise Wrong(f"{file}: {reason.english()}")
        texts[node] = said
    return texts


def _text(file: str) -> str:
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.read(questions.LONGEST)
        with Path(file).open(encoding="utf-8-sig", errors="replace") as opened:
            return opened.read(questions.LONGEST)
    except OSError as error:
        raise Wrong(f"{file} cannot be read: {error.strerror}.") from error
