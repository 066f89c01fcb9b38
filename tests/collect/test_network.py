"""The network is read with few calls, to the last page, and each part can be missing by itself."""

from typing import Any

import pytest
from support.scripted import ScriptedAws, denied

from ssmwizard.collect import network
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.network import (
    AclEntry,
    DhcpOptions,
    Endpoint,
    NatGateway,
    Permission,
    Route,
    Vpc,
    VpcDns,
)

ATTRIBUTES = {"enableDnsSupport": True, "enableDnsHostnames": False}


def attribute(VpcId: str, Attribute: str) -> dict[str, Any]:  # noqa: N803 - AWS's names
    return {"VpcId": VpcId, Attribute[0].upper() + Attribute[1:]: {"Value": ATTRIBUTES[Attribute]}}


SCRIPT: dict[str, Any] = {
    "ec2:DescribeVpcs": {
        "Vpcs": [
            {
                "VpcId": "vpc-1",
                "OwnerId": "111122223333",
                "CidrBlock": "10.0.0.0/16",
                "CidrBlockAssociationSet": [
                    {"CidrBlock": "10.0.0.0/16", "CidrBlockState": {"State": "associated"}},
                    {"CidrBlock": "10.1.0.0/16", "CidrBlockState": {"State": "associated"}},
                    {"CidrBlock": "10.2.0.0/16", "CidrBlockState": {"State": "disassociated"}},
                ],
                "Ipv6CidrBlockAssociationSet": [
                    {"Ipv6CidrBlock": "2600::/56", "Ipv6CidrBlockState": {"State": "associated"}}
                ],
                "DhcpOptionsId": "dopt-1",
            }
        ]
    },
    "ec2:DescribeSubnets": [
        {
            "Subnets": [
                {
                    "SubnetId": "subnet-1",
                    "VpcId": "vpc-1",
                    "AvailabilityZone": "eu-west-3a",
                    "CidrBlock": "10.0.0.0/24",
                    "BlockPublicAccessStates": {"InternetGatewayBlockMode": "block-ingress"},
                }
            ],
            "NextToken": "more",
        },
        {"Subnets": [{"SubnetId": "subnet-2", "VpcId": "vpc-1"}]},
    ],
    "ec2:DescribeRouteTables": {
        "RouteTables": [
            {
                "RouteTableId": "rtb-2",
                "VpcId": "vpc-1",
                "Associations": [
                    {"Main": False, "SubnetId": "subnet-1"},
                    {
                        "Main": False,
                        "SubnetId": "subnet-9",
                        "AssociationState": {"State": "disassociated"},
                    },
                    {"Main": False, "GatewayId": "igw-1"},
                ],
                "Routes": [
                    {
                        "DestinationCidrBlock": "10.0.0.0/16",
                        "GatewayId": "local",
                        "State": "active",
                    },
                    {"DestinationPrefixListId": "pl-s3", "GatewayId": "vpce-s3", "State": "active"},
                    {"DestinationPrefixListId": "pl-a", "TransitGatewayId": "tgw-1"},
                    {
                        "DestinationCidrBlock": "0.0.0.0/0",
                        "InstanceId": "i-nat",
                        "NetworkInterfaceId": "eni-nat",
                        "State": "blackhole",
                    },
                    {"DestinationIpv6CidrBlock": "::/0", "EgressOnlyInternetGatewayId": "eigw-1"},
                    {
                        "DestinationCidrBlock": "172.16.0.0/12",
                        "GatewayId": "vgw-1",
                        "Origin": "EnableVgwRoutePropagation",
                        "State": "active",
                    },
                ],
            },
            {"RouteTableId": "rtb-1", "VpcId": "vpc-1", "Associations": [{"Main": True}]},
        ]
    },
    "ec2:DescribeSecurityGroups": {
        "SecurityGroups": [
            {
                "GroupId": "sg-1",
                "GroupName": "web",
                "VpcId": "vpc-1",
                "IpPermissions": [
                    {
                        "IpProtocol": "tcp",
                        "FromPort": 443,
                        "ToPort": 443,
                        "IpRanges": [{"CidrIp": "10.0.0.0/8"}],
                        "Ipv6Ranges": [{"CidrIpv6": "::/0"}],
                        "UserIdGroupPairs": [{"GroupId": "sg-2", "UserId": "1"}],
                        "PrefixListIds": [{"PrefixListId": "pl-b"}],
                    }
                ],
                "IpPermissionsEgress": [{"IpProtocol": "-1"}],
            }
        ]
    },
    "ec2:DescribeNetworkAcls": {
        "NetworkAcls": [
            {
                "NetworkAclId": "acl-1",
                "VpcId": "vpc-1",
                "IsDefault": True,
                "Associations": [{"SubnetId": "subnet-1"}],
                "Entries": [
                    {
                        "RuleNumber": 200,
                        "Egress": False,
                        "RuleAction": "deny",
                        "Protocol": "6",
                        "CidrBlock": "0.0.0.0/0",
                        "PortRange": {"From": 1024, "To": 65535},
                    },
                    {
                        "RuleNumber": 100,
                        "Egress": False,
                        "RuleAction": "allow",
                        "Protocol": "-1",
                        "Ipv6CidrBlock": "::/0",
                    },
                ],
            }
        ]
    },
    "ec2:DescribeVpcEndpoints": {
        "VpcEndpoints": [
            {
                "VpcEndpointId": "vpce-1",
                "VpcEndpointType": "Interface",
                "VpcId": "vpc-1",
                "ServiceName": "com.amazonaws.eu-west-3.ssm",
                "State": "Available",
                "IpAddressType": "dualstack",
                "PrivateDnsEnabled": True,
                "SubnetIds": ["subnet-2", "subnet-1"],
                "Groups": [{"GroupId": "sg-1", "GroupName": "web"}],
                "PolicyDocument": "{}",
            },
            {
                "VpcEndpointId": "vpce-2",
                "VpcEndpointType": "Interface",
                "ServiceName": "com.amazonaws.us-east-1.ssm",
                "ServiceRegion": "us-east-1",
            },
            {
                "VpcEndpointId": "vpce-s3",
                "VpcEndpointType": "Gateway",
                "ServiceName": "com.amazonaws.eu-west-3.s3",
                "RouteTableIds": ["rtb-2"],
            },
        ]
    },
    "ec2:DescribeNatGateways": {
        "NatGateways": [
            {"NatGatewayId": "nat-1", "SubnetId": "subnet-1", "State": "available"},
            {
                "NatGatewayId": "nat-2",
                "RouteTableId": "rtb-9",
                "State": "pending",
                "ConnectivityType": "private",
                "AvailabilityMode": "regional",
            },
        ]
    },
    "ec2:DescribeDhcpOptions": {
        "DhcpOptions": [
            {
                "DhcpOptionsId": "dopt-1",
                "DhcpConfigurations": [
                    {"Key": "domain-name", "Values": [{"Value": "corp"}]},
                    {
                        "Key": "domain-name-servers",
                        "Values": [{"Value": "10.9.9.9"}, {"Value": "10.9.9.10"}],
                    },
                ],
            }
        ]
    },
    "ec2:DescribeVpcAttribute": attribute,
    "ec2:GetManagedPrefixListEntries": [
        {"Entries": [{"Cidr": "10.1.0.0/24"}], "NextToken": "more"},
        {"Entries": [{"Cidr": "10.2.0.0/24", "Description": "two"}]},
    ],
}


