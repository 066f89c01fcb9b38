"""``ssmwizard fixes``: every fix."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app.catalogue import fix_json
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.fixes.every import EVERY


def run(arguments: Namespace, _: Doors) -> int:
    """List every fix."""
    if arguments.format == "json":
        console.answer_json([fix_json(fix) for fix in EVERY])
        return Status.READY
    lines: list[str] = []
    for fix in EVERY:
        lines.append(f"{fix.id}{'  (for the whole account)' if fix.account_wide else ''}")
        lines.append(f"    {fix.says.english()}")
        lines.append(f"    heals: {', '.join(fix.heals)}")
    console.answer("\n".join(lines))
    return Status.READY
