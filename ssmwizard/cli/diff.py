"""``ssmwizard diff``: holds two support bundles against each other, offline."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import compare_told
from ssmwizard.app.compare import NoPair, compare
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console, reading
from ssmwizard.cli.status import Status

MOST_NODES = 2


def run(arguments: Namespace, _: Doors) -> int:
    """Judge both by today's rules and tell what differs; 0 whatever that is."""
    nodes = tuple(arguments.nodes)
    if len(nodes) > MOST_NODES:
        raise console.Wrong("At most two nodes: one of the first bundle, one of the second.")
    paths = (arguments.first, arguments.second)
    first, second = (reading.opened(path).inspection for path in paths)
    try:
        comparison = compare(first, second, nodes)
    except NoPair as problem:
        raise console.Wrong(str(problem)) from problem
    if arguments.format == "json":
        console.answer_json(compare_told.as_json(comparison))
    else:
        names = (paths[0].name, paths[1].name)
        console.answer(compare_told.as_text(comparison, names, console.paper()))
    return Status.READY
