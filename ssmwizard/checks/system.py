"""Rules about the node's operating system."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.inside import old_kernel, told
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    passed,
    seen,
    undecided,
    warning,
)
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import SystemMatch, at_least, numbers
from ssmwizard.model.text import N_, text

REFUSED: Mapping[str, str] = {
    "too-old": N_(
        "{system} is older than what Session Manager supports. Move to a newer one, or reach the machine another way."
    ),
    "nano-server": N_(
        "{system} is a Nano Server, which Session Manager does not support. Reach the machine another way."
    ),
    "ec2-only": N_(
        "{system} is supported on EC2 only, not on machines outside it. Reach the machine another way."
    ),
}
UNLISTED: Mapping[str, str] = {
    "no-longer-listed": N_("{system} is no longer among the systems that AWS lists. It may work."),
    "not-listed": N_("{system} is not among the systems that AWS lists. It may work."),
    "newer-than-listed": N_(
        "{system} is newer than the list of {date} that this version goes by. AWS may list it by now."
    ),
    "architecture-not-listed": N_(
        "{system} is listed, but not for this processor architecture. It may work."
    ),
    "windows-client": N_("{system} is not a server edition, which AWS lists alone. It may work."),
}
# The version number that Windows Server 2016 and its Nano Server edition have in common.
NANO_VERSION = "10.0.14393"


def supported(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge the system that the agent reports against AWS's list."""
    managed = node.managed.require()
    if managed is None:
        said = N_("The node's system is only known when its agent has reported.")
        return undecided(text(said))
    instance = node.instance.value if isinstance(node.instance, Known) else None
    match = snapshot.systems.match(
        managed.platform_type,
        managed.platform_name,
        managed.platform_version,
        instance.architecture if instance else None,
        node.kind is Kind.HYBRID,
    )
    named = f"{managed.platform_name} {managed.platform_version}".strip() or "-"
    found: tuple[Evidence, ...] = (seen(text(N_("System")), named, node.managed),)
    diagnosis = told(node)
    if diagnosis is None or not diagnosis.system_sku:
        found += _nano(managed.platform_type, managed.platform_version, node)
    outcome = _judged(match, snapshot.systems.as_of.isoformat(), found)
    return outcome if diagnosis is None else _inside(snapshot, node, diagnosis, outcome)


def _inside(snapshot: Snapshot, node: NodeFacts, diagnosis: Diagnosis, outcome: Outcome) -> Outcome:
    """Judge what only the node knows: its edition, its kernel, its PowerShell."""
    needs = snapshot.requirements
    if diagnosis.system_sku in needs.texts("windows.nano-sku"):
        edition = seen(
            text(N_("Edition (SKU), as the node says")), diagnosis.system_sku, node.diagnosis
        )
        said = N_(
            "The node is a Nano Server, which Session Manager does not support. Reach it another way."
        )
        cause = "system:nano-server"
        return failed(text(said), *outcome.evidence, edition, grade=Grade.PROVED, cause=cause)
    if old_kernel(snapshot, node, diagnosis):
        said = N_(
            "The kernel {kernel} is older than {floor}, which this agent needs. Update the system."
        )
        kernel = seen(text(N_("Kernel, as the node says")), diagnosis.kernel, node.diagnosis)
        shown = text(said, kernel=diagnosis.kernel, floor=needs.text("agent.linux-kernel"))
        cause = f"kernel:{diagnosis.kernel}"
        return failed(shown, *outcome.evidence, kernel, grade=Grade.INFERRED, cause=cause)
    shell, floor = diagnosis.powershell, needs.text("windows.powershell-streaming")
    if (
        outcome.status is Status.FAILED
        or not numbers(shell)
        or at_least(numbers(shell), numbers(floor))
    ):
        return outcome
    said = N_(
        "{finding} Its PowerShell {version} is older than {floor}, which streaming to CloudWatch Logs needs."
    )
    version = seen(text(N_("PowerShell, as the node says")), shell, node.diagnosis)
    shown = text(said, finding=outcome.text, version=shell, floor=floor)
    return warning(shown, *outcome.evidence, version).without(("cloudwatch-streaming",))


def unlisted(snapshot: Snapshot, managed: ManagedNode) -> bool:
    """Tell whether AWS does not list the system that an agent reports, for any architecture."""
    match = snapshot.systems.match(
        managed.platform_type, managed.platform_name, managed.platform_version, None, hybrid=False
    )
    return match.standing == "unlisted"


def _judged(match: SystemMatch, date: str, found: tuple[Evidence, ...]) -> Outcome:
    match match.standing:
        case "listed":
            said = N_("{system} is on AWS's list of {date}.")
            return passed(text(said, system=match.title, date=date), *found)
        case "refused":
            said = REFUSED[match.reason]
            return failed(
                text(said, system=match.title),
                *found,
                grade=Grade.INFERRED,
                cause=f"system:{match.title}",
            )
        case "unlisted":
            said = UNLISTED[match.reason]
            shown = text(said, system=match.title, date=date)
            return warning(shown, *found, grade=Grade.INFERRED)
        case _:
            return undecided(text(N_("The agent does not tell the node's system.")), *found)


def _nano(platform: str, version: str, node: NodeFacts) -> tuple[Evidence, ...]:
    if platform != "Windows" or not version.startswith(NANO_VERSION):
        return ()
    label = text(N_("Nano Server, which is not supported, reports the same version"))
    return (seen(label, version, node.managed),)


CHECKS: tuple[Check, ...] = (
    Check(
        id="os.supported",
        title=text(N_("AWS lists the operating system")),
        why=text(
            N_(
                "AWS tests and mends the agent on the systems it lists, for as long as their makers support them. Some others cannot work at all."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists", "node.running", "node.registered"),
        rights=("ssm:DescribeInstanceInformation",),
        requirements=(
            "agent.kernel-floor",
            "agent.linux-kernel",
            "windows.nano-sku",
            "windows.powershell-streaming",
        ),
        docs=("operating-systems-and-machine-types", "session-manager-prerequisites"),
        run_node=supported,
    ),
)
