"""Causes: told once with all their nodes, the likeliest first."""

from hypothesis import given
from hypothesis import strategies as st
from support.facts import finding

from ssmwizard.app.causes import causes, likeliest, together
from ssmwizard.checks.every import EVERY, place
from ssmwizard.model.findings import Grade, Severity, Status
from ssmwizard.model.node import Kind

FAILED = Status.FAILED
INFERRED = Grade.INFERRED
CHECKS = [check.id for check in EVERY]


def root(check, subject="i-1", **parts):
    return finding(check, FAILED, subject, **{"cause": check, **parts})


def echo(check, *by, subject="i-1"):
    return finding(check, FAILED, subject, blocked_by=by)


def checks(found):
    return [one.check for one in found]


def test_what_blocks_comes_before_what_lacks_a_feature_and_that_before_advice():
    advice = root("identity.profile", severity=Severity.ADVICE)
    feature = root("agent.features", severity=Severity.FEATURE)
    blocker = root("node.connected", grade=INFERRED)
    assert checks(likeliest([advice, feature, blocker])) == [
        "node.connected",
        "agent.features",
        "identity.profile",
    ]


def test_what_was_proved_comes_before_what_was_inferred():
    role, agent = root("role.trust", grade=INFERRED), root("agent.version")
    assert checks(likeliest([role, agent])) == ["agent.version", "role.trust"]


def test_what_explains_more_comes_before_what_explains_less():
    role, route = root("role.trust", grade=INFERRED), root("network.route", grade=INFERRED)
    symptoms = [
        echo("node.registered", "network.route"),
        echo("node.online", "network.route", "role.trust"),
    ]
    assert checks(likeliest([role, route, *symptoms])) == ["network.route", "role.trust"]


def test_what_stands_further_upstream_comes_first_where_all_else_is_equal():
    role, route = root("role.trust", grade=INFERRED), root("network.route", grade=INFERRED)
    assert checks(likeliest([route, role])) == ["role.trust", "network.route"]


def test_the_more_nodes_share_a_cause_the_earlier_it_stands_among_those_that_block():
    one = root("node.running", "i-1")
    many = [root("role.trust", node, grade=INFERRED) for node in ("i-2", "i-3")]
    features = [
        root("agent.features", node, severity=Severity.FEATURE) for node in ("i-1", "i-2", "i-3")
    ]
    found = causes([one, *many, *features], ("i-1", "i-2", "i-3"))
    assert [(cause.finding.check, cause.nodes) for cause in found] == [
        ("role.trust", ("i-2", "i-3")),
        ("node.running", ("i-1",)),
        ("agent.features", ("i-1", "i-2", "i-3")),
    ]


def test_a_cause_of_the_whole_account_is_one_of_every_node_that_it_concerns():
    tier = finding("account.instance-tier", FAILED, None, kinds=(Kind.HYBRID,))
    credentials = finding("identity.credentials", FAILED, None)
    nodes = ("i-1", "mi-2")
    assert [one.nodes for one in causes([credentials, tier], nodes)] == [nodes, ("mi-2",)]


def test_the_same_check_with_different_causes_is_told_for_each():
    one, other = root("network.route", cause="rtb-1"), root("network.route", "i-2", cause="rtb-2")
    assert len(causes([one, other], ("i-1", "i-2"))) == 2


def test_what_session_preferences_need_and_one_thing_stops_is_one_cause():
    key, bucket = root("session.kms-key", cause="rtb-1"), root("session.s3-bucket", cause="rtb-1")
    other = root("session.s3-bucket", "i-2", cause="rtb-1")
    (cause,) = causes([key, bucket, other], ("i-1", "i-2"))
    assert (cause.finding, cause.nodes) == (bucket, ("i-1", "i-2"))
    assert [(one.finding, one.nodes) for one in cause.also] == [(key, ("i-1",))]


def test_an_old_agent_is_one_cause_wherever_it_shows():
    version = root("agent.version", cause="agent:2.3.50.0")
    (cause,) = causes([version, root("session.kms-key", cause="agent:2.3.50.0")], ("i-1",))
    assert (cause.finding, len(cause.also)) == (version, 1)


def test_two_things_wrong_with_one_role_are_two_causes():
    wrong = [root("role.trust", cause="arn:r"), root("role.permissions", cause="arn:r")]
    assert len(causes(wrong, ("i-1",))) == 2


def test_what_names_no_cause_is_put_together_by_what_it_says():
    alike = [finding("agent.current", Status.WARNING, node) for node in ("i-1", "i-2")]
    assert [one.nodes for one in together(alike, ("i-1", "i-2"))] == [("i-1", "i-2")]


SOME = st.lists(
    st.builds(
        root,
        st.sampled_from(CHECKS),
        st.sampled_from(["i-1", None]),
        grade=st.sampled_from(Grade),
        severity=st.sampled_from(Severity),
        blocked_by=st.lists(st.sampled_from(CHECKS), max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.check,
)


@given(SOME, st.randoms())
def test_no_echo_is_ever_a_cause_and_the_order_does_not_hang_on_the_order_of_the_findings(
    found, random
):
    told = likeliest(found)
    assert set(told) == {one for one in found if one.is_root_cause}
    shuffled = list(found)
    random.shuffle(shuffled)
    assert likeliest(shuffled) == told
    together_told = [one for cause in causes(shuffled, ("i-1",)) for one in (cause, *cause.also)]
    assert {one.finding for one in together_told} == set(told)


def test_every_check_has_a_place_and_what_is_no_check_stands_last():
    assert [place(check) for check in CHECKS] == list(range(len(CHECKS)))
    assert place("no.check") == len(CHECKS)
