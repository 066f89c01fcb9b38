from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from support.facts import EC2_ID, HYBRID_ID, denied, hybrid, instance, known, node, shown, snapshot

from ssmwizard.checks.judge import judge
from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, unknown, warning
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Finding, Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import text

RIGHT = passed(text("right"))
PROVED = failed(text("wrong"), grade=Grade.PROVED, fixes=("node.start",), cause="it")
INFERRED = failed(text("wrong, it seems"), grade=Grade.INFERRED, cause="it")
LOOK = denied("ec2:DescribeInstances")


def check(
    name: str,
    answer: Outcome | Callable[..., Outcome] = RIGHT,
    scope: Scope = Scope.NODE,
    **more: Any,
) -> Check:
    """A check that always answers the same, or asks a rule."""

    def rule(*facts: Any) -> Outcome:
        return answer(*facts) if callable(answer) else answer

    runs: dict[str, Any] = {"run_node" if scope is Scope.NODE else "run": rule}
    told = {"severity": Severity.BLOCKER, "docs": ("of-the-check",), **runs, **more}
    return Check(id=name, title=text(name), why=text("because"), scope=scope, **told)


def findings(*checks: Check, of: Snapshot | None = None) -> dict[str, Finding]:
    return {one.check: one for one in judge(of or snapshot(), checks)}


def test_what_a_check_needs_and_did_not_get_skips_it_and_names_the_root() -> None:
    found = findings(
        check("a", PROVED),
        check("b", needs=("a",)),
        check("c", needs=("b",)),
        check("d", needs=("b", "c")),
    )
    for name in "bcd":
        assert found[name].status is Status.SKIPPED
        assert found[name].blocked_by == ("a",)
        assert not found[name].is_root_cause


def test_every_root_is_named_once_in_the_order_of_the_needs() -> None:
    found = findings(
        check("a", PROVED),
        check("b", unknown(LOOK)),
        check("c", needs=("b", "a")),
        check("d", needs=("a", "c")),
    )
    assert found["c"].blocked_by == ("b", "a")
    assert found["d"].blocked_by == ("a", "b")


@pytest.mark.parametrize(
    "answer", [RIGHT, warning(text("nearly")), not_applicable(text("not here"))]
)
def test_what_does_not_stand_in_the_way_skips_nothing(answer: Outcome) -> None:
    assert findings(check("a", answer), check("b", needs=("a",)))["b"].status is Status.PASSED


def test_what_could_not_tell_and_does_not_bar_keeps_nothing_from_being_asked() -> None:
    blind = replace(unknown(LOOK), bars=False)
    found = findings(check("a", blind), check("b", needs=("a",)))
    assert found["a"].status is Status.UNKNOWN
    assert found["b"].status is Status.PASSED
    assert findings(check("a", replace(PROVED, bars=False)), check("b", needs=("a",)))[
        "b"
    ].blocked_by == ("a",)


def test_a_need_that_is_not_asked_about_does_not_stand_in_the_way() -> None:
    assert findings(check("b", needs=("a",)))["b"].status is Status.PASSED


def test_the_account_stands_in_the_way_of_nodes() -> None:
    found = findings(check("a", PROVED, Scope.IDENTITY), check("b", needs=("a",)))
    assert found["b"].blocked_by == ("a",)
    assert found["a"].subject is None
    assert found["b"].subject == EC2_ID


@pytest.mark.parametrize(
    "answer", [PROVED, unknown(LOOK), not_applicable(text("no")), warning(text("nearly"))]
)
def test_what_the_account_does_not_pass_is_said_once_and_no_node_is_asked(answer: Outcome) -> None:
    both = check("a", PROVED, run=lambda _: answer)
    found = judge(snapshot(node(), hybrid()), (both, check("b", needs=("a",))))
    assert [(one.check, one.subject, one.status) for one in found[:1]] == [
        ("a", None, answer.status)
    ]
    stands_in_the_way = answer.status in (Status.FAILED, Status.UNKNOWN)
    assert {one.blocked_by for one in found[1:]} == {("a",) if stands_in_the_way else ()}


