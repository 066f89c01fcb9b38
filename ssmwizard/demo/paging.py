"""Pages and filters, as the Describe calls have them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ssmwizard.demo.context import Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.patterns import matches


def page(
    items: Sequence[Any],
    params: Params,
    *,
    default: int | None,
    members: tuple[str, str] = ("MaxResults", "NextToken"),
    invalid: str = "InvalidNextToken",
) -> tuple[list[Any], str | None]:
    """One page of ``items`` and the token of the next; ``default`` None means all of them.

    ``members`` name the parameters with the size and the token.
    """
    limit, following = members
    start = _offset(params[following], invalid) if params.get(following) else 0
    size = params.get(limit) or default
    if size is None or start + size >= len(items):
        return list(items[start:]), None
    after = base64.urlsafe_b64encode(f"page:{start + size}".encode()).decode()
    return list(items[start : start + size]), after


def _offset(token: str, invalid: str) -> int:
    try:
        word, _, number = base64.urlsafe_b64decode(token.encode()).decode().partition(":")
        if word == "page":
            return int(number)
    except ValueError:
        pass
    raise AwsError(invalid, "The specified token is not valid.")


def check_size(params: Params, least: int, most: int) -> None:
    """EC2's own check of ``MaxResults``."""
    size = params.get("MaxResults")
    if size is not None and not least <= size <= most:
        raise AwsError(
            "InvalidParameterValue",
            f"Value ( {size} ) for parameter maxResults is invalid. "
            f"Expecting a value between {least} and {most}.",
        )


def values_at(record: Any, path: str) -> Iterable[str]:
    """Every text found along a dotted path, through lists and dictionaries."""
    name, _, rest = path.partition(".")
    if isinstance(record, (list, tuple)):
        for item in record:
            yield from values_at(item, path)
    elif not path:
        yield str(record).lower() if isinstance(record, bool) else str(record)
    elif isinstance(record, Mapping) and name in record:
        found = record[name]
        if rest or not isinstance(found, (list, tuple)):
            yield from values_at(found, rest)
        else:
            for item in found:
                yield from values_at(item, "")


def filtered(
    records: Iterable[Mapping[str, Any]],
    filters: Iterable[Mapping[str, Any]],
    paths: Mapping[str, str],
    tags: str = "Tags",
) -> list[Mapping[str, Any]]:
    """The records that pass every EC2 filter.

    :raises AwsError: a filter the operation does not have.
    """
    kept = list(records)
    for wish in filters:
        name, patterns = wish["Name"], wish.get("Values", [])
        kept = [
            record
            for record in kept
            if any(
                matches(pattern, value)
                for value in _candidates(record, name, paths, tags)
                for pattern in patterns
            )
        ]
    return kept


def _candidates(
    record: Mapping[str, Any], name: str, paths: Mapping[str, str], tags: str
) -> list[str]:
    if name.startswith("tag:"):
        return [tag["Value"] for tag in record.get(tags, ()) if tag["Key"] == name[4:]]
    if name == "tag-key":
        return [tag["Key"] for tag in record.get(tags, ())]
    if name not in paths:
        raise AwsError("InvalidParameterValue", f"The filter '{name}' is invalid")
    return list(values_at(record, paths[name]))
