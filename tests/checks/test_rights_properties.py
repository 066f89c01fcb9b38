"""What a role may do, read from random policies and a random boundary, against a slow reading of both."""

from hypothesis import assume, given
from hypothesis import strategies as st
from support.facts import ROLE, arn_of, denied, ec2, known, role_facts, snapshot
from support.policies import ACTIONS, MAY_BE, RESOURCES, policies
from support.policy_reference import completions, says

from ssmwizard.checks.rights import Answer, may
from ssmwizard.model.role import InlinePolicy, keys_of

LIMIT = arn_of("policy/limit")
# What is known of every call of an agent; the rest may be anything.
TOLD = {key.lower(): values for key, values in keys_of(arn_of(f"role/{ROLE}"), "eu-west-3").items()}


@given(
    policies, st.one_of(st.none(), policies), st.sampled_from(ACTIONS), st.sampled_from(RESOURCES)
)
def test_what_is_decided_holds_whatever_else_is_true(own, limits, action, resource) -> None:
    boundary = None if limits is None else limits[0]
    asked = [key for key in MAY_BE if key not in TOLD and key in f"{own} {boundary}".lower()]
    assume(len(asked) < 4)
    facts = role_facts(
        decisions=denied("iam:SimulatePrincipalPolicy"),
        inline=known(tuple(InlinePolicy(str(n), one) for n, one in enumerate(own))),
    )
    if boundary is not None:
        found = facts.role.require()
        facts = role_facts(
            decisions=facts.decisions,
            inline=facts.inline,
            role=known(type(found)(found.name, found.arn, found.path, found.trust, LIMIT)),
        )
    of = snapshot(ec2(), roles=[facts], policies={LIMIT: known(boundary)})
    told = may(of, of.nodes[0], action, resource)
    assert told is not None
    possible = {
        all(
            says(one, action, resource, {**whole, **TOLD}) == "allowed"
            for one in (own, limits and [boundary])
            if one is not None
        )
        for whole in completions(dict.fromkeys(asked), MAY_BE)
    }
    if told.answer is not Answer.UNDECIDED:
        assert possible == {told.answer is Answer.ALLOWED}
    else:
        assert told.keys
