"""The fix that lets a terminal, and this program, find what is installed."""

from __future__ import annotations

from collections.abc import Iterable

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.shell_lines import Folder, block, writable
from ssmwizard.fixes.tools import Which, best, first_found
from ssmwizard.model.computer import ComputerFacts, Means, StartFile, plain_folder
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import COMPUTER, Call, Change, Expectation, Plan, Risk, Trace, Undo, Wait
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "computer.fix-search-path"
SECONDS = 30


def plan(snapshot: Snapshot, _nodes: Nodes) -> Plans:
    """Plan what adds the folders that a terminal lacks; nothing where this computer was left out."""
    computer = snapshot.computer
    if computer is None:
        return ()
    return (attempt(ID, (), lambda: _plan(snapshot, computer)),)


def _plan(snapshot: Snapshot, computer: ComputerFacts) -> Plan:
    folders = missing(snapshot, computer)
    if not folders:
        raise CannotPlan(text(N_("A terminal finds the right programs.")), nothing_to_do=True)
    means = computer.means.require()
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=(),
        changes=changes(means, folders),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=Wait(
            text(
                N_(
                    "New terminals look there at once, and so does this program. A terminal that is open now has to be opened anew."
                )
            ),
            every=2,
            at_most=SECONDS,
        ),
        verifies=("computer.search-path",),
        affects=tuple(_affected(folder, before) for folder, before in folders),
        undoing=text(
            N_("Takes out exactly what was added. Where it was altered since, nothing is touched.")
        ),
        docs=("session-manager-troubleshooting",),
    )


def missing(snapshot: Snapshot, computer: ComputerFacts) -> tuple[Folder, ...]:
    """Return the folders that the search path lacks, each with the one that it has to come before."""
    terminal = computer.terminal.require()
    folders: dict[str, str] = {}
    for which in Which:
        wanted = best(snapshot, which)
        if wanted is None:
            continue
        found = first_found(which.copies(computer).require(), terminal)
        if found is None:
            folders.setdefault(wanted.folder or "/", "")
        elif found.file != wanted.file:
            folders[wanted.folder or "/"] = found.folder or "/"
    return tuple(folders.items())


def changes(means: Means, folders: Iterable[Folder]) -> tuple[Change, ...]:
    """Return the changes that add folders to the search path; CannotPlan says why there are none."""
    folders = tuple(folders)
    if means.user_path is not None:
        return (_of_windows(means, means.user_path, folders),)
    odd = next((folder for folder, _ in folders if not writable(folder)), None)
    if odd is not None:
        said = N_("The folder {folder} cannot be written in a start file. Move the program.")
        raise CannotPlan(text(said, folder=odd))
    if not means.start_files:
        said = N_(
            "The start files of the shell {shell} are not known to this program. Add {folders} to its search path by hand."
        )
        shown = tuple(folder for folder, _ in folders)
        raise CannotPlan(text(said, shell=means.shell or "-", folders=shown))
    made = [_of_file(means.shell, file, folders) for file in means.start_files]
    some = tuple(change for change in made if change is not None)
    if not some:
        said = N_(
            "What adds the folders is in {file} already, but a terminal does not follow it: something that the shell reads later sets the search path anew. Look there, and at the rest of that file."
        )
        raise CannotPlan(text(said, file=means.start_files[0].path))
    return some


def _of_file(shell: str, file: StartFile, folders: tuple[Folder, ...]) -> Change | None:
    """Return the change of a start file; None where the block is there already."""
    if file.block is None:
        said = N_(
            "The block that this program once added to {file} was altered. Take it out by hand, from {begin} on, then look again."
        )
        raise CannotPlan(text(said, file=file.path, begin="# >>> added by ssmwizard"))
    new = block(shell, folders, file.block)
    if new == file.block:
        return None
    if not file.writable:
        said = N_(
            "{file} may not be changed by you. Add this line to what your shell reads: {line}"
        )
        line = new.splitlines()[-2]
        raise CannotPlan(text(said, file=file.path, line=line))
    first = any(overtaken for _, overtaken in folders)
    about = {
        "File": file.path,
        "Created": not file.exists,
        "Joined": file.joined and not file.block,
        "Folders": [folder for folder, _ in folders],
        "First": first,
    }
    read = Call(COMPUTER, "GetBlock", {"File": file.path})
    there = N_("Add to {file}, for every new terminal: {folders}")
    made = N_("Make {file}, for every new terminal, with: {folders}")
    shown = tuple(folder for folder, _ in folders)
    return Change(
        says=text(there if file.exists else made, file=file.path, folders=shown),
        call=Call(COMPUTER, "WriteBlock", {**about, "Block": new, "Expected": file.block}),
        rights=(),
        undo=Undo(
            says=text(N_("Take what was added out of {file} again."), file=file.path),
            call=Call(COMPUTER, "WriteBlock", {**about, "Block": file.block, "Expected": new}),
            expects=Expectation(read, "Block", new),
        ),
        trace=Trace(read, "Block", made=new, before=file.block),
    )


def _of_windows(means: Means, before: str, folders: tuple[Folder, ...]) -> Change:
    """Return the change of the user's search path, which comes behind that of all users."""
    machine = {plain_folder(folder) for folder in means.machine_path}
    late = [folder for folder, overtaken in folders if plain_folder(overtaken) in machine]
    if late:
        said = N_(
            "Windows looks in the search path of all users first, where an older copy is. Remove that copy, or have an administrator put {folder} in front."
        )
        raise CannotPlan(text(said, folder=late[0]))
    new = {plain_folder(folder) for folder, _ in folders}
    kept = [one for one in before.split(";") if one and plain_folder(one) not in new]
    ahead = [folder for folder, overtaken in folders if overtaken]
    behind = [folder for folder, overtaken in folders if not overtaken]
    value = ";".join((*ahead, *kept, *behind))
    shown = tuple(folder for folder, _ in folders)
    about = {"Folders": list(shown), "First": bool(ahead)}
    read = Call(COMPUTER, "GetUserPath")
    return Change(
        says=text(N_("Add to your search path: {folders}"), folders=shown),
        call=Call(COMPUTER, "SetUserPath", {**about, "Value": value, "Expected": before}),
        rights=(),
        undo=Undo(
            says=text(N_("Set your search path to what it was.")),
            call=Call(COMPUTER, "SetUserPath", {**about, "Value": before, "Expected": value}),
            expects=Expectation(read, "Value", value),
        ),
        trace=Trace(read, "Value", made=value, before=before),
    )


def _affected(folder: str, before: str) -> Text:
    if before:
        said = N_("What else is in {folder} comes before programs of the same name elsewhere, too.")
    else:
        said = N_("What else is in {folder} is found by your terminals, too.")
    return text(said, folder=folder)


FIX = Fix(
    id=ID,
    title=text(N_("Let a terminal find the programs")),
    says=text(N_("Adds the folders of the AWS CLI and the plugin to the user's search path.")),
    heals=("computer.search-path",),
    plan=plan,
    looks_at=Scope.COMPUTER,
)
