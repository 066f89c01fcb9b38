"""The tags of hybrid nodes, as the service lists them."""

from typing import Any

from support.scripted import NOW, ScriptedAws, denied

from ssmwizard.collect.labels import labels
from ssmwizard.model.facts import Known, Source, Unknown, Why

CALL = "resourcegroupstaggingapi:GetResources"


def resource(node: str, **tags: str) -> dict[str, Any]:
    listed = [{"Key": key, "Value": value} for key, value in tags.items()]
    arn = f"arn:aws:ssm:eu-west-3:111122223333:managed-instance/{node}"
    return {"ResourceARN": arn, "Tags": listed}


def test_tags_are_listed_page_by_page() -> None:
    first = {"ResourceTagMappingList": [resource("mi-1", Site="Lyon")], "PaginationToken": "more"}
    last = {"ResourceTagMappingList": [resource("mi-2")], "PaginationToken": ""}
    aws = ScriptedAws({CALL: [first, last]})
    assert labels(aws) == Known({"mi-1": (("Site", "Lyon"),), "mi-2": ()}, Source(CALL, NOW))
    wanted = {"ResourceTypeFilters": ["ssm:managed-instance"], "ResourcesPerPage": 100}
    assert aws.asked == [(CALL, wanted), (CALL, {**wanted, "PaginationToken": "more"})]


def test_the_right_that_is_missing_is_named_as_iam_names_it() -> None:
    fact = labels(ScriptedAws({CALL: denied(CALL)}))
    assert isinstance(fact, Unknown)
    assert (fact.why, fact.right) == (Why.DENIED, "tag:GetResources")


def test_an_answer_that_lacks_what_it_always_has_is_not_known() -> None:
    fact = labels(ScriptedAws({CALL: {"ResourceTagMappingList": [{"Tags": []}]}}))
    assert isinstance(fact, Unknown)
    assert fact.why is Why.FAILED