def test_where_the_account_passes_each_node_is_asked() -> None:
    both = check("a", PROVED, run=lambda _: RIGHT)
    found = judge(snapshot(node(), hybrid()), (both,))
    assert [(one.subject, one.status) for one in found] == [
        (EC2_ID, Status.FAILED),
        (HYBRID_ID, Status.FAILED),
    ]


def test_a_failure_that_another_explains_is_its_echo() -> None:
    found = findings(
        check("a", PROVED),
        check("b", INFERRED),
        check("c"),
        check("d", PROVED, explained_by=("c", "b", "a", "none")),
    )
    assert found["d"].status is Status.FAILED
    assert found["d"].blocked_by == ("b", "a")
    assert [name for name, one in found.items() if one.is_root_cause] == ["a", "b"]


@pytest.mark.parametrize("answer", [warning(text("nearly")), unknown(LOOK), RIGHT])
def test_only_a_failure_explains(answer: Outcome) -> None:
    found = findings(check("a", answer), check("d", PROVED, explained_by=("a",)))
    assert found["d"].is_root_cause


def test_what_is_no_failure_is_no_echo() -> None:
    found = findings(check("a", PROVED), check("d", warning(text("w")), explained_by=("a",)))
    assert found["d"].blocked_by == ()


def test_what_is_left_is_said_only_where_nothing_explains_the_failure() -> None:
    answer = failed(text("it is broken"), grade=Grade.PROVED).unexplained(text("look there"))
    alone = findings(check("a"), check("d", answer, explained_by=("a",)))
    echo = findings(check("a", PROVED), check("d", answer, explained_by=("a",)))
    assert shown(alone["d"].text) == "look there"
    assert shown(echo["d"].text) == "it is broken"


@pytest.mark.parametrize("answer", [RIGHT, warning(text("nearly")), not_applicable(text("no"))])
def test_what_was_seen_and_explains_nothing_is_not_named(answer: Outcome) -> None:
    broken = failed(text("it is broken"), grade=Grade.PROVED).unexplained(text("look there"))
    found = findings(check("a", answer), check("d", broken, explained_by=("a",)))
    assert shown(found["d"].text) == "look there"


def test_where_it_could_not_be_looked_nothing_is_said_to_be_left() -> None:
    broken = failed(text("it is broken."), grade=Grade.PROVED).unexplained(text("look there"))
    found = findings(
        check("a", unknown(LOOK)),
        check("b", unknown(LOOK)),
        check("c", unknown(denied("iam:GetRole"))),
        check("d", broken, explained_by=("a", "b", "c")),
    )
    said = shown(found["d"].text)
    assert found["d"].is_root_cause
    assert said.startswith("it is broken.")
    assert "look there" not in said
    assert said.count("ec2:DescribeInstances") == said.count("iam:GetRole") == 1


def test_a_rule_that_crashes_is_told_and_takes_nothing_else_along() -> None:
    def crash(*_: Any) -> Outcome:
        raise ZeroDivisionError

    told: list[tuple[str, Exception]] = []
    checks = (check("a", crash, Scope.ACCOUNT), check("b", crash), check("c"))
    found = judge(snapshot(), checks, lambda name, error: told.append((name, error)))
    assert [one.status for one in found] == [Status.UNKNOWN, Status.UNKNOWN, Status.PASSED]
    assert [name for name, _ in told] == ["a", "b"]
    assert all(isinstance(error, ZeroDivisionError) for _, error in told)


def test_a_fact_that_is_not_known_is_an_answer_and_no_crash() -> None:
    def rule(_: Snapshot, of: Any) -> Outcome:
        return passed(text("{name}", name=of.instance.require().name))

    found = findings(check("a", rule), of=snapshot(node(instance=LOOK)))["a"]
    assert found.status is Status.UNKNOWN
    assert found.right == "ec2:DescribeInstances"
    assert "ec2:DescribeInstances" in shown(found.text)


CONNECTED, LOST = check("node.connected"), check("node.connected", PROVED)


