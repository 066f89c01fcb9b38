"""Every operation the demo account knows, by ``service:Operation``."""

from __future__ import annotations

from ssmwizard.demo.context import Operation
from ssmwizard.demo.operations import (
    ec2_dns,
    ec2_groups,
    ec2_instances,
    ec2_metadata,
    ec2_network,
    ec2_profiles,
    ec2_region,
    iam_entities,
    iam_policies,
    iam_profiles,
    iam_simulation,
    kms,
    logs,
    s3,
    ssm_associations,
    ssm_commands,
    ssm_documents,
    ssm_nodes,
    ssm_sessions,
    ssm_settings,
    sts,
    tagging,
)

OPERATIONS: dict[str, Operation] = {
    **ec2_dns.OPERATIONS,
    **ec2_groups.OPERATIONS,
    **ec2_instances.OPERATIONS,
    **ec2_metadata.OPERATIONS,
    **ec2_network.OPERATIONS,
    **ec2_profiles.OPERATIONS,
    **ec2_region.OPERATIONS,
    **iam_entities.OPERATIONS,
    **iam_policies.OPERATIONS,
    **iam_profiles.OPERATIONS,
    **iam_simulation.OPERATIONS,
    **kms.OPERATIONS,
    **logs.OPERATIONS,
    **s3.OPERATIONS,
    **ssm_associations.OPERATIONS,
    **ssm_commands.OPERATIONS,
    **ssm_documents.OPERATIONS,
    **ssm_nodes.OPERATIONS,
    **ssm_sessions.OPERATIONS,
    **ssm_settings.OPERATIONS,
    **sts.OPERATIONS,
    **tagging.OPERATIONS,
}
