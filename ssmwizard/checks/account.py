"""Rules about settings of the account in the Region."""

from __future__ import annotations

from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    unknown,
    warning,
)
from ssmwizard.model.account import Setting
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind
from ssmwizard.model.requirements import Confidence, Requirement
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ADVANCED = "advanced"
PENDING = "PendingUpdate"
TIER = text(N_("Instance tier"))
STATUS = text(N_("Status of the setting"))
FIX = ("account.enable-advanced-tier",)
# What the service says when it refuses a session for the tier; no documented error code has it.
TIER_WORDS = "advanced-instances tier"


def instance_tier(snapshot: Snapshot) -> Outcome:
    """Judge the tier by evidence: a refusal by the service, then the requirement, then the setting."""
    if not any(node.kind is Kind.HYBRID for node in snapshot.nodes):
        for missing in snapshot.unlisted:
            if missing.source is None or missing.source.call.startswith("ssm:"):
                return unknown(missing)  # There may be hybrid nodes that nobody could list.
        return not_applicable(text(N_("No hybrid node was chosen; EC2 instances need no tier.")))
    fact = snapshot.account.tier
    refusal = _refusal(snapshot)
    if refusal is not None:
        return _refused(fact, refusal)
    setting = fact.require()
    if setting is None:
        said = N_("The instance tier is gone from this account and Region; sessions need none.")
        return passed(text(said), seen(TIER, "-", fact))
    found = seen(TIER, setting.value, fact)
    if setting.status == PENDING:
        said = N_("The instance tier is being changed to {tier}. Look again in some minutes.")
        return warning(text(said, tier=setting.value), found, seen(STATUS, PENDING, fact))
    if setting.value == ADVANCED:
        return passed(text(N_("The advanced-instances tier is on.")), found)
    return _standard(snapshot, setting, found)


def _refused(fact: Fact[Setting | None], refusal: Evidence) -> Outcome:
    """Say what to do about a refusal; the tier may be on already and not have taken effect."""
    setting = fact.value if isinstance(fact, Known) else None
    if setting is not None and setting.value == ADVANCED:
        said = N_(
            "The service itself refused a session and asks for the advanced-instances tier, which is on. If it was turned on only now, look again in half an hour; otherwise check that this is the right Region."
        )
        on = seen(TIER, setting.value, fact)
        return failed(text(said), refusal, on, grade=Grade.PROVED, cause="tier")
    said = N_(
        "The service itself refused a session and asks for the advanced-instances tier. Check first that this is the right Region: a wrong one gives the same answer."
    )
    return failed(text(said), refusal, grade=Grade.PROVED, fixes=FIX, cause="tier")


def _standard(snapshot: Snapshot, setting: Setting, found: Evidence) -> Outcome:
    name = snapshot.partition.name if snapshot.partition else ""
    in_force = _in_force(snapshot, name)
    if in_force is not None and in_force.confidence is not Confidence.UNVERIFIED:
        said = N_(
            "The tier is {tier}, and sessions on hybrid nodes need the advanced one here. Change it; that is charged for each hybrid node."
        )
        shown = text(said, tier=setting.value)
        return failed(shown, found, grade=Grade.INFERRED, fixes=FIX, cause="tier")
    if in_force is not None:
        said = N_(
            "The tier is {tier}. Whether sessions on hybrid nodes need the advanced one in the partition {partition} is not confirmed; if the service refuses a session for it, change it."
        )
        return warning(text(said, tier=setting.value, partition=name), found, fixes=FIX)
    ended = snapshot.requirements.get("hybrid.advanced-tier").until
    said = N_(
        "The tier is {tier}. Since {date} AWS's pages say that sessions on hybrid nodes need no tier any more; the setting still exists, and this was not tried here. If the service refuses a session for it, change it."
    )
    date = ended.isoformat() if ended else ""
    return warning(text(said, tier=setting.value, date=date), found, fixes=FIX)


def _in_force(snapshot: Snapshot, partition: str) -> Requirement | None:
    for name in ("hybrid.advanced-tier", "hybrid.advanced-tier-elsewhere"):
        row = snapshot.requirements.get(name)
        if row.in_force(partition, snapshot.now.date()):
            return row
    return None


def _refusal(snapshot: Snapshot) -> Evidence | None:
    for node in snapshot.nodes:
        fact = node.refusal
        if isinstance(fact, Known) and fact.value and TIER_WORDS in fact.value:
            return seen(text(N_("What the service said")), fact.value, fact)
    return None


CHECKS: tuple[Check, ...] = (
    Check(
        id="account.instance-tier",
        title=text(N_("The instance tier allows sessions on hybrid nodes")),
        why=text(
            N_(
                "Sessions on machines outside EC2 used to need the advanced-instances tier of the account and Region."
            )
        ),
        scope=Scope.ACCOUNT,
        severity=Severity.BLOCKER,
        kinds=(Kind.HYBRID,),
        needs=("identity.credentials", "identity.region"),
        rights=("ssm:GetServiceSetting",),
        requirements=("hybrid.advanced-tier", "hybrid.advanced-tier-elsewhere"),
        docs=("systems-manager-release-history", "systems-manager-hybrid-multicloud"),
        run=instance_tier,
    ),
)
