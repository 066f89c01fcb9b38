"""The search path that is mended: which folders, in which files, and what stands in the way."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard import resources
from ssmwizard.fixes import shell_lines
from ssmwizard.fixes.search_path import FIX, plan
from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS, Means
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.snapshot import Snapshot
from tests.support.computer_facts import BASHRC, MEANS, PROFILE, computer, start_file, tool
from tests.support.plan_facts import snapshot

GOOD = resources.requirements().text("plugin.newest-known")
OPT = "/opt/tools/bin"
PLUGIN = f"{OPT}/session-manager-plugin"


def planned(facts: Snapshot) -> Plan:
    (answer,) = plan(facts, ())
    assert isinstance(answer, Plan), answer
    return answer


def refused(facts: Snapshot) -> NoPlan:
    (answer,) = plan(facts, ())
    assert isinstance(answer, NoPlan), answer
    assert answer.nodes == ()
    return answer


def blocks(made: Plan) -> dict[str, str]:
    return {
        str(change.call.parameters["File"]): str(change.call.parameters["Block"])
        for change in made.changes
    }


def test_what_no_terminal_finds_is_added_last_to_both_files_that_bash_reads() -> None:
    made = planned(computer(tool(PLUGIN, GOOD)))
    line = (
        'case ":$PATH:" in *:/opt/tools/bin:*) ;; *) PATH="$PATH":/opt/tools/bin; export PATH ;;'
        " esac"
    )
    whole = f"{BLOCK_BEGINS}\n{line}\n{BLOCK_ENDS}\n"
    assert blocks(made) == {PROFILE: whole, BASHRC: whole}
    assert made.nodes == ()
    assert made.on_computer
    assert all(change.undo is not None and not change.rights for change in made.changes)
    assert made.verifies == FIX.heals


def test_undoing_expects_the_very_block_and_puts_back_what_was_there() -> None:
    earlier = shell_lines.block("bash", [("/old", "")], "")
    file = start_file(block=earlier)
    (change,) = planned(
        computer(tool(PLUGIN, GOOD), means=replace(MEANS, start_files=(file,)))
    ).changes
    written, undo = change.call.parameters, change.undo
    assert written["Expected"] == earlier
    assert "/old" in str(written["Block"])
    assert OPT in str(written["Block"])
    assert undo is not None
    assert (undo.call.parameters["Block"], undo.call.parameters["Expected"]) == (
        earlier,
        written["Block"],
    )
    assert undo.expects is not None
    assert undo.expects.value == written["Block"]


def test_a_file_that_is_not_there_is_made_and_one_without_an_end_gets_one() -> None:
    files = (start_file(exists=False), start_file(BASHRC, joined=True))
    facts = computer(tool(PLUGIN, GOOD), means=replace(MEANS, start_files=files))
    first, second = planned(facts).changes
    assert (first.call.parameters["Created"], first.call.parameters["Joined"]) == (True, False)
    assert (second.call.parameters["Created"], second.call.parameters["Joined"]) == (False, True)


def test_a_copy_that_hides_a_better_one_is_overtaken() -> None:
    old = tool("/usr/bin/session-manager-plugin", "1.2.0.0", on_path=True)
    made = planned(computer(tool(PLUGIN, GOOD), old))
    assert "PATH=/opt/tools/bin" in blocks(made)[PROFILE]
    assert "comes before" in made.affects[0].english()


def test_both_programs_are_found_with_one_line_for_their_folder() -> None:
    made = planned(computer(tool(PLUGIN, GOOD), tool(f"{OPT}/aws", "2.32.1")))
    assert blocks(made)[PROFILE].count("case ") == 1


def test_where_a_terminal_did_not_tell_what_is_found_from_here_counts() -> None:
    facts = computer(tool(PLUGIN, GOOD, on_path=True), folders=None)
    assert refused(facts).nothing_to_do
    assert planned(computer(tool(PLUGIN, GOOD), folders=None))


@pytest.mark.parametrize(
    "facts",
    [
        computer(tool("/usr/bin/session-manager-plugin", GOOD)),
        computer(tool("/usr/local/bin/aws", "2.32.1", on_path=True), own=True),
        computer(),
        computer(tool(PLUGIN, "1.2.0.0")),
        computer(tool(PLUGIN)),
        computer(
            tool("/usr/bin/aws", "2.32.1", real="/opt/aws/aws"),
            tool(f"{OPT}/aws", "2.32.1", real="/opt/aws/aws"),
        ),
    ],
    ids=["found", "found from here", "none", "too old", "broken", "the same file"],
)
def test_nothing_is_planned_where_it_would_help_nothing(facts: Snapshot) -> None:
    assert refused(facts).nothing_to_do


def test_nothing_is_planned_where_this_computer_was_left_out() -> None:
    assert plan(snapshot(), ()) == ()


THERE = shell_lines.block("bash", [(OPT, "")], "")
CANNOT = {
    "start files of the shell tcsh": Means("/home/ines", "tcsh"),
    "was altered": replace(MEANS, start_files=(start_file(block=None),)),
    "may not be changed by you": replace(MEANS, start_files=(start_file(writable=False),)),
    "sets the search path anew": replace(MEANS, start_files=(start_file(block=THERE),)),
}


@pytest.mark.parametrize("said", list(CANNOT))
def test_what_stands_in_the_way_is_said(said: str) -> None:
    reason = refused(computer(tool(PLUGIN, GOOD), means=CANNOT[said]))
    assert said in reason.reason.english()
    assert not reason.nothing_to_do


def test_what_is_not_known_is_no_plan() -> None:
    facts = computer(tool(PLUGIN, GOOD), means=Unknown(Why.TIMED_OUT))
    assert "No plan without a look" in refused(facts).reason.english()


def test_a_folder_that_no_line_can_hold_is_refused() -> None:
    said = refused(computer(tool("/opt/a:b/session-manager-plugin", GOOD))).reason.english()
    assert "/opt/a:b" in said


SHELLS = [shell for shell in ("bash", "dash", "zsh", "fish") if shutil.which(shell)]
NAMES = st.text(st.sampled_from('ab /$`"!*?~#&;()[]{}|<>%@é-'), min_size=1, max_size=12)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("before", ["", "/usr/bin"])
def test_a_real_shell_takes_the_block_as_it_is_meant_and_only_once(shell: str, before: str) -> None:
    folders = [('/opt/my tools/$HOME `x` "y"', before), ("/opt/*", "")]
    block = shell_lines.block(shell, folders, "")
    told = subprocess.run(
        [shutil.which(shell) or shell, "-c", f"{block}{block}/usr/bin/printenv PATH"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    ).stdout.strip()
    parts = told.split(":")
    assert sorted(parts) == sorted(["/usr/bin", "/bin", folders[0][0], "/opt/*"])
    assert (parts[0] == folders[0][0]) is bool(before)


@given(NAMES)
def test_a_block_is_the_same_when_it_is_made_from_itself(name: str) -> None:
    folder = f"/opt/{name}"
    if shell_lines.writable(folder):
        block = shell_lines.block("bash", [(folder, "")], "")
        assert shell_lines.block("bash", [(folder, "")], block) == block
        assert block.count(BLOCK_BEGINS) == 1


PROGRAMS = "C:\\Program Files\\Amazon\\SessionManagerPlugin\\bin"
ON_WINDOWS = tool(f"{PROGRAMS}\\session-manager-plugin.exe", GOOD)
WINDOWS = Means("C:\\Users\\ines", user_path="%USERPROFILE%\\bin;", machine_path=("C:\\Windows",))


def test_windows_keeps_the_search_path_of_the_user_and_the_folder_comes_last() -> None:
    facts = computer(ON_WINDOWS, folders=("C:\\Windows",), means=WINDOWS)
    (change,) = planned(facts).changes
    assert change.call.parameters["Value"] == f"%USERPROFILE%\\bin;{PROGRAMS}"
    assert change.undo is not None
    assert change.undo.call.parameters["Value"] == "%USERPROFILE%\\bin;"
    assert change.undo.expects is not None
    assert change.undo.expects.value == change.call.parameters["Value"]


def test_windows_finds_a_folder_in_whatever_case_it_is_written() -> None:
    there = PROGRAMS.upper() + "\\"
    assert refused(computer(ON_WINDOWS, folders=(there,), means=WINDOWS)).nothing_to_do


@pytest.mark.parametrize("machine", [True, False])
def test_windows_looks_in_the_search_path_of_all_users_first(machine: bool) -> None:
    old = tool("C:\\Old\\session-manager-plugin.exe", "1.2.0.0")
    means = replace(WINDOWS, machine_path=("c:\\old",) if machine else (), user_path="C:\\Old")
    facts = computer(ON_WINDOWS, old, folders=("C:\\Old",), means=means)
    if machine:
        assert "an administrator" in refused(facts).reason.english()
    else:
        (change,) = planned(facts).changes
        assert change.call.parameters["Value"] == f"{PROGRAMS};C:\\Old"


def test_fish_is_written_to_in_its_own_words() -> None:
    last = shell_lines.line("fish", "/opt/my tools", first=False)
    assert last == "contains -- '/opt/my tools' $PATH; or set -gx PATH $PATH '/opt/my tools'"
    first = shell_lines.line("fish", "/opt/x", first=True)
    assert first == 'test "$PATH[1]" = /opt/x; or set -gx PATH /opt/x $PATH'
