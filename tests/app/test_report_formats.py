"""An inspection as JUnit, SARIF and Markdown."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from support.on_demo import stage

from ssmwizard.app import report
from ssmwizard.app.inspect import Choice, inspect
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import CRASHED
from ssmwizard.model.facts import Source, Unknown, Why
from ssmwizard.model.findings import Evidence, Finding, Grade, Severity, Status
from ssmwizard.model.text import text

NODE = "i-0123456789abcdef0"
SOURCE = Source("ec2:DescribeInstances", datetime(2026, 11, 24, 8, 0, tzinfo=UTC))


def looked_at(folder, *denied):
    """The demo account's nodes, inspected once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        staged = stage(folder, patch)
        staged.account.deny(*denied)
        inspection = inspect(staged.doors, Choice("demo-admin", every_node=True, local=False))
        staged.account.close()
    return inspection


@pytest.fixture(scope="module")
def fleet(tmp_path_factory):
    """An inspection of the whole fleet."""
    return looked_at(tmp_path_factory.mktemp("fleet"))


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    """An inspection in which nothing could be seen."""
    return looked_at(tmp_path_factory.mktemp("nothing"), "*")


def finding(check, status, grade=Grade.PROVED, severity=Severity.BLOCKER, **more):
    said = more.pop("said", f"About {check} & <more>.")
    return Finding(check, more.pop("subject", NODE), status, grade, text(said), severity, **more)


def with_findings(inspection, *findings):
    return replace(inspection, findings=findings, verdicts=())


# JUnit


def junit(inspection, **options):
    return "".join(report.junit_pieces(inspection, **options))


def parsed(xml):
    return ET.fromstring(xml)  # noqa: S314 - our own


def cases(xml):
    return {
        (case.get("classname"), case.get("name")): case for case in parsed(xml).iter("testcase")
    }


def outcome(case):
    kinds = [part.tag for part in case if part.tag in ("failure", "error", "skipped")]
    return kinds[0] if kinds else "passed"


def test_each_finding_is_a_test_and_the_numbers_are_right(fleet):
    root = parsed(junit(fleet))
    tests = list(root.iter("testcase"))
    assert len(tests) == len(fleet.findings)
    kinds = Counter(map(outcome, tests))
    for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert sum(int(suite.get(name)) for suite in root) == kinds[kind]
    assert sum(int(suite.get("tests")) for suite in root) == len(tests)
    assert len(root) == 1 + len(fleet.snapshot.nodes)


def test_failures_are_the_root_causes_and_nothing_else(fleet):
    told = cases(junit(fleet))
    failures = {key for key, case in told.items() if outcome(case) == "failure"}
    causes = {(one.subject, one.check) for one in fleet.findings if one.is_root_cause}
    assert {check for _, check in failures} == {check for _, check in causes}
    assert len(failures) == len(causes)


@pytest.mark.parametrize(
    ("found", "kind", "said"),
    [
        (finding("role.trust", Status.PASSED), "passed", ""),
        (finding("role.trust", Status.FAILED), "failure", "About role.trust & <more>."),
        (
            finding("node.online", Status.FAILED, blocked_by=("role.trust",)),
            "skipped",
            "follows from role.trust: About node.online & <more>.",
        ),
        (
            finding("role.trust", Status.UNKNOWN, said="Could not look: no right."),
            "skipped",
            "could not look: no right.",
        ),
        (
            finding("role.trust", Status.UNKNOWN, said="It depends."),
            "skipped",
            "could not look: It depends.",
        ),
        (finding("role.trust", Status.UNKNOWN, said=CRASHED), "error", CRASHED),
        (finding("role.trust", Status.SKIPPED), "skipped", "About role.trust & <more>."),
        (finding("agent.current", Status.WARNING), "passed", ""),
    ],
)
def test_what_a_finding_is_in_junit(fleet, found, kind, said):
    (case,) = cases(junit(with_findings(fleet, found))).values()
    assert outcome(case) == kind
    messages = [part.get("message") for part in case if part.get("message")]
    assert messages == ([said] if said else [])


def test_a_warning_speaks_in_the_output_and_fails_where_warnings_count(fleet):
    found = with_findings(fleet, finding("agent.current", Status.WARNING))
    (case,) = cases(junit(found)).values()
    assert case.find("system-out").text.startswith("warning: About agent.current")
    (case,) = cases(junit(found, strict=True)).values()
    assert case.find("failure").get("type") == "warning"


def test_a_failure_says_what_was_seen_and_what_to_do(fleet):
    seen = Evidence(text("Role"), "web\x1b[31m-role", "iam:GetRole", SOURCE.at)
    found = finding(
        "role.permissions",
        Status.FAILED,
        evidence=(seen,),
        fixes=("role.attach-managed-policy",),
        docs=("setup-instance-permissions",),
    )
    (case,) = cases(junit(with_findings(fleet, found))).values()
    told = case.find("failure").text
    assert "seen: Role = web\\x1b[31m-role (iam:GetRole)" in told
    assert "repair: role.attach-managed-policy" in told
    assert "https://docs.aws.amazon.com/" in told


def test_lists_that_could_not_be_had_are_skipped_tests(nothing):
    told = cases(junit(nothing))
    case = told["account", "list of all nodes"]
    assert case.find("skipped").get("message").startswith("could not look: ")
    assert not [one for one in told.values() if outcome(one) == "failure"]


