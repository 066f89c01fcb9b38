"""Whether network ACLs let the request pass, and the answer come back: they remember nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssmwizard.checks.hop import Holds, Hop, in_turn, no, partly, side_by_side, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.routes import world
from ssmwizard.checks.rule import seen
from ssmwizard.checks.sieve import Piece, shut, sieve, unreadable
from ssmwizard.checks.sites import IPV4, Site
from ssmwizard.checks.spans import Span, Spans, public, size
from ssmwizard.checks.spread import EXCEPTION
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import AclEntry, Endpoint, NetworkAcl
from ssmwizard.model.text import N_, Text, text

# Ports from which a NAT gateway opens connections.
# https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
NAT_PORTS = (1024, 65535)
# What AWS recommends to open for answers: the ports of every system, and of NAT gateways.
# https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
EPHEMERAL = "1024-65535"
REQUEST = text(N_("the request to the internet"))
ANSWER = text(N_("the answer from the internet"))


@dataclass(frozen=True, slots=True)
class _Leg:
    """Traffic that crosses the border of a subnet in one direction.

    ``wide``: the addresses are all public ones, of which small exceptions do not count.
    """

    subnet: str
    egress: bool
    addresses: Spans
    ports: Span
    what: Text
    wide: bool = False


@dataclass(frozen=True, slots=True)
class _Traffic:
    layout: Layout
    family: int

    def crosses(self, leg: _Leg) -> Hop:
        """Return whether the traffic passes the network ACL of the subnet."""
        acl = self.layout.acl(leg.subnet)
        if acl is None:
            said = N_("The network ACL of subnet {subnet} is not shown here.")
            return unsure(text(said, subnet=leg.subnet))
        if not leg.addresses:
            said = N_("The addresses on the way are not all known, so {acl} does not decide it.")
            return unsure(text(said, acl=acl.id), acl.id)
        odd = unreadable(acl.entries, egress=leg.egress)
        if odd is not None:
            said = N_(
                "Network ACL {acl} of subnet {subnet} has an entry that cannot be read ({rule})."
            )
            worded = text(said, acl=acl.id, subnet=leg.subnet, rule=_words(odd))
            return unsure(worded, acl.id, self._shown(acl, leg, odd))
        pieces = sieve(acl.entries, leg.addresses, leg.ports, family=self.family, egress=leg.egress)
        found = shut(pieces, leg.addresses, leg.ports, EXCEPTION if leg.wide else 0)
        denied = _main([piece for piece in pieces if not piece.passes])
        if found.whole == (leg.ports,):
            return self._drops(acl, leg, denied)
        if found.part:
            said = N_(
                "Network ACL {acl} of subnet {subnet} drops {what} for some addresses ({rule}). Whether this way uses them cannot be seen from here."
            )
            rule = _words(denied)
            found_text = text(said, acl=acl.id, subnet=leg.subnet, what=leg.what, rule=rule)
            return unsure(found_text, acl.id, self._shown(acl, leg, denied))
        if found.whole:
            said = N_(
                "Network ACL {acl} of subnet {subnet} drops {what} at the ports {dropped} ({rule}). Connections from these ports fail, so it works only at times. Allow the ports {ports} there."
            )
            worded = text(
                said,
                acl=acl.id,
                subnet=leg.subnet,
                what=leg.what,
                rule=_words(denied),
                dropped=", ".join(f"{first}-{last}" for first, last in found.whole),
                ports=EPHEMERAL,
            )
            return partly(worded, acl.id, self._shown(acl, leg, denied))
        said = N_("The network ACLs let the request and its answer pass.")
        passing = _main([piece for piece in pieces if piece.passes])
        return yes(text(said), acl.id, self._shown(acl, leg, passing))

    def _drops(self, acl: NetworkAcl, leg: _Leg, denied: AclEntry | None) -> Hop:
        first, last = leg.ports
        ports = str(first) if first == last else EPHEMERAL
        if leg.egress:
            said = N_(
                "Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an outgoing rule with a lower number."
            )
        else:
            said = N_(
                "Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an incoming rule with a lower number."
            )
        worded = text(
            said, acl=acl.id, subnet=leg.subnet, what=leg.what, rule=_words(denied), ports=ports
        )
        return no(worded, acl.id, self._shown(acl, leg, denied))

    def _shown(self, acl: NetworkAcl, leg: _Leg, entry: AclEntry | None) -> Evidence:
        label = text(N_("Outgoing rule")) if leg.egress else text(N_("Incoming rule"))
        return seen(label, f"{acl.id}: {_words(entry)}", self.layout.facts.acls)


def to_internet(layout: Layout, site: Site, targets: Sequence[str], port: int) -> Hop:
    """Return whether the ACLs let HTTPS to the public addresses pass.

    ``targets`` are those of the routes that lead there, in so far as that is known: a NAT gateway
    stands behind an ACL of its own.
    """
    traffic, outside = _Traffic(layout, site.family), world(layout, site)
    own = [
        traffic.crosses(_Leg(site.subnet, True, outside, (port, port), REQUEST, wide=True)),
        traffic.crosses(_Leg(site.subnet, False, outside, site.ports, ANSWER, wide=True)),
    ]
    behind = [_behind(layout, site, target, port) for target in targets]
    return in_turn([*own, _whichever(behind)] if behind else own)


def _behind(layout: Layout, site: Site, target: str, port: int) -> Hop:
    """Return whether the ACL of a NAT gateway, if there is one behind the route, lets it all pass."""
    nat = layout.nat(target) if target.startswith("nat-") else None
    if nat is None or not nat.subnet_id or nat.subnet_id == site.subnet:
        return yes(text(N_("No other network ACL stands on the way.")), target)
    near, far = _Traffic(layout, site.family), _Traffic(layout, IPV4)
    node, subnet, outside = site.addresses, nat.subnet_id, public(IPV4)
    hops = [
        near.crosses(_Leg(subnet, False, node, (port, port), text(N_("the request of the node")))),
        far.crosses(_Leg(subnet, True, outside, (port, port), REQUEST, wide=True)),
        far.crosses(_Leg(subnet, False, outside, NAT_PORTS, ANSWER, wide=True)),
        near.crosses(_Leg(subnet, True, node, site.ports, text(N_("the answer to the node")))),
    ]
    return in_turn(hops)


def _whichever(hops: Sequence[Hop]) -> Hop:
    """Return what several ways come to of which nobody knows whether the node takes the one or the other."""
    if len({hop.holds for hop in hops}) == 1:
        return hops[0]
    worse = next(hop for hop in hops if hop.holds is not Holds.YES)
    said = N_(
        "A part of the public addresses is reached through other subnets than the rest. Which of them the service has cannot be seen from here. One part: {one}"
    )
    return unsure(text(said, one=worse.said), worse.by, *worse.evidence)


def to_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> Hop:
    """Return whether the ACLs let HTTPS to the endpoint pass.

    Inside a subnet no network ACL applies.
    """
    traffic, node = _Traffic(layout, site.family), site.addresses
    hops: list[Hop] = []
    for subnet in endpoint.subnets:
        if subnet == site.subnet:
            said = N_("Inside the subnet {subnet} no network ACL applies.")
            hops.append(yes(text(said, subnet=subnet), subnet))
            continue
        there, request = layout.addresses(subnet, site.family), (port, port)
        to, back = text(N_("the request to the endpoint")), text(N_("the endpoint's answer"))
        legs = [
            _Leg(site.subnet, True, there, request, to),
            _Leg(subnet, False, node, request, to),
            _Leg(subnet, True, node, site.ports, back),
            _Leg(site.subnet, False, there, site.ports, back),
        ]
        hops.append(in_turn([traffic.crosses(leg) for leg in legs]))
    if not hops:
        return unsure(text(N_("The endpoint stands in no subnet.")), endpoint.id)
    return side_by_side(hops)


def _main(pieces: list[Piece]) -> AclEntry | None:
    """The entry that decides most."""
    most = max(
        pieces,
        key=lambda one: size(one.addresses) * (one.ports[1] - one.ports[0] + 1),
        default=None,
    )
    return most.entry if most is not None else None


def _words(entry: AclEntry | None) -> str:
    if entry is None:
        return "*"
    ports = "" if entry.from_port is None else f" {entry.from_port}-{entry.to_port}"
    verb = "allow" if entry.allow else "deny"
    return f"{entry.number} {verb} {entry.protocol}{ports} {entry.cidr}"
