"""A plan as a template: valid where there is one, and a reason where there is none."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hcl2
import hypothesis
import pytest
from hypothesis import strategies

from ssmwizard.app.ways import hcl
from ssmwizard.app.ways.way import NotWritten, Way, Written
from ssmwizard.app.ways.writing import write
from ssmwizard.model.plans import Call, Change, Plan
from ssmwizard.model.text import text
from tests.support import ways
from tests.support.plan_facts import REGIONS

CFN_LINT = "import sys; from cfnlint.runner import main; sys.exit(main())"
TEMPLATES = (Way.CLOUDFORMATION, Way.TERRAFORM)
# The plans that a template can say; every other one must say why it cannot.
SAID = {
    Way.CLOUDFORMATION: {
        "account.enable-advanced-tier",
        "account.enable-default-host-management",
        "agent.auto-update",
        "network.allow-endpoint-ingress",
        "network.allow-node-egress",
        "network.create-endpoints",
        "role.allow-session-resources",
        "role.attach-instance-profile",
        "session.create-log-group",
    }
}
SAID[Way.TERRAFORM] = SAID[Way.CLOUDFORMATION] | {
    "network.enable-private-dns",
    "role.attach-managed-policy",
}
# Arguments of the provider for AWS, version 6.25.0: those that must be there, and those that we use.
# https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs
ARGUMENTS = {
    "aws_iam_role": ({"assume_role_policy"}, {"name", "path", "description"}),
    "aws_iam_role_policy": ({"policy", "role"}, {"name"}),
    "aws_iam_role_policy_attachment": ({"policy_arn", "role"}, set()),
    "aws_iam_instance_profile": (set(), {"name", "role"}),
    "aws_security_group": (set(), {"name", "description", "vpc_id", "tags"}),
    "aws_vpc_endpoint": (
        {"vpc_id"},
        {
            "ip_address_type",
            "private_dns_enabled",
            "security_group_ids",
            "service_name",
            "subnet_ids",
            "tags",
            "vpc_endpoint_type",
        },
    ),
    "aws_cloudwatch_log_group": (set(), {"name", "kms_key_id", "skip_destroy"}),
    "aws_ssm_service_setting": ({"setting_id", "setting_value"}, set()),
    "aws_ssm_association": (
        {"name"},
        {"association_name", "max_concurrency", "max_errors", "schedule_expression", "targets"},
    ),
    "aws_vpc_endpoint_private_dns": ({"private_dns_enabled", "vpc_endpoint_id"}, set()),
}
for _way in ("ingress", "egress"):
    ARGUMENTS[f"aws_vpc_security_group_{_way}_rule"] = (
        {"ip_protocol", "security_group_id"},
        {"cidr_ipv4", "description", "from_port", "referenced_security_group_id", "to_port"},
    )


def made(way: Way, fix: str, partition: str = "aws") -> str:
    """The template of the first plan of a fix."""
    plan = next(one for one in ways.every(partition) if one.fix == fix)
    return written(way, plan, partition)


def written(way: Way, plan: Plan, partition: str = "aws") -> str:
    answer = write(way, plan, ways.place(partition))
    assert isinstance(answer, Written), answer
    return answer.content


def refused(way: Way, plan: Plan) -> str:
    answer = write(way, plan, ways.place())
    assert isinstance(answer, NotWritten), answer
    return answer.reason.english()


def resources(template: str) -> dict[str, Any]:
    return dict(json.loads(template)["Resources"])


def real_ids(template: str) -> str:
    """The template with ids that look like those of EC2, which the plans of the tests do not have."""

    def real(found: re.Match[str]) -> str:
        return f'"{found[1]}-{hashlib.sha256(found[2].encode()).hexdigest()[:17]}"'

    return re.sub(r'"(sg|vpc|subnet|vpce)-([a-z-]+)"', real, template)


def with_change(plan: Plan, place: int, **changed: object) -> Plan:
    changes = list(plan.changes)
    changes[place] = dataclasses.replace(changes[place], **changed)
    return dataclasses.replace(plan, changes=tuple(changes))


@pytest.mark.parametrize("way", TEMPLATES)
def test_every_plan_is_a_template_or_says_in_a_sentence_why_it_is_none(way: Way) -> None:
    for plan in ways.every():
        answer = write(way, plan, ways.place())
        assert isinstance(answer, Written) is (plan.fix in SAID[way]), plan.fix
        if isinstance(answer, NotWritten):
            assert answer.reason.english().endswith(".")


def test_cfn_lint_has_nothing_to_say_about_any_template(tmp_path: Path) -> None:
    for partition in ("aws", "aws-cn"):
        folder = tmp_path / "templates" / partition
        folder.mkdir(parents=True)
        for number, plan in enumerate(ways.every(partition)):
            answer = write(Way.CLOUDFORMATION, plan, ways.place(partition))
            if isinstance(answer, Written):
                content = real_ids(answer.content)
                (folder / f"{number}.json").write_text(content, encoding="utf-8")
        words = ["--regions", REGIONS[partition], "--", *map(str, folder.iterdir())]
        ran = subprocess.run(
            [sys.executable, "-c", CFN_LINT, *words], capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_terraform_reads_every_configuration_as_it_was_meant() -> None:
    for plan in ways.every():
        answer = write(Way.TERRAFORM, plan, ways.place())
        if not isinstance(answer, Written):
            continue
        read = hcl2.loads(answer.content)
        [provider] = read["provider"]
        account = provider['"aws"']
        assert account["allowed_account_ids"] == ['"111122223333"']
        assert (account["region"], account["profile"]) == ('"eu-west-3"', '"work"')
        for type_, members in _resources(read):
            needed, more = ARGUMENTS[type_]
            names = {one for one in members if not one.startswith("__")}
            assert needed <= names <= needed | more | {"depends_on"}


def test_terraform_would_not_lay_anything_out_differently(tmp_path: Path) -> None:
    if shutil.which("terraform") is None:
        pytest.skip("no terraform on this computer")
    for number, plan in enumerate(ways.every()):
        answer = write(Way.TERRAFORM, plan, ways.place())
        if isinstance(answer, Written):
            (tmp_path / f"{number}.tf").write_text(answer.content, encoding="utf-8")
    ran = subprocess.run(
        ["terraform", "fmt", "-check", "-diff", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.parametrize("partition", ["aws", "aws-cn", "aws-us-gov", "aws-iso"])
@pytest.mark.parametrize("way", TEMPLATES)
def test_a_template_is_of_its_partition(way: Way, partition: str) -> None:
    for fix in sorted(SAID[way] - {"account.enable-advanced-tier"}):
        told = made(way, fix, partition)
        assert partition == "aws" or "arn:aws:" not in told
        assert REGIONS[partition] in told


def test_a_policy_is_attached_by_terraform_to_the_role_that_is_there() -> None:
    told = made(Way.TERRAFORM, "role.attach-managed-policy")
    assert 'role       = "web-role"' in told
    assert 'resource "aws_iam_role"' not in told
    assert "the two would undo each other" in " ".join(told.replace("\n#", "").split())


def test_a_new_role_carries_its_policy_and_what_no_template_can_do_comes_after() -> None:
    told = made(Way.CLOUDFORMATION, "role.attach-instance-profile")
    types = {one["Type"]: one["Properties"] for one in resources(told).values()}
    assert set(types) == {"AWS::IAM::Role", "AWS::IAM::InstanceProfile"}
    assert types["AWS::IAM::Role"]["ManagedPolicyArns"] == [
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
    ]
    assert types["AWS::IAM::InstanceProfile"]["Roles"] == [{"Ref": "RoleSsmwizardManagedNode"}]
    said = json.loads(told)["Metadata"]["ssmwizard"]
    deploy = next(n for n, one in enumerate(said) if "cloudformation deploy" in one)
    assert "--capabilities CAPABILITY_NAMED_IAM" in said[deploy]
    assert "associate-iam-instance-profile" in said[deploy + 1]
    delete = next(n for n, one in enumerate(said) if "delete-stack" in one)
    assert (
        "disassociate-iam-instance-profile --association-id '<AssociationId>'" in said[delete + 1]
    )


def test_a_profile_that_is_there_is_not_taken_over() -> None:
    """The plan of the instance whose profile is empty makes a role and puts it in there."""
    plan = [one for one in ways.every() if one.fix == "role.attach-instance-profile"][1]
    for way in TEMPLATES:
        told = written(way, plan)
        assert "InstanceProfileName" not in told.replace("--instance-profile-name", "")
        assert "aws_iam_instance_profile" not in told
        assert "aws iam add-role-to-instance-profile --instance-profile-name bare" in " ".join(
            told.replace("\n#", "").split()
        )


def test_a_policy_that_is_written_anew_is_not_taken_over() -> None:
    plan = next(one for one in ways.every() if one.fix == "role.allow-session-resources")
    [change] = plan.changes
    assert change.undo is not None
    back = dataclasses.replace(change.undo, call=change.call)
    for way in TEMPLATES:
        assert "there already" in refused(way, with_change(plan, 0, undo=back))


def test_a_setting_of_somebodys_own_is_not_lost() -> None:
    for fix in ("account.enable-advanced-tier", "account.enable-default-host-management"):
        plan = next(one for one in ways.every() if one.fix == fix)
        place = len(plan.changes) - 1
        change = plan.changes[place]
        assert change.undo is not None
        back = dataclasses.replace(change.undo, call=change.call)
        alone = dataclasses.replace(plan, changes=(dataclasses.replace(change, undo=back),))
        for way in TEMPLATES:
            assert "value of somebody's own" in refused(way, alone)


def test_a_setting_is_no_resource_where_it_is_not_known_to_be_one() -> None:
    plan = next(
        one for one in ways.every("aws-cn") if one.fix == "account.enable-default-host-management"
    )
    told = written(Way.CLOUDFORMATION, plan, "aws-cn")
    assert [one["Type"] for one in resources(told).values()] == ["AWS::IAM::Role"]
    assert "update-service-setting" in told
    waits = made(Way.CLOUDFORMATION, "account.enable-default-host-management")
    setting = next(one for one in resources(waits).values() if "Setting" in one["Type"])
    assert setting["DependsOn"] == ["RoleAwssystemsmanagerdefaultec2instancemanagementrole"]
    assert setting["Properties"]["SettingId"].startswith("/ssm/managed-instance/")
    assert "not tried" in waits
    assert "not tried" not in told
    other = next(one for one in ways.every("aws-cn") if one.fix == "account.enable-advanced-tier")
    answer = write(Way.CLOUDFORMATION, other, ways.place("aws-cn"))
    assert isinstance(answer, NotWritten)
    assert "in the partition aws-cn" in answer.reason.english()


def test_logs_stay_when_a_stack_goes() -> None:
    [group] = resources(made(Way.CLOUDFORMATION, "session.create-log-group")).values()
    assert group["DeletionPolicy"] == "RetainExceptOnCreate"
    assert "skip_destroy = true" in made(Way.TERRAFORM, "session.create-log-group")
    plan = next(one for one in ways.every() if one.fix == "session.create-log-group")
    call = plan.changes[0].call
    key = "arn:aws:kms:eu-west-3:111122223333:key/1"
    with_key = Call(call.service, call.operation, {**call.parameters, "kmsKeyId": key})
    plan = with_change(plan, 0, call=with_key)
    [group] = resources(written(Way.CLOUDFORMATION, plan)).values()
    assert group["Properties"]["KmsKeyId"] == key
    assert f'kms_key_id   = "{key}"' in written(Way.TERRAFORM, plan)


def test_endpoints_stand_on_the_group_that_is_made_with_them_or_on_one_that_is_there() -> None:
    told = resources(made(Way.CLOUDFORMATION, "network.create-endpoints"))
    group = {"Fn::GetAtt": ["GroupSsmwizardEndpoints", "GroupId"]}
    endpoints = [one["Properties"] for one in told.values() if one["Type"].endswith("VPCEndpoint")]
    assert [one["SecurityGroupIds"] for one in endpoints] == [[group], [group]]
    plan = next(one for one in ways.every() if one.fix == "network.create-endpoints")
    call = plan.changes[2].call
    given = Call(call.service, call.operation, {**call.parameters, "SecurityGroupIds": ["sg-own"]})
    there = dataclasses.replace(
        plan, changes=(dataclasses.replace(plan.changes[2], call=given, take={}),)
    )
    [endpoint] = resources(written(Way.CLOUDFORMATION, there)).values()
    assert endpoint["Properties"]["SecurityGroupIds"] == ["sg-own"]
    assert 'security_group_ids  = ["sg-own"]' in written(Way.TERRAFORM, there)


def test_dns_of_a_vpc_is_turned_on_by_hand_before_endpoints_are_made() -> None:
    dns = next(one for one in ways.every() if one.fix == "network.enable-dns").changes
    plan = next(one for one in ways.every() if one.fix == "network.create-endpoints")
    shifted = [
        dataclasses.replace(
            one, take={name: path.replace("[0]", "[2]") for name, path in one.take.items()}
        )
        for one in plan.changes
    ]
    both = dataclasses.replace(plan, changes=(*dns, *shifted))
    said = json.loads(written(Way.CLOUDFORMATION, both))["Metadata"]["ssmwizard"]
    order = [one for one in said if "aws " in one]
    assert [one.startswith("First,") for one in order] == [True, True] + [False] * 4
    assert [one.startswith("After that,") for one in order] == [False] * 4 + [True] * 2
    for_good = [dataclasses.replace(one, undo=None) for one in dns]
    both = dataclasses.replace(plan, changes=(*for_good, *shifted))
    assert "After that," not in written(Way.CLOUDFORMATION, both)


def test_a_step_in_between_that_no_template_can_say_ends_it() -> None:
    plan = next(one for one in ways.every() if one.fix == "role.allow-session-resources")
    act = next(one for one in ways.every() if one.fix == "node.start").changes
    both = dataclasses.replace(plan, changes=(*plan.changes, *act, *plan.changes))
    for way in TEMPLATES:
        assert "stands between" in refused(way, both)
    needing = dataclasses.replace(act[0], take={"InstanceIds": "made[0].Id"})
    after = dataclasses.replace(plan, changes=(*plan.changes, needing))
    for way in TEMPLATES:
        assert "needs an answer" in refused(way, after)


def test_two_of_a_kind_have_names_of_their_own() -> None:
    plan = next(one for one in ways.every() if one.fix == "agent.auto-update")
    both = dataclasses.replace(plan, changes=plan.changes * 2)
    assert len(resources(written(Way.CLOUDFORMATION, both))) == 2
    assert "ssmwizard_agent_auto_update_2" in written(Way.TERRAFORM, both)


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (Call("computer", "AddToSearchPath", {"Folder": "/usr/local/bin"}), "on this computer"),
        (Call("kms", "PutKeyPolicy", {}), "No template for kms:PutKeyPolicy is known"),
        (Call("iam", "CreateInstanceProfile", {"InstanceProfileName": "x"}), "No template"),
        (Call("ec2", "ModifyVpcEndpoint", {"VpcEndpointId": "v"}), "there already"),
    ],
)
def test_what_is_not_known_is_said_not_to_be(call: Call, reason: str) -> None:
    plan = dataclasses.replace(
        ways.every()[0], changes=(Change(text("Do it."), call, rights=(), undo=None),)
    )
    for way in TEMPLATES:
        assert reason in refused(way, plan)


PEERS = strategies.sampled_from(
    [
        {"IpRanges": [{"CidrIp": "10.0.0.0/8"}]},
        {"Ipv6Ranges": [{"CidrIpv6": "::/0"}]},
        {"PrefixListIds": [{"PrefixListId": "pl-1"}]},
        {"UserIdGroupPairs": [{"GroupId": "sg-1"}, {"GroupId": "sg-2", "Description": "d"}]},
    ]
)


@hypothesis.given(PEERS, strategies.booleans())
def test_every_peer_of_a_rule_is_one_resource(peer: dict[str, Any], out: bool) -> None:
    way = "Egress" if out else "Ingress"
    permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **peer}
    parameters = {"GroupId": "sg-own", "IpPermissions": [permission]}
    call = Call("ec2", f"AuthorizeSecurityGroup{way}", parameters)
    plan = dataclasses.replace(
        ways.every()[0], changes=(Change(text("Do it."), call, rights=(), undo=None),)
    )
    [those] = peer.values()
    assert len(resources(written(Way.CLOUDFORMATION, plan))) == len(those)
    assert written(Way.TERRAFORM, plan).count("resource ") == len(those)


# Without what begins a template of Terraform's, for which the other reader stumbles.
WORDS = strategies.text(
    strategies.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="{"
    )
    | strategies.sampled_from('"\\\n\t'),
    max_size=12,
)


@hypothesis.given(WORDS)
def test_a_text_is_read_back_as_it_was(value: str) -> None:
    [read] = hcl2.loads(hcl.block("locals", {"a": value}))["locals"]
    assert json.loads(read["a"]) == value


def test_terraform_takes_no_text_for_a_template() -> None:
    if shutil.which("terraform") is None:
        pytest.skip("no terraform on this computer")
    odd = [
        "${x}",
        "%{ if x }",
        "$${x}",
        "$$",
        "%%{",
        'a"b',
        "a\\n\nb",
        "\u00e9\U0001f600",
        "{",
        "$",
    ]
    ran = subprocess.run(
        ["terraform", "console"],
        input=f"jsonencode([{', '.join(map(hcl.text, odd))}])\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(json.loads(ran.stdout)) == odd


def _resources(read: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in read["resource"]:
        for type_, named in one.items():
            for members in named.values():
                yield json.loads(type_), members
