"""Accounts in which every machine is well, and the session preferences ask for more than that."""

from __future__ import annotations

from typing import Any

from support.scenario import BLOCKED, DEGRADED, READY, Scenario
from support.town import Town, allow

from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.session_resources import (
    alias,
    bucket,
    key,
    log_group,
    preferences,
    statement,
)

KEY, S3, LOGS = "session.kms-key", "session.s3-bucket", "session.log-group"
SETTINGS = "account.preferences"
ALL = (SETTINGS, KEY, S3, LOGS)
DECRYPT = allow("kms:Decrypt")
WRITE = allow("s3:PutObject", "s3:GetEncryptionConfiguration")
LOG = allow(
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
)
EXTRAS = {"key": DECRYPT, "bucket": WRITE, "group": LOG}
BUCKET, GROUP = "session-logs", "/session/logs"


def set_up(town: Town, **inputs: Any) -> None:
    """Preferences that name a key, a bucket and a log group, all encrypted; ``inputs`` differ."""
    usual = {
        "kmsKeyId": inputs.pop("kmsKeyId", None) or key(town.builder),
        "s3BucketName": bucket(town.builder, BUCKET),
        "s3EncryptionEnabled": True,
        "cloudWatchLogGroupName": log_group(town.builder, GROUP, "arn:of:some:key"),
        "cloudWatchEncryptionEnabled": True,
        "cloudWatchStreamingEnabled": True,
    }
    preferences(town.builder, **{**usual, **inputs})


def everything(town: Town) -> None:
    set_up(town)
    town.role(inline=EXTRAS)
    town.node(town.private())


def key_by_alias(town: Town) -> None:
    name = alias(town.builder, "alias/sessions", key(town.builder))
    preferences(town.builder, kmsKeyId=name)
    town.role(inline=EXTRAS)
    town.node(town.private())


def hybrid_with_everything(town: Town) -> None:
    set_up(town)
    town.machine(role=town.hybrid_role(inline=EXTRAS))


def flags_without_names(town: Town) -> None:
    """As in the documents that AWS shows."""
    preferences(
        town.builder,
        s3BucketName="",
        s3EncryptionEnabled=True,
        cloudWatchLogGroupName="",
        cloudWatchEncryptionEnabled=True,
        cloudWatchStreamingEnabled=True,
        kmsKeyId="",
    )
    town.node(town.private())


def only_key(town: Town, **inputs: Any) -> None:
    preferences(town.builder, **inputs)
    town.role(inline=EXTRAS)
    town.node(town.private())


def key_disabled(town: Town) -> None:
    only_key(town, kmsKeyId=key(town.builder, KeyState="Disabled"))


def key_to_be_deleted(town: Town) -> None:
    only_key(town, kmsKeyId=key(town.builder, KeyState="PendingDeletion"))


def key_asymmetric(town: Town) -> None:
    only_key(town, kmsKeyId=key(town.builder, KeySpec="RSA_4096"))


def key_gone(town: Town) -> None:
    only_key(town, kmsKeyId="11111111-2222-3333-4444-555555555555")


def key_elsewhere(town: Town) -> None:
    only_key(town, kmsKeyId="arn:aws:kms:us-east-1:111122223333:key/x")


def key_not_for_the_role(town: Town) -> None:
    preferences(town.builder, kmsKeyId=key(town.builder))
    town.node(town.private())


def key_denied_to_the_role(town: Town) -> None:
    preferences(town.builder, kmsKeyId=key(town.builder))
    town.role(inline={"key": DECRYPT, "no-key": allow("kms:*", effect="Deny")})
    town.node(town.private())


def key_with_a_policy_for_others(town: Town) -> None:
    """Whoever may administer the key, the role may not use it, whatever its own policies say."""
    people = statement("arn:aws:iam::111122223333:user/camille", "kms:*")
    only_key(town, kmsKeyId=key(town.builder, people))


def key_that_names_the_role(town: Town) -> None:
    policy = statement("arn:aws:iam::111122223333:role/web-role", "kms:Decrypt")
    people = statement("arn:aws:iam::111122223333:user/camille", "kms:*")
    policy["Statement"] += people["Statement"]
    preferences(town.builder, kmsKeyId=key(town.builder, policy))
    town.node(town.private())


def key_and_an_old_agent(town: Town) -> None:
    preferences(town.builder, kmsKeyId=key(town.builder))
    town.role(inline=EXTRAS)
    town.node(town.private(), agent="2.3.68.0")


