"""What a node says of itself, and which of it explains that sessions do not reach it.

The agent's diagnosis only tries whether a connection can be opened: that a host is reachable does not
show that requests are answered. What it says of hosts that sessions do not need is no reason.
https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-nodes-using-ssm-cli.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from ssmwizard.checks.consoles import last, signs
from ssmwizard.checks.rule import Outcome, seen
from ssmwizard.model.diagnosis import FAILED, SUCCESS, Diagnosis, Probe
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Evidence
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, joined, text

SERVICE, CREDENTIALS, IMDS = "Agent service", "AWS Credentials", "EC2 IMDS"
SYSPREP, PROXY = "Windows sysprep image state", "Proxy configuration"
REACHES = "Connectivity to {} endpoint"
ASKED = "ssm:GetCommandInvocation"
# Notes of the credentials' line that speak of credentials; others speak of reaching STS, which sessions
# do not need. https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/cli/diagnostics/credentials_check.go
NO_CREDENTIALS = ("No credentials available", "EC2RoleRequestError")
LINUX = "Linux"
KIB_IN_MIB = 1024
NO_SPACE = "no space left on device"
REQUIREMENTS = (
    "agent.kernel-floor",
    "agent.linux-kernel",
    "clock.failed-seconds",
    "hosts.required",
    "node.free-disk-mib",
)

Reason = tuple[Text, Evidence]


def told(node: NodeFacts) -> Diagnosis | None:
    """Return what a node said of itself, None where it was not asked or another machine answered."""
    fact = node.diagnosis
    if not isinstance(fact, Known):
        return None
    named = fact.value.instance
    foreign = node.kind is Kind.EC2 and named is not None and named.node != node.id
    return None if foreign else fact.value


def reaches(snapshot: Snapshot, node: NodeFacts) -> bool:
    """Tell whether the node says that it can connect to every host that sessions need.

    Only where it was asked just now: what was given by hand may be old.
    """
    diagnosis = told(node)
    source = node.diagnosis.source
    if diagnosis is None or source is None or source.call != ASKED:
        return False
    hosts = snapshot.requirements.texts("hosts.required")
    probes = [diagnosis.probe(REACHES.format(host)) for host in hosts]
    return all(probe is not None and probe.status == SUCCESS for probe in probes)


def full_disk(snapshot: Snapshot, node: NodeFacts) -> Reason | None:
    """Return that the node says its disk is full, in words or because no script could run on it.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-troubleshooting.html
    """
    fact = node.diagnosis
    label = text(N_("Free on the disk of the system"))
    if isinstance(fact, Unknown) and NO_SPACE in fact.detail.casefold():
        said = N_("Its disk is full, so that no script could run on it.")
        return text(said), seen(label, fact.detail, fact)
    diagnosis = told(node)
    floor = snapshot.requirements.number("node.free-disk-mib")
    if diagnosis is None or diagnosis.disk_free is None:
        return None
    if diagnosis.disk_free >= floor * KIB_IN_MIB:
        return None
    free = f"{diagnosis.disk_free // KIB_IN_MIB} MiB"
    return text(N_("Its disk is full: {free} are left."), free=free), seen(label, free, fact)


def explained(snapshot: Snapshot, node: NodeFacts, outcome: Outcome) -> Outcome:
    """Return a failure with what the node itself says of its reason, and what its console tells.

    Fixes are for what nothing explains: they go where the node says why.
    """
    shown = signs(node)
    outcome = _by_the_node(snapshot, node, outcome)
    for said, evidence in shown:
        whole = N_("{finding} {other}")
        rest = outcome.rest and text(whole, finding=outcome.rest, other=said)
        outcome = replace(
            outcome,
            text=text(whole, finding=outcome.text, other=said),
            rest=rest,
            evidence=(*outcome.evidence, evidence),
        )
    return replace(outcome, evidence=(*outcome.evidence, *last(node)))


def _by_the_node(snapshot: Snapshot, node: NodeFacts, outcome: Outcome) -> Outcome:
    fact = node.diagnosis
    diagnosis = told(node)
    reasons = tuple(_reasons(snapshot, node))
    if diagnosis is None and not reasons:
        return replace(outcome, evidence=(*outcome.evidence, *_silent(node)))
    if diagnosis is not None and not reasons:
        well = [one for one in diagnosis.probes if one.status == SUCCESS]
        label = text(N_("What the node says of itself"))
        value = f"{len(well)}/{len(diagnosis.probes)} {SUCCESS}"
        shown = seen(label, diagnosis.trouble or value, fact)
        return replace(outcome, evidence=(*outcome.evidence, shown))
    said = joined(*(reason for reason, _ in reasons))
    whole = text(
        N_("{finding} The node itself says why. {reasons}"), finding=outcome.text, reasons=said
    )
    evidence = tuple(piece for _, piece in reasons)
    return replace(
        outcome, text=whole, rest=None, fixes=(), evidence=(*outcome.evidence, *evidence)
    )


def _silent(node: NodeFacts) -> tuple[Evidence, ...]:
    """Say why a node that was asked did not answer, or that another one did."""
    fact = node.diagnosis
    if isinstance(fact, Unknown):
        if fact.why is Why.NOT_COLLECTED:
            return ()
        label = text(N_("The node was asked, and gave no answer"))
        return (seen(label, fact.right or fact.detail or fact.code or fact.why, fact),)
    other = fact.value.instance
    label = text(N_("What was given is about another machine"))
    return (seen(label, other.node if other is not None else "-", fact),)


def _reasons(snapshot: Snapshot, node: NodeFacts) -> Iterator[Reason]:
    full = full_disk(snapshot, node)
    if full is not None:
        yield full
    diagnosis = told(node)
    if diagnosis is None:
        return
    yield from _registered(node, diagnosis)
    yield from _machine(snapshot, node, diagnosis)
    yield from _failed(node, diagnosis, SERVICE, N_("The agent's service is not well: {note}."))
    yield from _failed(node, diagnosis, SYSPREP, N_("Windows has not finished its set-up: {note}."))
    if node.kind is Kind.EC2:
        said = N_("The instance metadata cannot be read on it: {note}.")
        yield from _failed(node, diagnosis, IMDS, said)
    probe = diagnosis.probe(CREDENTIALS)
    if probe is not None and probe.note.startswith(NO_CREDENTIALS):
        yield _reason(node, N_("The agent has no credentials: {note}."), probe)
    proxy = diagnosis.probe(PROXY)
    for host in snapshot.requirements.texts("hosts.required"):
        said = N_("From the node there is no connection: {note}.")
        if proxy is not None and proxy.status == SUCCESS:
            said = N_("From the node there is no connection through its proxy: {note}.")
        yield from _failed(node, diagnosis, REACHES.format(host), said)


def _failed(node: NodeFacts, diagnosis: Diagnosis, check: str, said: str) -> Iterator[Reason]:
    probe = diagnosis.probe(check)
    if probe is not None and probe.status == FAILED:
        yield _reason(node, said, probe)


def _reason(node: NodeFacts, said: str, probe: Probe) -> Reason:
    note = probe.note.rstrip(".") or probe.status
    evidence = seen(text(N_("{check}, as the node says"), check=probe.check), note, node.diagnosis)
    return text(said, note=note), evidence


def _registered(node: NodeFacts, diagnosis: Diagnosis) -> Iterator[Reason]:
    """Say under which other id, or in which other Region, the machine is known."""
    named = diagnosis.hybrid
    if named is None or named.node == node.id:
        return
    said = N_("It is registered as {other} in {region}, with a hybrid activation.")
    label = text(N_("Registration, as the node says"))
    evidence = seen(label, f"{named.node} ({named.region})", node.diagnosis)
    yield text(said, other=named.node, region=named.region), evidence


def _machine(snapshot: Snapshot, node: NodeFacts, diagnosis: Diagnosis) -> Iterator[Reason]:
    fact = node.diagnosis
    seconds = snapshot.requirements.number("clock.failed-seconds")
    if diagnosis.time is not None and diagnosis.time > snapshot.now + timedelta(seconds=seconds):
        clock = f"{diagnosis.time:%Y-%m-%d %H:%M:%S} UTC"
        said = N_("Its clock is ahead: it says {clock}. AWS refuses requests with a wrong time.")
        yield text(said, clock=clock), seen(text(N_("Clock of the node")), clock, fact)
    if old_kernel(snapshot, node, diagnosis):
        said = N_("Its kernel {kernel} is older than {floor}, which agents since {version} need.")
        kernel = seen(text(N_("Kernel")), diagnosis.kernel, fact)
        needs = snapshot.requirements.text
        yield (
            text(
                said,
                kernel=diagnosis.kernel,
                floor=needs("agent.linux-kernel"),
                version=needs("agent.kernel-floor"),
            ),
            kernel,
        )


def old_kernel(snapshot: Snapshot, node: NodeFacts, diagnosis: Diagnosis) -> bool:
    """Tell whether the kernel is too old for the agent, or for one of today where none has reported."""
    kernel = numbers(diagnosis.kernel)
    if diagnosis.system != LINUX or not kernel:
        return False
    managed = node.managed.value if isinstance(node.managed, Known) else None
    version = numbers(managed.agent_version) if managed is not None else ()
    since = numbers(snapshot.requirements.text("agent.kernel-floor"))
    concerned = not version or at_least(version, since)
    return concerned and not at_least(
        kernel, numbers(snapshot.requirements.text("agent.linux-kernel"))
    )
