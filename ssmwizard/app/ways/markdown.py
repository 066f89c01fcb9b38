"""Markdown, as far as it is written here: nothing that is put in is taken for markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from ssmwizard.app.report_summary import plain


def said(value: str) -> str:
    """Return a text on one line."""
    return plain(" ".join(value.split()))


def fenced(content: str, language: str = "") -> str:
    """Return a block that is copied letter by letter, whatever is in it."""
    longest = max((len(run) for run in re.findall("`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{content.rstrip()}\n{fence}"


def as_json(value: object) -> str:
    """Return a block of JSON."""
    return fenced(json.dumps(value, indent=2, ensure_ascii=False), "json")


def listed(items: Iterable[str]) -> list[str]:
    """Return texts as items of a list."""
    return [f"- {said(one)}" for one in items]


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Return a table."""
    told = [[said(one) for one in row] for row in (heads, *rows)]
    rule = ["---"] * len(told[0])
    return [f"| {' | '.join(row)} |" for row in (told[0], rule, *told[1:])]
