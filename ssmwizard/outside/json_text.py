"""JSON as text without secrets, piece by piece: an answer about ten thousand nodes is a large one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from ssmwizard.outside.secrets import scrub, scrub_each


def pieces(
    members: Mapping[str, Any],
    lists: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    ascii_only: bool = False,
) -> Iterator[str]:
    """Yield a JSON object: its members, then its lists of objects, each member on a line."""
    written = json.JSONEncoder(ensure_ascii=ascii_only).encode
    # The same few over and over.
    name_of = lru_cache(maxsize=256)(written)

    def lines(value: Mapping[str, Any], indent: str) -> str:
        return ",\n".join(
            f"{indent}{name_of(name)}: {written(part)}" for name, part in value.items()
        )

    yield "{\n" + lines(scrub(members), "  ")
    before = ",\n" if members else ""
    for name, values in lists.items():
        yield f"{before}  {written(name)}: ["
        before, between = ",\n", "\n"
        for value in scrub_each(values):
            yield f"{between}    {{\n{lines(value, '      ')}\n    }}"
            between = ",\n"
        yield "\n  ]"
    yield "\n}\n"
