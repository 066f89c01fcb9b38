"""The rule about the number of managed nodes in the Region."""

from __future__ import annotations

from ssmwizard.checks.rule import Check, Outcome, not_applicable, passed, seen, warning
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Grade, Scope, Severity
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ONLINE = "Online"
QUOTA = "fleet.quota"


def quota(snapshot: Snapshot) -> Outcome:
    """Judge how many managed nodes there are, where they were all listed anyway.

    More than the quota is never more than a warning: it may be raised, and which nodes then fall
    silent is not said.
    """
    fact = snapshot.account.fleet
    if isinstance(fact, Unknown) and fact.why is Why.NOT_COLLECTED:
        return not_applicable(text(N_("The managed nodes of the Region were not counted.")))
    roster = fact.require()
    if not roster.whole:
        said = N_(
            "The managed nodes of the Region were not counted, because only some were asked for. Inspect all nodes to have them counted."
        )
        return not_applicable(text(said))
    most = int(snapshot.requirements.number(QUOTA))
    count = len(roster.nodes)
    lost = sum(node.ping != ONLINE for node in roster.nodes.values())
    found = (
        seen(text(N_("Managed nodes in the Region")), count, fact),
        seen(text(N_("Of these not reporting")), lost, fact),
    )
    if count <= most:
        said = N_("The Region has {count} managed nodes; the quota is {most}.")
        return passed(text(said, count=count, most=most), *found)
    said = N_(
        "The Region has {count} managed nodes, more than the quota of {most} (unless yours was raised); {lost} of them do not report. AWS says that nodes may stop communicating then. Deregister those that are gone, or have the quota raised."
    )
    shown = text(said, count=count, most=most, lost=lost)
    return warning(shown, *found, grade=Grade.INFERRED)


def over(snapshot: Snapshot) -> bool:
    """Tell whether the Region was counted to have more managed nodes than the quota."""
    fact = snapshot.account.fleet
    if not isinstance(fact, Known) or not fact.value.whole:
        return False
    return len(fact.value.nodes) > snapshot.requirements.number(QUOTA)


CHECKS: tuple[Check, ...] = (
    Check(
        id="account.fleet-quota",
        title=text(N_("The Region has no more managed nodes than its quota")),
        why=text(
            N_(
                "Above the quota of managed nodes in an account and Region, AWS says, nodes may stop communicating."
            )
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.ADVICE,
        needs=("identity.credentials", "identity.region"),
        rights=("ssm:DescribeInstanceInformation",),
        requirements=("fleet.quota",),
        docs=("ssm-endpoints-and-quotas",),
        run=quota,
    ),
)
