"""The real AWS CLI, pointed at the demo account, gets the same answers."""

import json
import os
import shutil
import subprocess

import pytest

from ssmwizard.demo.operations.ssm_documents import PREFERENCES
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import bucket, key, log_group, preferences


@pytest.fixture
def aws(demo, tmp_path):
    """Runs the AWS CLI on the demo account."""
    program = os.environ.get("SSMWIZARD_TEST_AWS_CLI") or shutil.which("aws")
    if program is None:
        pytest.skip("no AWS CLI on this computer")
    files = demo.config_files(tmp_path / "aws")
    with demo.serve() as served:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "AWS_PROFILE"},
            "AWS_CONFIG_FILE": str(files.config),
            "AWS_SHARED_CREDENTIALS_FILE": str(files.credentials),
            "AWS_ENDPOINT_URL": served.url,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
        }

        def run(*arguments, profile="demo-admin"):
            return subprocess.run(
                [program, "--profile", profile, "--output", "json", *arguments],
                env=environment,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )

        yield run


def test_the_cli_gives_the_same_answers(aws, client):
    done = aws("ssm", "describe-instance-information")
    assert done.returncode == 0, done.stderr
    found = {n["InstanceId"]: n["PingStatus"] for n in json.loads(done.stdout)[
        "InstanceInformationList"
    ]}  # fmt: skip
    pages = client("ssm").get_paginator("describe_instance_information").paginate()
    assert found == {
        n["InstanceId"]: n["PingStatus"] for p in pages for n in p["InstanceInformationList"]
    }


def test_the_cli_says_who_it_is_as_a_role(aws):
    done = aws("sts", "get-caller-identity", profile="demo-role")
    assert done.returncode == 0, done.stderr
    assert ":assumed-role/DemoOperator/" in json.loads(done.stdout)["Arn"]


def test_the_cli_sees_what_session_preferences_name(aws, demo):
    region = MachineBuilder(demo.world, "eu-west-3")
    arn = key(region)
    bucket(region, "session-logs", where="eu-central-1")
    log_group(region, "/sessions", arn)
    preferences(region, kmsKeyId=arn)

    def told(*arguments):
        done = aws(*arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    document = told("ssm", "get-document", "--name", PREFERENCES)
    assert json.loads(document["Content"])["inputs"] == {"kmsKeyId": arn}
    assert told("kms", "describe-key", "--key-id", arn)["KeyMetadata"]["KeyState"] == "Enabled"
    head = told("s3api", "head-bucket", "--bucket", "session-logs")
    assert head["BucketRegion"] == "eu-central-1"
    encryption = told("s3api", "get-bucket-encryption", "--bucket", "session-logs")
    assert "AES256" in str(encryption)
    (group,) = told("logs", "describe-log-groups")["logGroups"]
    assert group["kmsKeyId"] == arn
    assert aws("s3api", "head-bucket", "--bucket", "nobodys").returncode != 0


def test_the_cli_shows_a_refusal(aws, demo):
    demo.deny("ec2:DescribeVpcs")
    done = aws("ec2", "describe-vpcs")
    assert done.returncode != 0
    assert "UnauthorizedOperation" in done.stderr


def test_what_the_cli_changes_is_changed(aws, client, nodes):
    done = aws(
        "iam", "attach-role-policy", "--role-name", "ShopApplicationRole",
        "--policy-arn", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    status = client("ssm").get_connection_status(Target=nodes["web-02"])["Status"]
    assert status == "connected"
