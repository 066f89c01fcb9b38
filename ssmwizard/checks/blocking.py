"""VPC Block Public Access, which keeps subnets off the internet whatever their routes say.

https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
"""

from __future__ import annotations

from ssmwizard.checks.hop import Hop, no, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.rule import seen
from ssmwizard.model.text import N_, text

BLOCKED_BOTH_WAYS = "block-bidirectional"
# What stops an internet gateway; a NAT or egress-only gateway only opens connections outwards.
BLOCKED = ("block-ingress", BLOCKED_BOTH_WAYS)
_MODES = ("", "off", *BLOCKED)


def unless_blocked(layout: Layout, subnet: str, modes: tuple[str, ...], gateway: str) -> Hop:
    """Say that the way leads through a gateway, unless one of these modes is in force."""
    described = layout.subnet(subnet)
    if described is None:
        return unsure(text(N_("Subnet {subnet} is not shown here."), subnet=subnet), subnet)
    mode = described.internet_block
    shown = seen(text(N_("Block Public Access")), mode or "-", layout.facts.subnets)
    if mode not in _MODES:
        said = N_(
            "VPC Block Public Access is in a mode that is not known here ({mode}); whether it keeps subnet {subnet} off the internet cannot be told."
        )
        return unsure(text(said, mode=mode, subnet=subnet), subnet, shown)
    if mode in modes:
        said = N_(
            "VPC Block Public Access ({mode}) keeps subnet {subnet} off the internet. Create interface endpoints for the services, or an exclusion for the subnet or its VPC."
        )
        return no(text(said, mode=mode, subnet=subnet), subnet, shown)
    return yes(text(N_("The way leads through {gateway}."), gateway=gateway), gateway)
