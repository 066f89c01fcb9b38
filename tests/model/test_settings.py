"""Who goes by which setting, and where they contradict each other."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from ssmwizard.model.settings import CHOSEN, IN_PROFILE, Line, Place, Reader, Settings, lines

A, B = Reader.PROGRAM, Reader.CLI_2
ONE, PLUGIN = Reader.CLI_1, Reader.PLUGIN


def found(
    variables: Mapping[str, str],
    of_profile: Mapping[str, str] | None = None,
    profile: str | None = None,
    region: str | None = None,
) -> dict[str, Line]:
    told = lines(Settings(variables, of_profile or {}), profile, region)
    return {line.topic.english(): line for line in told}


def by(line: Line) -> dict[str, set[Reader]]:
    return {place.name: set(place.readers) for place in line.places}


def by_reader(line: Line, reader: Reader) -> Place | None:
    """The place that a reader goes by."""
    return next((place for place in line.places if reader in place.readers), None)


def test_where_nothing_is_set_nothing_is_told() -> None:
    assert found({}, {"region": "eu-west-3"}, "work", "eu-west-3") == {}


def test_of_two_profiles_each_reader_takes_its_own() -> None:
    line = found({"AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "b"})["Profile"]
    assert by(line) == {"AWS_PROFILE": {A, B}, "AWS_DEFAULT_PROFILE": {ONE}}
    assert line.conflict
    same = found({"AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "a"})["Profile"]
    assert not same.conflict
    chosen = found({"AWS_PROFILE": "a"}, profile="c")["Profile"]
    assert by(chosen) == {CHOSEN: {A}, "AWS_PROFILE": {B, ONE}}
    assert not chosen.conflict


def test_a_key_of_the_environment_goes_before_a_profile_of_the_environment() -> None:
    key = {"AWS_ACCESS_KEY_ID": "…WXYZ"}
    line = found({**key, "AWS_PROFILE": "a"})["Credentials"]
    assert by(line) == {"AWS_ACCESS_KEY_ID": {A, B, ONE}, IN_PROFILE: set()}
    assert [place.value for place in line.places] == ["…WXYZ", "a"]
    chosen = found(key, profile="a")["Credentials"]
    assert by(chosen) == {CHOSEN: {A}, "AWS_ACCESS_KEY_ID": {B, ONE}}
    assert line.conflict
    assert not chosen.conflict
    alone = found(key)["Credentials"]
    assert by(alone) == {"AWS_ACCESS_KEY_ID": {A, B, ONE}}
    assert not alone.conflict


def test_of_two_regions_the_old_command_line_knows_one_alone() -> None:
    both = {"AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-1"}
    line = found(both, {"region": "us-east-1"})["Region"]
    assert by(line) == {"AWS_REGION": {A, B}, "AWS_DEFAULT_REGION": {ONE}, IN_PROFILE: set()}
    alone = found({"AWS_REGION": "eu-west-3"}, {"region": "us-east-1"})["Region"]
    assert by(alone) == {"AWS_REGION": {A, B}, IN_PROFILE: {ONE}}
    assert alone.conflict
    everywhere = found({"AWS_DEFAULT_REGION": "eu-west-3"}, {"region": "us-east-1"})["Region"]
    assert not everywhere.conflict
    chosen = found({"AWS_REGION": "eu-west-3"}, region="eu-west-2")["Region"]
    assert by(chosen) == {CHOSEN: {A}, "AWS_REGION": {B}}


def test_endpoints_are_told_one_by_one_and_may_be_ignored() -> None:
    urls = {"AWS_ENDPOINT_URL": "http://a:1", "AWS_ENDPOINT_URL_SSM": "http://b:2"}
    told = lines(Settings(urls, {}), None, None)
    assert [by(line) for line in told] == [
        {"AWS_ENDPOINT_URL": {A, B, ONE}},
        {"AWS_ENDPOINT_URL_SSM": {A, B, ONE}},
    ]
    ignored = {**urls, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "True"}
    assert [by(line) for line in lines(Settings(ignored, {}), None, None)] == [
        {"AWS_ENDPOINT_URL": set()},
        {"AWS_ENDPOINT_URL_SSM": set()},
    ]


def test_the_plugin_takes_the_proxy_that_go_prefers() -> None:
    line = found({"https_proxy": "http://a:1", "HTTPS_PROXY": "http://b:2"})["Proxy"]
    assert by(line) == {"https_proxy": {A, B, ONE}, "HTTPS_PROXY": {PLUGIN}}
    assert line.conflict
    assert by(found({"NO_PROXY": "*"})["Without proxy"]) == {"NO_PROXY": {A, B, ONE, PLUGIN}}


@pytest.mark.parametrize(
    ("variable", "setting", "topic"),
    [
        ("AWS_CA_BUNDLE", "ca_bundle", "Certificates"),
        ("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "FIPS endpoints"),
        ("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "Dual-stack endpoints"),
    ],
)
def test_a_variable_goes_before_the_profile(variable: str, setting: str, topic: str) -> None:
    line = found({variable: "x"}, {setting: "y"})[topic]
    assert by(line) == {variable: {A, B, ONE}, IN_PROFILE: set()}
    assert found({}, {setting: "y"}) == {}


def test_files_of_the_configuration_are_told() -> None:
    told = found({"AWS_CONFIG_FILE": "/a", "AWS_SHARED_CREDENTIALS_FILE": "/b"})
    assert set(told) == {"Configuration file", "Credentials file"}


@pytest.mark.parametrize(
    "variables",
    [
        {"AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "b", "AWS_REGION": "us-east-1"},
        {"AWS_PROFILE": "a", "AWS_DEFAULT_REGION": "us-east-2", "AWS_REGION": "us-east-1"},
        {"AWS_PROFILE": "a", "AWS_ACCESS_KEY_ID": "AKIAAAAAAAAAAAAAWXYZ"},
    ],
)
def test_the_real_command_line_1_goes_by_what_is_said_of_it(
    aws_cli: str, tmp_path: Path, variables: dict[str, str]
) -> None:
    version = subprocess.run([aws_cli, "--version"], capture_output=True, text=True, check=True)
    if "aws-cli/1." not in version.stdout + version.stderr:
        pytest.skip("not the AWS CLI 1")
    config = tmp_path / "config"
    config.write_text("[profile a]\nregion = eu-west-1\n[profile b]\nregion = eu-west-2\n")
    environment = {
        **os.environ,
        **variables,
        "AWS_SECRET_ACCESS_KEY": "x" * 40 if "AWS_ACCESS_KEY_ID" in variables else "",
        "AWS_CONFIG_FILE": str(config),
    }
    ran = subprocess.run(
        [aws_cli, "configure", "list"], capture_output=True, text=True, env=environment, check=True
    )
    told = {line.split()[0]: line.split() for line in ran.stdout.splitlines() if line.strip()}
    in_force = variables.get("AWS_DEFAULT_PROFILE", variables["AWS_PROFILE"])
    of_profile = {"region": {"a": "eu-west-1", "b": "eu-west-2"}[in_force]}
    mine = found(variables, of_profile)
    profile = by_reader(mine["Profile"], ONE)
    assert profile is not None
    assert told["profile"][1] == profile.value
    if "Region" in mine:
        region = by_reader(mine["Region"], ONE)
        assert region is not None
        assert told["region"][1] == region.value
    if "Credentials" in mine:
        assert by_reader(mine["Credentials"], ONE) == mine["Credentials"].places[0]
        assert re.fullmatch(r"\*+WXYZ", told["access_key"][1])
    assert by_reader(Line(mine["Profile"].topic, ()), ONE) is None
