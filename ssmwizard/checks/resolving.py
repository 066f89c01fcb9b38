"""Who answers a node's questions for names, and whether that can be seen from here."""

from __future__ import annotations

from ssmwizard.checks.hop import Hop, no, unsure
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.rule import seen
from ssmwizard.model.findings import Evidence
from ssmwizard.model.text import N_, text


def unanswered(layout: Layout, vpc: str) -> Hop | None:
    """Return why the VPC's own resolver does not answer its nodes, or may not; None when it does.

    Raises ``CannotTell``.
    https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html
    """
    servers = layout.name_servers(vpc)
    if not servers:
        said = N_(
            "The DHCP options of {vpc} name no name server, or are not shown. Whether the node asks the VPC's resolver all the same cannot be seen from here."
        )
        return unsure(text(said, vpc=vpc), vpc)
    own = layout.own_name_servers(vpc)
    if own:
        said = N_(
            "The VPC uses name servers of its own ({servers}). Whether they answer, and where they lead the name of the service, cannot be seen from here. Where endpoints are used, they must forward it to the VPC's resolver."
        )
        shown = seen(text(N_("Name servers")), ", ".join(servers), layout.facts.dhcp_options)
        return unsure(text(said, servers=own), vpc, shown)
    if not layout.dns(vpc).require().support:
        said = N_(
            "DNS support (enableDnsSupport) is off in {vpc}, so the node finds no name at all. Turn it on."
        )
        off = no(text(said, vpc=vpc), vpc, attributes(layout, vpc))
        return off.mended_by("network.enable-dns")
    return None


def attributes(layout: Layout, vpc: str) -> Evidence:
    """Return the DNS attributes of a VPC as evidence."""
    fact = layout.dns(vpc)
    dns = fact.require()
    support, hostnames = str(dns.support).lower(), str(dns.hostnames).lower()
    words = f"enableDnsSupport={support}, enableDnsHostnames={hostnames}"
    return seen(text(N_("DNS of the VPC")), words, fact)
