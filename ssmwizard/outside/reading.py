"""Which calls only read. Every other call counts as one that changes something.

A list, not a rule by name: ``GetSessionToken`` makes credentials, ``GetAccessToken`` opens a way to a
node. Each of these has the access level List or Read.
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from ssmwizard.model.plans import COMPUTER

READING_VERBS = ("Describe", "Get", "Head", "List", "Simulate")
READS = frozenset(
    {
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeIamInstanceProfileAssociations",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstances",
        "ec2:DescribeNatGateways",
        "ec2:DescribeNetworkAcls",
        "ec2:DescribeRegions",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroupRules",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcAttribute",
        "ec2:DescribeVpcEndpointServices",
        "ec2:DescribeVpcEndpoints",
        "ec2:DescribeVpcs",
        "ec2:GetConsoleOutput",
        "ec2:GetManagedPrefixListEntries",
        "iam:GetAccountSummary",
        "iam:GetContextKeysForPrincipalPolicy",
        "iam:GetInstanceProfile",
        "iam:GetPolicy",
        "iam:GetPolicyVersion",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListAccountAliases",
        "iam:ListAttachedRolePolicies",
        "iam:ListInstanceProfilesForRole",
        "iam:ListRolePolicies",
        "iam:SimulatePrincipalPolicy",
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "resourcegroupstaggingapi:GetResources",
        "s3:GetBucketEncryption",
        "s3:GetBucketPolicy",
        "s3:HeadBucket",
        "ssm:DescribeActivations",
        "ssm:DescribeAssociation",
        "ssm:DescribeInstanceInformation",
        "ssm:DescribeInstanceProperties",
        "ssm:DescribeSessions",
        "ssm:GetCommandInvocation",
        "ssm:GetConnectionStatus",
        "ssm:GetDocument",
        "ssm:GetServiceSetting",
        "ssm:ListAssociations",
        "ssm:ListCommandInvocations",
        "ssm:ListCommands",
        "ssm:ListTagsForResource",
        "sts:GetCallerIdentity",
    }
)


def reads(service: str, operation: str) -> bool:
    """Tell whether a call is known to change nothing; those of this computer are named by us."""
    if service == COMPUTER:
        return operation.startswith(READING_VERBS)
    return f"{service}:{operation}" in READS
