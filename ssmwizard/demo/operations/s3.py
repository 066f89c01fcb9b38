"""Buckets of S3: whether they are there, what they encrypt with, and their policies."""

from __future__ import annotations

import json
from typing import Any

from ssmwizard.demo.caller import keys_of
from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.resource_policy import forbids, permits

_ACTIONS = {
    "HeadBucket": "s3:ListBucket",
    "GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "GetBucketPolicy": "s3:GetBucketPolicy",
}


def _bucket(context: Context, params: Params, action: str) -> dict[str, Any]:
    """A bucket that the caller may look at, asked for in its own Region."""
    name = params["Bucket"]
    bucket: dict[str, Any] | None = context.world["buckets"].get(name)
    if bucket is None:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    if bucket["Region"] != context.region_name:
        message = (
            "The bucket you are attempting to access must be addressed using the specified "
            "endpoint. Please send all future requests to this endpoint."
        )
        there = {"x-amz-bucket-region": bucket["Region"]}
        raise AwsError("PermanentRedirect", message, 301, there)
    policy, keys = bucket["Policy"] or {}, keys_of(context.caller, context)
    who = (context.caller.principal["Arn"], action, _arn(context, name), keys)
    let_in = bucket["Owner"] == context.account or permits(policy, *who)
    if not let_in or forbids(policy, *who):
        raise AwsError("AccessDenied", "Access Denied", 403)
    return bucket


def head_bucket(context: Context, params: Params) -> Answer:
    """Where a bucket is; all that is told stands in the headers."""
    bucket = _bucket(context, params, _ACTIONS["HeadBucket"])
    return {"BucketRegion": bucket["Region"], "AccessPointAlias": "false"}


def get_bucket_encryption(context: Context, params: Params) -> Answer:
    """What a bucket encrypts new objects with."""
    bucket = _bucket(context, params, _ACTIONS["GetBucketEncryption"])
    if bucket["Encryption"] is None:
        message = "The server side encryption configuration was not found"
        raise AwsError("ServerSideEncryptionConfigurationNotFoundError", message, 404)
    rule = {
        "ApplyServerSideEncryptionByDefault": bucket["Encryption"],
        "BucketKeyEnabled": "KMSMasterKeyID" in bucket["Encryption"],
    }
    return {"ServerSideEncryptionConfiguration": {"Rules": [rule]}}


def get_bucket_policy(context: Context, params: Params) -> Answer:
    """A bucket's policy, word for word."""
    bucket = _bucket(context, params, _ACTIONS["GetBucketPolicy"])
    if bucket["Policy"] is None:
        raise AwsError("NoSuchBucketPolicy", "The bucket policy does not exist", 404)
    return {"Policy": json.dumps(bucket["Policy"])}


def _arn(context: Context, name: str) -> str:
    return f"arn:{context.partition}:s3:::{name}"


def _on_bucket(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        known = params["Bucket"] in context.world["buckets"]
        return [(action, _arn(context, params["Bucket"] if known else "*"))]

    return resources


_RUN = {
    "HeadBucket": head_bucket,
    "GetBucketEncryption": get_bucket_encryption,
    "GetBucketPolicy": get_bucket_policy,
}
OPERATIONS = {
    f"s3:{name}": Operation(run, resources=_on_bucket(_ACTIONS[name])) for name, run in _RUN.items()
}