def key_without_a_way(town: Town) -> None:
    preferences(town.builder, kmsKeyId=key(town.builder))
    town.role(inline=EXTRAS)
    town.node(town.private_services())


def key_with_an_endpoint(town: Town) -> None:
    preferences(town.builder, kmsKeyId=key(town.builder))
    town.role(inline=EXTRAS)
    town.node(town.private_services(services=("ssm", "ssmmessages", "kms")))


def bucket_gone(town: Town) -> None:
    only_key(town, s3BucketName=BUCKET)


def bucket_gone_and_to_be_encrypted(town: Town) -> None:
    only_key(town, s3BucketName=BUCKET, s3EncryptionEnabled=True)


def bucket_not_encrypted(town: Town) -> None:
    name = bucket(town.builder, BUCKET, algorithm=None)
    only_key(town, s3BucketName=name, s3EncryptionEnabled="true")


def bucket_elsewhere(town: Town) -> None:
    name = bucket(town.builder, BUCKET, where="us-east-1")
    only_key(town, s3BucketName=name, s3EncryptionEnabled=True)


def bucket_through_a_gateway_endpoint(town: Town) -> None:
    """No way leads out, but the route table sends what is for S3 to an endpoint."""
    place = town.private_services()
    table = town.more["isolated-table"]
    way = town.builder.endpoint(town.vpc, "s3", (), (), private_dns=False)
    town.record("endpoints", way).update(
        VpcEndpointType="Gateway", RouteTableIds=[table], DnsEntries=[]
    )
    lists = town.state["prefix_lists"].values()
    s3 = next(one for one in lists if one["PrefixListName"].endswith(".s3"))
    town.route("isolated-table", s3["PrefixListId"], GatewayId=way)
    preferences(town.builder, s3BucketName=bucket(town.builder, BUCKET), s3EncryptionEnabled=True)
    town.role(inline=EXTRAS)
    town.node(place)


def bucket_without_a_way(town: Town) -> None:
    preferences(town.builder, s3BucketName=bucket(town.builder, BUCKET), s3EncryptionEnabled=True)
    town.role(inline=EXTRAS)
    town.node(town.private_services())


def bucket_that_denies(town: Town) -> None:
    policy = statement("arn:aws:iam::111122223333:role/web-role", "s3:PutObject", effect="Deny")
    only_key(town, s3BucketName=bucket(town.builder, BUCKET, policy=policy))


def bucket_with_a_key(town: Town) -> None:
    """The bucket's own key asks for one right more, which the role has not."""
    own = key(town.builder)
    name = bucket(town.builder, BUCKET, algorithm="aws:kms", encryption_key=own)
    only_key(town, s3BucketName=name)


def nothing_may_be_logged(town: Town) -> None:
    set_up(town, s3EncryptionEnabled=False, cloudWatchEncryptionEnabled=False)
    town.role(inline={"key": DECRYPT})
    town.node(town.private())


def nothing_may_be_looked_at(town: Town) -> None:
    set_up(town)
    town.role(inline={"key": DECRYPT})
    town.node(town.private())


def group_gone(town: Town) -> None:
    only_key(town, cloudWatchLogGroupName=GROUP)


def group_gone_and_to_be_encrypted(town: Town) -> None:
    only_key(town, cloudWatchLogGroupName=GROUP, cloudWatchEncryptionEnabled=True)


def group_not_encrypted(town: Town) -> None:
    log_group(town.builder, f"{GROUP}-other", "arn:of:some:key")
    name = log_group(town.builder, GROUP)
    only_key(town, cloudWatchLogGroupName=name, cloudWatchEncryptionEnabled=True)


def streaming_and_an_old_agent(town: Town) -> None:
    name = log_group(town.builder, GROUP)
    preferences(town.builder, cloudWatchLogGroupName=name, cloudWatchStreamingEnabled=True)
    town.role(inline=EXTRAS)
    town.node(town.private(), agent="3.0.222.0")


def document_broken(town: Town) -> None:
    preferences(town.builder, "no JSON")
    town.node(town.private())


def document_of_a_command(town: Town) -> None:
    preferences(town.builder, '{"schemaVersion": "2.2", "mainSteps": []}')
    town.node(town.private())


def run_as_root(town: Town) -> None:
    preferences(town.builder, runAsEnabled=True, runAsDefaultUser="root")
    town.node(town.private())


def run_as_root_on_windows(town: Town) -> None:
    preferences(town.builder, runAsEnabled=True, runAsDefaultUser="root")
    town.node(town.private(), systems.WINDOWS_2022)


