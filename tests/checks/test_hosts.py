"""Which services a node has to reach, and what for."""

from dataclasses import replace

import pytest
from support.plan_facts import ec2, known, managed, snapshot

from ssmwizard.checks.hosts import Host, Need, for_preferences, for_run_command, for_sessions
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.session import Preferences, SessionFacts

BASE = (Host("ssm", Need.SESSIONS), Host("ssmmessages", Need.SESSIONS))
OLDER = Host("ec2messages", Need.RUN_COMMAND)


def test_every_node_needs_two_services() -> None:
    assert for_sessions(snapshot()) == BASE


@pytest.mark.parametrize(
    ("agent", "more"),
    [
        (None, ()),
        ("3.3.40.0", ()),
        ("3.3.1000.0", ()),
        ("3.3.39.9", (OLDER,)),
        ("2.3.68.0", (OLDER,)),
        ("", ()),
        ("latest", ()),
    ],
)
def test_an_older_agent_needs_one_more_for_run_command(agent, more) -> None:
    node = ec2("i-1", managed=managed("i-1", agent=agent) if agent is not None else None)
    assert for_run_command(snapshot(node), node) == more


def test_an_agent_that_is_not_known_is_taken_for_a_recent_one() -> None:
    node = replace(ec2("i-1"), managed=Unknown(Why.DENIED))
    assert for_run_command(snapshot(node), node) == ()


NONE = Preferences("SSM-SessionManagerRunShell", "1")


@pytest.mark.parametrize(
    ("preferences", "more"),
    [
        (known(None), ()),
        (known(NONE), ()),
        (Unknown(Why.DENIED), ()),
        (known(replace(NONE, kms_key="alias/sessions")), (Host("kms", Need.KEY),)),
        (known(replace(NONE, s3_bucket="logs")), (Host("s3", Need.BUCKET),)),
        (known(replace(NONE, log_group="/ssm")), (Host("logs", Need.LOG_GROUP),)),
        (
            known(replace(NONE, kms_key="k", s3_bucket="b", log_group="l")),
            (Host("kms", Need.KEY), Host("s3", Need.BUCKET), Host("logs", Need.LOG_GROUP)),
        ),
    ],
)
def test_the_preferences_need_what_they_name(preferences, more) -> None:
    seen = replace(snapshot(), session=SessionFacts(preferences=preferences))
    assert for_preferences(seen) == more
