"""Fixes that install the two programs a session is opened with, or newer ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ssmwizard.fixes import install_linux, install_macos, install_windows
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.installers import Ground, Way
from ssmwizard.fixes.search_path import changes
from ssmwizard.fixes.tools import Which, best, first_found
from ssmwizard.model.computer import ComputerFacts, plain_folder
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import Change, Plan, Risk, Wait
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

CLI, PLUGIN = "computer.install-cli", "computer.install-plugin"
LOOK_SECONDS, SECONDS = 2, 30
WAYS: Mapping[tuple[str, Which], Callable[[Ground], Way]] = {
    ("Linux", Which.CLI): install_linux.cli,
    ("Linux", Which.PLUGIN): install_linux.plugin,
    ("Darwin", Which.CLI): install_macos.cli,
    ("Darwin", Which.PLUGIN): install_macos.plugin,
    ("Windows", Which.CLI): install_windows.cli,
    ("Windows", Which.PLUGIN): install_windows.plugin,
}
TITLES = {
    Which.CLI: text(N_("Install the AWS CLI")),
    Which.PLUGIN: text(N_("Install the Session Manager plugin")),
}
CHECKS = {Which.CLI: "computer.aws-cli", Which.PLUGIN: "computer.plugin"}
PAGES = {
    Which.CLI: ("getting-started-install",),
    Which.PLUGIN: (
        "session-manager-working-with-install-plugin",
        "install-plugin-linux-verify-signature",
    ),
}


def plan_cli(snapshot: Snapshot, _nodes: Nodes) -> Plans:
    """Plan how the AWS CLI gets onto this computer."""
    return _plans(CLI, snapshot, Which.CLI)


def plan_plugin(snapshot: Snapshot, _nodes: Nodes) -> Plans:
    """Plan how the Session Manager plugin gets onto this computer."""
    return _plans(PLUGIN, snapshot, Which.PLUGIN)


def _plans(fix: str, snapshot: Snapshot, which: Which) -> Plans:
    computer = snapshot.computer
    if computer is None:
        return ()
    return (attempt(fix, (), lambda: _plan(fix, snapshot, computer, which)),)


def _plan(fix: str, snapshot: Snapshot, computer: ComputerFacts, which: Which) -> Plan:
    there = best(snapshot, which)
    if there is not None:
        said = N_("A copy that works is installed at {path}.")
        raise CannotPlan(text(said, path=there.path), nothing_to_do=True)
    ground = Ground(snapshot, computer, computer.means.require(), which)
    system = computer.system.partition(" ")[0]
    if (system, which) not in WAYS:
        said = N_("AWS offers no {tool} for the operating system {system}.")
        raise CannotPlan(text(said, tool=ground.name, system=system or "-"))
    way = WAYS[system, which](ground)
    found, doubts = _found_then(ground, way)
    made = (way.change, *found)
    back = all(change.undo is not None for change in made)
    return Plan(
        fix=fix,
        title=TITLES[which],
        nodes=(),
        changes=made,
        risk=Risk.REVERSIBLE if back else Risk.LASTING,
        cost=text(N_("Free.")),
        wait=Wait(
            text(N_("It works as soon as the installer is done.")),
            every=LOOK_SECONDS,
            at_most=SECONDS,
        ),
        verifies=(CHECKS[which],),
        affects=tuple(_affected(ground)),
        warnings=(*_needed(ground, way), *way.warnings, *doubts),
        undoing=None if back else text(N_("Remove it as any other program of this computer.")),
        docs=PAGES[which],
    )


def _found_then(ground: Ground, way: Way) -> tuple[tuple[Change, ...], tuple[Text, ...]]:
    """Return what lets a terminal find what is installed, where it would not; or why that is not done."""
    terminal = ground.computer.terminal.require()
    if not way.folder or terminal.own or terminal.folders is None:
        return (), ()
    order = [plain_folder(folder) for folder in terminal.folders]
    first = first_found(ground.copies, terminal)
    rival = first.folder if first is not None and first.folder != way.folder else ""
    if way.folder in order and (not rival or order.index(way.folder) < order.index(rival)):
        return (), ()
    try:
        return changes(ground.means, ((way.folder, rival),)), ()
    except CannotPlan as why:
        said = N_("A terminal will not find it yet. {why}")
        return (), (text(said, why=why.reason),)


def _needed(ground: Ground, way: Way) -> tuple[Text, ...]:
    if not way.administrator or ground.means.administrator:
        return ()
    said = N_(
        "This installs for all users of this computer: its administrator is asked for in a window, or has to do it."
    )
    return (text(said),)


def _affected(ground: Ground) -> list[Text]:
    copies = ground.copies
    if not copies:
        return [text(N_("There is no {tool} on this computer yet."), tool=ground.name)]
    said = N_(
        "There is a {tool} at {path} ({version}); it is replaced, or stays beside the new one."
    )
    return [
        text(said, tool=ground.name, path=tool.path, version=tool.version or "-") for tool in copies
    ]


CLI_FIX = Fix(
    id=CLI,
    title=TITLES[Which.CLI],
    says=text(
        N_(
            "Installs AWS CLI 2 by the system's package manager, or from AWS with its signature checked."
        )
    ),
    heals=("computer.aws-cli",),
    plan=plan_cli,
    looks_at=Scope.COMPUTER,
)
PLUGIN_FIX = Fix(
    id=PLUGIN,
    title=TITLES[Which.PLUGIN],
    says=text(
        N_(
            "Installs the plugin by the system's package manager, or from AWS with its signature checked."
        )
    ),
    heals=("computer.plugin",),
    plan=plan_plugin,
    looks_at=Scope.COMPUTER,
)
