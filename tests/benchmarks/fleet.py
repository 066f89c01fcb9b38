"""Measures fixes over thousands of nodes: planning, the preview, the calls, the waves.

Run by hand; nothing here passes or fails: ``python tests/benchmarks/fleet.py``. The demo account answers
at once, so the time is the program's own (and the demo's); on AWS the waves take as long as agents do.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ssmwizard import demo
from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.cli import plan_text
from ssmwizard.model.plans import Plan
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer

FLEETS = (1000, 5000)
FIXES = ("agent.update", "agent.auto-update")
OLD = "3.2.582.0"


def main() -> None:
    """Measure each fix on each fleet."""
    for count in FLEETS:
        for fix in FIXES:
            with tempfile.TemporaryDirectory() as folder:
                os.environ["HOME"] = os.environ["XDG_STATE_HOME"] = folder
                _fleet(count, fix, Path(folder))


def _fleet(count: int, fix: str, folder: Path) -> None:
    account = demo.open_account(f"large-{count}", pace=0)
    files = account.config_files(folder)
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)
    nodes = account.world["regions"]["eu-west-3"]["nodes"].values()
    for node in nodes:
        node["AgentVersion"] = OLD
    chosen = tuple(node["InstanceId"] for node in nodes if node["Online"])
    doors = Doors(
        lambda profile, region: LiveAws(profile, region, prepare=account.hook),
        ThisComputer(),
        folder / "journal.jsonl",
    )
    inspection = inspect(doors, Choice("demo-admin", nodes=chosen, local=False))
    print(f"{fix} on {len(chosen)} nodes")
    plan = _timed("planned", lambda: _planned(inspection, fix))
    waves = Counter(change.wave for change in plan.changes)
    print(f"    {len(plan.changes)} calls in {len(waves)} waves")
    before = len(account.calls)
    held = _timed("rights", lambda: repair.rights(doors, inspection.choice, plan))
    print(f"    {len(account.calls) - before} calls for {len(held)} rights")
    told = _timed("preview", lambda: plan_text.as_text(plan, held, inspection.snapshot, 100))
    print(f"    {len(told.splitlines())} lines of preview")
    before = len(account.calls)
    outcome = _timed("applied", lambda: repair.apply(doors, inspection, plan))
    made = Counter(account.calls[before:])
    print(f"    {outcome.says.english()}")
    for name in (
        "ssm:SendCommand",
        "ssm:CreateAssociation",
        "ssm:ListCommandInvocations",
        "ssm:ListCommands",
        "ssm:DescribeAssociation",
        "ssm:GetConnectionStatus",
    ):
        print(f"    {made[name]:6} {name}")
    print(f"    {sum(made.values()):6} in all")
    verified = _timed("verified", lambda: repair.verify(doors, inspection.choice, plan))
    print(f"    {verified.says.english()}")
    size = (folder / "journal.jsonl").stat().st_size
    print(f"    journal of {size / 2**20:.1f} MB")


def _planned(inspection: Inspection, fix: str) -> Plan:
    nodes = [node.id for node in inspection.snapshot.nodes]
    (plan,) = (one for one in repair.plans(inspection, fix, nodes) if isinstance(one, Plan))
    return plan


def _timed(says: str, work: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    answer = work()
    print(f"    {says} in {time.perf_counter() - began:.2f} s")
    return answer


if __name__ == "__main__":
    main()
