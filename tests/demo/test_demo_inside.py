"""What the demo's machines print when a script runs on them."""

import json

import pytest

from ssmwizard.demo import open_account

SHELL, POWERSHELL = "AWS-RunShellScript", "AWS-RunPowerShellScript"
CLI = "ssm-cli get-diagnostics --output json"


@pytest.fixture
def run(client, nodes):
    """Run lines on a node by name; the answer of the service."""

    def runs(name, *lines, document=SHELL):
        ssm = client("ssm")
        sent = ssm.send_command(
            DocumentName=document,
            InstanceIds=[nodes[name]],
            Parameters={"commands": list(lines), "executionTimeout": ["60"]},
            TimeoutSeconds=30,
        )["Command"]
        return ssm.get_command_invocation(CommandId=sent["CommandId"], InstanceId=nodes[name])

    return runs


def checks(answer):
    told = json.loads(answer["StandardOutputContent"])["DiagnosticsOutput"]
    return {one["Check"]: one for one in told}


def test_a_script_prints_what_its_lines_say(run):
    answer = run(
        "web-01",
        "# a remark",
        'echo "plain=text"',
        'echo "system=$(uname -s)"',
        'echo "strange=$(no-such-command)"',
        "rm -rf /",
    )
    assert answer["Status"] == "Success"
    assert answer["StandardOutputContent"] == "plain=text\nsystem=Linux\nstrange=\n"


def test_users_are_those_of_the_machine(run, demo, nodes):
    lines = ("echo \"a=$(id -u 'deploy' 2>/dev/null)\"", "echo \"b=$(id -u 'root' 2>/dev/null)\"")
    assert run("web-01", *lines)["StandardOutputContent"] == "a=\nb=1001\n"
    demo.world["regions"]["eu-west-3"]["nodes"][nodes["web-01"]]["Users"] = ["deploy"]
    assert run("web-01", *lines)["StandardOutputContent"] == "a=1001\nb=\n"


def test_windows_and_macs_are_what_they_are(run):
    role = 'echo "role=$((Get-CimInstance Win32_ComputerSystem).DomainRole)"'
    answer = run("compta-01", role, document=POWERSHELL)
    assert answer["StandardOutputContent"] == "role=5\n"
    assert run("mac-build-01", 'echo "$(uname -s)"')["StandardOutputContent"] == "Darwin\n"


def test_the_agents_diagnosis_follows_from_the_account(run, client, demo, nodes):
    told = checks(run("web-01", CLI))
    assert list(told)[:4] == [
        "EC2 IMDS",
        "Hybrid instance registration",
        "Connectivity to ssm endpoint",
        "Connectivity to ec2messages endpoint",
    ]
    assert nodes["web-01"] in told["EC2 IMDS"]["Note"]
    assert {one["Status"] for one in told.values()} == {"Success", "Skipped"}
    assert "WebServerRole" in told["AWS Credentials"]["Note"]
    assert checks(run("compta-01", CLI, document=POWERSHELL))["Windows sysprep image state"]


def test_a_subnet_with_endpoints_alone_reaches_those_and_no_other(run):
    told = checks(run("compta-01", CLI, document=POWERSHELL))
    reached = {name for name, one in told.items() if one["Status"] == "Success"}
    assert "Connectivity to ssmmessages endpoint" in reached
    assert told["Connectivity to s3 endpoint"]["Status"] == "Failed"
    assert told["AWS Credentials"]["Note"] == "STS call timed out"


def test_a_machine_outside_ec2_has_no_metadata_and_a_registration(run, nodes):
    told = checks(run("srv-lyon-01", CLI))
    assert told["EC2 IMDS"]["Status"] == "Skipped"
    assert nodes["srv-lyon-01"] in told["Hybrid instance registration"]["Note"]
    assert "HybridServers" in told["AWS Credentials"]["Note"]


def test_what_is_wrong_on_the_machine_shows(run, client, demo, nodes):
    region = demo.world["regions"]["eu-west-3"]
    web = nodes["web-01"]
    region["nodes"][web].update(Unreachable=["ssmmessages"], Proxy="http://ann:pw@proxy:1")
    told = checks(run("web-01", CLI))
    assert "not reachable" in told["Connectivity to ssmmessages endpoint"]["Note"]
    assert "ann:pw" in told["Proxy configuration"]["Note"]
    cleaned = checks(run("web-01", f"{CLI} | sed 's#://[^ ]*@#://***@#g'"))
    assert "ann" not in cleaned["Proxy configuration"]["Note"]
    # The service takes its time to notice.
    demo.world["pace"] = 1e9
    region["instances"][web]["MetadataOptions"]["HttpEndpoint"] = "disabled"
    region["instances"][web].pop("IamInstanceProfile")
    client("ssm").describe_activations()
    demo.world["pace"] = 0
    told = checks(run("web-01", CLI))
    assert told["EC2 IMDS"]["Status"] == "Failed"
    assert "EC2RoleRequestError" in told["AWS Credentials"]["Note"]


def test_early_agents_know_no_diagnosis_and_full_disks_run_nothing(run, demo, nodes):
    assert "Invalid command" in run("jenkins-old", CLI)["StandardOutputContent"]
    demo.world["regions"]["eu-west-3"]["nodes"][nodes["web-01"]]["DiskFreeKib"] = 0
    answer = run("web-01", CLI)
    assert answer["Status"] == "Failed"
    assert "no space left" in answer["StandardErrorContent"]


def test_a_script_takes_its_time(connect):
    class Clock:
        now = 1_790_000_000.0

        def __call__(self):
            return self.now

    clock = Clock()
    account = open_account(pace=1.0, clock=clock)
    ssm = connect(account)("ssm")
    nodes = account.world["regions"]["eu-west-3"]["nodes"]
    node = next(key for key, one in nodes.items() if one["Name"] == "web-01")
    sent = ssm.send_command(
        DocumentName=SHELL, InstanceIds=[node], Parameters={"commands": ['echo "x=1"']}
    )["Command"]
    states = []
    for _ in range(4):
        states.append(
            ssm.list_command_invocations(CommandId=sent["CommandId"])["CommandInvocations"][0][
                "Status"
            ]
        )
        clock.now += 1
    assert states == ["Pending", "InProgress", "Success", "Success"]
    account.close()
