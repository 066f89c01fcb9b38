from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    Case,
    ask,
    computer,
    fails,
    holds,
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

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.computer import Start, Terminal, Tool
from ssmwizard.model.facts import Known, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.snapshot import Snapshot

OWN = Terminal(own=True)
ZSH = Terminal(asked="/bin/zsh", folders=("/opt/homebrew/bin", "/usr/bin"))
SILENT = Terminal(asked="/bin/zsh")
NOBODY = Terminal()


def copies(*facts: Known[Tool | None]) -> Known[tuple[Tool, ...]]:
    return known(tuple(fact.value for fact in facts if fact.value is not None))


def clis(*facts: Known[Tool | None], terminal: Terminal = OWN, **more: Any) -> Snapshot:
    """A computer with these copies of the AWS CLI, and no plugin."""
    first = facts[0] if facts else known(None)
    found = {"cli": first, "cli_copies": copies(*facts), "plugin": known(None), **more}
    return snapshot(computer=computer(terminal=known(terminal), **found))


def at(folder: str, version: str = "2.32.17", **more: Any) -> Known[Tool | None]:
    return tool(version, path=f"{folder}/aws", **more)


USR, BREW, ELSEWHERE = at("/usr/bin"), at("/opt/homebrew/bin", on_path=False), "/usr/local/bin"
OFF = at(ELSEWHERE, on_path=False)
V1 = at("/usr/bin", "1.46.3")
ANCIENT = at("/usr/bin", "1.9.0")
BROKEN = at("/usr/bin", "", start=Start.WRONG_FORMAT)
HANGING = at("/usr/bin", "", start=Start.TIMED_OUT)
NOT_EXECUTABLE = at("/usr/bin", "", start=Start.NOT_EXECUTABLE)

