"""What carries which tags, asked of all services at once; here of hybrid nodes."""

from __future__ import annotations

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.paging import page

MANAGED = "ssm:managed-instance"


def get_resources(context: Context, params: Params) -> Answer:
    """The hybrid nodes that have tags, with all of them; of other kinds there are none here."""
    kinds = params.get("ResourceTypeFilters") or [MANAGED]
    tagged = [
        {
            "ResourceARN": context.arn("ssm", f"managed-instance/{node_id}"),
            "Tags": node["Tags"],
        }
        for node_id, node in sorted(context.region["nodes"].items())
        if node["Kind"] == "hybrid" and node["Tags"] and {MANAGED, "ssm"} & set(kinds)
    ]
    names = ("ResourcesPerPage", "PaginationToken")
    part, token = page(
        tagged, params, default=50, members=names, invalid="PaginationTokenExpiredException"
    )
    return {"ResourceTagMappingList": part, "PaginationToken": token or ""}


OPERATIONS = {
    "resourcegroupstaggingapi:GetResources": Operation(
        get_resources, resources=lambda _context, _params: [("tag:GetResources", "*")]
    ),
}