def test_the_xml_is_the_same_in_every_encoding(fleet):
    found = finding("role.trust", Status.FAILED, said="Rôle → “x”")
    xml = junit(with_findings(fleet, found))
    assert xml.isascii()
    (case,) = cases(xml).values()
    assert case.find("failure").get("message") == "Rôle → “x”"


# SARIF


def run_of(inspection):
    log = json.loads("".join(report.sarif_pieces(inspection)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_every_check_is_a_rule_with_help(fleet):
    rules = run_of(fleet)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.id for check in EVERY]
    for rule in rules:
        assert rule["helpUri"].startswith("https://")
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_every_result_points_to_its_rule_and_its_place(fleet):
    run = run_of(fleet)
    assert len(run["results"]) == len(fleet.findings)
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert (result["level"] == "none") is (result["kind"] != "fail")
        assert result["message"]["text"]
        (location,) = result["locations"]
        (place,) = location["logicalLocations"]
        assert place["fullyQualifiedName"].startswith("111122223333/eu-west-3/")
        assert len(result["partialFingerprints"]["subjectAndCause/v1"]) == 64


def test_the_same_trouble_has_the_same_fingerprint_and_another_has_not(fleet):
    def fingerprints(**more):
        found = finding("role.trust", Status.FAILED, **more)
        (result,) = run_of(with_findings(fleet, found))["results"]
        return result["partialFingerprints"]

    assert fingerprints(cause="a") == fingerprints(cause="a", said="In other words.")
    assert fingerprints(cause="a") != fingerprints(cause="b")
    assert fingerprints(subject=None) != fingerprints()


@pytest.mark.parametrize(
    ("found", "kind", "level"),
    [
        (finding("role.trust", Status.PASSED), "pass", "none"),
        (finding("role.trust", Status.FAILED), "fail", "error"),
        (finding("x", Status.FAILED, severity=Severity.FEATURE), "fail", "warning"),
        (finding("x", Status.FAILED, severity=Severity.ADVICE), "fail", "note"),
        (finding("x", Status.FAILED, blocked_by=("role.trust",)), "informational", "none"),
        (finding("x", Status.WARNING), "fail", "warning"),
        (finding("x", Status.WARNING, severity=Severity.ADVICE), "fail", "note"),
        (finding("x", Status.WARNING, Grade.INFERRED), "review", "none"),
        (finding("x", Status.UNKNOWN), "open", "none"),
        (finding("x", Status.SKIPPED), "notApplicable", "none"),
    ],
)
def test_what_a_finding_is_in_sarif(fleet, found, kind, level):
    found = replace(found, check="role.trust")
    (result,) = run_of(with_findings(fleet, found))["results"]
    assert (result["kind"], result["level"]) == (kind, level)
    assert result["properties"]["status"] == found.status


@pytest.mark.parametrize(
    ("check", "subject", "place"),
    [
        ("role.trust", NODE, NODE),
        ("computer.plugin", None, "this computer"),
        ("account.instance-tier", None, "account"),
    ],
)
def test_a_result_names_what_it_is_about(fleet, check, subject, place):
    found = finding(check, Status.PASSED, subject=subject)
    (result,) = run_of(with_findings(fleet, found))["results"]
    assert result["locations"][0]["logicalLocations"][0]["name"] == place


def test_a_check_that_crashed_is_an_error_of_the_tool(fleet):
    assert run_of(fleet)["invocations"][0]["executionSuccessful"] is True
    run = run_of(with_findings(fleet, finding("role.trust", Status.UNKNOWN, said=CRASHED)))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["associatedRule"]["id"] == "role.trust"
    assert told["level"] == "error"


def test_lists_that_could_not_be_had_are_told(nothing):
    run = run_of(nothing)
    (invocation,) = run["invocations"]
    assert invocation["toolExecutionNotifications"]
    assert not [one for one in run["results"] if one["kind"] == "fail"]


def test_an_account_that_is_not_known_is_said_to_be_so(fleet):
    nobody = replace(fleet.snapshot.identity, caller=Unknown(Why.DENIED), region=None)
    found = replace(fleet, snapshot=replace(fleet.snapshot, identity=nobody))
    assert run_of(found)["automationDetails"]["id"] == "ssmwizard/unknown account/unknown-region/"


# Markdown


def test_a_ticket_has_the_verdict_the_causes_the_nodes_and_what_was_not_seen(fleet):
    told = report.as_markdown(fleet)
    assert told.startswith(report.summary(fleet).rstrip("\n"))
    assert told.count("\n| ") == 2 + len(fleet.verdicts)
    assert "**Worth knowing**" in told


def test_a_short_ticket_stays_short(fleet):
    assert report.as_markdown(with_findings(fleet)) == report.summary(with_findings(fleet))
    one = replace(fleet, verdicts=fleet.verdicts[:1])
    assert "| Node |" not in report.as_markdown(one)
    many = replace(fleet, verdicts=fleet.verdicts * 2)
    assert "| Node |" not in report.as_markdown(many)


def test_what_was_not_seen_is_told_once_with_the_checks_that_miss_it(nothing):
    told = report.as_markdown(nothing)
    assert "**Could not be seen**" in told
    assert "Not all nodes could be listed" in told


def test_long_lists_are_cut_and_say_so(fleet):
    warnings = [
        finding("agent.current", Status.WARNING, said=f"Agent {n} is old.", subject=f"i-{n:017x}")
        for n in range(14)
    ]
    told = report.as_markdown(with_findings(fleet, *warnings))
    assert told.count("`agent.current`") == 10
    assert "- and 4 more" in told
