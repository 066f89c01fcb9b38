from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.facts import (
    EC2_ID,
    HYBRID_ID,
    computer,
    decisions,
    denied,
    ec2,
    finding,
    hybrid,
    identity,
    instance,
    known,
    managed,
    node,
    profiles,
    role_facts,
    setting,
    shown,
    snapshot,
    unseen,
)

from ssmwizard.app.verdict import Standing, Verdict, verdicts
from ssmwizard.checks.every import EVERY, by_id, place, title
from ssmwizard.checks.judge import judge
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import NOT_COLLECTED, Why
from ssmwizard.model.features import FEATURES
from ssmwizard.model.findings import Finding, Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind
from ssmwizard.model.snapshot import Snapshot

READY, DEGRADED = Standing.READY, Standing.DEGRADED
BLOCKED, UNKNOWN = Standing.BLOCKED, Standing.UNKNOWN
CONNECTED = finding("node.connected", Status.PASSED)
LOST = finding("node.connected", Status.FAILED)
RIGHT = "caller.start-session"
DEMANDS = "Enable advanced-instances tier to use Session Manager with your on-premises instances"


def verdict(*findings: Finding, of: Snapshot | None = None) -> Verdict:
    """The verdict on the first node; its sentence is whole."""
    found = verdicts(of or snapshot(), findings)[0]
    assert shown(found.sentence)
    assert [one.check for one in found.causes if one.is_root_cause] == [
        one.check for one in found.causes
    ]
    return found


def judged(of: Snapshot) -> tuple[Verdict, ...]:
    """The verdicts on facts, as an inspection finds them."""

    def crashed(_check: str, error: Exception) -> None:
        raise error

    return verdicts(of, judge(of, EVERY, crashed))


TABLE: dict[str, tuple[tuple[Finding, ...], Standing, tuple[str, ...]]] = {
    "connected": ((CONNECTED,), READY, ()),
    "connected-and-warned": ((finding("agent.current", Status.WARNING), CONNECTED), READY, ()),
    "connected-though-something-could-not-be-seen": (
        (finding("role.trust", Status.UNKNOWN), CONNECTED),
        READY,
        (),
    ),
    "not-connected": ((LOST,), BLOCKED, ("node.connected",)),
    "cause-and-echo": (
        (
            finding("role.trust", Status.FAILED, grade=Grade.INFERRED),
            finding("node.connected", Status.FAILED, blocked_by=("role.trust",)),
        ),
        BLOCKED,
        ("role.trust",),
    ),
    "two-causes-the-first-upstream": (
        (finding("node.running", Status.FAILED), finding("role.trust", Status.FAILED)),
        BLOCKED,
        ("node.running", "role.trust"),
    ),
    "a-feature-is-lacking": (
        (finding("agent.features", Status.FAILED, severity=Severity.FEATURE), CONNECTED),
        DEGRADED,
        ("agent.features",),
    ),
    "a-feature-is-lacking-and-nothing-opens": (
        (finding("agent.features", Status.FAILED, severity=Severity.FEATURE), LOST),
        BLOCKED,
        ("node.connected", "agent.features"),
    ),
    "could-not-be-seen": ((finding("node.connected", Status.UNKNOWN),), UNKNOWN, ()),
    "was-not-reached": ((finding("node.connected", Status.SKIPPED),), UNKNOWN, ()),
    "was-not-asked": ((finding("node.exists", Status.PASSED),), UNKNOWN, ()),
    "nothing-at-all": ((), UNKNOWN, ()),
    "lacking-and-could-not-be-seen": (
        (
            finding("agent.features", Status.FAILED, severity=Severity.FEATURE),
            finding("node.connected", Status.UNKNOWN),
        ),
        UNKNOWN,
        ("agent.features",),
    ),
    "of-the-computer": (
        (finding("computer.plugin", Status.FAILED, None), CONNECTED),
        BLOCKED,
        ("computer.plugin",),
    ),
    "of-another-kind-of-node": (
        (finding("account.instance-tier", Status.FAILED, None, kinds=(Kind.HYBRID,)), CONNECTED),
        READY,
        (),
    ),
    "of-two-subjects-by-one-check": (
        (finding("node.exists", Status.FAILED, None), finding("node.exists", Status.FAILED), LOST),
        BLOCKED,
        ("node.exists", "node.connected"),
    ),
}