TABLE = {
    "one-copy-that-is-found": ok(clis(USR), "/usr/bin/aws"),
    "started-from-the-finder": ok(clis(BREW, terminal=ZSH), "/opt/homebrew/bin/aws"),
    "found-by-both": ok(clis(USR, terminal=ZSH), "/usr/bin/aws"),
    "no-shell-to-ask": ok(clis(USR, terminal=NOBODY), "/usr/bin/aws"),
    "off-the-path": fails(clis(OFF), "/usr/local/bin", cause="computer.search-path"),
    "off-the-path-of-the-shell-too": fails(clis(OFF, terminal=ZSH), "/usr/local/bin"),
    "off-the-path-and-no-shell-to-ask": warns(clis(OFF, terminal=NOBODY), "/usr/local/bin"),
    "off-the-path-and-the-shell-is-silent": warns(clis(OFF, terminal=SILENT), "/usr/local/bin"),
    "off-the-path-and-broken": warns(
        clis(at(ELSEWHERE, "", on_path=False, start=Start.FAILED)), "/usr/local/bin"
    ),
    "the-shell-is-silent": unsure(clis(USR, terminal=SILENT), "/bin/zsh"),
    "only-from-here": warns(clis(at("/venv/bin"), terminal=ZSH), "/venv/bin/aws"),
    "version-1-hides-version-2": warns(clis(V1, OFF), "1.46.3", "2.32.17", "/usr/local/bin/aws"),
    "version-2-before-version-1": ok(clis(BREW, V1, terminal=ZSH), "/opt/homebrew/bin/aws"),
    "twice-the-same-version": ok(clis(USR, OFF)),
    "as-numbers-9-is-before-12": warns(clis(at("/usr/bin", "2.9.0"), at("/x", "2.12.0"))),
    "too-old-hides-new": fails(clis(ANCIENT, OFF), "/usr/bin/aws", "/usr/local/bin/aws"),
    "broken-hides-one-that-works": fails(clis(BROKEN, OFF), "/usr/bin/aws", "/usr/local/bin/aws"),
    "hanging-hides-one-that-works": warns(clis(HANGING, OFF), "/usr/local/bin/aws"),
    "broken-and-alone": ok(clis(BROKEN)),
    "not-executable-is-passed-over": ok(clis(NOT_EXECUTABLE, at("/x")), "/x/aws"),
    "not-executable-and-alone": ok(clis(NOT_EXECUTABLE)),
    "a-link-to-itself": ok(
        clis(at("/usr/bin", real="/lib/aws"), at("/bin", real="/lib/aws", on_path=False))
    ),
    "nothing-installed": skips(clis()),
    "left-out": skips(snapshot(computer=None)),
    "shell-never-asked": unsure(snapshot(computer=computer(terminal=unseen(Why.NOT_COLLECTED)))),
    "not-looked-at": unsure(
        snapshot(computer=computer(cli_copies=unseen(Why.TIMED_OUT), cli=unseen(Why.TIMED_OUT)))
    ),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_computer_search_path(case: Case) -> None:
    mended = case.status in (Status.FAILED, Status.WARNING)
    fixes = ("computer.fix-search-path",) if mended else ()
    holds(by_id("computer.search-path"), replace(case, fixes=fixes))


def roots(of: Snapshot) -> list[str]:
    found = judged(of, [check for check in EVERY if check.id.startswith("computer.")])
    return [finding.check for finding in found.values() if finding.is_root_cause]


def test_a_plugin_that_is_merely_off_the_path_is_one_cause() -> None:
    of = snapshot(computer=computer(plugin=plugin(on_path=False)))
    assert roots(of) == ["computer.search-path"]


def test_a_broken_copy_that_hides_a_working_one_is_one_cause() -> None:
    assert roots(clis(BROKEN, OFF, plugin=plugin())) == ["computer.search-path"]


def test_a_broken_copy_that_is_alone_is_its_own_cause() -> None:
    assert roots(clis(BROKEN, plugin=plugin())) == ["computer.aws-cli"]


def test_a_hidden_cli_does_not_explain_a_plugin_that_is_missing() -> None:
    assert roots(clis(BROKEN, OFF)) == ["computer.search-path", "computer.plugin"]


def test_a_broken_copy_where_the_shell_was_never_asked_is_no_echo() -> None:
    of = clis(BROKEN, OFF, plugin=plugin())
    assert of.computer is not None
    unasked = computer(
        cli=of.computer.cli,
        cli_copies=of.computer.cli_copies,
        terminal=unseen(Why.NOT_COLLECTED),
    )
    assert roots(snapshot(computer=unasked)) == ["computer.aws-cli"]


def test_both_tools_off_the_path_are_told_in_one_finding() -> None:
    of = clis(OFF, plugin=plugin(on_path=False))
    outcome = ask(by_id("computer.search-path"), of)
    assert outcome.status is Status.FAILED
    assert "AWS CLI" in shown(outcome.text)
    assert "Session Manager plugin" in shown(outcome.text)


def test_a_lesser_matter_is_told_after_the_greater_one() -> None:
    outcome = ask(by_id("computer.search-path"), clis(V1, OFF, plugin=plugin(on_path=False)))
    assert outcome.status is Status.FAILED
    said = shown(outcome.text)
    assert said.index("where no terminal finds it") < said.index("an older one wins")


def test_every_copy_is_shown_with_what_it_is_and_the_shell_with_what_it_told() -> None:
    link = at("/opt/homebrew/bin", real="/cellar/aws", architecture="arm64", on_path=False)
    outcome = ask(by_id("computer.search-path"), clis(link, V1, terminal=ZSH))
    values = [evidence.value for evidence in outcome.evidence]
    assert values == [
        "2.32.17 · /opt/homebrew/bin/aws · → /cellar/aws · arm64",
        "1.46.3 · /usr/bin/aws",
        "/opt/homebrew/bin:/usr/bin",
    ]


def test_windows_parts_folders_in_its_own_way_and_writes_them_in_any_case() -> None:
    folders = ("C:\\Windows", "c:\\program files\\amazon\\awscliv2\\")
    windows = Terminal(asked="Windows", folders=folders)
    there = tool(path="C:\\Program Files\\Amazon\\AWSCLIV2\\aws.exe", on_path=False)
    outcome = ask(by_id("computer.search-path"), clis(there, terminal=windows))
    assert outcome.status is Status.PASSED
    assert outcome.evidence[-1].value == ";".join(folders)
