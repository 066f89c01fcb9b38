"""How one copy of the AWS CLI or of the Session Manager plugin is judged, wherever it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ssmwizard.checks.rule import Outcome, failed, passed, seen, undecided, warning
from ssmwizard.model.computer import Start, Tool
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, joined, text

CLI = text(N_("AWS CLI"))
PLUGIN = text(N_("Session Manager plugin"))
NAMES: Mapping[str, Text] = {"cli": CLI, "plugin": PLUGIN}
PROGRAMS: Mapping[str, str] = {"cli": "aws", "plugin": "session-manager-plugin"}
# What mends a copy that is no good.
INSTALLS: Mapping[str, str] = {"cli": "computer.install-cli", "plugin": "computer.install-plugin"}
PATH = text(N_("Path"))
VERSION = text(N_("Version"))
REQUIRED = text(N_("Required"))

# What the AWS CLI prints when it is its configuration that it cannot read.
CONFIGURATION_WORDS = (
    "Unable to parse config file",
    "ConfigParseError",
    "MissingSectionHeader",
    "configparser",
    "codec can't decode",
)
PRINTED = 300

NOT_RUNNING: Mapping[Start, str] = {
    Start.NOT_FOUND: N_(
        "The {tool} at {path} cannot be started: a part of it is missing. Install it again."
    ),
    Start.NOT_EXECUTABLE: N_("The {tool} at {path} may not be executed. Install it again."),
    Start.WRONG_FORMAT: N_(
        "The {tool} at {path} is not a program for this computer's processor, or it is damaged. Install the right one."
    ),
    Start.TIMED_OUT: N_(
        "The {tool} at {path} did not tell its version in time. Try it on a terminal, then look again."
    ),
    Start.FAILED: N_("The {tool} at {path} ends with an error. Install it again."),
    Start.RAN: N_("The {tool} at {path} runs but tells no version. Is it another program?"),
}


def judged_cli(snapshot: Snapshot, tool: Tool) -> Outcome:
    """Judge one copy of the AWS CLI by how it ran and by its version."""
    minimum = snapshot.requirements.text("cli.minimum")
    found = _found(snapshot, tool, minimum, "cli")
    if not tool.version:
        return _not_running(snapshot, "cli", tool, found)
    if not at_least(numbers(tool.version), numbers(minimum)):
        said = N_(
            "AWS CLI {version} is older than {minimum}, the first that opens sessions. Install a newer one."
        )
        shown = text(said, version=tool.version, minimum=minimum)
        return failed(shown, *found, grade=Grade.PROVED, fixes=(INSTALLS["cli"],))
    works = text(N_("AWS CLI {version} runs."), version=tool.version)
    return _advised(works, (_lifecycle(snapshot, tool.version),), found)


def judged_plugin(snapshot: Snapshot, tool: Tool) -> Outcome:
    """Judge one copy of the Session Manager plugin by how it ran and by its version."""
    requirements = snapshot.requirements
    supported = requirements.text("plugin.supported")
    found = _found(snapshot, tool, supported, "plugin")
    if not tool.version:
        return _not_running(snapshot, "plugin", tool, found)
    if tool.version in requirements.texts("plugin.withdrawn"):
        said = N_("Session Manager plugin {version} was withdrawn by AWS. Install a newer one.")
        shown = text(said, version=tool.version)
        return failed(shown, *found, grade=Grade.PROVED, fixes=(INSTALLS["plugin"],))
    version = numbers(tool.version)
    if not at_least(version, numbers(supported)):
        if at_least(version, numbers(requirements.text("plugin.hard-floor"))):
            said = N_(
                "Session Manager plugin {version} is older than {supported}, the oldest that AWS supports. It may still open sessions, but AWS says that it soon will not. Install a newer one."
            )
        else:
            said = N_(
                "Session Manager plugin {version} is too old to open sessions reliably. Install a newer one; {supported} is the oldest that AWS supports."
            )
        shown = text(said, version=tool.version, supported=supported)
        last = requirements.text("plugin.token-on-command-line")
        if at_least(numbers(last), version):
            exposed = text(
                N_(
                    "Versions up to {last} are given the token of the session on their command line, where other users of this computer can read it."
                ),
                last=last,
            )
            shown = joined(shown, exposed)
        return failed(shown, *found, grade=Grade.PROVED, fixes=(INSTALLS["plugin"],))
    works = text(N_("Session Manager plugin {version} runs."), version=tool.version)
    return passed(works, *found)


def _not_running(
    snapshot: Snapshot, which: str, tool: Tool, found: tuple[Evidence, ...]
) -> Outcome:
    name = NAMES[which]
    printed = f"{tool.ran.output}\n{tool.ran.errors}"
    if any(words in printed for words in CONFIGURATION_WORDS):
        said = N_(
            "The {tool} at {path} is there, but cannot read the AWS configuration. Correct the configuration file, not the program."
        )
        worded = text(said, tool=name, path=tool.path)
        outcome = failed(worded, *found, grade=Grade.PROVED, docs=("cli-configure-files",))
        profiles = snapshot.identity.profiles
        same = isinstance(profiles, Unknown) and profiles.why is Why.CONFIGURATION
        return replace(outcome, blocked_by=("identity.profile",)) if same else outcome
    shown = text(NOT_RUNNING[tool.ran.start], tool=name, path=tool.path)
    if tool.ran.start is Start.TIMED_OUT:
        return undecided(shown, *found)
    return failed(shown, *found, grade=Grade.PROVED, fixes=(INSTALLS[which],))


def _advised(works: Text, advice: Iterable[Text | None], found: tuple[Evidence, ...]) -> Outcome:
    """Return that the tool works, as a warning where there is something to be said about it."""
    given = [one for one in advice if one is not None]
    if not given:
        return passed(works, *found)
    return warning(joined(works, *given), *found)


def _lifecycle(snapshot: Snapshot, version: str) -> Text | None:
    requirements, today = snapshot.requirements, snapshot.now.date()
    major = numbers(version)[0]
    ended = requirements.get("cli.v1-end-of-support")
    resting = requirements.get("cli.v1-maintenance")
    if str(major) != str(resting.value):
        return None
    since = resting.since.isoformat() if resting.since else ""
    until = ended.since.isoformat() if ended.since else ""
    if ended.since is not None and ended.since <= today:
        said = N_("AWS ended the support of version 1 on {until}: move to version 2.")
    elif resting.since is not None and resting.since <= today:
        said = N_(
            "Version 1 gets no new features since {since}, and no support from {until} on: plan the move to version 2."
        )
    else:
        return None
    return text(said, since=since, until=until)


def _found(snapshot: Snapshot, tool: Tool, minimum: str, which: str) -> tuple[Evidence, ...]:
    assert snapshot.computer is not None
    fact: Fact[Tool | None] = getattr(snapshot.computer, which)
    shown = [seen(PATH, tool.path, fact), seen(VERSION, tool.version or "-", fact)]
    means = snapshot.computer.means
    if isinstance(means, Known) and means.value.chosen.get(PROGRAMS[which]) == tool.path:
        shown.append(
            seen(text(N_("Chosen by hand, for what is started from here")), tool.path, means)
        )
    if not tool.version:
        printed = (tool.ran.errors.strip() or tool.ran.output.strip())[:PRINTED]
        shown.append(seen(text(N_("What it printed")), printed or "-", fact))
        shown.append(seen(text(N_("Exit status")), str(tool.ran.status), fact))
        if tool.architecture:
            shown.append(seen(text(N_("Made for")), tool.architecture, fact))
            shown.append(seen(text(N_("Processor")), snapshot.computer.architecture, fact))
    return (*shown, seen(REQUIRED, minimum, fact))