@pytest.mark.parametrize(("findings", "standing", "causes"), TABLE.values(), ids=list(TABLE))
def test_one_verdict_follows_from_the_findings(
    findings: tuple[Finding, ...], standing: Standing, causes: tuple[str, ...]
) -> None:
    told = verdict(*findings)
    assert told.standing is standing
    assert told.root_causes == causes


def failed_checks(*checks: str) -> list[Finding]:
    return [finding(check, Status.FAILED) for check in checks]


MANY = ("node.running", "role.attached", "role.trust", "network.route", "network.acl")


def test_the_sentence_tells_the_likeliest_cause_in_full_and_the_others_by_their_titles() -> None:
    said = shown(verdict(*failed_checks("role.trust", "node.running")).sentence)
    assert said == (
        "Blocked, for 2 independent reasons. First: node.running is failed. "
        f"Nor does this hold: {by_id('role.trust').title}."
    )


def test_what_fails_for_one_reason_is_one_reason_in_the_sentence() -> None:
    failed = failed_checks("session.kms-key", "session.log-group", "role.trust")
    told = [replace(one, cause="rtb-1") for one in failed]
    said = shown(verdict(*told).sentence)
    assert said == (
        "Blocked, for 2 independent reasons. First: role.trust is failed. "
        f"Nor does this hold: {by_id('session.kms-key').title}."
    )
    said = shown(verdict(*told[:2]).sentence)
    assert said == (
        "Blocked: session.kms-key is failed. For the same reason this does not hold either: "
        f"{by_id('session.log-group').title}."
    )


@pytest.mark.parametrize("kind", ["lacking", "doubts"])
def test_what_a_feature_lacks_is_told_once(kind: str) -> None:
    warned = replace(finding("caller.start-session", Status.WARNING), **{kind: ("ssh",)})
    about = finding("agent.features", Status.PASSED)
    said = shown(
        verdict(CONNECTED, about, warned, of=snapshot(features=frozenset({"ssh"}))).sentence
    )
    assert said.count("caller.start-session is warning.") == 1, said


def test_the_sentence_does_not_list_every_cause() -> None:
    said = shown(verdict(*failed_checks(*MANY)).sentence)
    assert said.startswith("Blocked, for 5 independent reasons.")
    assert f"{by_id('role.attached').title}; {by_id('role.trust').title}" in said
    assert said.endswith("; and 1 more.")


READY_TABLE: dict[str, tuple[Finding | None, str, str]] = {
    # What is known of the caller's right, what the sentence must hold, and what it must not.
    "not-asked": (None, "Your own right to start a session was not tried.", "may"),
    "left-out": (finding(RIGHT, Status.SKIPPED), "was not tried", "may"),
    "shown": (finding(RIGHT, Status.PASSED), "the service lets you start a session", "tried"),
    "computed": (
        finding(RIGHT, Status.PASSED, grade=Grade.INFERRED),
        "as far as can be computed you may start a session; none was tried",
        "lets you",
    ),
    "not-seen": (
        finding(RIGHT, Status.UNKNOWN),
        "Whether you may start a session was not seen. caller.start-session is unknown.",
        "computed",
    ),
    "warned": (
        finding(RIGHT, Status.WARNING, grade=Grade.INFERRED),
        "But mind: caller.start-session is warning.",
        "may start",
    ),
    "for-all-nodes": (finding(RIGHT, Status.PASSED, None), "the service lets you", "tried"),
}


@pytest.mark.parametrize(("right", "holds", "not_holds"), READY_TABLE.values(), ids=[*READY_TABLE])
def test_ready_says_how_the_right_of_the_caller_is_known(
    right: Finding | None, holds: str, not_holds: str
) -> None:
    told = verdict(CONNECTED, *([right] if right else []))
    assert told.standing is READY
    assert holds in shown(told.sentence)
    assert not_holds not in shown(told.sentence)


def test_a_session_that_was_really_opened_is_the_best_of_proofs() -> None:
    told = verdict(
        CONNECTED, finding(RIGHT, Status.UNKNOWN), of=snapshot(node(refusal=known(None)))
    )
    assert shown(told.sentence) == "Ready: A real session was opened on the node and ended again."


