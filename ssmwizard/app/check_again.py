"""Says whether what somebody else was asked to do works now, in the words of looking after a change."""

from __future__ import annotations

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verify import Proof, Verified, judged
from ssmwizard.fixes.every import by_id
from ssmwizard.model.findings import Scope, Status
from ssmwizard.model.plans import NoPlan, Plan, Risk, Wait
from ssmwizard.model.text import N_, text

# A session can be opened where these pass too.
REACHED = ("node.registered", "node.online", "node.connected")


def check_again(inspection: Inspection, answer: Plan | NoPlan) -> Verified:
    """Judge an inspection by what a fix is for; ``answer`` is what is planned of it now.

    Where nothing is left to do there is no plan any more, so the checks that offer the fix decide.
    """
    if isinstance(answer, Plan):
        return judged(answer, inspection)
    if not answer.nothing_to_do:
        return Verified(Proof.NOT_YET, answer.reason, inspection)
    fix = by_id(answer.fix)
    reached = REACHED if fix.looks_at is Scope.NODE else ()
    done = Plan(
        fix=fix.id,
        title=fix.title,
        nodes=answer.nodes,
        changes=(),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=Wait(answer.reason, every=1, at_most=1),
        verifies=tuple(dict.fromkeys((*fix.heals, *reached))),
    )
    return judged(done, inspection)


def could_tell(verified: Verified) -> bool:
    """Tell whether what is not right is known to be wrong, and is not merely not known."""
    return any(one.status is not Status.UNKNOWN for one in verified.missing)
