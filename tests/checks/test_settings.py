"""Settings that contradict each other are told where they matter, with where each stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.facts import ask, identity, known, shown, snapshot, unseen

from ssmwizard.checks import settings
from ssmwizard.checks.every import by_id
from ssmwizard.model.facts import NOT_COLLECTED, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.settings import Settings
from ssmwizard.model.snapshot import Snapshot

PROFILES = {"AWS_PROFILE": "home", "AWS_DEFAULT_PROFILE": "work"}
REGIONS = {"AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-1"}
KEY = {"AWS_ACCESS_KEY_ID": "…WXYZ", "AWS_PROFILE": "work"}


def who(variables: dict[str, str], **facts: object) -> Snapshot:
    settings = known(Settings(variables, {"region": "eu-west-3"}))
    usual = {"profile": None, "region": "eu-west-3", "settings": settings}
    return snapshot(identity=identity(**{**usual, **facts}))  # type: ignore[arg-type]


def outcome(check: str, facts: Snapshot):
    return ask(by_id(check), facts)


@pytest.mark.parametrize(
    ("check", "variables", "words"),
    [
        ("identity.profile", PROFILES, ("home", "work", "AWS CLI 1")),
        ("identity.region", REGIONS, ("eu-west-3", "eu-west-1", "AWS CLI 1")),
        ("identity.credentials", KEY, ("…WXYZ", "work", "AWS_ACCESS_KEY_ID")),
    ],
)
def test_a_contradiction_is_a_warning_that_names_both(
    check: str, variables: dict[str, str], words: tuple[str, ...]
) -> None:
    found = outcome(check, who(variables))
    assert found.status is Status.WARNING
    for word in words:
        assert word in shown(found.text)


@pytest.mark.parametrize("check", ["identity.profile", "identity.region", "identity.credentials"])
@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"AWS_PROFILE": "work", "AWS_DEFAULT_PROFILE": "work"},
        {"AWS_DEFAULT_PROFILE": "work", "AWS_DEFAULT_REGION": "eu-west-1"},
        {"AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-3"},
        {"AWS_ACCESS_KEY_ID": "…WXYZ"},
    ],
)
def test_what_says_the_same_or_stands_alone_is_no_contradiction(
    check: str, variables: dict[str, str]
) -> None:
    assert outcome(check, who(variables)).status is Status.PASSED


@pytest.mark.parametrize(
    ("check", "variables"), [("identity.profile", PROFILES), ("identity.credentials", KEY)]
)
def test_what_was_chosen_here_does_not_hang_on_variables(
    check: str, variables: dict[str, str]
) -> None:
    assert outcome(check, who(variables, profile="work")).status is Status.PASSED


def test_a_region_that_was_chosen_here_does_not_hang_on_variables() -> None:
    facts = who(REGIONS, region="eu-central-1", region_status=known("opted-in"))
    assert outcome("identity.region", facts).status is Status.PASSED


def test_where_each_stands_and_who_goes_by_it_is_evidence() -> None:
    found = outcome("identity.profile", who({**PROFILES, **REGIONS}))
    told = {shown(one.label): one.value for one in found.evidence}
    assert told == {
        "Profile": "AWS_PROFILE home (ssmwizard, AWS CLI 2), AWS_DEFAULT_PROFILE work (AWS CLI 1)",
        "Region": "AWS_REGION eu-west-3 (ssmwizard, AWS CLI 2), AWS_DEFAULT_REGION eu-west-1 (AWS CLI 1),"
        " (profile) eu-west-3 (-)",
    }
    alone = outcome("identity.profile", who({"AWS_PROFILE": "work"}))
    assert [one.value for one in alone.evidence] == ["AWS_PROFILE work (ssmwizard, AWS CLI)"]
    chosen = outcome("identity.profile", who({"AWS_REGION": "eu-west-1"}))
    assert "(chosen here) eu-west-3 (ssmwizard)" in chosen.evidence[0].value


def test_a_refused_key_is_told_to_come_from_the_environment() -> None:
    refused = unseen(Why.CREDENTIALS, "expired", "ExpiredToken")
    found = outcome("identity.credentials", who(KEY, caller=refused))
    assert found.status is Status.FAILED
    assert any("…WXYZ" in one.value for one in found.evidence)


def test_not_knowing_the_settings_changes_nothing() -> None:
    plain = snapshot(identity=identity(settings=NOT_COLLECTED))
    facts = replace(plain, identity=replace(plain.identity, profile=None))
    for check in ("identity.profile", "identity.region", "identity.credentials"):
        assert outcome(check, facts).status is Status.PASSED
    assert settings.shown(facts.identity) == ()