def collect(aws, *vpcs):
    asked = network.questions(aws, vpcs or ("vpc-1",))
    return network.facts({name: question() for name, question in asked.items()})


def test_each_part_is_read_to_its_last_page_into_the_models_own_words() -> None:
    facts = collect(ScriptedAws(SCRIPT))
    blocks = ("10.0.0.0/16", "10.1.0.0/16", "2600::/56")
    assert facts.vpcs.require() == {"vpc-1": Vpc("vpc-1", "111122223333", blocks, "dopt-1")}
    subnets = facts.subnets.require()
    assert list(subnets) == ["subnet-1", "subnet-2"]
    assert subnets["subnet-1"].internet_block == "block-ingress"
    assert facts.dhcp_options.require() == {
        "dopt-1": DhcpOptions("dopt-1", ("10.9.9.9", "10.9.9.10"))
    }
    assert facts.dns["vpc-1"].require() == VpcDns(support=True, hostnames=False)
    assert facts.nat_gateways.require() == {
        "nat-1": NatGateway("nat-1", "subnet-1", "", "available", "public"),
        "nat-2": NatGateway("nat-2", "", "rtb-9", "pending", "private"),
    }


def test_route_tables() -> None:
    main, own = collect(ScriptedAws(SCRIPT)).route_tables.require()
    assert (main.id, main.main, main.subnets) == ("rtb-1", True, ())
    assert (own.id, own.main, own.subnets) == ("rtb-2", False, ("subnet-1",))
    assert own.routes == (
        Route("10.0.0.0/16", "local", "active"),
        Route("pl-s3", "vpce-s3", "active"),
        Route("pl-a", "tgw-1", ""),
        Route("0.0.0.0/0", "eni-nat", "blackhole"),
        Route("::/0", "eigw-1", ""),
        Route("172.16.0.0/12", "vgw-1", "active", propagated=True),
    )


