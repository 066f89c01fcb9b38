"""The tags of nodes outside EC2, which no list of nodes tells."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.collect.asking import known, tags
from ssmwizard.model.facts import Fact
from ssmwizard.outside.calls import Aws, pages

# https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/supported-services.html
KIND = "ssm:managed-instance"
# https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
PAGE = 100

Labels = Mapping[str, tuple[tuple[str, str], ...]]


def labels(aws: Aws) -> Fact[Labels]:
    """Return the tags by node id, of those that have some."""

    def question() -> Labels:
        listed = pages(
            aws,
            "resourcegroupstaggingapi",
            "GetResources",
            "ResourceTagMappingList",
            ResourceTypeFilters=[KIND],
            ResourcesPerPage=PAGE,
        )
        return {
            str(one["ResourceARN"]).rpartition("/")[2]: tags(one.get("Tags", [])) for one in listed
        }

    return known(aws, "resourcegroupstaggingapi:GetResources", question)
