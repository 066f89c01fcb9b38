"""The rule about hybrid activations: can a machine outside EC2 still register."""

from __future__ import annotations

from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, seen
from ssmwizard.model.account import Activation
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

# As many activations are shown.
SHOWN = 5
NEW = ("node.new-activation",)


def activation(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether a machine that is not registered could be; one that is needs no activation."""
    if node.kind is Kind.EC2:
        return not_applicable(text(N_("EC2 instances register without an activation.")))
    managed = None if node.connected else node.managed.require()
    if node.connected or managed is not None:
        said = N_(
            "The machine is registered. An activation is only needed to register: that it has expired or is used up changes nothing for this one."
        )
        with_id = isinstance(node.managed, Known) and managed is not None and managed.activation_id
        label = text(N_("Registered with activation"))
        found = (seen(label, with_id, node.managed),) if with_id else ()
        return passed(text(said), *found)
    elsewhere = node.elsewhere.value.found if isinstance(node.elsewhere, Known) else ()
    if elsewhere:
        said = N_("The machine is registered in {region}.")
        return not_applicable(text(said, region=tuple(one.region for one in elsewhere)))
    fact = snapshot.account.activations
    listed = fact.require()
    again = next((one for one in listed if one.replaced(node.id)), None)
    if again is not None:
        said = N_(
            "A machine has registered with the activation {id}, which was made for this one; it is to be found under its new id now: {nodes}."
        )
        nodes = snapshot.account.registered_with(again) or ("?",)
        return passed(text(said, id=again.id, nodes=nodes), *_shown([again], fact))
    usable = [one for one in listed if one.usable(snapshot.now)]
    if usable:
        said = N_(
            "The machine is not registered here. If it belongs here, it can be registered with an activation that is still valid: {ids}."
        )
        ids = tuple(one.id for one in usable[:SHOWN])
        return passed(text(said, ids=ids), *_shown(usable, fact))
    if not listed:
        said = N_(
            "The machine is not registered here, and there is no activation to register it with. If it belongs here, make one."
        )
        none = seen(text(N_("Activations")), "-", fact)
        return failed(text(said), none, grade=Grade.PROVED, fixes=NEW, cause="activations")
    said = N_(
        "The machine is not registered here, and none of the {count} activations can register another one: each has expired or is used up. If it belongs here, make a new one."
    )
    return failed(
        text(said, count=len(listed)),
        *_shown(listed, fact),
        grade=Grade.PROVED,
        fixes=NEW,
        cause="activations",
    )


def _shown(
    activations: tuple[Activation, ...] | list[Activation], fact: Fact[tuple[Activation, ...]]
) -> tuple[Evidence, ...]:
    latest = sorted(activations, key=lambda one: (one.expires is not None, one.expires, one.id))
    label = N_("Activation {id}: registered, and valid until")
    return tuple(
        seen(
            text(label, id=one.id),
            f"{one.used}/{one.limit if one.limit is not None else '?'} · {_day(one)}",
            fact,
        )
        for one in reversed(latest[-SHOWN:])
    )


def _day(activation: Activation) -> str:
    return f"{activation.expires:%Y-%m-%d}" if activation.expires is not None else "?"


CHECKS: tuple[Check, ...] = (
    Check(
        id="node.activation",
        title=text(N_("A machine that is not registered has an activation to do so")),
        why=text(
            N_(
                "Machines outside EC2 register with the id and code of an activation, which ends with its date or its number."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        explained_by=("node.exists",),
        rights=("ssm:DescribeInstanceInformation", "ssm:DescribeActivations"),
        docs=("hybrid-activation-managed-nodes", "activations"),
        run_node=activation,
    ),
)
