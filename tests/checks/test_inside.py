"""What a node says of itself, and what follows from it."""

from datetime import timedelta
from typing import Any

import pytest
from support.facts import (
    EC2_ID,
    HYBRID_ID,
    NOW,
    Case,
    ask,
    denied,
    fails,
    fleet,
    holds,
    instance,
    judged,
    known,
    managed,
    node,
    ok,
    shown,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)
from support.net import LOCAL, Net, route

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.diagnosis import Diagnosis, Identity, Probe
from ssmwizard.model.facts import NOT_COLLECTED, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.session import Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot

SEND, GET = "ssm:SendCommand", "ssm:GetCommandInvocation"
AWAY = {"managed": None, "connection": NOT_COLLECTED}
SILENT = {"connection": "notconnected"}
LOST = managed(ping="ConnectionLost", last_ping=NOW - timedelta(days=2))


def says(*probes: tuple[str, str, str], **parts: Any) -> Diagnosis:
    return Diagnosis(probes=tuple(Probe(*one) for one in probes), **parts)


def told(diagnosis: Diagnosis, node_id: str = EC2_ID, **facts: Any) -> NodeFacts:
    return node(node_id, diagnosis=known(diagnosis, GET), **facts)


MESSAGES = ("Connectivity to ssmmessages endpoint", "Failed", "ssmmessages.x is not reachable: EOF")
SSM = ("Connectivity to ssm endpoint", "Failed", "ssm.x is not reachable: dial tcp: i/o timeout")
PROXY = ("Proxy configuration", "Success", "Detected proxy configuration: http_proxy: ***@p:3128")
METADATA = ("EC2 IMDS", "Failed", "IMDS request timeout")
WELL = ("Agent service", "Success", "Agent service is running and is running as expected user")
OPTIONAL = tuple(
    (f"Connectivity to {service} endpoint", "Failed", f"{service}.x is not reachable: timeout")
    for service in ("ec2messages", "s3", "kms", "logs", "monitoring")
)
STS = ("AWS Credentials", "Failed", "STS call timed out")

