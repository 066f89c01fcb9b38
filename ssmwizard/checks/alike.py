"""Addresses of which every rule says the same: the ways from them are worked out once for all.

Rules speak of blocks, so all addresses between two ends of blocks are alike. Ten thousand nodes in a
few subnets come to a few places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ssmwizard.checks.layout import Layout
from ssmwizard.checks.openings import opens
from ssmwizard.checks.sites import Site
from ssmwizard.checks.spans import block, readable
from ssmwizard.model.facts import Known


def alike(layout: Layout, site: Site, port: int) -> Site:
    """Return the site that stands for all whose addresses every rule treats as it treats this one's."""
    edges = layout.once(("edges", port), lambda: _edges(layout, port)).get(site.family, ())

    def first(address: int) -> int:
        place = bisect_right(edges, address)
        return edges[place - 1] if place else 0

    addresses = tuple((first(a), first(a)) if a == b else (a, b) for a, b in site.addresses)
    return replace(site, addresses=addresses)


def _edges(layout: Layout, port: int) -> Mapping[int, Sequence[int]]:
    """Where the blocks of all rules for a port begin, and where what comes after them does."""
    found: dict[int, set[int]] = {}
    for cidr in filter(readable, _blocks(layout, port)):
        family, (first, last) = block(cidr)
        found.setdefault(family, set()).update((first, last + 1))
    return {family: sorted(edges) for family, edges in found.items()}


def _blocks(layout: Layout, port: int) -> Iterator[str]:
    """Tell all blocks that the address of a node may be held against."""
    groups, acls = layout.facts.groups, layout.facts.acls
    for group in groups.value.values() if isinstance(groups, Known) else ():
        for permission in group.ingress:
            yield from permission.cidrs if opens(permission, port) else ()
    for acl in acls.value if isinstance(acls, Known) else ():
        for entry in acl.entries:
            yield entry.cidr
    for fact in layout.facts.prefix_lists.values():
        yield from fact.value if isinstance(fact, Known) else ()
