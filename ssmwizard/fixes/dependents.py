"""What else stands on a thing that a plan changes: counted, or said that and why it was not."""

from __future__ import annotations

from collections.abc import Callable

from ssmwizard.fixes.fix import Nodes
from ssmwizard.model.account import Uses
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text


def with_profiles(snapshot: Snapshot, profiles: tuple[str, ...]) -> Text:
    """Say how many instances of the Region have one of these instance profiles (by their ARNs)."""
    names = tuple(one.rpartition("/")[2] for one in profiles)
    said = N_("Instances of the Region with one of these profiles ({profiles}): {count}.")
    counted = _count(snapshot, lambda uses: sum(uses.profiles.get(one, 0) for one in profiles))
    return text(said, profiles=names, count=counted)


def with_group(snapshot: Snapshot, group: str) -> Text:
    """Say how many instances have a security group; what else may have it is not counted."""
    said = N_(
        "Instances that have {group}: {count}. What else may have it (endpoints, load balancers, functions) is not counted."
    )
    counted = _count(snapshot, lambda uses: uses.groups.get(group, 0))
    return text(said, group=group, count=counted)


def in_vpc(snapshot: Snapshot, vpc: str) -> Text:
    """Say how many instances are in a VPC."""
    said = N_("Instances in {vpc}: {count}.")
    return text(said, vpc=vpc, count=_count(snapshot, lambda uses: uses.vpcs.get(vpc, 0)))


def with_service_role(snapshot: Snapshot, role: str) -> Text:
    """Say how many machines outside EC2 have a service role."""
    said = N_("Machines outside EC2 that were registered with this role: {count}.")
    fact = snapshot.account.hybrid_roles
    counted = fact.value.get(role, 0) if isinstance(fact, Known) else not_counted(fact)
    return text(said, count=counted)


def managed_nodes(snapshot: Snapshot) -> Text:
    """Say how many managed nodes the Region has, on any of which a session may be opened."""
    said = N_("Managed nodes of the Region: {count}.")
    fact = snapshot.account.fleet
    if isinstance(fact, Unknown):
        return text(said, count=not_counted(fact))
    whole = fact.value.whole
    return text(said, count=len(fact.value.nodes) if whole else text(ONLY_CHOSEN))


def every_session(snapshot: Snapshot, nodes: Nodes) -> tuple[Text, ...]:
    """Say that what the session preferences name is for all sessions of the account and Region."""
    said = N_(
        "Every session of the account in {region} that follows the preferences, not only those on the chosen nodes ({count})."
    )
    region = snapshot.identity.region or ""
    return (text(said, region=region, count=len(nodes)), managed_nodes(snapshot))


def _count(snapshot: Snapshot, of: Callable[[Uses], int]) -> int | Text:
    fact = snapshot.account.uses
    return of(fact.value) if isinstance(fact, Known) else not_counted(fact)


ONLY_CHOSEN = N_("not counted, since only the chosen ones were listed (inspect all of the Region)")


def not_counted(fact: Unknown) -> Text:
    """Say that and why something was not counted."""
    if fact.why is Why.NOT_COLLECTED:
        return text(ONLY_CHOSEN)
    if fact.why is Why.DENIED and fact.right:
        return text(N_("not counted, the right {right} is missing"), right=fact.right)
    call = fact.source.call if fact.source else ""
    return text(N_("not counted, {call} gave no answer"), call=call)
