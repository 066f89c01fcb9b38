"""What a node says of itself, in every form in which it comes."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.collect.commands import POWERSHELL, SHELL, document, script
from ssmwizard.collect.diagnosis import LONGEST, MOST_PROBES, parse
from ssmwizard.model.diagnosis import Diagnosis, Identity, Probe

IMDS = Probe(
    "EC2 IMDS",
    "Success",
    "IMDS is accessible and has instance id i-0123456789abcdef0 in region eu-west-3",
)
SSM = Probe("Connectivity to ssm endpoint", "Failed", "ssm.x is not reachable: dial tcp: timeout")
HYBRID = Probe(
    "Hybrid instance registration",
    "Success",
    "Instance has hybrid registration with instance id mi-0123456789abcdef0 in region eu-west-1",
)
ANSWERS = """ssmwizard=1
time=2026-11-24T08:00:05
system=Linux
kernel=6.1.0-28-amd64
disk-size-kib=8376300
disk-free-kib=6241788
inotify-instances=128
user ssm-user=1001
user deploy=
"""


def told(*probes: Probe, indent: int | None = 2) -> str:
    lines = [{"Check": one.check, "Status": one.status, "Note": one.note} for one in probes]
    return json.dumps({"DiagnosticsOutput": lines}, indent=indent)


def table(*probes: Probe, side: str = "│") -> str:
    rows = [
        "┌────┬────┬────┐",
        f"{side} Check {side} Status {side} Note {side}",
        "├────┼────┼────┤",
    ]
    for one in probes:
        words = one.note.split()
        first, rest = " ".join(words[:4]), [" ".join(words[4:8]), " ".join(words[8:])]
        rows.append(f"{side} {one.check} {side} {one.status} {side} {first} {side}")
        rows += [f"{side}   {side}   {side} {more} {side}" for more in rest if more]
        rows.append("├────┼────┼────┤")
    return "\r\n".join(rows)


@pytest.mark.parametrize(
    "said",
    [
        told(IMDS, SSM),
        told(IMDS, SSM, indent=None),
        f"root@web:~# ssm-cli get-diagnostics\n{told(IMDS, SSM)}\nroot@web:~# ",
        f"{{ not json\n{told(IMDS, SSM)}}}}}",
        f"{ANSWERS}{told(IMDS, SSM)}\n",
        f"\ufeff{told(IMDS, SSM)}".replace("\n", "\r\n"),
        told(IMDS, SSM, HYBRID)[: told(IMDS, SSM, HYBRID).index("Hybrid") + 9],
        table(IMDS, SSM),
        table(IMDS, SSM, side="|"),
    ],
    ids=["json", "one-line", "pasted", "junk", "ours", "windows", "cut-off", "table", "bars"],
)
def test_the_agents_diagnosis_is_read_in_every_form(said: str) -> None:
    assert parse(said).probes == (IMDS, SSM)
    assert parse(said).instance == Identity("i-0123456789abcdef0", "eu-west-3")


def test_our_own_questions_are_read() -> None:
    found = parse(ANSWERS)
    assert (found.system, found.kernel) == ("Linux", "6.1.0-28-amd64")
    assert found.time == datetime(2026, 11, 24, 8, 0, 5, tzinfo=UTC)
    assert (found.disk_size, found.disk_free, found.inotify) == (8376300, 6241788, 128)
    assert (found.has_user("ssm-user"), found.has_user("deploy")) == (True, False)
    assert found.has_user("ann") is None
    assert (found.probes, found.probe("EC2 IMDS"), found.trouble) == ((), None, "")
    windows = parse(
        "system=Windows\r\npowershell=5.1.1\r\nsystem-sku=143\r\ndomain-role=5\r\nuser ssm-user=\r\n"
    )
    assert (windows.powershell, windows.system_sku, windows.domain_role) == ("5.1.1", "143", "5")
    assert windows.has_user("ssm-user") is False


def test_a_registration_from_outside_ec2_is_read() -> None:
    assert parse(told(HYBRID)).hybrid == Identity("mi-0123456789abcdef0", "eu-west-1")


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("get-diagnostics needs to be executed by root\n", "executed by root"),
        ("get-diagnostics needs to be executed by administrator", "administrator"),
        ("sh: 12: ssm-cli: not found", "not found"),
        (f"{ANSWERS}sh: 12: ssm-cli: not found\n", "not found"),
        ("Invalid command get-diagnostics.  The following commands are supported:", "Invalid"),
        ("", ""),
        ("{}", "{}"),
        ('{"DiagnosticsOutput": null}', "null"),
    ],
)
def test_what_stood_in_the_place_of_an_answer_is_kept(said: str, trouble: str) -> None:
    found = parse(said)
    assert found.probes == ()
    assert trouble in found.trouble


def test_odd_lines_are_left_out_and_odd_values_are_not_guessed() -> None:
    odd = [
        {"Check": 7, "Status": "Success", "Note": "x"},
        {"Check": "A", "Status": "Perhaps", "Note": "x"},
        {"Check": "B", "Status": "Failed"},
        {"Check": "C", "Status": "Failed", "Note": ["x"]},
        {"Status": "Failed", "Note": "no name"},
    ]
    found = parse(json.dumps({"DiagnosticsOutput": odd}))
    assert found.probes == (Probe("B", "Failed", ""), Probe("C", "Failed", ""))
    strange = parse("time=yesterday\ndisk-free-kib=much\ndisk-size-kib=-5\ninotify-instances=1e9\n")
    assert strange == Diagnosis()


def test_nothing_is_endless() -> None:
    many = [Probe(f"Check {number}", "Failed", "n" * 5000) for number in range(500)]
    found = parse(told(*many))
    assert 0 < len(found.probes) <= MOST_PROBES
    assert all(len(one.note) <= 300 for one in found.probes)
    assert parse("{" * LONGEST * 2).empty
    assert parse('{"Check":' * 10_000).empty


def test_passwords_of_proxies_are_gone() -> None:
    note = "Detected proxy configuration: http_proxy: http://ann:hun/t@r2@proxy:3128 "
    found = parse(told(Probe("Proxy configuration", "Success", note)))
    assert "hun" not in found.probes[0].note
    assert "proxy:3128" in found.probes[0].note


words = st.text(max_size=30)


@given(st.text(max_size=400) | st.binary(max_size=400).map(lambda raw: raw.decode("latin-1")))
def test_whatever_is_said_something_is_returned(said: str) -> None:
    found = parse(said)
    assert found == parse(said)
    assert found.empty or found.probes or found != Diagnosis()


@given(
    st.lists(st.builds(Probe, words, st.sampled_from(["Success", "Skipped", "Failed"]), words)),
    st.text(alphabet=st.characters(exclude_characters='{}"'), max_size=60),
)
def test_no_junk_around_it_hides_a_diagnosis(probes: list[Probe], junk: str) -> None:
    found = parse(f"{junk}\n{told(*probes)}\n{junk}")
    assert len(found.probes) == len(probes[:MOST_PROBES])
    assert [one.status for one in found.probes] == [one.status for one in probes[:MOST_PROBES]]


# The scripts.


@pytest.mark.parametrize(
    ("platform", "name"),
    [("Linux", SHELL), ("MacOS", SHELL), ("Windows", POWERSHELL), ("windows", POWERSHELL)],
)
def test_each_platform_has_its_document(platform: str, name: str) -> None:
    assert document(platform) == name
    lines = script(name, ())
    assert sum("ssm-user" in line for line in lines) == 1
    assert any("get-diagnostics --output json" in line for line in lines)
    # Run Command would put parameters of its own in the place of these.
    assert not any("{{" in line for line in lines)


@pytest.mark.parametrize("user", ["deploy", "ann.smith", "svc_app-1", "ann@example.com"])
def test_accounts_are_asked_for_by_name(user: str) -> None:
    (line,) = [one for one in script(SHELL, [user]) if f"user {user}=" in one]
    assert f"id -u '{user}'" in line


@pytest.mark.parametrize(
    "user", ["", "x'; reboot; '", "$(reboot)", "-g", "a b", "ann\nreboot", "é"]
)
def test_what_is_no_name_is_put_into_no_script(user: str) -> None:
    assert script(SHELL, [user]) == script(SHELL, [])
    assert script(POWERSHELL, [user]) == script(POWERSHELL, [])


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
def test_the_shell_script_runs_and_lets_no_password_out(tmp_path: Path) -> None:
    note = "http_proxy: http://ann:hun/t@r2@proxy.example:3128 https_proxy: ann:hunter2@proxy "
    said = told(IMDS, Probe("Proxy configuration", "Success", f"Detected: {note}"))
    agent = tmp_path / "ssm-cli"
    agent.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\n")
    agent.chmod(0o755)
    ran = subprocess.run(
        ["sh"],
        input="\n".join(script(SHELL, ["nobody-of-this-name"])),
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "hun" not in ran.stdout
    found = parse(ran.stdout)
    assert found.probes[0] == IMDS
    assert "proxy.example:3128" in found.probes[1].note
    assert found.system in ("Linux", "Darwin")
    assert found.kernel
    assert found.time is not None
    assert found.disk_free is not None
    assert found.has_user("nobody-of-this-name") is False


def test_a_row_of_a_table_that_names_no_check_says_nothing() -> None:
    said = table(SSM) + "\r\n│ │ Failed │ of what │"
    assert parse(said).probes == (SSM,)
