"""How the two programs get onto a computer: which way on which system, and what is in the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard import resources
from ssmwizard.fixes.every import by_id
from ssmwizard.fixes.install import CLI, PLUGIN
from ssmwizard.model.computer import Means, Terminal
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.command_line import line
from ssmwizard.outside.this_computer import OPERATIONS
from tests.support.computer_facts import HOME, MEANS, computer, tool
from tests.support.plan_facts import known, snapshot

GPG, DPKG, RPM = "/usr/bin/gpg", "/usr/bin/dpkg", "/usr/bin/rpm"
PKEXEC, BREW = "/usr/bin/pkexec", "/opt/homebrew/bin/brew"
PKGUTIL, OPEN = "/usr/sbin/pkgutil", "/usr/bin/open"
WINGET, POWERSHELL, MSIEXEC = "C:\\winget.exe", "C:\\powershell.exe", "C:\\msiexec.exe"
BIN = f"{HOME}/.local/bin"
REQUIREMENTS = resources.requirements()


def named(*paths: str) -> dict[str, str]:
    return {path.replace("\\", "/").rpartition("/")[2].removesuffix(".exe"): path for path in paths}


def linux(*programs: str, **more: Any) -> Means:
    return replace(MEANS, programs=named(*programs), **more)


MAC = Means("/Users/ines", "zsh", MEANS.start_files, named(BREW, PKGUTIL, OPEN))
WINDOWS = Means("C:\\Users\\ines", programs=named(WINGET, POWERSHELL, MSIEXEC), user_path="")


def on(system: str, means: Means, *tools: Any, **more: Any) -> Snapshot:
    return computer(*tools, system=system, means=means, **more)


DEBIAN = linux(GPG, DPKG, PKEXEC)


def planned(fix: str, facts: Snapshot) -> Plan:
    (answer,) = by_id(fix).plan(facts, ())
    assert isinstance(answer, Plan), answer
    assert by_id(fix).plan(facts, ()) == (answer,)
    return answer


def refused(fix: str, facts: Snapshot) -> NoPlan:
    (answer,) = by_id(fix).plan(facts, ())
    assert isinstance(answer, NoPlan), answer
    return answer


ROOT = linux(GPG, DPKG, administrator=True)
# The arguments of the installer, what checks the signature, the requirement that says who signed it,
# and whether there is a way back.
WAYS: dict[str, tuple[str, Snapshot, list[str], str, str, bool]] = {
    "the AWS CLI on Linux, for this user": (
        CLI,
        on("Linux 6.1", DEBIAN, folders=(BIN, "/usr/bin")),
        ["{folder}/aws/install", "--install-dir", f"{HOME}/.local/share/aws-cli", "--bin-dir", BIN],
        "gpg",
        "install.cli-key",
        True,
    ),
    "a newer AWS CLI over an older one on Linux": (
        CLI,
        on(
            "Linux 6.1",
            DEBIAN,
            tool(f"{BIN}/aws", "1.9.0", real=f"{HOME}/.local/share/aws-cli/v2/current/bin/aws"),
            folders=(BIN,),
        ),
        [
            "{folder}/aws/install",
            *("--install-dir", f"{HOME}/.local/share/aws-cli", "--bin-dir", BIN, "--update"),
        ],
        "gpg",
        "install.cli-key",
        False,
    ),
    "the plugin on Debian": (
        PLUGIN,
        on("Linux 6.1", DEBIAN),
        [PKEXEC, DPKG, "-i", "{file}"],
        "gpg",
        "install.plugin-key",
        True,
    ),
    "the plugin on Debian as its administrator": (
        PLUGIN,
        on("Linux 6.1", ROOT),
        [DPKG, "-i", "{file}"],
        "gpg",
        "install.plugin-key",
        True,
    ),
    "a newer plugin on Debian": (
        PLUGIN,
        on(
            "Linux 6.1",
            DEBIAN,
            tool("/usr/local/sessionmanagerplugin/bin/session-manager-plugin", "1.2.1.0"),
        ),
        [PKEXEC, DPKG, "-i", "{file}"],
        "gpg",
        "install.plugin-key",
        False,
    ),
    "the plugin on Fedora": (
        PLUGIN,
        on("Linux 6.1", linux(GPG, RPM, PKEXEC), architecture="aarch64"),
        [PKEXEC, RPM, "-U", "--replacepkgs", "{file}"],
        "gpg",
        "install.plugin-key",
        True,
    ),
    "the AWS CLI on macOS by Homebrew": (
        CLI,
        on("Darwin 24", MAC, folders=("/opt/homebrew/bin",), architecture="arm64"),
        [BREW, "install", "awscli"],
        "",
        "",
        True,
    ),
    "a newer AWS CLI on macOS by Homebrew": (
        CLI,
        on(
            "Darwin 24", MAC, tool("/opt/homebrew/bin/aws", "1.9.0"), folders=("/opt/homebrew/bin",)
        ),
        [BREW, "upgrade", "awscli"],
        "",
        "",
        False,
    ),
    "a broken AWS CLI of Homebrew": (
        CLI,
        on("Darwin 24", MAC, tool("/opt/homebrew/bin/aws"), folders=("/opt/homebrew/bin",)),
        [BREW, "reinstall", "awscli"],
        "",
        "",
        False,
    ),
    "the AWS CLI on macOS without Homebrew": (
        CLI,
        on("Darwin 24", replace(MAC, programs=named(PKGUTIL, OPEN))),
        [OPEN, "-W", "{file}"],
        "pkgutil",
        "install.macos-signer",
        False,
    ),
    "the plugin on macOS": (
        PLUGIN,
        on("Darwin 24", MAC, own=True, architecture="arm64"),
        [OPEN, "-W", "{file}"],
        "pkgutil",
        "install.macos-signer",
        False,
    ),
    "the AWS CLI on Windows without winget": (
        CLI,
        on("Windows 11", replace(WINDOWS, programs=named(POWERSHELL, MSIEXEC))),
        [MSIEXEC, "/i", "{file}", "/passive", "/norestart"],
        "authenticode",
        "install.windows-signer",
        False,
    ),
    "the plugin on Windows without winget": (
        PLUGIN,
        on("Windows 11", replace(WINDOWS, programs=named(POWERSHELL, MSIEXEC))),
        ["{file}", "/passive", "/norestart"],
        "authenticode",
        "install.windows-signer",
        False,
    ),
}


@pytest.mark.parametrize("case", list(WAYS))
def test_each_system_has_its_way(case: str) -> None:
    fix, facts, arguments, check, signer, back = WAYS[case]
    made = planned(fix, facts)
    change = made.changes[0]
    wanted = change.call.parameters
    assert wanted["Arguments"] == arguments
    assert (change.undo is not None) is back
    if check:
        assert change.call.operation == "InstallDownload"
        assert (wanted["Check"], wanted["Signer"]) == (check, REQUIREMENTS.text(signer))
        assert str(wanted["Url"]).startswith("https://")
        assert ("SignatureUrl" in wanted) is (check == "gpg")
        said = change.says.english()
        assert str(wanted["Url"]) in said
        assert str(wanted["Signer"]).replace(" ", "") in said.replace(" ", "")
    else:
        assert change.call.operation == "RunProgram"


@pytest.mark.parametrize("case", list(WAYS))
def test_a_plan_is_whole_and_each_of_its_calls_is_one_that_there_is(case: str) -> None:
    fix, facts, *_ = WAYS[case]
    made = planned(fix, facts)
    assert made.nodes == ()
    assert made.on_computer
    assert made.verifies == by_id(fix).heals
    assert made.affects
    assert (made.risk is Risk.REVERSIBLE) is all(one.undo is not None for one in made.changes)
    assert (made.undoing is None) is (made.risk is Risk.REVERSIBLE)
    for page in made.docs:
        assert resources.documentation().url(page).startswith("https://")
    for change in made.changes:
        assert change.call.operation in OPERATIONS
        assert change.rights == ()
        assert line(change.call, None, None)
        if change.undo is not None:
            assert change.undo.expects is not None
            assert change.undo.call.operation in OPERATIONS
            assert change.undo.expects.call.operation in OPERATIONS
            assert line(change.undo.call, None, None)


@pytest.mark.parametrize(
    ("fix", "package"), [(CLI, "Amazon.AWSCLI"), (PLUGIN, "Amazon.SessionManagerPlugin")]
)
def test_winget_installs_by_the_exact_id_and_takes_it_away(fix: str, package: str) -> None:
    (change,) = planned(fix, on("Windows 11", WINDOWS)).changes
    words = change.call.parameters["Arguments"]
    assert isinstance(words, list)
    assert words[:4] == [WINGET, "install", "--id", package]
    assert {"--exact", "--accept-package-agreements"} <= set(words)
    assert change.undo is not None
    back = change.undo.call.parameters["Arguments"]
    assert isinstance(back, list)
    assert back[:4] == [WINGET, "uninstall", "--id", package]


def test_who_has_to_be_asked_is_said_where_somebody_has_to() -> None:
    def asks(fix: str, facts: Snapshot) -> bool:
        return "administrator" in " ".join(one.english() for one in planned(fix, facts).warnings)

    assert asks(PLUGIN, on("Linux 6.1", DEBIAN))
    assert not asks(PLUGIN, on("Linux 6.1", ROOT))
    assert not asks(CLI, on("Linux 6.1", DEBIAN))
    assert asks(CLI, on("Windows 11", WINDOWS))


def test_a_signer_that_aws_does_not_name_is_doubted_in_words() -> None:
    for fix, facts in (
        (PLUGIN, on("Darwin 24", MAC)),
        (CLI, on("Windows 11", replace(WINDOWS, programs=named(POWERSHELL, MSIEXEC)))),
    ):
        said = " ".join(one.english() for one in planned(fix, facts).warnings)
        assert "AWS does not say who signs" in said


def test_a_terminal_is_let_find_what_is_installed_where_it_would_not() -> None:
    made = planned(CLI, on("Linux 6.1", DEBIAN, folders=("/usr/bin",)))
    assert [change.call.operation for change in made.changes] == [
        "InstallDownload",
        "WriteBlock",
        "WriteBlock",
    ]
    assert made.risk is Risk.REVERSIBLE


def test_a_worse_copy_that_a_terminal_would_start_is_overtaken() -> None:
    old = tool("/usr/bin/aws", "1.9.0")
    made = planned(CLI, on("Linux 6.1", DEBIAN, old, folders=("/usr/bin", BIN)))
    assert made.changes[1].call.parameters["First"] is True
    ahead = planned(CLI, on("Linux 6.1", DEBIAN, old, folders=(BIN, "/usr/bin")))
    assert len(ahead.changes) == 1
    assert "/usr/bin/aws (1.9.0)" in made.affects[0].english()


def test_what_keeps_a_terminal_from_finding_it_is_said_and_keeps_nothing_from_being_installed() -> (
    None
):
    odd = replace(DEBIAN, shell="tcsh", start_files=())  # noqa: S604 - no shell is run
    made = planned(CLI, on("Linux 6.1", odd, folders=("/usr/bin",)))
    assert len(made.changes) == 1
    assert any("tcsh" in one.english() for one in made.warnings)


@pytest.mark.parametrize("terminal", [Terminal(own=True), Terminal(), Terminal(asked="/bin/bash")])
def test_where_no_terminal_told_nothing_is_added_for_it(terminal: Terminal) -> None:
    facts = on("Linux 6.1", DEBIAN)
    assert facts.computer is not None
    facts = replace(facts, computer=replace(facts.computer, terminal=known(terminal)))
    assert len(planned(CLI, facts).changes) == 1


CANNOT: dict[str, tuple[str, Snapshot]] = {
    "apt-get install gnupg": (CLI, on("Linux 6.1", linux(DPKG, PKEXEC))),
    "dnf install gnupg2": (PLUGIN, on("Linux 6.1", linux(RPM, PKEXEC))),
    "sudo dpkg -i session-manager-plugin.deb": (PLUGIN, on("Linux 6.1", linux(GPG, DPKG))),
    "sudo rpm -U --replacepkgs session-manager-plugin.rpm": (
        PLUGIN,
        on("Linux 6.1", linux(GPG, RPM)),
    ),
    "dpkg and rpm alone": (PLUGIN, on("Linux 6.1", linux(GPG))),
    "for the processor riscv64": (CLI, on("Linux 6.1", DEBIAN, architecture="riscv64")),
    "for the operating system FreeBSD": (CLI, on("FreeBSD 15", MEANS)),
    "no folder with a space": (CLI, on("Linux 6.1", replace(DEBIAN, home="/home/ines b"))),
    f"Another aws is at {BIN}/aws": (CLI, on("Linux 6.1", DEBIAN, tool(f"{BIN}/aws", "1.9.0"))),
    "(pkgutil, open)": (PLUGIN, on("Darwin 24", replace(MAC, programs={}))),
    "(powershell, msiexec)": (CLI, on("Windows 11", replace(WINDOWS, programs={}))),
}


@pytest.mark.parametrize("said", list(CANNOT))
def test_what_is_in_the_way_and_what_remains_is_said(said: str) -> None:
    answer = refused(*CANNOT[said])
    assert said in answer.reason.english()
    assert not answer.nothing_to_do


@pytest.mark.parametrize(
    ("fix", "path"), [(CLI, "/opt/aws/aws"), (PLUGIN, "/opt/aws/session-manager-plugin")]
)
def test_where_a_copy_works_nothing_is_installed_whether_it_is_found_or_not(
    fix: str, path: str
) -> None:
    version = "2.32.1" if fix == CLI else REQUIREMENTS.text("plugin.newest-known")
    assert refused(fix, on("Linux 6.1", DEBIAN, tool(path, version))).nothing_to_do


def test_a_withdrawn_plugin_is_no_copy_that_works() -> None:
    withdrawn = REQUIREMENTS.texts("plugin.withdrawn")[-1]
    facts = on("Linux 6.1", DEBIAN, tool("/opt/x/session-manager-plugin", withdrawn))
    assert planned(PLUGIN, facts)


def test_without_facts_there_is_no_plan() -> None:
    for fix in (CLI, PLUGIN):
        assert by_id(fix).plan(snapshot(), ()) == ()
        said = refused(fix, computer(means=Unknown(Why.TIMED_OUT)))
        assert "No plan without a look" in said.reason.english()
