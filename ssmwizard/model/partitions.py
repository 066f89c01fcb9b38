"""Partitions of AWS: how hosts and ARNs are spelled in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ssmwizard.model.rows import Row


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition (``aws``, ``aws-cn`` …). ``regex`` matches the names of its Regions, whole.

    ``console_host`` is None where it is not known. ``regions`` are those that were known when the data
    was read; AWS adds some every year.
    """

    name: str
    suffix: str
    dual_stack_suffix: str
    regex: str
    documentation_host: str
    console_host: str | None
    regions: tuple[str, ...]

    def holds(self, region: str) -> bool:
        """Tell whether a Region belongs to this partition, going by its name alone."""
        return re.fullmatch(self.regex, region) is not None

    def host(self, service: str, region: str) -> str:
        """Return the host of a service in a Region (``ssmmessages.eu-west-3.…``)."""
        return f"{service}.{region}.{self.suffix}"

    def dual_stack_host(self, service: str, region: str) -> str:
        """Return the host that answers over IPv6 as well."""
        return f"{service}.{region}.{self.dual_stack_suffix}"

    def arn(self, service: str, region: str, account: str, resource: str) -> str:
        """Return an ARN. Leave ``region`` or ``account`` empty where AWS does (IAM, S3)."""
        return f"arn:{self.name}:{service}:{region}:{account}:{resource}"


@dataclass(frozen=True, slots=True)
class Partitions:
    """All partitions, and the day they were read."""

    as_of: date
    rows: tuple[Partition, ...]

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Partitions:
        """Read the data file; ValueError names the row that is wrong."""
        whole = Row("partitions", data)
        rows = tuple(_partition(row) for row in whole.rows("partitions", name="name"))
        return cls(whole.day("as_of"), rows)

    def of_region(self, region: str) -> Partition | None:
        """Return the partition of a Region by its name alone; None if it fits none."""
        return next((partition for partition in self.rows if partition.holds(region)), None)

    def named(self, name: str) -> Partition | None:
        """Return the partition that an ARN names in its second part; None if it is not known."""
        return next((partition for partition in self.rows if partition.name == name), None)


def _partition(row: Row) -> Partition:
    regex = row.text("regex")
    try:
        re.compile(regex)
    except re.error as problem:
        raise row.error(f"regex: {problem}") from None
    return Partition(
        name=row.text("name"),
        suffix=row.text("suffix"),
        dual_stack_suffix=row.text("dual_stack_suffix"),
        regex=regex,
        documentation_host=row.text("documentation_host"),
        console_host=row.optional_text("console_host"),
        regions=row.texts("regions"),
    )
