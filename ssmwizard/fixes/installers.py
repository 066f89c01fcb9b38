"""Ways to install a program: by the package manager of the system, or from AWS, signature checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ssmwizard.fixes.fix import CannotPlan
from ssmwizard.fixes.tools import Which
from ssmwizard.model.computer import ComputerFacts, Means, Tool
from ssmwizard.model.plans import COMPUTER, Call, Change, Expectation, Trace, Undo
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SECONDS = 1800
PROCESSORS = {"x86_64": "x86-64", "amd64": "x86-64", "aarch64": "arm64", "arm64": "arm64"}
NAMES: Mapping[Which, Text] = {
    Which.CLI: text(N_("AWS CLI")),
    Which.PLUGIN: text(N_("Session Manager plugin")),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What an installation is planned on: the facts, and which program is to be installed."""

    snapshot: Snapshot
    computer: ComputerFacts
    means: Means
    which: Which

    @property
    def requirements(self) -> Requirements:
        """Return where to download what, and who signs it."""
        return self.snapshot.requirements

    @property
    def name(self) -> Text:
        """Return what the program is called."""
        return NAMES[self.which]

    @property
    def copies(self) -> tuple[Tool, ...]:
        """Return the copies that are there."""
        return self.which.copies(self.computer).require()

    @property
    def processor(self) -> str:
        """Return the processor as AWS's downloads are named for it; CannotPlan where there is none."""
        told = self.computer.architecture
        if told.lower() in PROCESSORS:
            return PROCESSORS[told.lower()]
        said = N_("AWS offers no {tool} for the processor {processor}.")
        raise CannotPlan(text(said, tool=self.name, processor=told or "-"))

    def program(self, name: str) -> str | None:
        """Return the path of an installer or verifier, None where it is not there."""
        return self.means.programs.get(name)

    def inside(self, folder: str) -> bool:
        """Tell whether a copy is in a folder already, so that it is replaced."""
        start = folder.rstrip("/\\")
        return any(
            path.startswith((f"{start}/", f"{start}\\"))
            for tool in self.copies
            for path in (tool.path, tool.file)
        )


@dataclass(frozen=True, slots=True)
class Way:
    """One way to install a program: the change, and what it needs besides.

    ``folder`` is where terminals have to look for it afterwards, empty where they do.
    """

    change: Change
    administrator: bool
    warnings: tuple[Text, ...] = ()
    folder: str = ""


def run(arguments: list[str]) -> Call:
    """Return a call that runs an installer."""
    return Call(COMPUTER, "RunProgram", {"Arguments": arguments, "Seconds": SECONDS})


def by_manager(
    ground: Ground, name: str, install: list[str], remove: list[str], path: str, *, new: bool
) -> Change:
    """Return the change that has a package manager install the program."""
    shown = " ".join(install)
    undo = None
    if new:
        undo = taken_back(ground, run(remove), path, text(N_("Run: {line}"), line=" ".join(remove)))
    return Change(
        says=text(N_("Have {manager} install it. Run: {line}"), manager=name, line=shown),
        call=run(install),
        rights=(),
        undo=undo,
        trace=trace_of(undo),
    )


def from_aws(
    url: str, check: str, verifier: str, signer: str, arguments: list[str], undo: Undo | None
) -> Change:
    """Return the change that downloads from AWS, checks the signature, and only then installs."""
    parameters: dict[str, object] = {
        "Url": url,
        "Check": check,
        "Verifier": verifier,
        "Signer": signer,
        "Arguments": arguments,
        "Seconds": SECONDS,
    }
    by = signer
    if check == "gpg":
        parameters["SignatureUrl"] = f"{url}.sig"
        by = grouped(signer)
    said = N_(
        "Download {url} and check that it is signed by {signer}. Only if it is, run: {line}. Otherwise nothing is opened."
    )
    return Change(
        says=text(said, url=url, signer=by, line=" ".join(arguments)),
        call=Call(COMPUTER, "InstallDownload", parameters),
        rights=(),
        undo=undo,
        trace=trace_of(undo),
    )


def trace_of(undo: Undo | None) -> Trace | None:
    """Return where it shows that what was not there before was installed."""
    if undo is None or undo.expects is None:
        return None
    expects = undo.expects
    return Trace(expects.call, expects.path, made=expects.value, before=[])


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups of four, as AWS shows it and people compare it."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def taken_back(ground: Ground, call: Call, path: str, how: Text) -> Undo:
    """Return how what was not there before is removed again, as long as it is there."""
    return Undo(
        says=text(N_("Remove the {tool}. {how}"), tool=ground.name, how=how),
        call=call,
        expects=Expectation(Call(COMPUTER, "GetFiles", {"Paths": [path]}), "There", [path]),
    )