@pytest.mark.parametrize(
    "name", ["node.running", "agent.version", "os.supported", "role.trust", "imds.enabled"]
)
def test_a_connection_outranks_what_is_only_inferred_about_the_node(name: str) -> None:
    found = findings(check(name, INFERRED), CONNECTED)[name]
    assert found.status is Status.WARNING
    assert "wrong, it seems" in shown(found.text)
    assert "connected" in shown(found.text)
    assert findings(check(name, INFERRED), LOST)[name].status is Status.FAILED


def test_a_connection_does_not_outrank_what_is_proved() -> None:
    assert findings(check("role.trust", PROVED), CONNECTED)["role.trust"].is_root_cause


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("account.preferences", Scope.ACCOUNT),
        ("caller.kms", Scope.NODE),
        ("session.s3-bucket", Scope.NODE),
        ("computer.plugin", Scope.COMPUTER),
        ("identity.region", Scope.IDENTITY),
    ],
)
def test_a_connection_says_nothing_about_the_caller_the_account_or_this_computer(
    name: str, scope: Scope
) -> None:
    assert findings(check(name, INFERRED, scope), CONNECTED)[name].is_root_cause


def test_a_connection_that_could_not_be_seen_outranks_nothing() -> None:
    found = findings(check("role.trust", INFERRED), check("node.connected", unknown(LOOK)))
    assert found["role.trust"].is_root_cause


def test_each_node_is_judged_by_itself() -> None:
    def rule(_: Snapshot, of: Any) -> Outcome:
        return PROVED if of.name == "broken" else RIGHT

    nodes = [
        node(f"i-{name}", instance=instance(f"i-{name}", name=name)) for name in ("broken", "well")
    ]
    found = judge(snapshot(*nodes), (check("a", rule), check("b", needs=("a",))))
    told = {(one.check, one.subject): one.status for one in found}
    assert told == {
        ("a", "i-broken"): Status.FAILED,
        ("a", "i-well"): Status.PASSED,
        ("b", "i-broken"): Status.SKIPPED,
        ("b", "i-well"): Status.PASSED,
    }


def test_findings_stand_in_the_order_of_the_checks_and_nodes() -> None:
    checks = (check("z"), check("a", RIGHT, Scope.ACCOUNT), check("m"))
    found = judge(snapshot(node("i-2"), node("i-1")), checks)
    assert [(one.check, one.subject) for one in found] == [
        ("z", "i-2"),
        ("z", "i-1"),
        ("a", None),
        ("m", "i-2"),
        ("m", "i-1"),
    ]


def test_a_failure_that_concerns_other_nodes_neither_explains_nor_blocks() -> None:
    of = snapshot(node(), hybrid())
    found = judge(
        of,
        (
            check("a", PROVED, Scope.ACCOUNT, kinds=(Kind.HYBRID,)),
            check("b", PROVED, explained_by=("a",)),
            check("c", needs=("a",)),
        ),
    )
    told = {(one.check, one.subject): one for one in found}
    assert told["b", EC2_ID].is_root_cause
    assert told["b", HYBRID_ID].blocked_by == ("a",)
    assert told["c", EC2_ID].status is Status.PASSED
    assert told["c", HYBRID_ID].status is Status.SKIPPED


def test_a_feature_that_a_check_decides_is_in_doubt_where_it_has_no_answer() -> None:
    found = findings(
        check("failed", PROVED, features=("ssh",)),
        check("unknown", unknown(LOOK), features=("ssh",)),
        check("waits", needs=("failed",), features=("kms",)),
        check("not-asked", not_applicable(text("no")), features=("kms",)),
        check("told", unknown(LOOK).doubting(("run-as",)), features=("ssh",)),
    )
    doubts = {name: one.doubts for name, one in found.items()}
    assert doubts == {
        "failed": (),
        "unknown": ("ssh",),
        "waits": ("kms",),
        "not-asked": (),
        "told": ("run-as",),
    }


def test_without_nodes_only_what_is_shared_is_judged() -> None:
    of = snapshot()
    empty = judge(
        Snapshot(of.now, of.identity, of.partition, of.requirements, of.systems),
        (check("a", RIGHT, Scope.COMPUTER), check("b")),
    )
    assert [one.check for one in empty] == ["a"]


