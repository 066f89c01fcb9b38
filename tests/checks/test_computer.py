from dataclasses import replace
from datetime import UTC, datetime

import pytest
from support.facts import (
    Case,
    ask,
    computer,
    fails,
    holds,
    identity,
    judged,
    known,
    ok,
    plugin,
    shown,
    skips,
    snapshot,
    tool,
    unseen,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.computer import Start, Tool
from ssmwizard.model.facts import Fact, Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.snapshot import Snapshot

CONFIGURATION = "\nUnable to parse config file: /somewhere/config\n"


def cli(fact: Fact[Tool | None], **facts: object) -> Snapshot:
    return snapshot(computer=computer(cli=fact), **facts)


def with_plugin(fact: Fact[Tool | None]) -> Snapshot:
    return snapshot(computer=computer(plugin=fact))


def broken(start: Start) -> Fact[Tool | None]:
    return tool("", start=start, errors="it said why")


CLI = {
    "version-2": ok(cli(tool("2.32.17")), "2.32.17"),
    "version-2-early": ok(cli(tool("2.9.0")), "2.9.0"),
    "version-2.0": ok(cli(tool("2.0.0"))),
    "the-last-without-sessions": fails(cli(tool("1.16.11")), "1.16.11", "1.16.12"),
    "as-numbers-9-is-before-12": fails(cli(tool("1.16.9")), "1.16.9", "1.16.12"),
    "much-too-old": fails(cli(tool("1.9.200")), "1.9.200"),
    "the-first-with-sessions": warns(cli(tool("1.16.12")), "1.16.12"),
    "version-1-resting": warns(cli(tool("1.46.3")), "1.46.3", "2026-08-05", "2027-07-15"),
    "version-1-before": ok(
        cli(tool("1.46.3"), now=datetime(2026, 8, 4, 23, 59, tzinfo=UTC)), "1.46.3"
    ),
    "version-1-on-the-day": warns(cli(tool("1.46.3"), now=datetime(2026, 8, 5, tzinfo=UTC))),
    "version-1-ended": warns(
        cli(tool("1.46.3"), now=datetime(2027, 7, 15, tzinfo=UTC)), "2027-07-15"
    ),
    "off-the-path-is-another-matter": ok(cli(tool("2.32.17", on_path=False)), "2.32.17"),
    "nowhere": fails(cli(known(None)), "AWS CLI"),
    "a-part-is-missing": fails(cli(broken(Start.NOT_FOUND)), "/usr/local/bin/aws"),
    "not-executable": fails(cli(broken(Start.NOT_EXECUTABLE)), "/usr/local/bin/aws"),
    "another-processor": fails(cli(broken(Start.WRONG_FORMAT)), "processor"),
    "crashes": fails(cli(broken(Start.FAILED)), "/usr/local/bin/aws"),
    "another-program": fails(cli(broken(Start.RAN)), "/usr/local/bin/aws"),
    "hangs": unsure(cli(broken(Start.TIMED_OUT)), "/usr/local/bin/aws"),
    "cannot-read-its-configuration": fails(
        cli(tool("", start=Start.FAILED, errors=CONFIGURATION)), "configuration"
    ),
    "not-looked-at-in-time": unsure(cli(Unknown(Why.TIMED_OUT))),
    "left-out": skips(snapshot(computer=None)),
}

PLUGIN = {
    "newest-known": ok(with_plugin(plugin("1.2.896.0")), "1.2.896.0"),
    "the-oldest-supported": ok(with_plugin(plugin("1.2.764.0")), "1.2.764.0"),
    "one-before": fails(with_plugin(plugin("1.2.763.9")), "1.2.763.9", "1.2.764.0"),
    "as-numbers-54-is-before-764": fails(with_plugin(plugin("1.2.54.0")), "1.2.54.0"),
    "the-hard-floor": fails(with_plugin(plugin("1.1.16.9")), "1.1.16.9", "1.2.764.0"),
    "withdrawn-and-old": fails(with_plugin(plugin("1.2.688.0")), "withdrawn"),
    "withdrawn-and-new": fails(with_plugin(plugin("1.2.889.0")), "1.2.889.0", "withdrawn"),
    "off-the-path-is-another-matter": ok(with_plugin(plugin(on_path=False)), "1.2.835.0"),
    "the-last-that-shows-the-token": fails(with_plugin(plugin("1.2.497.0")), "command line"),
    "nowhere": fails(with_plugin(known(None)), "Session Manager plugin"),
    "not-executable": fails(
        with_plugin(plugin("", start=Start.NOT_EXECUTABLE)), "/usr/local/bin/session-manager-plugin"
    ),
    "another-processor": fails(with_plugin(plugin("", start=Start.WRONG_FORMAT)), "processor"),
    "hangs": unsure(with_plugin(plugin("", start=Start.TIMED_OUT))),
    "not-looked-at": unsure(with_plugin(unseen(Why.CANCELLED))),
    "left-out": skips(snapshot(computer=None)),
}

TABLES = {"computer.aws-cli": CLI, "computer.plugin": PLUGIN}


@pytest.mark.parametrize(
    ("check", "case"),
    [
        pytest.param(check, case, id=f"{check}-{name}")
        for check, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rules_of_the_computer(check: str, case: Case) -> None:
    # A program that works, but not with this configuration, is not installed again.
    mended = case.status is Status.FAILED and "configuration" not in case.holds
    fixes = ({"computer.aws-cli": "computer.install-cli"}.get(check, "computer.install-plugin"),)
    holds(by_id(check), replace(case, fixes=fixes if mended else ()))


def test_what_a_broken_program_printed_is_kept_and_not_whole_books_of_it() -> None:
    fact = tool("", start=Start.FAILED, errors="it said why" * 1000)
    outcome = ask(by_id("computer.aws-cli"), cli(fact))
    printed = [evidence.value for evidence in outcome.evidence if "it said why" in evidence.value]
    assert len(printed) == 1
    assert len(printed[0]) < 1000


def test_inside_windows_a_copy_of_windows_is_said_not_to_count() -> None:
    system = "Linux 6.6.87.2-microsoft-standard-WSL2"
    inside = replace(computer(plugin=known(None)), system=system)
    outcome = ask(by_id("computer.plugin"), snapshot(computer=inside))
    assert "WSL" in shown(outcome.text)
    elsewhere = ask(by_id("computer.plugin"), with_plugin(known(None)))
    assert "WSL" not in shown(elsewhere.text)


def test_only_plugins_that_show_the_token_are_said_to() -> None:
    outcome = ask(by_id("computer.plugin"), with_plugin(plugin("1.2.498.0")))
    assert "command line" not in shown(outcome.text)


def test_for_another_processor_both_processors_are_shown() -> None:
    fact = tool("", start=Start.WRONG_FORMAT, architecture="arm64")
    outcome = ask(by_id("computer.aws-cli"), cli(fact))
    assert {"arm64", "x86_64"} <= {evidence.value for evidence in outcome.evidence}


def test_a_broken_configuration_is_not_blamed_on_the_cli_a_second_time() -> None:
    unreadable = unseen(Why.CONFIGURATION, "Unable to parse config file", "ConfigParseError")
    facts = cli(
        tool("", start=Start.FAILED, errors=CONFIGURATION),
        identity=identity(profiles=unreadable, caller=unreadable),
    )
    found = judged(facts, [by_id("identity.profile"), by_id("computer.aws-cli")])
    assert found["computer.aws-cli"].blocked_by == ("identity.profile",)
    assert found["identity.profile"].is_root_cause
