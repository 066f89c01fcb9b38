"""Builds security groups and network ACLs for a scenario."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.scenarios.region import RegionBuilder, tags
from ssmwizard.demo.scenarios.rules import entry


class AccessBuilder(RegionBuilder):
    """Adds what lets traffic through, or not."""

    def group(
        self,
        vpc: str,
        name: str,
        *,
        ingress: list[dict[str, Any]] | None = None,
        egress: list[dict[str, Any]] | None = None,
    ) -> str:
        """A security group; nothing comes in or goes out unless given."""
        group = self.new("sg-")
        self.state["groups"][group] = {
            "GroupId": group,
            "GroupName": name,
            "Description": f"{name} (demo)",
            "SecurityGroupArn": self.arn(f"security-group/{group}"),
            "VpcId": vpc,
            "OwnerId": self.owner,
            "IpPermissions": [_whole(rule, self.owner) for rule in ingress or []],
            "IpPermissionsEgress": [_whole(rule, self.owner) for rule in egress or []],
            "Tags": tags(name),
        }
        return group

    def acl(
        self,
        vpc: str,
        name: str,
        *,
        subnets: tuple[str, ...] = (),
        entries: list[dict[str, Any]] | None = None,
        default: bool = False,
    ) -> str:
        """A network ACL; without entries it lets everything pass."""
        acl = self.new("acl-")
        written = entries if entries is not None else [entry(100, out=o) for o in (True, False)]
        last = [entry(32767, out=o, action="deny") for o in (True, False)]
        record: dict[str, Any] = {
            "NetworkAclId": acl,
            "VpcId": vpc,
            "OwnerId": self.owner,
            "IsDefault": default,
            "Associations": [],
            "Entries": written + last,
            "Tags": tags(name),
        }
        self.state["acls"][acl] = record
        for subnet in subnets:
            self.guard(record, subnet)
        return acl

    def guard(self, acl: dict[str, Any], subnet: str) -> None:
        """Puts a subnet under a network ACL, away from any other."""
        for other in self.state["acls"].values():
            other["Associations"] = [a for a in other["Associations"] if a["SubnetId"] != subnet]
        acl["Associations"].append(
            {
                "NetworkAclAssociationId": self.new("aclassoc-"),
                "NetworkAclId": acl["NetworkAclId"],
                "SubnetId": subnet,
            }
        )


def _whole(rule: dict[str, Any], owner: str) -> dict[str, Any]:
    whole = {"IpRanges": [], "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": [], **rule}
    whole["UserIdGroupPairs"] = [{"UserId": owner, **pair} for pair in whole["UserIdGroupPairs"]]
    return whole
