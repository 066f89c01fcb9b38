"""Rules about instance metadata, from which the agent gets its credentials."""

from __future__ import annotations

from ssmwizard.checks.inside import IMDS, told
from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, seen, undecided
from ssmwizard.model.diagnosis import FAILED, Probe
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ENABLE = ("imds.enable",)
ENDPOINT = text(N_("Metadata endpoint"))


def enabled(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the instance offers its metadata at all."""
    if node.kind is Kind.HYBRID:
        return not_applicable(text(N_("Machines outside EC2 have no instance metadata.")))
    instance = node.instance.require()
    if instance is None:
        return not_applicable(text(N_("There is no instance.")))
    if instance.gone:
        return not_applicable(text(N_("The instance is gone.")))
    options = instance.metadata
    found = seen(ENDPOINT, options.endpoint or "-", node.instance)
    if options.endpoint == "disabled":
        said = N_(
            "Instance metadata is off, so the agent gets no credentials. Set HttpEndpoint to enabled in the metadata options."
        )
        return failed(
            text(said), found, grade=Grade.INFERRED, fixes=ENABLE, cause=f"imds:{node.id}"
        )
    if options.endpoint != "enabled":
        return undecided(text(N_("EC2 does not tell whether instance metadata is on.")), found)
    diagnosis = told(node)
    probe = diagnosis.probe(IMDS) if diagnosis is not None else None
    if probe is not None and probe.status == FAILED:
        return _unreachable(node, probe, found)
    tokens = seen(text(N_("Tokens")), options.tokens, node.instance)
    return passed(text(N_("Instance metadata is on.")), found, tokens, grade=Grade.INFERRED)


def _unreachable(node: NodeFacts, probe: Probe, found: Evidence) -> Outcome:
    """Answer that the node itself cannot read what EC2 offers; a connected one does without."""
    note = seen(text(N_("{check}, as the node says"), check=IMDS), probe.note, node.diagnosis)
    said = N_(
        "Instance metadata is on, but the node says that it cannot read it ({note}), so the agent gets no credentials. Look for a firewall or a route on the machine that keeps it from 169.254.169.254."
    )
    grade = Grade.INFERRED if node.connected else Grade.PROVED
    shown = text(said, note=probe.note.rstrip(".") or probe.status)
    return failed(shown, found, note, grade=grade, cause=f"imds:{node.id}")


CHECKS: tuple[Check, ...] = (
    Check(
        id="imds.enabled",
        title=text(N_("Instance metadata is on")),
        why=text(
            N_(
                "The agent reads the credentials of its role from the instance metadata. Without it the role is out of reach."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists",),
        rights=("ec2:DescribeInstances",),
        docs=("ssm-agent-technical-details",),
        run_node=enabled,
    ),
)