def test_security_groups_and_network_acls() -> None:
    facts = collect(ScriptedAws(SCRIPT))
    group = facts.groups.require()["sg-1"]
    assert group.ingress == (
        Permission("tcp", 443, 443, ("10.0.0.0/8", "::/0"), ("sg-2",), ("pl-b",)),
    )
    assert group.egress == (Permission("-1", None, None, (), (), ()),)
    (acl,) = facts.acls.require()
    assert acl.entries == (
        AclEntry(100, False, True, "-1", "::/0", None, None),
        AclEntry(200, False, False, "6", "0.0.0.0/0", 1024, 65535),
    )


def test_an_endpoint_serves_a_service_of_its_own_region_only() -> None:
    first, second, gateway = collect(ScriptedAws(SCRIPT)).endpoints.require()
    assert first == Endpoint(
        id="vpce-1",
        service="ssm",
        service_name="com.amazonaws.eu-west-3.ssm",
        type="Interface",
        vpc_id="vpc-1",
        state="available",
        addresses="dualstack",
        private_dns=True,
        subnets=("subnet-1", "subnet-2"),
        groups=("sg-1",),
        route_tables=(),
        policy="{}",
    )
    assert second.service == ""
    assert gateway.service == "s3"


def described(call, key, *parts):
    """What the facts say when the service describes these parts."""
    return collect(ScriptedAws(SCRIPT | {f"ec2:{call}": {key: list(parts)}}))


def test_a_subnet_that_translates_names() -> None:
    found = described(
        "DescribeSubnets",
        "Subnets",
        {"SubnetId": "subnet-6", "EnableDns64": True},
        {"SubnetId": "s"},
    ).subnets.require()
    assert [found[name].dns64 for name in ("subnet-6", "s")] == [True, False]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, True),
        ({"PrivateDnsOnlyForInboundResolverEndpoint": False}, True),
        ({"PrivateDnsOnlyForInboundResolverEndpoint": True}, False),
    ],
)
def test_a_name_that_leads_to_the_endpoint_for_outsiders_alone_does_not_for_nodes(
    options, expected
) -> None:
    one = {"VpcEndpointId": "vpce-1", "PrivateDnsEnabled": True, "DnsOptions": options}
    (found,) = described("DescribeVpcEndpoints", "VpcEndpoints", one).endpoints.require()
    assert found.private_dns is expected


ENTRY = {"RuleNumber": 1, "Egress": True, "RuleAction": "allow", "Protocol": "-1"}


@pytest.mark.parametrize(
    ("entry", "cidr"),
    [
        (ENTRY | {"CidrBlock": "10.0.0.0/8"}, "10.0.0.0/8"),
        (ENTRY | {"CidrBlock": "10.0.0.0/8", "RuleAction": "count"}, ""),
        (ENTRY, ""),
    ],
)
def test_an_entry_of_which_a_part_is_missing_or_new_has_no_block(entry, cidr) -> None:
    one = {"NetworkAclId": "acl-1", "Entries": [entry]}
    (found,) = described("DescribeNetworkAcls", "NetworkAcls", one).acls.require()
    assert found.entries[0].cidr == cidr


def test_a_peer_of_a_rule_that_is_missing_stays_a_peer() -> None:
    peers = {"IpRanges": [{}], "Ipv6Ranges": [{}], "UserIdGroupPairs": [{"UserId": "1"}]}
    one = {"GroupId": "sg-1", "IpPermissions": [{"IpProtocol": "-1", **peers}]}
    found = described("DescribeSecurityGroups", "SecurityGroups", one).groups.require()
    (rule,) = found["sg-1"].ingress
    assert (rule.cidrs, rule.groups) == (("", ""), ("",))


