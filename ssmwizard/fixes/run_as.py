"""Makes the local account on Linux that sessions run as, where Run As names one that is not there."""

from __future__ import annotations

import re
from functools import partial

from ssmwizard.fixes.agent import LOOK_SECONDS
from ssmwizard.fixes.commands import (
    LINUX,
    SHELL,
    WINDOWS,
    cost,
    follow,
    rights,
    script_call,
    sent,
    still_online,
)
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import ONLINE, ids, managed, partition
from ssmwizard.fixes.waves import Wave, counted, in_waves, waves
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.node import ManagedNode, NodeFacts
from ssmwizard.model.plans import Change, Plan, Right, Risk, Undo, Wait
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ID = "os.create-ssm-user"
SSM_USER = "ssm-user"
WAIT_SECONDS = 120
# Only names that every useradd takes and that need no quoting are put into a script.
_NAME = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
# Not supported by Session Manager as a user of Run As.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-run-as.html
NEVER = "root"
# By this remark the account is known again as one that this program made.
MADE = "made by ssmwizard"
CREATE = "id -u '{user}' >/dev/null 2>&1 || useradd -m -c '{made}' '{user}'"
REMOVE = "test \"$(getent passwd '{user}' | cut -d: -f5)\" = '{made}' && userdel '{user}'"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one account for all nodes that lack it; say of each other node why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    partition(snapshot)
    (user,) = {_user(snapshot, node) for node in nodes}
    calls = waves((nodes,))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, wave, user) for wave in calls),
        risk=Risk.REVERSIBLE,
        cost=cost(snapshot, nodes),
        wait=Wait(
            text(N_("The account is made within seconds; the nodes are asked again for it.")),
            every=LOOK_SECONDS,
            at_most=WAIT_SECONDS,
        ),
        verifies=("os.ssm-user", "node.online"),
        affects=(
            text(
                N_("Nodes that get a local account {user}: {count}."), user=user, count=len(nodes)
            ),
            *in_waves(calls),
        ),
        warnings=(
            text(
                N_(
                    "The account gets a home folder, no password and no right to sudo. Whoever may start sessions on these nodes can work as it."
                )
            ),
            text(
                N_(
                    "Where accounts come from a directory (LDAP, Active Directory), make it there instead: a local account of the same name would hide it."
                )
            ),
        ),
        undoing=text(
            N_(
                "Removes the account where this program made it and nothing runs as it. Its home folder stays. Inspect again afterwards: the command alone does not tell that it worked."
            )
        ),
        cost_docs="systems-manager-pricing",
        docs=("session-preferences-run-as", "run-command"),
    )


def _user(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the account to make; raises :class:`CannotPlan` where none is to be made by us."""
    known = managed(node)
    if known.ping != ONLINE:
        said = N_(
            "{node} is not online, so no command reaches it. Make the account on the machine."
        )
        raise CannotPlan(text(said, node=node.id))
    if node.diagnosis == NOT_COLLECTED:
        said = N_(
            "Only {node} knows which accounts it has. Have the nodes asked (--ask-nodes), then plan again."
        )
        raise CannotPlan(text(said, node=node.id))
    diagnosis = node.diagnosis.require()
    if known.platform_type.casefold() == WINDOWS:
        raise _on_windows(snapshot, node, diagnosis)
    return _run_as(snapshot, node, known, diagnosis)


def _on_windows(snapshot: Snapshot, node: NodeFacts, diagnosis: Diagnosis) -> CannotPlan:
    controllers = snapshot.requirements.texts("windows.domain-controller-roles")
    if diagnosis.domain_role not in controllers or diagnosis.has_user(SSM_USER):
        said = N_("{node} needs no account: the agent makes {user} itself, or it is there.")
        return CannotPlan(text(said, node=node.id, user=SSM_USER), nothing_to_do=True)
    said = N_(
        "{node} is a domain controller. An account that is made there is one of the whole domain, and {user} would have to be in Domain Admins: that is for somebody who answers for the domain. As a domain administrator, on the domain controller, make it with {create} and add it with {join}. Nobody needs to keep its password: the agent sets another with each session."
    )
    create = (
        "New-ADUser -Name ssm-user -SamAccountName ssm-user -Enabled $true "
        "-AccountPassword (Read-Host -AsSecureString)"
    )
    join = "Add-ADGroupMember -Identity 'Domain Admins' -Members ssm-user"
    return CannotPlan(text(said, node=node.id, user=SSM_USER, create=create, join=join))


def _run_as(snapshot: Snapshot, node: NodeFacts, known: ManagedNode, diagnosis: Diagnosis) -> str:
    preferences = snapshot.session.preferences.require()
    if preferences is None or not preferences.run_as:
        said = N_("Run As is off; the agent makes {user} itself.")
        raise CannotPlan(text(said, user=SSM_USER), nothing_to_do=True)
    user = preferences.run_as_user
    if not user:
        said = N_("Run As is on and names no default user. Name one in the session preferences.")
        raise CannotPlan(text(said))
    exists = diagnosis.has_user(user)
    if exists:
        said = N_("The account {user} is on {node}.")
        raise CannotPlan(text(said, user=user, node=node.id), nothing_to_do=True)
    if exists is None:
        said = N_("{node} did not tell whether it has the account {user}.")
        raise CannotPlan(text(said, node=node.id, user=user))
    if known.platform_type.casefold() != LINUX:
        said = N_("Make the account {user} on {node} by hand: this is only done on Linux.")
        raise CannotPlan(text(said, user=user, node=node.id))
    if user == NEVER or not _NAME.fullmatch(user):
        said = N_("{user} is no name under which an account for sessions can be made here.")
        raise CannotPlan(text(said, user=user))
    return user


def _change(snapshot: Snapshot, wave: Wave, user: str) -> Change:
    needed = rights(snapshot, SHELL, wave.nodes)
    some = counted(wave.nodes)

    def call(script: str) -> tuple[str, ...]:
        return (script.format(user=user, made=MADE),)

    return Change(
        says=text(N_("Make the local account {user} on {nodes}."), user=user, nodes=some),
        call=script_call(SHELL, wave, call(CREATE), f"ssmwizard {ID}"),
        rights=needed,
        undo=Undo(
            says=text(
                N_("Remove the account {user} on {nodes}, where this program made it."),
                user=user,
                nodes=some,
            ),
            call=script_call(SHELL, wave, call(REMOVE), f"ssmwizard undo {ID}"),
            rights=(*needed, Right("ssm:DescribeInstanceInformation", "*")),
            expects=still_online(list(ids(wave.nodes))),
        ),
        trace=sent(ids(wave.nodes), f"ssmwizard {ID}"),
        named_in="Comment",
        follows=follow(wave),
        wave=wave.number,
    )


FIX = Fix(
    id=ID,
    title=text(N_("Make the account that sessions run as")),
    says=text(
        N_("Makes the local user of Run As on Linux nodes that lack it, through Run Command.")
    ),
    heals=("os.ssm-user",),
    plan=plan,
    asks_nodes=True,
)
