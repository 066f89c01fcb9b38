"""Rules about this computer: the AWS CLI and the Session Manager plugin."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks import search_path
from ssmwizard.checks.features import OF_THE_PLUGIN, PLUGIN_REQUIREMENTS, lacking
from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, seen
from ssmwizard.checks.tools import INSTALLS, PATH, judged_cli, judged_plugin
from ssmwizard.model.computer import Tool
from ssmwizard.model.facts import Fact
from ssmwizard.model.findings import Grade, Scope, Severity, Status
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, joined, text

# Part of the release of its kernel. https://learn.microsoft.com/en-us/windows/wsl/kernel-release-notes
WSL = "microsoft"


def aws_cli(snapshot: Snapshot) -> Outcome:
    """Judge the AWS CLI that a terminal would start."""
    tool = _tool(snapshot, "cli")
    return tool if isinstance(tool, Outcome) else _judged(snapshot, "cli", tool, judged_cli)


def plugin(snapshot: Snapshot) -> Outcome:
    """Judge the Session Manager plugin that the AWS CLI would start."""
    tool = _tool(snapshot, "plugin")
    if isinstance(tool, Outcome):
        return tool
    outcome = _judged(snapshot, "plugin", tool, judged_plugin)
    return outcome.without(lacking(snapshot, tool) if tool.version else ())


def _judged(snapshot: Snapshot, which: str, tool: Tool, judge: search_path.Judge) -> Outcome:
    """Judge the copy that is started; where it hides one that works, that is the cause."""
    outcome = judge(snapshot, tool)
    hides = outcome.status is Status.FAILED and search_path.hides(snapshot, which, tool, judge)
    return replace(outcome, blocked_by=(search_path.ID,), fixes=()) if hides else outcome


def _tool(snapshot: Snapshot, which: str) -> Tool | Outcome:
    """Return the tool, or the answer where there is none to be judged."""
    if snapshot.computer is None:
        return not_applicable(text(N_("This computer was left out.")))
    fact: Fact[Tool | None] = getattr(snapshot.computer, which)
    tool = fact.require()
    if tool is not None:
        return tool
    if which == "cli":
        said = N_(
            "The AWS CLI was not found. Install it to open sessions from this computer; the AWS console works without."
        )
    else:
        said = N_(
            "The Session Manager plugin was not found. Install it to open sessions with the AWS CLI; the AWS console works without."
        )
    shown = text(said)
    if WSL in snapshot.computer.system.lower():
        inside = N_(
            "This is Linux inside Windows (WSL): a copy that is installed in Windows itself does not count here."
        )
        shown = joined(shown, text(inside))
    return failed(shown, seen(PATH, "-", fact), grade=Grade.PROVED, fixes=(INSTALLS[which],))


CHECKS: tuple[Check, ...] = (
    Check(
        id="computer.aws-cli",
        title=text(N_("The AWS CLI runs")),
        why=text(
            N_(
                "Sessions from a terminal are started by the AWS CLI, which hands over to the plugin."
            )
        ),
        scope=Scope.COMPUTER,
        severity=Severity.BLOCKER,
        requirements=("cli.minimum", "cli.v1-maintenance", "cli.v1-end-of-support"),
        docs=("getting-started-install", "session-manager-prerequisites"),
        run=aws_cli,
    ),
    Check(
        id="computer.plugin",
        title=text(N_("The Session Manager plugin runs")),
        why=text(
            N_("The plugin carries what is typed and shown in a session; the AWS CLI starts it.")
        ),
        scope=Scope.COMPUTER,
        severity=Severity.BLOCKER,
        requirements=(
            "plugin.supported",
            "plugin.withdrawn",
            "plugin.token-on-command-line",
            *PLUGIN_REQUIREMENTS,
        ),
        docs=("session-manager-working-with-install-plugin", "plugin-version-history"),
        features=OF_THE_PLUGIN,
        run=plugin,
    ),
)
