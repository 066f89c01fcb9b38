"""All fixes."""

from __future__ import annotations

from ssmwizard.fixes import (
    account,
    activation,
    agent,
    agent_auto,
    agent_restart,
    host_management,
    hybrid_role,
    imds,
    install,
    log_group,
    network_create,
    network_dns,
    network_egress,
    network_ingress,
    network_private_dns,
    node,
    preferences,
    role,
    role_profile,
    run_as,
    search_path,
    session_resources,
    sign_in,
    trust,
)
from ssmwizard.fixes.fix import Fix

EVERY: tuple[Fix, ...] = (
    sign_in.FIX,
    install.CLI_FIX,
    install.PLUGIN_FIX,
    search_path.FIX,
    node.FIX,
    activation.FIX,
    role_profile.FIX,
    role.FIX,
    trust.FIX,
    session_resources.FIX,
    hybrid_role.FIX,
    log_group.FIX,
    preferences.FIX,
    host_management.FIX,
    imds.FIX,
    network_create.FIX,
    network_dns.FIX,
    network_private_dns.FIX,
    network_ingress.FIX,
    network_egress.FIX,
    account.FIX,
    agent.FIX,
    agent_auto.FIX,
    agent_restart.FIX,
    run_as.FIX,
)


def by_id(fix_id: str) -> Fix:
    """Return a fix; KeyError says the id when there is none."""
    for fix in EVERY:
        if fix.id == fix_id:
            return fix
    raise KeyError(fix_id)