def test_who_may_not_start_a_session_is_blocked_whatever_the_node_shows() -> None:
    told = verdict(CONNECTED, finding(RIGHT, Status.FAILED, grade=Grade.INFERRED))
    assert (told.standing, told.root_causes) == (BLOCKED, (RIGHT,))


@pytest.mark.parametrize("check", ["account.preferences", "session.kms-key", "computer.plugin"])
def test_what_may_stop_a_session_and_could_not_be_seen_is_named_and_blocks_nothing(
    check: str,
) -> None:
    told = verdict(CONNECTED, finding(check, Status.UNKNOWN))
    assert told.standing is READY
    assert f"Not known is whether this holds: {title(check)}." in shown(told.sentence)


@pytest.mark.parametrize("check", ["role.trust", "network.route", "os.supported"])
def test_what_the_open_channel_outranks_is_not_named_where_it_could_not_be_seen(check: str) -> None:
    told = verdict(CONNECTED, finding(check, Status.UNKNOWN))
    assert "Not known" not in shown(told.sentence)


def test_a_warning_that_matters_stands_in_the_sentence() -> None:
    account = AccountFacts(tier=setting("standard"), hybrid_nodes=known(1))
    told = judged(snapshot(node(HYBRID_ID), account=account))[0]
    assert told.standing is READY
    assert "But mind: The tier is standard." in shown(told.sentence)


def test_a_warning_about_this_computer_or_the_agents_age_does_not() -> None:
    old = finding("computer.aws-cli", Status.WARNING, None)
    current = finding("agent.current", Status.WARNING, severity=Severity.ADVICE)
    assert "But mind" not in shown(verdict(old, current, CONNECTED).sentence)


def test_what_the_channel_contradicts_stands_in_the_sentence_as_a_contradiction() -> None:
    told = judged(snapshot(node(), roles=[role_facts(decisions=decisions("implicitDeny"))]))[0]
    assert "But mind: The node is connected all the same" in shown(told.sentence)


def test_degraded_says_what_works_and_what_does_not() -> None:
    lacking = finding("agent.features", Status.FAILED, severity=Severity.FEATURE)
    other = finding("session.log-group", Status.FAILED, severity=Severity.FEATURE)
    one = shown(verdict(lacking, CONNECTED).sentence)
    assert one.startswith("Degraded: The node holds its channel for sessions open.")
    assert one.endswith("But: agent.features is failed.")
    both = shown(verdict(lacking, other, CONNECTED).sentence)
    assert f"But: agent.features is failed. Nor does this hold: {title(other.check)}." in both


def test_a_failed_channel_is_never_ready_whatever_explains_it() -> None:
    echo = finding("node.connected", Status.FAILED, blocked_by=("os.supported",))
    system = finding("os.supported", Status.FAILED, severity=Severity.ADVICE)
    told = verdict(system, echo)
    assert (told.standing, told.root_causes) == (BLOCKED, ("os.supported",))


def test_the_sentence_names_what_could_not_be_looked_at() -> None:
    told = judged(snapshot(node(connection=denied("ssm:GetConnectionStatus"))))[0]
    assert told.standing is UNKNOWN
    assert "ssm:GetConnectionStatus" in shown(told.sentence)


def features(of: Snapshot) -> dict[str, Standing]:
    return dict(judged(of)[0].features)


def agent(version: str, *wanted: str, **facts: Any) -> Snapshot:
    chosen = node(managed=managed(agent_version=version), **facts)
    return snapshot(chosen, features=frozenset({"shell", *wanted}))


def test_each_feature_that_was_asked_for_has_its_own_standing() -> None:
    wanted = ("kms", "ssh", "cloudwatch-streaming")
    assert features(agent("3.0.222.0", *wanted)) == {
        "shell": READY,
        "kms": READY,
        "ssh": READY,
        "cloudwatch-streaming": BLOCKED,
    }
    assert judged(agent("3.0.222.0", *wanted))[0].standing is DEGRADED


def test_nothing_works_on_a_node_that_is_blocked() -> None:
    assert set(features(agent("3.3.0.0", "ssh", connection="notconnected")).values()) == {BLOCKED}


