"""Policies of all kinds, and requests that they are asked about."""

from __future__ import annotations

from hypothesis import strategies as st

ACTIONS = ["ssm:StartSession", "ssm:StopSession", "kms:Decrypt"]
ARN = "arn:aws:ssm:eu-west-3:111122223333:document/a:1"
RESOURCES = [ARN, "arn:aws:ssm:eu-west-3::document/b", "*"]
# What each key may be, ``()`` for a request that does not have it.
MAY_BE = {
    "aws:requestedregion": [(), ("eu-west-3",), ("us-east-1",)],
    "aws:username": [(), ("bob",), ("B*b",)],
    "aws:multifactorauthpresent": [(), ("true",), ("false",)],
    "aws:sourcearn": [(), (ARN,), ("arn:aws:ec2:eu-west-3:111122223333:instance/i-1",)],
    "aws:multifactorauthage": [(), ("60",), ("3600.5",)],
    "aws:currenttime": [(), ("2026-11-24T08:00:00Z",), ("2020-01-01",)],
    "aws:sourceip": [(), ("10.0.0.1",), ("192.0.2.7",)],
    "aws:tagkeys": [(), ("a",), ("a", "b"), ("b", "c")],
}
SPELLED = {"aws:requestedregion": "aws:RequestedRegion", "aws:tagkeys": "AWS:TagKeys"}
TEXTS = ["eu-west-3", "EU-WEST-3", "eu-*", "b?b", "B${*}b", "${aws:username}", "*", ""]
TEXTS += ["${aws:username, 'bob'}", "us-east-1", "a", "b"]
ARNS = [ARN, "arn:aws:*:*:*:*", "arn:aws:ssm:eu-west-3:*:document/*", "*"]
ARNS += [
    "arn:aws:ssm:${aws:RequestedRegion}:*:document/?:1",
    "arn:*:ec2:*:*:instance/${aws:username}",
]
TEXT_KEYS = ["aws:requestedregion", "aws:username", "aws:tagkeys"]


def one_or_more(values):
    return st.one_of(
        st.sampled_from(values), st.lists(st.sampled_from(values), min_size=1, max_size=3)
    )


def operators(names, *, sets=False):
    whole = st.builds(str.__add__, st.sampled_from(names), st.sampled_from(["", "IfExists"]))
    prefixes = st.sampled_from(["ForAllValues:", "ForAnyValue:"])
    return st.builds(str.__add__, prefixes, whole) if sets else whole


def conditions(names, keys, wanted, *, sets=False):
    pairs = st.tuples(st.sampled_from(keys), one_or_more(wanted))
    return st.tuples(operators(names, sets=sets), pairs)


STRINGS = ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"]
STRINGS += ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"]
ORDERS = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
condition = st.one_of(
    conditions(STRINGS, TEXT_KEYS[:2], TEXTS),
    conditions(STRINGS, TEXT_KEYS, TEXTS, sets=True),
    conditions(["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"], ["aws:sourcearn"], ARNS),
    conditions(["Bool"], ["aws:multifactorauthpresent"], ["true", "false", "True"]),
    conditions([f"Numeric{o}" for o in ORDERS], ["aws:multifactorauthage"], ["60", "3600.5", "-1"]),
    conditions([f"Date{o}" for o in ORDERS], ["aws:currenttime"], ["2026-11-24T08:00:00+00:00"]),
    conditions(["IpAddress", "NotIpAddress"], ["aws:sourceip"], ["10.0.0.0/8", "192.0.2.7"]),
    st.tuples(
        st.just("Null"), st.tuples(st.sampled_from(sorted(MAY_BE)), one_or_more(["true", "false"]))
    ),
)


def block(chosen):
    found = {}
    for operator, (key, wanted) in chosen:
        found.setdefault(operator, {})[SPELLED.get(key, key)] = wanted
    return found


statements = st.builds(
    lambda effect, action, actions, resource, resources, chosen: {
        "Effect": effect,
        action: actions,
        resource: resources,
        **({"Condition": block(chosen)} if chosen else {}),
    },
    st.sampled_from(["Allow", "Allow", "Deny"]),
    st.sampled_from(["Action", "Action", "NotAction"]),
    one_or_more(["*", "ssm:*", "SSM:St?pSession", "kms:Decrypt", "ssm:StartSession"]),
    st.sampled_from(["Resource", "Resource", "NotResource"]),
    one_or_more(ARNS),
    st.lists(condition, max_size=2),
)
policies = st.lists(
    st.builds(
        lambda version, found, alone: {
            **version,
            "Statement": found[0] if alone and len(found) == 1 else found,
        },
        st.sampled_from([{"Version": "2012-10-17"}, {"Version": "2008-10-17"}, {}]),
        st.lists(statements, max_size=3),
        st.booleans(),
    ),
    min_size=1,
    max_size=2,
)
known = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in MAY_BE.items()})
partly = st.fixed_dictionaries(
    {key: st.sampled_from([None, *values]) for key, values in MAY_BE.items()}
)