@pytest.mark.parametrize(
    ("call", "key", "broken"),
    [
        ("DescribeVpcs", "Vpcs", {}),
        ("DescribeSubnets", "Subnets", {"CidrBlock": "10.0.0.0/8"}),
        ("DescribeRouteTables", "RouteTables", {"Routes": []}),
        ("DescribeSecurityGroups", "SecurityGroups", {"GroupName": "web"}),
        ("DescribeSecurityGroups", "SecurityGroups", {"GroupId": "g", "IpPermissions": [{}]}),
        ("DescribeNetworkAcls", "NetworkAcls", {"Entries": []}),
        ("DescribeNetworkAcls", "NetworkAcls", {"NetworkAclId": "a", "Entries": [{}]}),
        ("DescribeVpcEndpoints", "VpcEndpoints", {"State": "available"}),
        ("DescribeNatGateways", "NatGateways", {"State": "available"}),
        ("DescribeDhcpOptions", "DhcpOptions", {"DhcpConfigurations": []}),
    ],
)
def test_an_answer_without_what_tells_its_parts_apart_leaves_that_part_unknown(
    call, key, broken
) -> None:
    facts = described(call, key, broken)
    parts = [getattr(facts, name) for name in ("vpcs", "subnets", "route_tables", "groups", "acls")]
    parts += [facts.endpoints, facts.nat_gateways, facts.dhcp_options, facts.dns["vpc-1"]]
    (unknown,) = (part for part in parts if isinstance(part, Unknown))
    assert (unknown.why, unknown.source.call) == (Why.FAILED, f"ec2:{call}")


def test_an_attribute_that_is_missing_is_unknown() -> None:
    answer = {"VpcId": "vpc-1"}
    facts = collect(ScriptedAws(SCRIPT | {"ec2:DescribeVpcAttribute": answer}))
    assert isinstance(facts.dns["vpc-1"], Unknown)


def test_only_prefix_lists_that_rules_and_routes_refer_to_are_read() -> None:
    aws = ScriptedAws(SCRIPT)
    facts = collect(aws)
    assert network.references(facts) == ("pl-a", "pl-b")
    (question,) = network.prefix_list_questions(aws, ["pl-a"]).values()
    assert question().require() == ("10.1.0.0/24", "10.2.0.0/24")


def test_every_kind_of_resource_costs_one_call_however_many_vpcs_there_are() -> None:
    script = SCRIPT | {"ec2:DescribeSubnets": {"Subnets": []}}
    aws = ScriptedAws(script)
    collect(aws, *(f"vpc-{number}" for number in range(200)))
    calls = [name for name, _ in aws.asked]
    assert sorted(name for name in calls if name != "ec2:DescribeVpcAttribute") == sorted(
        name
        for name in SCRIPT
        if name not in ("ec2:DescribeVpcAttribute", "ec2:GetManagedPrefixListEntries")
    )
    assert calls.count("ec2:DescribeVpcAttribute") == 2 * 200


def test_a_filter_never_has_more_values_than_the_service_takes() -> None:
    aws = ScriptedAws(SCRIPT | {"ec2:DescribeSubnets": {"Subnets": []}})
    collect(aws, *(f"vpc-{number}" for number in range(201)))
    sizes = [
        len(asked["Filters"][0]["Values"])
        for name, asked in aws.asked
        if name == "ec2:DescribeVpcs"
    ]
    assert sizes == [200, 1]


def test_without_a_vpc_nothing_is_asked() -> None:
    assert network.questions(ScriptedAws({}), ()) == {}
    assert isinstance(network.facts({}).vpcs, Unknown)


@pytest.mark.parametrize(
    "call", [name for name in SCRIPT if name != "ec2:GetManagedPrefixListEntries"]
)
def test_a_call_that_is_denied_leaves_its_own_part_unknown(call) -> None:
    facts = collect(ScriptedAws(SCRIPT | {call: denied(call)}))
    parts = [getattr(facts, name) for name in ("vpcs", "subnets", "route_tables", "groups", "acls")]
    parts += [facts.endpoints, facts.nat_gateways, facts.dhcp_options, facts.dns["vpc-1"]]
    unknown = [part for part in parts if isinstance(part, Unknown)]
    assert [(one.why, one.right) for one in unknown] == [(Why.DENIED, call)]
    assert sum(isinstance(part, Known) for part in parts) == 8


def test_a_prefix_list_that_is_denied_is_unknown() -> None:
    call = "ec2:GetManagedPrefixListEntries"
    aws = ScriptedAws({call: denied(call)})
    (question,) = network.prefix_list_questions(aws, ["pl-a"]).values()
    answer = question()
    assert isinstance(answer, Unknown)
    assert answer.right == call


def test_references_of_facts_that_are_not_known() -> None:
    assert network.references(network.facts({})) == ()
