"""The demo account's policies decide as the program reads them, and neither knows of the other."""

from hypothesis import given
from hypothesis import strategies as st
from support.policies import ACTIONS, RESOURCES, known, policies

from ssmwizard.checks.policy import Document, Outcome, Request, decide
from ssmwizard.demo import policy as demo

SAME = {
    demo.ALLOWED: Outcome.ALLOWED,
    demo.EXPLICIT_DENY: Outcome.DENIED,
    demo.IMPLICIT_DENY: Outcome.NOT_ALLOWED,
}


@given(policies, st.sampled_from(ACTIONS), st.sampled_from(RESOURCES), known)
def test_both_read_every_policy_alike(written, action, resource, keys) -> None:
    theirs = demo.decide([demo.Policy("p", "user", one) for one in written], action, resource, keys)
    documents = [Document("p", one) for one in written]
    ours = decide(documents, Request(action, resource, keys))
    assert SAME[theirs.outcome] is ours.outcome
