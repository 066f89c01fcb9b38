"""``ssmwizard checks``: every check."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app.doors import Doors
from ssmwizard.checks.every import EVERY
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.resources import documentation


def run(arguments: Namespace, _: Doors) -> int:
    """List every check in the order of the chain."""
    pages = documentation()
    if arguments.format == "json":
        console.answer_json(
            [
                {
                    "id": check.id,
                    "title": check.title.english(),
                    "why": check.why.english(),
                    "severity": check.severity,
                    "scope": check.scope,
                    "needs": list(check.needs),
                    "rights": list(check.rights),
                    "docs": [pages.url(key) for key in check.docs],
                }
                for check in EVERY
            ]
        )
        return Status.READY
    lines: list[str] = []
    for check in EVERY:
        lines.append(f"{check.id}  ({check.severity})")
        lines.append(f"    {check.title.english()}")
        if check.needs:
            lines.append(f"    after:  {', '.join(check.needs)}")
        if check.rights:
            lines.append(f"    rights: {', '.join(check.rights)}")
        lines.append(f"    {pages.url(check.docs[0])}")
    console.answer("\n".join(lines))
    return Status.READY