@pytest.mark.parametrize(
    ("wanted", "standing"),
    [
        (("shell",), BLOCKED),
        (("shell", "kms"), BLOCKED),
        (("ssh",), DEGRADED),
        (("shell", "ssh"), DEGRADED),
    ],
)
def test_what_ends_shells_alone_blocks_who_wants_nothing_else(
    wanted: tuple[str, ...], standing: Standing
) -> None:
    found = (
        finding("agent.features", Status.PASSED),
        finding("node.connected", Status.PASSED),
        finding("session.kms-key", Status.FAILED, lacking=SHELLS),
    )
    told = verdict(*found, of=snapshot(features=frozenset(wanted)))
    assert (told.standing, told.root_causes) == (standing, ("session.kms-key",))
    assert "session.kms-key is failed." in shown(told.sentence)


def test_a_feature_is_not_claimed_where_the_agent_could_not_be_seen() -> None:
    told = judged(agent("", "ssh"))[0]
    assert dict(told.features) == {"shell": READY, "ssh": UNKNOWN}
    assert told.standing is UNKNOWN
    assert "Whether there is SSH through Session Manager" in shown(told.sentence)


def test_a_feature_is_not_claimed_where_the_connection_could_not_be_seen() -> None:
    of = agent("3.3.0.0", "ssh", connection=denied("ssm:GetConnectionStatus"))
    assert features(of) == {"shell": UNKNOWN, "ssh": UNKNOWN}


def test_a_connected_node_is_not_blocked_by_what_is_only_inferred() -> None:
    lacking = [role_facts(decisions=decisions("implicitDeny"))]
    told = judged(snapshot(node(), roles=lacking))[0]
    assert told.standing is READY
    assert told.root_causes == ()


def test_the_tier_blocks_hybrid_nodes_and_no_others() -> None:
    refused = node(HYBRID_ID, refusal=DEMANDS)
    account = AccountFacts(tier=setting("standard"), hybrid_nodes=known(1))
    told = {one.node: one for one in judged(snapshot(node(), refused, account=account))}
    assert told[EC2_ID].standing is READY
    assert told[HYBRID_ID].standing is BLOCKED
    assert told[HYBRID_ID].root_causes == ("account.instance-tier",)


def test_a_cause_of_the_whole_computer_is_named_for_every_node() -> None:
    bare = computer(plugin=known(None))
    for told in judged(snapshot(node(), node(HYBRID_ID), computer=bare)):
        assert told.standing is BLOCKED
        assert told.root_causes == ("computer.plugin",)


def test_nobody_signed_in_blocks_every_node_with_one_cause() -> None:
    expired = unseen(Why.CREDENTIALS, "expired", "ExpiredToken", "sts:GetCallerIdentity")
    nodes = [node(name, instance=expired, managed=expired, status=NOT_COLLECTED,
                  connection=NOT_COLLECTED) for name in (EC2_ID, HYBRID_ID)]  # fmt: skip
    of = snapshot(
        *nodes,
        identity=identity(caller=expired, region_status=NOT_COLLECTED, profiles=profiles("work")),
    )
    for told in judged(of):
        assert told.standing is BLOCKED
        assert told.root_causes == ("identity.credentials",)


def test_an_echo_of_an_echo_is_traced_back_to_what_failed_by_itself() -> None:
    system = finding("os.supported", Status.FAILED, severity=Severity.ADVICE)
    echo = finding("node.online", Status.FAILED, blocked_by=("os.supported",))
    lost = finding("node.connected", Status.FAILED, blocked_by=("node.online",))
    told = verdict(system, echo, lost)
    assert (told.standing, told.root_causes) == (BLOCKED, ("os.supported",))


def test_what_bars_a_shell_is_told_where_nobody_knows_whether_a_port_opens() -> None:
    key = finding("session.kms-key", Status.FAILED, lacking=("shell", "kms"))
    hidden = finding("node.connected", Status.UNKNOWN)
    told = verdict(key, hidden, of=WANTED)
    assert (told.standing, told.root_causes) == (UNKNOWN, ("session.kms-key",))
    said = shown(told.sentence)
    assert "node.connected is unknown." in said
    assert said.endswith("In the way of some sessions: session.kms-key is failed.")