def times_out_of_range(town: Town) -> None:
    preferences(town.builder, idleSessionTimeout="90", maxSessionDuration="2000")
    town.node(town.private())


ACCOUNTS = (
    Scenario("preferences with everything", everything, READY, green=ALL),
    Scenario("preferences with a key by its alias", key_by_alias, READY, green=(KEY,)),
    Scenario(
        "preferences on a hybrid machine",
        hybrid_with_everything,
        READY,
        green=ALL,
        warned=("account.instance-tier",),
    ),
    Scenario("encryption asked for of nothing", flags_without_names, READY, green=(SETTINGS,)),
    Scenario("session key disabled", key_disabled, BLOCKED, (KEY,), "Disabled"),
    Scenario("session key to be deleted", key_to_be_deleted, BLOCKED, (KEY,), "PendingDeletion"),
    Scenario("session key asymmetric", key_asymmetric, BLOCKED, (KEY,), "RSA_4096"),
    Scenario("session key gone", key_gone, BLOCKED, (KEY,), "There is no KMS key"),
    Scenario("session key in another Region", key_elsewhere, BLOCKED, (KEY,), "us-east-1"),
    Scenario("session key not for the role", key_not_for_the_role, BLOCKED, (KEY,), "kms:Decrypt"),
    Scenario("session key denied to the role", key_denied_to_the_role, BLOCKED, (KEY,), "Deny"),
    Scenario(
        "session key for others", key_with_a_policy_for_others, BLOCKED, (KEY,), "neither names"
    ),
    Scenario("session key that names the role", key_that_names_the_role, READY, green=(KEY,)),
    Scenario("session key and an old agent", key_and_an_old_agent, BLOCKED, (KEY,), "2.3.539.0"),
    Scenario("session key without a way to KMS", key_without_a_way, BLOCKED, (KEY,), "kms.eu-"),
    Scenario("session key with an endpoint", key_with_an_endpoint, READY, green=(KEY,)),
    Scenario("log bucket gone", bucket_gone, READY, word="There is no bucket", warned=(S3,)),
    Scenario("log bucket gone, encryption asked", bucket_gone_and_to_be_encrypted, BLOCKED, (S3,)),
    Scenario("log bucket not encrypted", bucket_not_encrypted, BLOCKED, (S3,), "encrypts nothing"),
    Scenario("log bucket in another Region", bucket_elsewhere, READY, green=(S3,)),
    Scenario(
        "log bucket through a gateway endpoint",
        bucket_through_a_gateway_endpoint,
        READY,
        green=(S3,),
    ),
    Scenario("log bucket without a way to S3", bucket_without_a_way, BLOCKED, (S3,), "s3.eu-"),
    Scenario(
        "session key for a shell, and only SSH asked for",
        key_not_for_the_role,
        DEGRADED,
        (KEY,),
        "kms:Decrypt",
        features=frozenset({"ssh"}),
    ),
    Scenario("log bucket that denies the role", bucket_that_denies, READY, warned=(S3,)),
    Scenario("log bucket with a key", bucket_with_a_key, READY, warned=(S3,)),
    Scenario(
        "nothing may be logged", nothing_may_be_logged, READY, green=(KEY,), warned=(S3, LOGS)
    ),
    Scenario("nothing may be looked at", nothing_may_be_looked_at, BLOCKED, (S3, LOGS)),
    Scenario("log group gone", group_gone, READY, word="There is no log group", warned=(LOGS,)),
    Scenario("log group gone, encryption asked", group_gone_and_to_be_encrypted, BLOCKED, (LOGS,)),
    Scenario("log group not encrypted", group_not_encrypted, BLOCKED, (LOGS,), "No KMS key"),
    Scenario(
        "streaming asked for and an old agent",
        streaming_and_an_old_agent,
        DEGRADED,
        ("agent.features",),
        features=frozenset({"shell", "cloudwatch-streaming"}),
        warned=(LOGS, "agent.current"),
    ),
    Scenario("session document broken", document_broken, BLOCKED, (SETTINGS,), "not JSON"),
    Scenario("session document of a command", document_of_a_command, BLOCKED, (SETTINGS,), "2.2"),
    Scenario("Run As root", run_as_root, READY, word="root", warned=(SETTINGS,)),
    Scenario("Run As root on Windows", run_as_root_on_windows, READY, green=(SETTINGS,)),
    Scenario("session times out of range", times_out_of_range, READY, warned=(SETTINGS,)),
)
