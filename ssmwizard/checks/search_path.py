"""The rule about the search path: what is installed has to be what a terminal finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    warning,
)
from ssmwizard.checks.tools import NAMES, judged_cli, judged_plugin
from ssmwizard.model.computer import Start, Terminal, Tool, by_terminal
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity, Status
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, joined, text

ID = "computer.search-path"
FIX = "computer.fix-search-path"
Judge = Callable[[Snapshot, Tool], Outcome]
JUDGES: Mapping[str, Judge] = {"cli": judged_cli, "plugin": judged_plugin}
WORST = (Status.FAILED, Status.UNKNOWN, Status.WARNING, Status.PASSED)


def search_path(snapshot: Snapshot) -> Outcome:
    """Judge whether a terminal finds the tools that are installed, and the right copies of them."""
    if snapshot.computer is None:
        return not_applicable(text(N_("This computer was left out.")))
    told = [one for which in NAMES if (one := _of(snapshot, which)) is not None]
    if not told:
        return not_applicable(text(N_("Neither the AWS CLI nor the plugin is installed.")))
    told.sort(key=lambda one: WORST.index(one.status))
    status = told[0].status
    wrong = [one.text for one in told if one.status is not Status.PASSED]
    said = joined(*(wrong or [one.text for one in told]))
    found = (
        *(evidence for one in told for evidence in one.evidence),
        *_shell(snapshot.computer.terminal),
    )
    return Outcome(
        status,
        Grade.PROVED,
        said,
        found,
        fixes=(FIX,) if status in (Status.FAILED, Status.WARNING) else (),
        cause=ID if status is Status.FAILED else "",
    )


def hides(snapshot: Snapshot, which: str, tool: Tool, judge: Judge) -> bool:
    """Tell whether a copy that a terminal would start hides another one, which works."""
    assert snapshot.computer is not None
    terminal = snapshot.computer.terminal
    if isinstance(terminal, Unknown) or tool not in _reached(snapshot, which, terminal.value):
        return False
    return _working(snapshot, which, judge, beside=tool) is not None


def _of(snapshot: Snapshot, which: str) -> Outcome | None:
    """Judge how one of the tools is found; None where there is nothing to be found."""
    assert snapshot.computer is not None
    copies = _copies(snapshot, which).require()
    if not copies:
        return None
    terminal = snapshot.computer.terminal.require()
    reached = _reached(snapshot, which, terminal)
    found = _found(snapshot, which, copies, reached)
    if not reached:
        return _unreached(snapshot, which, terminal, found)
    first = reached[0]
    outcome = JUDGES[which](snapshot, first)
    other = _working(snapshot, which, JUDGES[which], beside=first)
    if outcome.status in (Status.FAILED, Status.UNKNOWN):
        if other is None:
            return _all_well(which, first, found)
        said = N_(
            "A terminal starts the {tool} at {path}, which is broken or too old, and never the one at {other}, which works. Remove the first, or put the folder of the other before it in the search path."
        )
        shown = text(said, tool=NAMES[which], path=first.path, other=other.path)
        if outcome.status is Status.UNKNOWN:
            return warning(shown, *found)
        return failed(shown, *found, grade=Grade.PROVED)
    if other is not None and not at_least(numbers(first.version), numbers(other.version)):
        said = N_(
            "There are several copies of the {tool}, and an older one wins: a terminal starts {version} at {path}, not {newer} at {other}. Remove the older one, or put the folder of the newer before it in the search path."
        )
        shown = text(
            said,
            tool=NAMES[which],
            version=first.version,
            path=first.path,
            newer=other.version,
            other=other.path,
        )
        return warning(shown, *found)
    if (
        not terminal.own
        and terminal.folders is not None
        and first not in by_terminal(copies, terminal)
    ):
        said = N_(
            "The {tool} at {path} is found from where this was started, but not by a new terminal: its folder is not on the search path of a login shell."
        )
        return warning(text(said, tool=NAMES[which], path=first.path), *found)
    if not terminal.own and terminal.asked and terminal.folders is None:
        said = N_(
            "Whether a terminal finds the {tool} cannot be told: the login shell {shell} did not tell its search path in time."
        )
        return undecided(text(said, tool=NAMES[which], shell=terminal.asked), *found)
    return _all_well(which, first, found)


def _unreached(
    snapshot: Snapshot, which: str, terminal: Terminal, found: tuple[Evidence, ...]
) -> Outcome:
    """Judge a tool to which no search path leads; what does not work is said elsewhere."""
    works = _working(snapshot, which, JUDGES[which])
    copy = works or _copies(snapshot, which).require()[0]
    shown: dict[str, str | Text] = {
        "tool": NAMES[which],
        "path": copy.path,
        "folder": copy.folder or "/",
    }
    if terminal.own or terminal.folders is not None:
        said = N_(
            "The {tool} is installed at {path}, where no terminal finds it: {folder} is not on the search path. Add that folder to it, then open a new terminal."
        )
        if works is not None:
            return failed(text(said, **shown), *found, grade=Grade.PROVED)
        return warning(text(said, **shown), *found)
    said = N_(
        "The {tool} at {path} is not on the search path from here, so a terminal may not find it: add the folder {folder}."
    )
    return warning(text(said, **shown), *found)


def _all_well(which: str, first: Tool, found: tuple[Evidence, ...]) -> Outcome:
    said = N_("A terminal finds the {tool} at {path}.")
    return passed(text(said, tool=NAMES[which], path=first.path), *found)


def _copies(snapshot: Snapshot, which: str) -> Fact[tuple[Tool, ...]]:
    assert snapshot.computer is not None
    computer = snapshot.computer
    return computer.cli_copies if which == "cli" else computer.plugin_copies


def _reached(snapshot: Snapshot, which: str, terminal: Terminal) -> tuple[Tool, ...]:
    """Return the copies to which a search path leads: a terminal's, then that of this process.

    A file that may not be executed is passed over, as a shell does, unless it is all there is.
    """
    copies = _copies(snapshot, which)
    known = copies.value if isinstance(copies, Known) else ()
    listed = by_terminal(known, terminal)
    found = (*listed, *(tool for tool in known if tool.on_path and tool not in listed))
    may_run = tuple(tool for tool in found if tool.ran.start is not Start.NOT_EXECUTABLE)
    return may_run or found


def _working(
    snapshot: Snapshot, which: str, judge: Judge, beside: Tool | None = None
) -> Tool | None:
    """Return the newest copy that works, other than one and its links."""
    works = [
        tool
        for tool in _copies(snapshot, which).require()
        if (beside is None or tool.file != beside.file)
        and judge(snapshot, tool).status in (Status.PASSED, Status.WARNING)
    ]
    return max(works, key=lambda tool: numbers(tool.version), default=None)


def _found(
    snapshot: Snapshot, which: str, copies: tuple[Tool, ...], reached: tuple[Tool, ...]
) -> tuple[Evidence, ...]:
    """Show every copy with what it is, and whether a search path leads to it."""
    fact = _copies(snapshot, which)
    shown = []
    for tool in copies:
        name = N_("{tool}, on the search path") if tool in reached else N_("{tool}, elsewhere")
        parts = [tool.version or "-", tool.path]
        parts += [f"→ {tool.real}"] if tool.real not in ("", tool.path) else []
        parts += [tool.architecture] if tool.architecture else []
        shown.append(seen(text(name, tool=NAMES[which]), " · ".join(parts), fact))
    return tuple(shown)


def _shell(fact: Fact[Terminal]) -> tuple[Evidence, ...]:
    """Show which shell was asked, and what it told."""
    if isinstance(fact, Unknown) or not fact.value.asked:
        return ()
    folders = fact.value.folders
    between = ";" if any("\\" in folder for folder in folders or ()) else ":"
    told = "-" if folders is None else between.join(folders)
    label = text(N_("Search path of {shell}"), shell=fact.value.asked)
    return (seen(label, told, fact),)


CHECKS: tuple[Check, ...] = (
    Check(
        id=ID,
        title=text(N_("A terminal finds the right programs")),
        why=text(
            N_(
                "A terminal starts the first copy on its search path, which is not always the one that was installed last."
            )
        ),
        scope=Scope.COMPUTER,
        severity=Severity.BLOCKER,
        requirements=(
            "cli.minimum",
            "cli.v1-maintenance",
            "cli.v1-end-of-support",
            "plugin.supported",
            "plugin.withdrawn",
            "plugin.hard-floor",
            "plugin.token-on-command-line",
        ),
        docs=("session-manager-troubleshooting", "getting-started-install"),
        run=search_path,
    ),
)
