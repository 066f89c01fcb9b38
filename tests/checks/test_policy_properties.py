"""The reader of policies against a slow and obviously right one, on policies of all kinds."""

import json

from hypothesis import assume, example, given
from hypothesis import strategies as st
from support.policies import ACTIONS, ARN, MAY_BE, RESOURCES, SPELLED, known, partly, policies
from support.policy_reference import completions, says

from ssmwizard.checks.policy import Document, Outcome, Reading, Request, decide
from ssmwizard.checks.policy_match import MAYBE


def read(written, action, resource, keys) -> Reading:
    documents = [Document(str(number), one) for number, one in enumerate(written)]
    given = {SPELLED.get(key, key): values for key, values in keys.items() if values is not None}
    return decide(documents, Request(action, resource, given))


@given(policies, st.sampled_from(ACTIONS), st.sampled_from(RESOURCES), known)
def test_what_is_known_whole_is_read_as_aws_says(written, action, resource, keys) -> None:
    reading = read(written, action, resource, keys)
    assert reading.outcome == says(written, action, resource, keys), reading
    assert not reading.missing
    assert not reading.problems


@given(policies, st.sampled_from(ACTIONS), st.sampled_from(RESOURCES), partly)
def test_what_is_decided_holds_whatever_the_unknown_keys_are(
    written, action, resource, keys
) -> None:
    unknown = [key for key, values in keys.items() if values is None]
    asked = [key for key in unknown if key in json.dumps(written).lower()]
    assume(len(asked) < 4)
    keys = {key: values for key, values in keys.items() if values is not None or key in asked}
    reading = read(written, action, resource, keys)
    possible = {says(written, action, resource, whole) for whole in completions(keys, MAY_BE)}
    if reading.outcome is Outcome.NOT_ALLOWED:
        assert possible <= ({"not-allowed", "denied"} if reading.deny is MAYBE else {"not-allowed"})
    elif reading.outcome is not Outcome.UNDECIDED:
        assert possible == {reading.outcome}
    if reading.outcome is Outcome.UNDECIDED:
        assert {key.lower() for key in reading.missing} & set(asked)


@given(policies, st.sampled_from(ACTIONS), st.sampled_from(RESOURCES), partly, st.data())
def test_knowing_more_never_turns_an_answer(written, action, resource, keys, data) -> None:
    before = read(written, action, resource, keys)
    more = {
        key: data.draw(st.sampled_from(MAY_BE[key])) if values is None else values
        for key, values in keys.items()
    }
    after = read(written, action, resource, more)
    if before.allow is not MAYBE:
        assert after.allow is before.allow
    if before.deny is not MAYBE:
        assert after.deny is before.deny


@given(policies, st.randoms(use_true_random=False))
def test_the_order_of_statements_and_policies_changes_nothing(written, random) -> None:
    mixed = [
        {**one, "Statement": random.sample(one["Statement"], len(one["Statement"]))}
        if isinstance(one["Statement"], list)
        else one
        for one in random.sample(written, len(written))
    ]
    one, other = (read(each, ACTIONS[0], ARN, {}) for each in (written, mixed))
    assert (one.outcome, one.allow, one.deny) == (other.outcome, other.allow, other.deny)


@given(policies)
def test_a_policy_and_its_json_say_the_same(written) -> None:
    spelled = [json.dumps(one) for one in written]
    assert read(written, ACTIONS[0], ARN, {}) == read(spelled, ACTIONS[0], ARN, {})


anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(
                st.sampled_from(
                    ["Version", "Statement", "Effect", "Action", "Resource", "Condition", "Bool"]
                ),
                st.text(max_size=3),
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(anything, st.sampled_from([*RESOURCES, None]))
@example("[" * 100_000, ARN)
@example(b"\xff", ARN)
def test_whatever_stands_there_is_no_crash_and_never_an_allow_by_guess(body, resource) -> None:
    reading = decide([Document("odd", body)], Request(ACTIONS[0], resource))
    assert reading.outcome is not Outcome.ALLOWED or '"Allow"' in json.dumps(body)


@given(policies, anything)
def test_a_policy_beside_an_unreadable_one_proves_no_right(written, odd) -> None:
    assume(not isinstance(odd, dict) or "Statement" not in odd)
    documents = [*(Document("good", one) for one in written), Document("odd", odd)]
    reading = decide(documents, Request(ACTIONS[0], ARN))
    assert reading.outcome in (Outcome.UNDECIDED, Outcome.DENIED)
