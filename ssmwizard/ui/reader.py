"""The window on a support bundle: everything is there already, and nothing is looked at or changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ssmwizard.app.causes import causes
from ssmwizard.app.listing import listed
from ssmwizard.app.wizard import Step, Wizard
from ssmwizard.checks.every import by_id
from ssmwizard.model.findings import Scope
from ssmwizard.ui.conductor import Conductor

if TYPE_CHECKING:
    from ssmwizard.app.doors import Doors
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.ui.jobs import Jobs


class Reader(Conductor):
    """Leads through what was recorded. What would look anew does nothing here; pages hide its buttons."""

    live = False

    def __init__(self, doors: Doors, jobs: Jobs, inspection: Inspection) -> None:
        super().__init__(doors, jobs, _state(inspection), Path())

    def arrive(self) -> None:
        """Begin nothing."""

    def look_again(self) -> None:
        """Look at nothing."""

    def choose_account(self, profile: str | None, region: str | None) -> None:
        """Stay with the account that was recorded."""

    def choose_nodes(self, chosen: tuple[str, ...]) -> None:
        """Stay with the nodes that were recorded."""

    def choose_features(self, features: frozenset[str]) -> None:
        """Stay with the features that were asked for."""

    def inspect(
        self, *, elsewhere: bool = False, ask_nodes: bool = False, consoles: bool = False
    ) -> None:
        """Ask nobody."""


def _state(inspection: Inspection) -> Wizard:
    identity, snapshot = inspection.snapshot.identity, inspection.snapshot
    found = causes(inspection.findings, [verdict.node for verdict in inspection.verdicts])
    return Wizard(
        profile=identity.profile,
        region=identity.region,
        step=Step.INSPECT,
        reached=Step.REPORT,
        identity=_only(inspection, Scope.IDENTITY),
        computer=_only(inspection, Scope.COMPUTER),
        listing=listed(snapshot),
        chosen=tuple(node.id for node in snapshot.nodes),
        features=snapshot.features,
        inspection=inspection,
        causes=found,
    )


def _only(inspection: Inspection, scope: Scope) -> Inspection:
    findings = tuple(one for one in inspection.findings if by_id(one.check).scope is scope)
    return replace(inspection, findings=findings)