# What a node says, and what then stands in the finding.
REASONS: dict[str, tuple[Diagnosis, str]] = {
    "ssmmessages": (says(MESSAGES), "ssmmessages.x is not reachable"),
    "ssm": (says(SSM), "ssm.x is not reachable"),
    "through-a-proxy": (says(MESSAGES, PROXY), "through its proxy"),
    "service": (says(("Agent service", "Failed", "not running")), "not running"),
    "sysprep": (says(("Windows sysprep image state", "Failed", "IMAGE_STATE_X")), "IMAGE_STATE_X"),
    "metadata": (says(METADATA), "IMDS request timeout"),
    "no-credentials": (says(("AWS Credentials", "Skipped", "No credentials available")), "No cred"),
    "no-role": (says(("AWS Credentials", "Failed", "EC2RoleRequestError: none")), "EC2Role"),
    "disk": (says(disk_free=20 * 1024), "20 MiB"),
    "clock": (says(time=NOW + timedelta(minutes=7)), "ahead"),
    "kernel": (says(system="Linux", kernel="2.6.32-754.el6"), "2.6.32"),
    "hybrid": (says(hybrid=Identity("mi-9", "us-east-1")), "mi-9"),
    "no-note": (says(("Agent service", "Failed", "")), "Failed"),
}
# What is said and explains nothing.
NO_REASONS: dict[str, Diagnosis] = {
    "well": says(WELL),
    "hosts-that-sessions-do-not-need": says(*OPTIONAL),
    "sts-alone": says(STS),
    "metadata-skipped": says(("EC2 IMDS", "Skipped", "Instance has hybrid registration")),
    "disk-not-told": says(WELL),
    "disk-not-full": says(disk_free=50 * 1024),
    "clock-behind": says(time=NOW - timedelta(days=9)),
    "clock-a-little-ahead": says(time=NOW + timedelta(minutes=4)),
    "new-kernel": says(system="Linux", kernel="6.1.0"),
    "darwin": says(system="Darwin", kernel="2.0"),
    "no-diagnosis": Diagnosis(trouble="ssm-cli: not found", system="Linux"),
}
CHECKS = {
    "node.registered": AWAY,
    "node.online": {"managed": LOST, **SILENT},
    "node.connected": SILENT,
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", REASONS)
def test_what_the_node_says_is_why_it_fails(check: str, name: str) -> None:
    diagnosis, word = REASONS[name]
    outcome = ask(by_id(check), snapshot(told(diagnosis, **CHECKS[check])))
    assert (outcome.status, outcome.grade) == (Status.FAILED, Grade.PROVED)
    assert "node itself says" in shown(outcome.text)
    assert word in shown(outcome.text)
    assert outcome.rest is None
    assert any(one.source == GET for one in outcome.evidence)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", NO_REASONS)
def test_what_explains_nothing_is_not_blamed(check: str, name: str) -> None:
    outcome = ask(by_id(check), snapshot(told(NO_REASONS[name], **CHECKS[check])))
    assert "node itself says" not in shown(outcome.text)
    assert outcome.rest is not None
    assert any(one.source == GET for one in outcome.evidence)


def test_several_reasons_are_all_said() -> None:
    outcome = ask(by_id("node.connected"), snapshot(told(says(MESSAGES, SSM), **SILENT)))
    assert "ssm.x" in shown(outcome.text)
    assert "ssmmessages.x" in shown(outcome.text)


def test_metadata_is_nothing_to_a_machine_outside_ec2() -> None:
    facts = told(says(METADATA), HYBRID_ID, **SILENT)
    assert "node itself says" not in shown(ask(by_id("node.connected"), snapshot(facts)).text)


def test_a_kernel_is_old_only_for_agents_that_need_a_newer_one() -> None:
    early = managed(agent_version="3.0.1479.0", ping="ConnectionLost")
    facts = told(says(system="Linux", kernel="2.6.32"), managed=early, **SILENT)
    assert "2.6.32" not in shown(ask(by_id("node.online"), snapshot(facts)).text)
    assert ask(by_id("os.supported"), snapshot(facts)).status is Status.PASSED


def test_what_another_machine_says_is_not_taken_for_this_ones() -> None:
    other = says(MESSAGES, instance=Identity("i-0fffffffffffffff0", "eu-west-3"))
    outcome = ask(by_id("node.connected"), snapshot(told(other, **SILENT)))
    assert "ssmmessages.x" not in shown(outcome.text)
    assert outcome.evidence[-1].value == "i-0fffffffffffffff0"
    same = says(MESSAGES, instance=Identity(EC2_ID, "eu-west-3"))
    assert "ssmmessages.x" in shown(
        ask(by_id("node.connected"), snapshot(told(same, **SILENT))).text
    )


@pytest.mark.parametrize(
    ("why", "value"),
    [
        (denied(SEND), SEND),
        (unseen(Why.FAILED, "Failed: exit 9", "Failed", GET), "exit 9"),
        (unseen(Why.TIMED_OUT, "no answer", call=SEND), "no answer"),
    ],
)
def test_a_node_that_gave_no_answer_changes_nothing_but_the_evidence(why: Any, value: str) -> None:
    asked = ask(by_id("node.connected"), snapshot(node(diagnosis=why, **SILENT)))
    unasked = ask(by_id("node.connected"), snapshot(node(**SILENT)))
    assert (asked.text, asked.rest, asked.status) == (unasked.text, unasked.rest, unasked.status)
    assert value in asked.evidence[-1].value


NO_ROOM = unseen(Why.FAILED, "Failed: write /var/lib: No space left on device", "Failed", GET)


@pytest.mark.parametrize("check", ["node.connected", "node.online"])
def test_a_node_on_which_no_script_finds_room_has_said_why(check: str) -> None:
    outcome = ask(by_id(check), snapshot(node(diagnosis=NO_ROOM, **CHECKS[check])))
    assert outcome.status is Status.FAILED
    assert "Its disk is full" in shown(outcome.text)
    assert outcome.rest is None


@pytest.mark.parametrize("channel", ["connected", "notconnected"])
@pytest.mark.parametrize("fact", [NO_ROOM, known(says(disk_free=20 * 1024), GET)])
def test_a_full_disk_is_said_of_a_node_that_reports(channel: str, fact: Any) -> None:
    facts = node(connection=channel, diagnosis=fact)
    outcome = ask(by_id("node.online"), snapshot(facts))
    assert (outcome.status, outcome.grade) == (Status.WARNING, Grade.PROVED)
    assert "disk is full" in shown(outcome.text)


def test_what_could_not_be_asked_makes_one_finding_unknown() -> None:
    windows = managed(
        platform_type="Windows", platform_name="Windows", platform_version="10.0.20348"
    )
    before = judged(snapshot(node(managed=windows)), EVERY)
    after = judged(snapshot(node(managed=windows, diagnosis=denied(SEND))), EVERY)
    changed = {name for name in before if before[name].status is not after[name].status}
    assert changed == {"os.ssm-user"}
    assert after["os.ssm-user"].right == SEND


# The account of sessions.


def windows(
    role: str, *users: tuple[str, bool], agent: str = "3.3.4793.0", **facts: Any
) -> Snapshot:
    report = managed(
        platform_type="Windows",
        platform_name="Microsoft Windows Server 2022 Datacenter",
        platform_version="10.0.20348",
        agent_version=agent,
    )
    return snapshot(told(says(WELL, domain_role=role, users=users), managed=report, **facts))


def running_as(user: str, *users: tuple[str, bool], on: bool = True) -> Snapshot:
    preferences = Preferences("SSM-SessionManagerRunShell", "1", run_as=on, run_as_user=user)
    session = SessionFacts(preferences=known(preferences))
    return snapshot(told(says(WELL, users=users)), session=session)


CREATE = ("os.create-ssm-user",)
ACCOUNT = {
    "member-server": ok(windows("3", ("ssm-user", False))),
    "controller-with-the-account": ok(windows("5", ("ssm-user", True))),
    "controller-with-an-early-agent": ok(windows("5", ("ssm-user", False), agent="2.3.50.0")),
    "controller-without-the-account": fails(
        windows("5", ("ssm-user", False)), "ssm-user", fixes=CREATE, cause="domain-controller"
    ),
    "backup-controller": fails(windows("4", ("ssm-user", False)), fixes=CREATE),
    "controller-that-did-not-say": skips(windows("5")),
    "role-not-told": skips(windows("")),
    "not-asked": skips(snapshot()),
    "not-registered": skips(snapshot(node(**AWAY))),
    "linux": ok(snapshot(told(says(WELL)))),
    "run-as-off": ok(running_as("deploy", on=False)),
    "run-as-user-is-there": ok(running_as("deploy", ("deploy", True)), "deploy"),
    "run-as-user-is-not": fails(
        running_as("deploy", ("deploy", False)),
        "deploy",
        grade=Grade.INFERRED,
        fixes=CREATE,
        cause="run-as:deploy",
    ),
    "run-as-user-was-not-asked-for": skips(running_as("deploy")),
    "run-as-without-a-user": skips(running_as("")),
    "asking-denied": unsure(snapshot(node(diagnosis=denied(SEND))), right=SEND),
    "asking-failed": unsure(
        snapshot(node(diagnosis=unseen(Why.FAILED, "Failed: exit 9", "Failed", GET))), "exit 9"
    ),
    "asking-failed-in-silence": unsure(
        snapshot(node(diagnosis=unseen(Why.FAILED, code="Failed", call=GET))), "Failed"
    ),
    "preferences-denied": unsure(
        snapshot(told(says(WELL)), session=SessionFacts(preferences=denied("ssm:GetDocument"))),
        right="ssm:GetDocument",
    ),
    "another-machine": skips(snapshot(told(says(WELL, instance=Identity("i-0fffffffff", "x"))))),
}


@pytest.mark.parametrize("case", ACCOUNT.values(), ids=list(ACCOUNT))
def test_os_ssm_user(case: Case) -> None:
    holds(by_id("os.ssm-user"), case)


def test_a_domain_controller_without_the_account_blocks_a_connected_node() -> None:
    finding = judged(windows("5", ("ssm-user", False)), EVERY)["os.ssm-user"]
    assert (finding.status, finding.is_root_cause) == (Status.FAILED, True)
    assert "shell" in finding.lacking
    assert "port-forwarding" not in finding.lacking


def test_a_missing_user_of_run_as_is_a_warning_on_a_connected_node() -> None:
    finding = judged(running_as("deploy", ("deploy", False)), EVERY)["os.ssm-user"]
    assert finding.status is Status.WARNING


# The system.


def system(**parts: Any) -> Snapshot:
    report = managed(
        platform_type="Windows",
        platform_name="Microsoft Windows Server 2016 Datacenter",
        platform_version="10.0.14393",
    )
    return snapshot(told(says(WELL, **parts), managed=report))


SYSTEM = {
    "full-server": ok(system(system_sku="8")),
    "nano-datacenter": fails(system(system_sku="143"), "Nano", grade=Grade.PROVED),
    "nano-standard": fails(system(system_sku="144"), "Nano", grade=Grade.PROVED),
    "sku-not-told": ok(system()),
    "new-powershell": ok(system(powershell="5.1.14393.7426")),
    "old-powershell": warns(system(powershell="4.0"), "4.0", "5.1"),
    "odd-powershell": ok(system(powershell="new")),
    "old-kernel": fails(
        snapshot(told(says(system="Linux", kernel="2.6.32"))), "2.6.32", grade=Grade.INFERRED
    ),
    "not-answered": ok(snapshot(node(diagnosis=denied(SEND)))),
}


@pytest.mark.parametrize("case", SYSTEM.values(), ids=list(SYSTEM))
def test_os_supported_by_what_the_node_says(case: Case) -> None:
    holds(by_id("os.supported"), case)


def test_an_edition_that_was_told_leaves_no_doubt() -> None:
    def labels(of: Snapshot) -> str:
        return " ".join(one.label.english() for one in ask(by_id("os.supported"), of).evidence)

    assert "Nano" in labels(system())
    assert "Nano" not in labels(system(system_sku="8"))


def test_an_old_powershell_takes_streaming_and_a_known_one_the_doubt() -> None:
    report = managed(
        platform_type="Windows",
        platform_name="Microsoft Windows Server 2012 R2 Standard",
        platform_version="6.3.9600",
    )

    def doubts(powershell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = judged(snapshot(told(says(WELL, powershell=powershell), managed=report)), EVERY)
        return found["agent.features"].doubts, found["os.supported"].lacking

    streaming = ("cloudwatch-streaming",)
    assert streaming[0] in doubts("")[0]
    assert streaming[0] not in doubts("4.0")[0]
    assert doubts("4.0")[1] == streaming
    assert doubts("5.1")[1] == ()


# Instance metadata.


def test_metadata_that_the_node_cannot_read_fails_although_it_is_on() -> None:
    outcome = ask(by_id("imds.enabled"), snapshot(told(says(METADATA), **AWAY)))
    assert (outcome.status, outcome.grade) == (Status.FAILED, Grade.PROVED)
    assert "IMDS request timeout" in shown(outcome.text)
    found = judged(snapshot(told(says(METADATA), **AWAY)), EVERY)
    assert found["node.registered"].blocked_by == ("imds.enabled",)


def test_a_connected_node_can_do_without_the_metadata() -> None:
    finding = judged(snapshot(told(says(METADATA))), EVERY)["imds.enabled"]
    assert finding.status is Status.WARNING


def test_a_registration_that_the_node_tells_of_is_beside_what_the_lists_show() -> None:
    twin = managed("mi-9", computer_name="ip-10-0-0-1.eu-west-3.compute.internal")
    facts = told(says(hybrid=Identity("mi-9", "eu-west-3")), **AWAY)
    of = snapshot(facts, account=AccountFacts(fleet=fleet(twin)))
    assert "mi-9" in shown(ask(by_id("node.registered"), of).text)


# Connections that the node itself tried.

REACHED = tuple(
    (f"Connectivity to {host} endpoint", "Success", f"{host}.x is reachable")
    for host in ("ssm", "ssmmessages")
)


def stranded(diagnosis: Any) -> Snapshot:
    """A node with no way out, as far as the network's configuration tells, and no channel."""
    net = Net()
    net.routes["subnet-a"] = (LOCAL, route("nat-1", state="blackhole"))
    standing = instance(subnet_id="subnet-a", private_ip="10.0.1.10", groups=("sg-node",))
    facts = node(instance=standing, diagnosis=diagnosis, **SILENT)
    return snapshot(facts, network=net.facts())


@pytest.mark.parametrize(
    ("diagnosis", "status"),
    [
        (known(says(*REACHED), GET), Status.WARNING),
        (known(says(REACHED[0]), GET), Status.FAILED),
        (known(says(REACHED[0], MESSAGES), GET), Status.FAILED),
        (known(says(*REACHED), "given by hand"), Status.FAILED),
        (NOT_COLLECTED, Status.FAILED),
    ],
    ids=["reaches-both", "one-alone", "one-not", "perhaps-long-ago", "not-asked"],
)
def test_what_the_node_can_connect_to_is_not_called_cut_off(diagnosis: Any, status: Status) -> None:
    found = judged(stranded(diagnosis), EVERY)
    assert found["network.route"].status is status
    assert found["node.connected"].is_root_cause is (status is Status.WARNING)


# The console output.

LINES = (
    "Amazon SSM Agent v3.3.4793.0 is running",
    "Entering SSM Agent hibernate - RequestError",
    "write failed: No space left on device",
)
CONSOLE = "ec2:GetConsoleOutput"


@pytest.mark.parametrize("check", CHECKS)
def test_the_console_tells_of_the_agent(check: str) -> None:
    facts = node(console=known(LINES, CONSOLE), **CHECKS[check])
    outcome = ask(by_id(check), snapshot(facts))
    for said in (outcome.text, outcome.rest):
        assert said is not None
        assert "hibernate - RequestError" in shown(said)
        assert "No space left" in shown(said)
    assert CONSOLE in {one.source for one in outcome.evidence}


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (known(LINES[:1], CONSOLE), LINES[0]),
        (known((), CONSOLE), "-"),
        (denied(CONSOLE), CONSOLE),
    ],
)
def test_a_console_that_explains_nothing_is_evidence_alone(fact: Any, value: str) -> None:
    asked = ask(by_id("node.connected"), snapshot(node(console=fact, **SILENT)))
    unasked = ask(by_id("node.connected"), snapshot(node(**SILENT)))
    assert (asked.text, asked.rest) == (unasked.text, unasked.rest)
    assert asked.evidence[-1].value == value


def test_what_the_node_says_and_what_its_console_tells_are_both_said() -> None:
    facts = told(says(MESSAGES), console=known(LINES, CONSOLE), **SILENT)
    said = shown(ask(by_id("node.connected"), snapshot(facts)).text)
    assert "ssmmessages.x" in said
    assert "hibernate" in said