def test_a_shut_channel_takes_what_the_causes_would_leave_alone() -> None:
    key = finding("session.kms-key", Status.FAILED, lacking=("shell", "kms"))
    told = verdict(key, LOST, of=WANTED)
    assert told.standing is BLOCKED
    assert {one.standing for one in told.table} == {BLOCKED}


def test_the_verdict_follows_a_real_session() -> None:
    key = finding("session.kms-key", Status.FAILED, grade=Grade.PROVED, severity=Severity.BLOCKER)
    opened = finding("probe.session", Status.PASSED)
    assert verdict(key, CONNECTED).standing is BLOCKED
    assert verdict(key, CONNECTED, opened).standing is DEGRADED
    assert verdict(key, LOST, opened).standing is BLOCKED
    shut = finding("probe.session", Status.FAILED, grade=Grade.PROVED, severity=Severity.BLOCKER)
    assert verdict(CONNECTED, shut).standing is BLOCKED
    assert verdict(CONNECTED, shut).root_causes == ("probe.session",)


def test_verdicts_stand_in_the_order_of_the_nodes_with_names_and_kinds() -> None:
    nodes = (hybrid(name="srv"), ec2(name="web"), node("i-9", instance=instance("i-9", name="")))
    told = judged(snapshot(*nodes))
    assert [(one.node, one.kind) for one in told] == [
        (HYBRID_ID, Kind.HYBRID),
        (EC2_ID, Kind.EC2),
        ("i-9", Kind.EC2),
    ]
    assert [one.name for one in told] == ["srv", "web", "web-01.example"]


# Whatever the findings are.

IDS = [check.id for check in EVERY]


@st.composite
def some_findings(draw: st.DrawFn) -> list[Finding]:
    """Findings as a judge could give them: an echo names what really failed, further upstream."""
    checks = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=8).map(sorted_by_place))
    found: list[Finding] = []
    for check in checks:
        status = draw(st.sampled_from(Status))
        broken = [one.check for one in found if one.status is Status.FAILED]
        may_wait = status in (Status.FAILED, Status.SKIPPED) and broken
        by = draw(st.lists(st.sampled_from(broken), unique=True)) if may_wait else []
        names = st.lists(st.sampled_from([one.id for one in FEATURES]), unique=True, max_size=2)
        subject = None if by_id(check).scope is not Scope.NODE else EC2_ID
        found.append(
            finding(
                check,
                status,
                subject,
                blocked_by=tuple(by),
                severity=by_id(check).severity,
                grade=draw(st.sampled_from(Grade)),
                lacking=tuple(draw(names)),
                doubts=tuple(draw(names)),
            )
        )
    return found


def sorted_by_place(checks: list[str]) -> list[str]:
    return sorted(checks, key=place)


WANTED = snapshot(features=frozenset({"shell", "ssh"}))


@given(some_findings(), st.randoms())
def test_the_order_of_the_findings_decides_nothing(found: list[Finding], random: Random) -> None:
    told = verdict(*found, of=WANTED)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert verdict(*shuffled, of=WANTED) == told


@given(some_findings(), st.sampled_from(IDS))
def test_one_more_thing_that_is_well_changes_no_verdict(found: list[Finding], check: str) -> None:
    told = verdict(*found, of=WANTED)
    decisive = {"node.connected", "agent.features", "probe.session", RIGHT}
    if check in decisive | {one.check for one in found}:
        return
    assert verdict(*found, finding(check, Status.PASSED), of=WANTED) == told


@given(some_findings())
def test_no_echo_is_a_root_cause_and_every_failed_channel_blocks(found: list[Finding]) -> None:
    told = verdict(*found, of=WANTED)
    assert set(told.root_causes) == {
        one.check for one in found if one.status is Status.FAILED and not one.blocked_by
    }
    channel = next((one.status for one in found if one.check == "node.connected"), None)
    if told.standing is READY:
        assert channel is Status.PASSED
        assert told.root_causes == ()
    if channel is Status.FAILED:
        assert told.standing is BLOCKED
        assert {one.standing for one in told.table} == {BLOCKED}
    rows = {one.feature.id: one for one in told.table}
    assert dict(told.features) == {name: rows[name].standing for name in ("shell", "ssh")}
    if told.standing is BLOCKED:
        assert {standing for _, standing in told.features} == {BLOCKED}
