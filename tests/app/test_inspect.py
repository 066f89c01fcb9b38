import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from benchmarks.floor import LIST, above
from support.command import nodes as ids_by_name
from support.facts import says, shown
from support.on_demo import Stage, stage
from support.probed import inspected

from ssmwizard.app.inspect import (
    Choice,
    Inspection,
    Progress,
    identify,
    inspect,
    look_at_computer,
    replay,
)
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Finding, Grade, Scope, Status
from ssmwizard.outside import aws

Open = Callable[..., Stage]
Trouble = Callable[[Stage], None]
READY, DEGRADED = Standing.READY, Standing.DEGRADED
BLOCKED, UNKNOWN = Standing.BLOCKED, Standing.UNKNOWN
FOREIGN_REGION = "eu-central-1"

# Node of the demo account: its verdict, the causes named, and a word of the sentence.
FLEET: dict[str, tuple[Standing, tuple[str, ...], str]] = {
    "web-01": (READY, (), "channel"),
    "web-02": (BLOCKED, ("role.permissions",), "ShopApplicationRole"),
    "web-03": (BLOCKED, ("role.attached",), "no instance profile"),
    "web-04": (BLOCKED, ("node.running",), "stopped"),
    "worker-01": (BLOCKED, ("network.acl",), "acl-"),
    "cache-01": (BLOCKED, ("network.route",), "no route"),
    "archive-01": (BLOCKED, ("network.route",), "nat-"),
    "db-02": (BLOCKED, ("network.node-security-group",), "sg-"),
    "jenkins-old": (BLOCKED, ("agent.version",), "2.3.50.0"),
    "git-01": (READY, (), "channel"),
    "wiki-01": (READY, (), "channel"),
    "vault-01": (BLOCKED, ("imds.enabled",), "metadata"),
    "batch-01": (BLOCKED, ("role.trust",), "BatchRole"),
    "paie-01": (BLOCKED, ("role.permissions",), "boundary"),
    "mac-build-01": (READY, (), "channel"),
    "compta-01": (READY, (), "channel"),
    "erp-01": (BLOCKED, ("network.endpoint-security-group",), "sg-"),
    "db-01": (BLOCKED, ("network.dns",), "enableDnsHostnames"),
    "lab-01": (BLOCKED, ("network.dns",), "private DNS"),
    "srv-lyon-01": (READY, (), "channel"),
    "srv-lyon-02": (BLOCKED, ("node.online",), "stopped reporting"),
    "srv-nantes-01": (BLOCKED, ("role.permissions",), "HybridServersOld"),
    "caisse-nantes": (READY, (), "channel"),
}
# What is said besides about nodes on which a session opens.
WARNINGS = {
    "git-01": {"agent.features", "agent.current"},
    "wiki-01": {"agent.current"},
    "caisse-nantes": {"agent.features", "agent.current", "os.supported"},
    "web-01": set(),
    "mac-build-01": set(),
    "compta-01": set(),
    "srv-lyon-01": set(),
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken on purpose is not tried again and again."""
    monkeypatch.setattr(aws, "ATTEMPTS", 1)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    return lambda **more: stage(tmp_path, monkeypatch, **more)


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterable[tuple[Stage, Inspection]]:
    """The whole fleet, inspected once; who changes the account opens one of their own."""
    with pytest.MonkeyPatch.context() as environment:
        on = stage(tmp_path_factory.mktemp("fleet"), environment)
        yield on, look(on)


def id_of(on: Stage, name: str) -> str:
    """The id of a node of the main Region."""
    return ids_by_name(on.account)[name]


def look(on: Stage, *names: str, profile: str | None = "demo-admin", **more: object) -> Inspection:
    """Inspect nodes by name, or all of them; the recording tells the same."""
    ids = tuple(id_of(on, name) for name in names)
    told: dict[str, object] = {"every_node": not ids, "local": False, **more}
    choice = Choice(profile=profile, nodes=ids, **told)  # type: ignore[arg-type]
    return whole(inspected(on.doors, choice))


def whole(inspection: Inspection) -> Inspection:
    """The inspection; every sentence in it is whole, and its recording replays to the same."""
    for finding in inspection.findings:
        says(finding)
    for verdict in inspection.verdicts:
        assert shown(verdict.sentence)
        assert len(verdict.root_causes) == len(set(verdict.root_causes))
    again = replay(inspection.recording)
    assert again.findings == inspection.findings
    assert again.verdicts == inspection.verdicts
    assert again.choice == inspection.choice
    return inspection


def by_name(inspection: Inspection) -> dict[str, Verdict]:
    return {verdict.name: verdict for verdict in inspection.verdicts}


def of_node(inspection: Inspection, name: str) -> dict[str, Finding]:
    """The findings that concern a node, by check."""
    node = by_name(inspection)[name].node
    return {one.check: one for one in inspection.findings if one.concerns(node)}


def failures(inspection: Inspection) -> set[tuple[str, str | None]]:
    found = inspection.findings
    return {(one.check, one.subject) for one in found if one.status is Status.FAILED}


def roots(inspection: Inspection) -> list[str]:
    return sorted({one.check for one in inspection.findings if one.is_root_cause})


def the(inspection: Inspection, check: str) -> Finding:
    """The one finding of a check that is shared."""
    (found,) = [one for one in inspection.findings if one.check == check and one.subject is None]
    return found


# The fleet.


def test_the_table_names_every_node_of_the_demo(fleet: tuple[Stage, Inspection]) -> None:
    assert set(by_name(fleet[1])) == {*FLEET, "web-05"}


@pytest.mark.parametrize("name", FLEET)
def test_what_is_broken_is_found_and_nothing_else(
    fleet: tuple[Stage, Inspection], name: str
) -> None:
    standing, causes, word = FLEET[name]
    verdict = by_name(fleet[1])[name]
    assert (verdict.standing, verdict.root_causes) == (standing, causes)
    assert word in shown(verdict.sentence)
    assert verdict.features == (("shell", standing),)


@pytest.mark.parametrize("name", [name for name, row in FLEET.items() if row[0] is BLOCKED])
def test_every_other_failure_is_an_echo_of_the_cause(
    fleet: tuple[Stage, Inspection], name: str
) -> None:
    causes = set(FLEET[name][1])
    for finding in of_node(fleet[1], name).values():
        if finding.status in (Status.FAILED, Status.SKIPPED) and finding.blocked_by:
            assert causes & set(finding.blocked_by) or "node.registered" in finding.blocked_by


@pytest.mark.parametrize(("name", "warned"), WARNINGS.items())
def test_what_deserves_to_be_known_is_a_warning(
    fleet: tuple[Stage, Inspection], name: str, warned: set[str]
) -> None:
    found = of_node(fleet[1], name).values()
    mine = {one.check for one in found if one.status is Status.WARNING and one.subject}
    assert mine == warned


def test_the_oracle_of_every_ready_node_is_proved(fleet: tuple[Stage, Inspection]) -> None:
    for verdict in fleet[1].verdicts:
        connected = of_node(fleet[1], verdict.name)["node.connected"]
        assert (verdict.standing in (READY, DEGRADED)) is (connected.status is Status.PASSED)
        if connected.status is Status.PASSED:
            assert connected.grade is Grade.PROVED


def test_a_cause_that_a_fix_of_this_version_heals_offers_it(
    fleet: tuple[Stage, Inspection],
) -> None:
    offered = {
        "web-02": "role.attach-managed-policy",
        "web-03": "role.attach-instance-profile",
        "web-04": "node.start",
        "jenkins-old": "agent.update",
        "srv-nantes-01": "role.attach-managed-policy",
        "batch-01": "role.repair-trust",
        "vault-01": "imds.enable",
        "erp-01": "network.allow-endpoint-ingress",
        "db-01": "network.enable-dns",
        "db-02": "network.allow-node-egress",
        "lab-01": "network.enable-private-dns",
        "cache-01": "network.create-endpoints",
    }
    more = {"web-03": ("account.enable-default-host-management",)}
    for name, fix in offered.items():
        (cause,) = by_name(fleet[1])[name].causes
        assert cause.fixes == (fix, *more.get(name, ())), name
    for name in ("paie-01", "worker-01", "srv-lyon-02"):
        (cause,) = by_name(fleet[1])[name].causes
        assert cause.fixes == (), name


def test_every_finding_says_which_call_showed_it(fleet: tuple[Stage, Inspection]) -> None:
    inspection = fleet[1]
    for cause in (cause for verdict in inspection.verdicts for cause in verdict.causes):
        assert cause.docs
        assert cause.why
        assert any(one.source in inspection.calls for one in cause.evidence), cause.check
        for one in cause.evidence:
            assert one.at is None or inspection.started <= one.at <= inspection.finished


def test_nodes_of_one_broken_role_share_the_cause(opened: Open) -> None:
    on = opened()
    on.by_hand(
        "iam", "DetachRolePolicy", RoleName="WebServerRole",
        PolicyArn="arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    )  # fmt: skip
    found = by_name(look(on, "web-01", "git-01"))
    (one,), (other,) = found["web-01"].causes, found["git-01"].causes
    assert one.check == other.check == "role.permissions"
    assert one.cause == other.cause


def test_a_machine_just_launched_is_not_called_broken(opened: Open) -> None:
    verdict = by_name(look(opened(pace=1), "web-05"))["web-05"]
    assert (verdict.standing, verdict.root_causes) == (UNKNOWN, ())
    assert "minutes" in shown(verdict.sentence)


def test_another_region_is_inspected_for_itself(opened: Open) -> None:
    inspection = look(opened(), region=FOREIGN_REGION)
    assert {name: one.standing for name, one in by_name(inspection).items()} == {
        "web-de-01": READY,
        "kiosk-de-01": READY,
    }
    assert of_node(inspection, "kiosk-de-01")["os.supported"].status is Status.WARNING


def test_a_healthy_account_is_ready_throughout(opened: Open) -> None:
    inspection = look(opened(scenario="healthy"))
    assert {one.standing for one in inspection.verdicts} == {READY}
    assert {one.status for one in inspection.findings} <= {Status.PASSED, Status.SKIPPED}


def test_a_feature_asked_for_and_lacking_degrades_the_node(opened: Open) -> None:
    wanted = frozenset({"shell", "port-forwarding"})
    found = by_name(look(opened(), "git-01", "web-01", features=wanted))
    assert found["git-01"].standing is DEGRADED
    assert found["git-01"].root_causes == ("agent.features",)
    assert dict(found["git-01"].features) == {"shell": READY, "port-forwarding": BLOCKED}
    assert found["web-01"].standing is READY


def test_the_tier_is_a_warning_until_the_service_refuses_for_it(opened: Open) -> None:
    on = opened()
    tier = the(look(on, "srv-lyon-01"), "account.instance-tier")
    assert tier.status is Status.WARNING
    assert tier.fixes == ("account.enable-advanced-tier",)
    refused = look(on, "srv-lyon-01", "web-01", sessions=True)
    assert the(refused, "account.instance-tier").grade is Grade.PROVED
    assert by_name(refused)["srv-lyon-01"].root_causes == ("account.instance-tier",)
    assert by_name(refused)["web-01"].standing is READY


def test_sessions_are_opened_on_demand_only_and_ended_again(opened: Open) -> None:
    on = opened()
    assert "ssm:StartSession" not in look(on, "web-01").calls
    inspection = look(on, "web-01", "web-02", sessions=True)
    calls = inspection.calls
    assert calls["ssm:StartSession"] == calls["ssm:TerminateSession"] == 1
    assert of_node(inspection, "web-01")["probe.session"].status is Status.PASSED
    assert of_node(inspection, "web-02")["probe.session"].status is Status.SKIPPED


def test_nodes_keep_the_order_in_which_they_were_chosen(opened: Open) -> None:
    names = ["web-03", "srv-lyon-01", "web-01"]
    assert [one.name for one in look(opened(), *names).verdicts] == names


STRANGER = "mi-0123456789abcdef0"


def absent(on: Stage, *others: str) -> Inspection:
    """Inspect a machine outside EC2 that the account does not have."""
    ids = (STRANGER, *(id_of(on, name) for name in others))
    return whole(inspect(on.doors, Choice("demo-admin", nodes=ids, local=False)))


def test_activations_are_asked_for_when_a_machine_is_still_to_register_and_only_then(
    opened: Open,
) -> None:
    on = opened()
    inspection = absent(on, "srv-lyon-01")
    assert inspection.calls["ssm:DescribeActivations"] == 1
    found = {one.check: one for one in inspection.findings if one.subject == STRANGER}
    assert found["node.activation"].status is Status.FAILED
    assert found["node.activation"].blocked_by == ("node.exists",)
    assert inspection.verdicts[0].root_causes == ("node.exists",)
    assert "ssm:DescribeActivations" not in look(on, "srv-lyon-01", "web-01").calls


def test_activations_that_may_not_be_seen_make_one_finding_unknown(opened: Open) -> None:
    on = opened()
    before = absent(on)
    on.account.deny("ssm:DescribeActivations")
    after = absent(on)
    changed = {
        one.check
        for one, other in zip(after.findings, before.findings, strict=True)
        if one.status is not other.status
    }
    assert changed == {"node.activation"}


def test_the_fleet_is_counted_from_a_list_that_is_made_anyway(opened: Open) -> None:
    on = opened()
    assert the(look(on), "account.fleet-quota").status is Status.PASSED
    assert the(look(on, "web-01"), "account.fleet-quota").status is Status.SKIPPED
    # One id that is not managed makes the service refuse the list of some.
    unmanaged = look(on, "web-03")
    assert the(unmanaged, "account.fleet-quota").status is Status.PASSED


def test_an_instance_whose_agent_reports_as_a_hybrid_node_is_told_so(opened: Open) -> None:
    on = opened()
    region = on.account.world["regions"]["eu-west-3"]
    instance, hybrid = id_of(on, "web-03"), id_of(on, "srv-lyon-01")
    there = region["nodes"][instance]
    region["nodes"][hybrid].update(IPAddress=there["IPAddress"], ComputerName=there["ComputerName"])
    inspection = look(on, "web-03", "srv-lyon-01")
    assert hybrid in shown(of_node(inspection, "web-03")["node.registered"].text)
    warned = of_node(inspection, "srv-lyon-01")["node.registered"]
    assert warned.status is Status.WARNING
    assert by_name(inspection)["srv-lyon-01"].standing is READY


# What may not be seen.


def asked(names: Iterable[str]) -> list[str]:
    """The rights that an inspection uses; nobody can be denied to ask who they are."""
    return sorted(name for name in names if name != "sts:GetCallerIdentity")


RIGHTS = [
    "ec2:DescribeDhcpOptions",
    "ec2:DescribeInstanceStatus",
    "ec2:DescribeInstances",
    "ec2:DescribeNatGateways",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeRegions",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeVpcEndpointServices",
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcs",
    "iam:GetContextKeysForPrincipalPolicy",
    "iam:GetInstanceProfile",
    "iam:GetRole",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:SimulatePrincipalPolicy",
    "ssm:DescribeInstanceInformation",
    "ssm:GetConnectionStatus",
    "ssm:GetDocument",
    "ssm:GetServiceSetting",
    "ssm:ListAssociations",
]
# Rights without which an inspection finds the same: what they show is only used by plans, or is
# asked for when another right is missing.
NOT_MISSED = {
    "ec2:DescribeInstanceStatus",
    "ec2:DescribeRegions",
    "iam:GetContextKeysForPrincipalPolicy",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "ssm:ListAssociations",
}


def test_the_rights_are_those_that_an_inspection_uses(fleet: tuple[Stage, Inspection]) -> None:
    assert asked(fleet[1].calls) == RIGHTS


def standings(inspection: Inspection) -> dict[str, Standing]:
    return {verdict.node: verdict.standing for verdict in inspection.verdicts}


@pytest.mark.parametrize("right", RIGHTS)
def test_not_being_allowed_to_look_is_neither_health_nor_failure(
    fleet: tuple[Stage, Inspection], right: str
) -> None:
    on, before = fleet
    on.account.deny(right)
    try:
        after = look(on)
    finally:
        on.account.allow(right)
    assert failures(after) <= failures(before)
    was = {verdict.node: verdict for verdict in before.verdicts}
    for verdict in after.verdicts:
        assert verdict.standing in (was[verdict.node].standing, UNKNOWN), verdict.name
        if verdict.root_causes != was[verdict.node].root_causes:
            assert right in shown(verdict.sentence), verdict.name
    named = {one.right for one in after.findings if one.status is Status.UNKNOWN} - {None}
    assert named == set() if right in NOT_MISSED else {right}
    for one in after.findings:
        if one.right:
            assert one.right in shown(one.text)


@pytest.mark.parametrize("right", [right for right in RIGHTS if right not in NOT_MISSED])
def test_what_could_not_be_looked_at_is_not_said_to_be_right(
    fleet: tuple[Stage, Inspection], right: str
) -> None:
    """A check that fails with all rights does not pass with fewer."""
    on, before = fleet
    on.account.deny(right)
    try:
        after = look(on)
    finally:
        on.account.allow(right)
    passed = {(one.check, one.subject) for one in after.findings if one.status is Status.PASSED}
    assert not failures(before) & passed


def test_without_any_right_nothing_is_known_and_nothing_is_broken(opened: Open) -> None:
    on = opened()
    names = ("web-01", "web-02", "srv-lyon-02")
    ids = tuple(id_of(on, name) for name in names)
    on.account.deny("ec2:*", "ssm:*", "iam:*")
    inspection = whole(inspect(on.doors, Choice("demo-admin", nodes=ids, local=False)))
    assert failures(inspection) == set()
    assert {one.standing for one in inspection.verdicts} == {UNKNOWN}
    for verdict in inspection.verdicts:
        assert ":Describe" in shown(verdict.sentence)


def test_a_reader_sees_what_an_administrator_sees_but_for_its_own_rights(
    fleet: tuple[Stage, Inspection],
) -> None:
    on, before = fleet

    def others(inspection: Inspection) -> set[tuple[str, str | None, Status]]:
        return {
            (one.check, one.subject, one.status)
            for one in inspection.findings
            if not one.check.startswith("caller.")
        }

    after = look(on, profile="demo-readonly")
    assert others(after) == others(before)
    assert the(after, "caller.start-session").status is Status.FAILED
    assert set(standings(after).values()) == {BLOCKED}


def test_a_region_that_may_not_be_listed_but_answers_is_no_obstacle(
    fleet: tuple[Stage, Inspection],
) -> None:
    on, _ = fleet
    on.account.deny("ec2:DescribeRegions")
    try:
        assert the(look(on, "web-01"), "identity.region").status is Status.PASSED
    finally:
        on.account.allow("ec2:DescribeRegions")


def test_all_nodes_of_a_region_that_may_be_listed_by_half_are_not_all(opened: Open) -> None:
    on = opened()
    on.account.deny("ec2:DescribeInstances")
    inspection = look(on)
    assert [fact.right for fact in inspection.snapshot.unlisted] == ["ec2:DescribeInstances"]


# What goes wrong on the way.

TROUBLE: dict[str, tuple[Trouble, str]] = {
    "throttled": (lambda on: on.account.throttle("ssm:*", 1000), "too many requests"),
    "not-json": (lambda on: on.account.break_answer("ssm:*", "not-json"), "not AWS"),
    "sign-in-page": (lambda on: on.account.break_answer("ssm:*", "xhtml"), "not AWS"),
    "error": (lambda on: on.account.break_answer("ssm:*", "http-500"), "failed"),
    "reset": (lambda on: on.account.break_answer("ssm:*", "reset"), "reached"),
    "hang": (lambda on: on.account.break_answer("ssm:*", "hang", seconds=0.02), "in time"),
}


@pytest.mark.parametrize(("trouble", "word"), TROUBLE.values(), ids=list(TROUBLE))
def test_no_answer_from_systems_manager_is_not_a_failure_of_the_node(
    opened: Open, trouble: Trouble, word: str
) -> None:
    on = opened()
    node = id_of(on, "web-01")
    trouble(on)
    inspection = whole(inspect(on.doors, Choice("demo-admin", nodes=(node,), local=False)))
    (verdict,) = inspection.verdicts
    assert (verdict.standing, verdict.root_causes) == (UNKNOWN, ())
    assert word in shown(verdict.sentence)
    assert "ssm:" in shown(verdict.sentence)


@pytest.mark.parametrize(("trouble", "word"), TROUBLE.values(), ids=list(TROUBLE))
def test_one_call_that_is_broken_leaves_the_rest_known(
    opened: Open, trouble: Trouble, word: str
) -> None:
    on = opened()
    trouble(on)
    faults = on.account.world["faults"]
    for table in (faults["throttled"], faults["broken"]):
        if "ssm:*" in table:
            table["iam:GetRole"] = table.pop("ssm:*")
    verdict = by_name(look(on, "web-01"))["web-01"]
    assert verdict.standing is READY
    role = of_node(look(on, "web-01"), "web-01")["role.permissions"]
    assert role.status is Status.UNKNOWN
    assert word in shown(role.text)


NOBODY: dict[str, tuple[Trouble, str | None, str, str, str]] = {
    # What happened, the profile, the check to blame, its status, and a word of the sentence.
    "expired-keys": (lambda _: None, "demo-expired", "identity.credentials", "failed", "expired"),
    "expired-all": (
        lambda on: on.account.expire_credentials(),
        "demo-admin",
        "identity.credentials",
        "failed",
        "expired",
    ),
    "sso": (
        lambda _: None,
        "demo-sso",
        "identity.credentials",
        "failed",
        "aws sso login --profile demo-sso",
    ),
    "process": (
        lambda _: None,
        "demo-process",
        "identity.credentials",
        "failed",
        "ssmwizard-demo-program-that-does-not-exist",
    ),
    "unknown-profile": (lambda _: None, "demo-amdin", "identity.profile", "failed", "demo-admin"),
    "not-json": (
        lambda on: on.account.break_answer("*", "not-json"),
        "demo-admin",
        "identity.credentials",
        "unknown",
        "not AWS",
    ),
    "no-network": (
        lambda on: on.account.break_answer("*", "reset"),
        "demo-admin",
        "identity.credentials",
        "unknown",
        "network",
    ),
    "hang": (
        lambda on: on.account.break_answer("*", "hang", seconds=0.02),
        "demo-admin",
        "identity.credentials",
        "unknown",
        "in time",
    ),
    "role-denied": (
        lambda on: on.account.deny("sts:AssumeRole"),
        "demo-role",
        "identity.credentials",
        "failed",
        "demo-role",
    ),
}


def blame(inspection: Inspection, check: str, status: str, word: str) -> None:
    """Assert that one check is to blame, in one sentence, for every node."""
    finding = the(inspection, check)
    assert finding.status == status
    assert word in shown(finding.text)
    assert shown(finding.text).rstrip().count("\n") == 0
    assert roots(inspection) == ([check] if status == "failed" else [])
    for verdict in inspection.verdicts:
        assert verdict.standing is (BLOCKED if status == "failed" else UNKNOWN)
        assert word in shown(verdict.sentence)
        assert verdict.root_causes == ((check,) if status == "failed" else ())
    for one in inspection.findings:
        if one.subject is not None:
            assert one.status is Status.SKIPPED
            assert one.blocked_by == (check,)


@pytest.mark.parametrize(
    ("trouble", "profile", "check", "status", "word"), NOBODY.values(), ids=list(NOBODY)
)
def test_who_cannot_sign_in_is_told_why_in_one_sentence(
    opened: Open, trouble: Trouble, profile: str | None, check: str, status: str, word: str
) -> None:
    on = opened()
    nodes = (id_of(on, "web-01"), id_of(on, "srv-lyon-01"))
    trouble(on)
    choice = Choice(profile, nodes=nodes, local=False)
    blame(whole(inspect(on.doors, choice)), check, status, word)
    blame(identify(on.doors, profile, None), check, status, word)


BROKEN = b"[profile work\nregion = eu-west-3\n"
CONFIGURATIONS: Mapping[str, tuple[bytes, str | None, str, str]] = {
    # The file, the profile, the check to blame, and a word of the sentence.
    "broken": (BROKEN, "work", "identity.profile", "config"),
    "broken-and-no-profile": (BROKEN, None, "identity.profile", "config"),
    "byte-order-mark": (
        b"\xef\xbb\xbf[profile work]\nregion = eu-west-3\n",
        "work",
        "identity.profile",
        "byte-order mark",
    ),
    "another-encoding": (
        "[profile work]\nregion = eu-west-3\n".encode("utf-16"),
        "work",
        "identity.profile",
        "UTF-8",
    ),
    "empty": (b"", None, "identity.region", "Region"),
    "no-such-profile": (
        b"[profile other]\nregion = eu-west-3\n",
        "work",
        "identity.profile",
        "work",
    ),
    "no-region": (b"[profile work]\n", "work", "identity.region", "Region"),
    "no-credentials": (
        b"[profile work]\nregion = eu-west-3\n",
        "work",
        "identity.credentials",
        "no credentials",
    ),
    "half-a-role": (
        b"[profile work]\nregion = eu-west-3\nrole_arn = arn:aws:iam::1:role/x\n",
        "work",
        "identity.profile",
        "source_profile",
    ),
}


@pytest.mark.parametrize(
    ("config", "profile", "check", "word"), CONFIGURATIONS.values(), ids=list(CONFIGURATIONS)
)
def test_a_configuration_that_is_no_use_is_told_in_one_sentence(  # noqa: PLR0917 - a table
    opened: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    config: bytes,
    profile: str | None,
    check: str,
    word: str,
) -> None:
    on = opened()
    nodes = (id_of(on, "web-01"), id_of(on, "srv-lyon-01"))
    file = tmp_path / "config"
    file.write_bytes(config)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(file))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    choice = Choice(profile, nodes=nodes, local=False)
    blame(whole(inspect(on.doors, choice)), check, "failed", word)
    blame(identify(on.doors, profile, None), check, "failed", word)


@pytest.mark.parametrize("region", ["paris", "eu-west-3a", "eu west 3", "../x"])
def test_a_region_that_is_none_is_the_one_cause(opened: Open, region: str) -> None:
    on = opened()
    choice = Choice("demo-admin", region, (id_of(on, "web-01"),), local=False)
    blame(whole(inspect(on.doors, choice)), "identity.region", "failed", region)


def test_a_region_that_ec2_does_not_know_is_the_one_cause(opened: Open) -> None:
    on = opened()
    choice = Choice("demo-admin", "eu-west-99", (id_of(on, "web-01"),), local=False)
    inspection = whole(inspect(on.doors, choice))
    assert roots(inspection) == ["identity.region"]
    assert "eu-west-99" in shown(inspection.verdicts[0].sentence)


@pytest.mark.parametrize("node", ["i-0aaaaaaaaaaaaaaaa", "mi-0aaaaaaaaaaaaaaaa", "web-01", "i-"])
def test_a_node_that_does_not_exist_is_said_not_to_be_there(opened: Open, node: str) -> None:
    on = opened()
    there = id_of(on, "web-01")
    choice = Choice("demo-admin", nodes=(node, there), local=False)
    inspection = whole(inspect(on.doors, choice))
    missing, well = inspection.verdicts
    assert (missing.standing, missing.root_causes) == (BLOCKED, ("node.exists",))
    assert node in shown(missing.sentence)
    assert well.standing is READY


def test_nothing_chosen_is_an_inspection_of_nothing(opened: Open) -> None:
    inspection = whole(inspect(opened().doors, Choice("demo-admin", local=False)))
    assert inspection.verdicts == ()
    assert failures(inspection) == set()


# Cancelling, and being late.


def test_cancelled_before_it_began_nothing_is_called(opened: Open) -> None:
    on = opened()
    node, number = id_of(on, "web-01"), len(on.account.calls)
    stop = threading.Event()
    stop.set()
    choice = Choice("demo-admin", nodes=(node,), local=False)
    inspection = whole(inspect(on.doors, choice, cancelled=stop))
    assert on.account.calls[number:] == []
    assert failures(inspection) == set()
    assert [one.standing for one in inspection.verdicts] == [UNKNOWN]
    assert "cancelled" in shown(inspection.verdicts[0].sentence)


@pytest.mark.parametrize("after", range(1, 40, 3))
def test_cancelled_at_any_moment_what_was_seen_stays_and_the_rest_is_unknown(
    opened: Open, after: int
) -> None:
    on = opened()
    ids = tuple(id_of(on, name) for name in ("web-01", "web-02", "srv-lyon-01"))
    stop = threading.Event()

    def progress(said: Progress) -> None:
        if said.done >= after:
            stop.set()

    choice = Choice("demo-admin", nodes=ids)
    inspection = whole(inspect(on.doors, choice, progress, cancelled=stop))
    assert {one.standing for one in inspection.verdicts} <= {READY, BLOCKED, UNKNOWN}
    assert len(inspection.verdicts) == 3
    for verdict in inspection.verdicts:
        if verdict.standing is READY:
            assert verdict.name in ("web-01", "srv-lyon-01")


def test_what_did_not_answer_in_the_time_given_is_unknown(opened: Open) -> None:
    on = opened()
    ids = (id_of(on, "web-01"),)
    on.account.delay("ssm:GetConnectionStatus", 30)
    try:
        choice = Choice("demo-admin", nodes=ids, local=False)
        inspection = whole(inspect(on.doors, choice, timeout=1.5))
    finally:
        on.account.close()
    (verdict,) = inspection.verdicts
    assert (verdict.standing, verdict.root_causes) == (UNKNOWN, ())
    assert "time" in shown(verdict.sentence)


def test_no_time_at_all_is_an_answer(opened: Open) -> None:
    on = opened()
    choice = Choice("demo-admin", nodes=(id_of(on, "web-01"),))
    inspection = whole(inspect(on.doors, choice, timeout=0))
    assert failures(inspection) == set()
    assert "time" in shown(inspection.verdicts[0].sentence)


# While it runs.


def test_findings_land_while_more_is_being_asked_and_never_unsay_a_failure(opened: Open) -> None:
    on = opened()
    waves: list[tuple[Finding, ...]] = []
    told: list[Progress] = []
    choice = Choice("demo-admin", every_node=True, local=False)
    inspection = inspect(on.doors, choice, told.append, waves.append)
    assert len(waves) >= 3
    assert waves[-1] == inspection.findings
    for wave in waves:
        for finding in wave:
            says(finding)
    for early in waves[:-1]:
        proved = {(one.check, one.subject) for one in early if one.is_root_cause}
        assert proved <= failures(inspection)
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert told[-1].done == told[-1].total
    assert all(0 < one.done <= one.total and shown(one.says) for one in told)


def test_the_computer_is_looked_at_by_itself_or_with_the_rest(opened: Open) -> None:
    on = opened()
    alone = look_at_computer(on.doors)
    assert {one.check for one in alone.findings} == {
        check.id for check in EVERY if check.scope is Scope.COMPUTER
    }
    assert alone.calls == {}
    left_out = look(on, "web-01")
    local = {one.check: one for one in left_out.findings if one.check.startswith("computer.")}
    assert {one.status for one in local.values()} == {Status.SKIPPED}
    choice = Choice("demo-admin", nodes=(id_of(on, "web-01"),))
    both = whole(inspect(on.doors, choice))
    assert [one for one in both.findings if one.check.startswith("computer.")]


def test_identity_is_found_out_by_itself(opened: Open) -> None:
    on = opened()
    found = identify(on.doors, "demo-admin", None)
    assert {one.check for one in found.findings} == {
        check.id for check in EVERY if check.scope is Scope.IDENTITY
    }
    assert {one.status for one in found.findings} == {Status.PASSED}
    assert found.snapshot.identity.region == on.account.world["main_region"]
    assert found.snapshot.partition is not None
    assert found.finished - found.started < timedelta(minutes=1)


def test_signing_in_anew_forgets_what_was_refused(opened: Open) -> None:
    on = opened()
    on.account.expire_credentials()
    assert roots(identify(on.doors, "demo-admin", None)) == ["identity.credentials"]
    on.account.expire_credentials(expired=False)
    assert roots(identify(on.doors, "demo-admin", None)) == []


@pytest.mark.parametrize("refused", [False, True])
def test_a_wrong_clock_is_seen_by_the_date_of_the_answer(opened: Open, refused: bool) -> None:
    on = opened()
    on.account.skew(-900)
    on.account.expire_credentials(expired=refused)
    ids = (id_of(on, "web-01"),)
    inspection = whole(inspect(on.doors, Choice("demo-admin", nodes=ids)))
    clock = the(inspection, "computer.clock")
    assert clock.status is Status.FAILED
    assert "ahead" in shown(clock.text)
    assert "computer.clock" in inspection.verdicts[0].root_causes
    assert "identity.credentials" not in inspection.verdicts[0].root_causes


# The number of calls.


@pytest.mark.parametrize(("nodes", "narrow"), [(1, 1), (100, 2), (1000, 2)])
def test_calls_grow_no_faster_than_they_must(opened: Open, nodes: int, narrow: int) -> None:
    """A role that may not report at large is asked about once more, for single nodes."""
    inspection = look(opened(scenario=f"large-{nodes}"))
    surplus = {"iam:SimulatePrincipalPolicy": narrow}
    if nodes > 50:
        surplus[LIST] = 1
    assert above(inspection.calls, inspection.snapshot) == surplus
    assert {one.standing for one in inspection.verdicts} <= {READY, BLOCKED}


def test_checks_add_no_calls(opened: Open) -> None:
    """What is asked follows from the account and the choice; judging asks nothing."""
    on = opened()
    inspection = look(on)
    made = len(on.account.calls)
    assert judge(inspection.snapshot, EVERY) == inspection.findings
    assert len(on.account.calls) == made


def test_a_list_of_which_one_node_is_not_managed_costs_the_list_of_all(opened: Open) -> None:
    on = opened()
    calls = look(on, "web-01", "web-02").calls
    assert calls["ssm:DescribeInstanceInformation"] <= 2
    # Once for those chosen, and once to count what else stands on what has to be mended.
    assert calls["ec2:DescribeInstances"] == 2


def test_why_is_known_for_everything_that_is_missing(opened: Open) -> None:
    inspection = look(opened(), "web-01")
    assert inspection.recording[0]["missing"] == Why.NOT_COLLECTED