def test_a_finding_carries_all_that_the_rule_said() -> None:
    answer = failed(
        text("wrong"),
        grade=Grade.PROVED,
        fixes=("node.start",),
        docs=("of-the-answer",),
        cause="it",
    ).without(("ssh",))
    found = findings(check("a", answer, kinds=(Kind.HYBRID,)))["a"]
    assert (found.fixes, found.docs, found.cause) == (("node.start",), ("of-the-answer",), "it")
    assert (found.lacking, found.kinds) == (("ssh",), (Kind.HYBRID,))
    assert (found.severity, found.why) == (Severity.BLOCKER, text("because"))
    assert findings(check("a", PROVED))["a"].docs == ("of-the-check",)


NEVER_ANSWERED = (Why.CANCELLED, Why.TIMED_OUT, Why.NOT_COLLECTED)


@pytest.mark.parametrize("why", Why)
def test_every_reason_for_not_knowing_is_a_sentence(why: Why) -> None:
    facts = [
        Unknown(why, "detail", known(1).source, "iam:GetRole", "Code"),
        Unknown(why, "", known(1).source),
    ]
    if why in NEVER_ANSWERED:
        facts.append(Unknown(why))
    for fact in facts:
        outcome = unknown(fact)
        assert outcome.status is Status.UNKNOWN
        assert outcome.grade is Grade.INFERRED
        said = shown(outcome.text)
        assert said.endswith(".")
        assert "()" not in said, said
        assert "  " not in said, said


def test_what_the_service_said_is_kept() -> None:
    outcome = unknown(denied("iam:GetRole"))
    assert [(one.value, one.source) for one in outcome.evidence] == [
        ("not authorized", "iam:GetRole")
    ]


def test_a_shared_finding_concerns_nodes_of_its_kind_only() -> None:
    found = findings(check("a", PROVED, Scope.ACCOUNT, kinds=(Kind.HYBRID,)))["a"]
    assert found.concerns(hybrid().id)
    assert not found.concerns(EC2_ID)


OPENED = ("probe.session", RIGHT)
OF_NODE = ("role.permissions", "session.kms-key", "caller.start-session")


@pytest.mark.parametrize("name", OF_NODE)
def test_a_session_that_opened_outranks_what_was_computed(name: str) -> None:
    found = findings(check(name, INFERRED.without(("shell",))), check(*OPENED))
    assert found[name].status is Status.WARNING
    assert "A real session opened on the node" in shown(found[name].text)
    assert found[name].lacking == ()


def test_it_outranks_what_was_computed_of_the_caller_for_every_node() -> None:
    echo = check("caller.kms", INFERRED, Scope.ACCOUNT)
    later = check("later", needs=("caller.kms",))
    found = findings(echo, later, check(*OPENED))
    assert found["caller.kms"].status is Status.WARNING
    assert "A real session opened all the same" in shown(found["caller.kms"].text)
    assert found["later"].status is Status.PASSED


def test_it_says_nothing_of_what_is_proved_nor_of_other_features_nor_of_small_faults() -> None:
    found = findings(
        check("session.kms-key", PROVED),
        check("agent.features", INFERRED.without(("ssh",))),
        check("agent.current", INFERRED, severity=Severity.ADVICE),
        check(*OPENED),
    )
    assert [found[name].status for name in found if name != "probe.session"] == [Status.FAILED] * 3


def test_where_a_session_did_not_open_what_explains_that_is_no_mere_warning() -> None:
    refused = replace(PROVED, explained_by=("role.permissions",))
    found = findings(
        check("role.permissions", INFERRED),
        check("role.trust", INFERRED),
        check("node.connected"),
        check("probe.session", refused, explained_by=("role.trust",)),
    )
    assert found["role.permissions"].status is Status.FAILED
    assert found["role.trust"].status is Status.WARNING
    assert found["probe.session"].blocked_by == ("role.permissions",)
    alone = replace(PROVED, explained_by=())
    found = findings(check("role.trust", INFERRED), check("probe.session", alone))
    assert found["probe.session"].is_root_cause
