from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    Case,
    ask,
    caller_rights,
    computer,
    denied,
    fails,
    holds,
    judged,
    known,
    node,
    node_right,
    ok,
    own_sessions,
    plugin,
    shown,
    skips,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.app.causes import causes
from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.caller import Kind, Principal
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.findings import Grade, Severity
from ssmwizard.model.snapshot import Snapshot

CHANNEL, END = by_id("caller.data-channel"), by_id("caller.end-session")
SIMULATE = "iam:SimulatePrincipalPolicy"
OPEN = "ssmmessages:OpenDataChannel"
ROLE = Principal(Kind.ROLE, f"arn:aws:iam::{ACCOUNT}:role/ops", "ops", "noor")
ROOT = Principal(Kind.ROOT, "", "root", "root")
NAME = ("aws:username",)
INFERRED = Grade.INFERRED


def own(documented: str = "allowed", named: str | None = None, **more: Any) -> Snapshot:
    """What is said of the caller's own sessions; ``computer`` and ``principal`` as they come."""
    local = more.pop("computer", computer())
    facts = {name: more.pop(name) for name in ("principal", "requests", "start") if name in more}
    told = caller_rights(node(), own=own_sessions(documented, named, **more), **facts)
    return snapshot(rights=told, computer=local)


def old(version: str = "1.2.694.0") -> Any:
    """A computer with an older plugin."""
    return computer(plugin=plugin(version))


ALIKE: dict[str, Case] = {
    "allowed": ok(own(), "Simulated", "ann", grade=INFERRED),
    "allowed-as-samples-write-it": ok(
        own("allowed", "implicitDeny", principal=ROLE),
        "${aws:userid}",
        "session/noor-*",
        grade=INFERRED,
    ),
    "allowed-by-name": ok(own("implicitDeny", "allowed"), "ann", grade=INFERRED),
    "root": ok(own(principal=ROOT), "organization", grade=INFERRED),
    "explicit": fails(own("explicitDeny"), "explicitly", grade=INFERRED),
    "organization": fails(
        own("explicitDeny", allowed_by_organization=False), "organization", grade=INFERRED
    ),
    "boundary": fails(own("implicitDeny", allowed_by_boundary=False), "boundary", grade=INFERRED),
    "nothing": fails(own("implicitDeny"), "no policy of ann", "its own sessions", grade=INFERRED),
    "user-name-of-a-role": fails(
        own("implicitDeny", principal=ROLE, missing_context=NAME),
        "${aws:username}",
        "${aws:userid}",
        "ops",
        grade=INFERRED,
    ),
    "user-name-of-a-role-that-is-denied": fails(
        own("explicitDeny", principal=ROLE, missing_context=NAME), "explicitly", grade=INFERRED
    ),
    "user-name-of-a-user": unsure(own("implicitDeny", missing_context=NAME), "aws:username"),
    "user-name-and-more": unsure(
        own("implicitDeny", principal=ROLE, missing_context=("aws:SourceIp", *NAME)), "aws:SourceIp"
    ),
    "a-word-nobody-knows": unsure(own("perhaps"), "did not say"),
    "no-answer": unsure(snapshot(rights=caller_rights(node(), own=known({}))), "did not answer"),
    "may-not-simulate": unsure(
        snapshot(rights=caller_rights(node(), own=denied(SIMULATE))), right=SIMULATE
    ),
    "may-not-see-its-role": unsure(own(principal=denied("iam:GetRole")), right="iam:GetRole"),
    "federated": unsure(own(principal=Principal(Kind.FEDERATED, "", "bob", "bob")), "bob"),
    "by-request": skips(own("implicitDeny", start=node_right("implicitDeny"), requests=True)),
    "nobody-was-chosen": skips(replace(snapshot(), nodes=())),
}


@pytest.mark.parametrize("check", [CHANNEL, END], ids=lambda check: check.id)
@pytest.mark.parametrize("case", ALIKE.values(), ids=list(ALIKE))
def test_rights_on_own_sessions(check: Any, case: Case) -> None:
    holds(check, case)


PLUGINS: dict[str, Case] = {
    "signs": fails(own("implicitDeny"), OPEN, "1.2.835.0", "not said since when", grade=INFERRED),
    "older": warns(own("implicitDeny", computer=old()), OPEN, "1.2.764.0", "soon"),
    "missing": warns(own("implicitDeny", computer=computer(plugin=known(None))), "1.2.764.0"),
    "without-a-version": warns(own("implicitDeny", computer=old("")), "1.2.764.0"),
    "not-looked-at": warns(own("implicitDeny", computer=None), "1.2.764.0"),
    "not-seen": warns(own("implicitDeny", computer=computer(plugin=NOT_COLLECTED)), "1.2.764.0"),
}


@pytest.mark.parametrize("case", PLUGINS.values(), ids=list(PLUGINS))
def test_the_data_channel_needs_the_right_where_the_plugin_signs(case: Case) -> None:
    holds(CHANNEL, case)


def test_the_misleading_error_of_a_missing_plugin_is_named() -> None:
    assert "plugin is missing" in shown(ask(END, own("implicitDeny")).text)


def test_neither_blocks_a_session() -> None:
    assert {CHANNEL.severity, END.severity} == {Severity.FEATURE}


def test_what_is_refused_is_named_and_nothing_else() -> None:
    told = {
        action: one
        for refused, allowed in (("ssm:TerminateSession", "ssm:ResumeSession"),)
        for action, one in (
            (refused, own_sessions("implicitDeny")[refused]),
            (allowed, own_sessions()[allowed]),
        )
    }
    outcome = ask(END, snapshot(rights=caller_rights(node(), own=known(told))))
    assert "ssm:TerminateSession" in shown(outcome.text)
    assert "ssm:ResumeSession" not in shown(outcome.text)
    assert [shown(one.label) for one in outcome.evidence] == ["ssm:TerminateSession"]


def test_names_that_only_users_have_are_one_cause_for_both_rights() -> None:
    trapped = own("implicitDeny", principal=ROLE, missing_context=NAME)
    assert ask(CHANNEL, trapped).cause == ask(END, trapped).cause
    told = judged(trapped, EVERY)
    found = [replace(told[check.id], blocked_by=()) for check in (CHANNEL, END)]
    (cause,) = causes(found, ["i-1"])
    assert [one.finding.check for one in cause.also]
    denied = own("explicitDeny")
    assert ask(CHANNEL, denied).cause != ask(END, denied).cause
