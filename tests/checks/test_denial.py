"""What is read in a refusal of AWS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.messages import EC2, HYBRID_ROLE, NODE_ROLE, USER, cli, no_policy, refused

from ssmwizard.checks.denial import Denial, Policy, denials
from ssmwizard.checks.messages.refusals import DENIED, NOT_ALLOWED, refusal
from ssmwizard.checks.template import Said

START = "ssm:StartSession"
SCP = "arn:aws:organizations::123456789012:policy/o-f2ullgv2hg/service_control_policy/p-qprcwfer"


def read(text):
    return list(denials(Said(text)))


def one(text):
    (denial,) = read(text)
    return denial


IMPLICIT = [
    ("identity-based", Policy.IDENTITY),
    ("resource-based", Policy.RESOURCE),
    ("service control", Policy.SERVICE_CONTROL),
    ("resource control", Policy.RESOURCE_CONTROL),
    ("session", Policy.SESSION),
    ("VPC endpoint", Policy.ENDPOINT),
    ("role trust", Policy.TRUST),
]
EXPLICIT = [
    ("with an explicit deny in an identity-based policy", Policy.IDENTITY),
    ("with an explicit deny in a resource-based policy", Policy.RESOURCE),
    ("with an explicit deny in a permissions boundary", Policy.BOUNDARY),
    ("with an explicit deny in a service control policy", Policy.SERVICE_CONTROL),
    ("with an explicit deny in a resource control policy", Policy.RESOURCE_CONTROL),
    ("with an explicit deny in a session policy", Policy.SESSION),
    ("with an explicit deny in a VPC endpoint policy", Policy.ENDPOINT),
    ("with an explicit deny in the role trust policy", Policy.TRUST),
    ("with an explicit deny", Policy.NOT_TOLD),
]


@pytest.mark.parametrize(("kind", "policy"), IMPLICIT)
def test_which_policy_does_not_allow_is_read(kind, policy):
    denial = one(refused(START, EC2, no_policy(START, kind)))
    assert (denial.principal, denial.action, denial.resource) == (USER, START, EC2)
    assert (denial.policy, denial.explicit) == (policy, False)


def test_a_boundary_that_does_not_allow_is_read():
    denial = one(refused(START, EC2, f"because no permissions boundary allows the {START} action"))
    assert (denial.policy, denial.explicit) == (Policy.BOUNDARY, False)


@pytest.mark.parametrize(("reason", "policy"), EXPLICIT)
def test_which_policy_denies_is_read(reason, policy):
    denial = one(refused(START, EC2, reason))
    assert (denial.principal, denial.action, denial.resource) == (USER, START, EC2)
    assert (denial.policy, denial.explicit) == (policy, True)


def test_the_policy_itself_is_named_where_the_message_names_it():
    denial = one(refused(START, EC2, f"with an explicit deny in a service control policy: {SCP}."))
    assert denial.named == SCP


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("User: x is not authorized to perform: iam:GetRole", ("x", "iam:GetRole", "")),
        (
            "is not authorized to perform: iam:GetRole on resource: role web",
            ("", "iam:GetRole", ""),
        ),
        (
            'User: x is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no resource-based policy allows it',
            ("x", "s3:PutObject", "arn:aws:s3:::b/k"),
        ),
        (
            "User: x is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b/k, so no",
            ("x", "s3:PutObject", "arn:aws:s3:::b/k"),
        ),
        (
            "User: x is not authorized to perform: kms:GenerateDataKey on this resource because no identity-based policy allows the kms:GenerateDataKey action",
            ("x", "kms:GenerateDataKey", ""),
        ),
        (cli("AccessDeniedException", "StartSession", "no"), ("", "StartSession", "")),
        (cli("AccessDenied", "PutObject", "Access Denied"), ("", "PutObject", "")),
        ("User: x is not authorized to perform this operation", ("x", "", "")),
    ],
)
def test_what_is_not_said_is_left_empty(text, told):
    denial = one(text)
    assert (denial.principal, denial.action, denial.resource) == told


@pytest.mark.parametrize(
    "text", ["", "An error occurred (AccessDenied) when calling the", "is not authorized"]
)
def test_what_is_no_refusal_is_none(text):
    assert read(text) == []


def test_of_two_refusals_each_has_its_own_reason():
    text = refused(START, EC2, "") + "\n" + refused("iam:PassRole", "*", no_policy("iam:PassRole"))
    first, second = read(text)
    assert (first.action, first.policy) == (START, Policy.NOT_TOLD)
    assert (second.action, second.policy) == ("iam:PassRole", Policy.IDENTITY)


@pytest.mark.parametrize(
    ("who", "of_node"), [(USER, False), (NODE_ROLE, True), (HYBRID_ROLE, True)]
)
def test_a_nodes_role_is_known_by_the_name_of_its_session(who, of_node):
    assert one(refused(START, EC2, "", who)).of_node is of_node


@given(data=st.data())
def test_line_breaks_and_colours_do_not_change_what_is_read(data):
    reason = data.draw(
        st.sampled_from(
            [*(f"because no {k} policy allows" for k, _ in IMPLICIT), *(r for r, _ in EXPLICIT)]
        )
    )
    text = refused(START, EC2, reason)
    plain = one(text)
    begin = len("User: ")
    for place in sorted(
        data.draw(st.sets(st.integers(begin, len(text)), max_size=5)), reverse=True
    ):
        text = text[:place] + data.draw(st.sampled_from(["\n", "\r\n", "\x1b[31m"])) + text[place:]
    denial = one(text)
    assert (denial.principal, denial.action, denial.resource) == (
        plain.principal,
        plain.action,
        plain.resource,
    )
    assert (denial.policy, denial.explicit) == (plain.policy, plain.explicit)


@given(text=st.text(alphabet="User: isnotauthorizedtoperform:smStarnaw/ \n", max_size=200))
def test_any_text_can_be_read(text):
    read(text)


@pytest.mark.parametrize("policy", Policy)
def test_there_are_words_for_every_policy(policy):
    for explicit, words in ((False, NOT_ALLOWED), (True, DENIED)):
        denial = Denial("x:Y", 0, 1, policy=policy, explicit=explicit)
        assert refusal(denial) is words[policy]
