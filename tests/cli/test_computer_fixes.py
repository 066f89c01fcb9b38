"""What mends this computer, on the command line: no node is named and nobody is signed in."""

import json

DEMO = ("--demo", "new-computer")
PLUGIN, PATH = "computer.install-plugin", "computer.fix-search-path"


def test_the_plan_is_shown_with_what_is_written_and_what_is_checked(run) -> None:
    said = run(*DEMO, "fix", PATH)
    assert said.status == 0
    assert "for this computer" in said.out
    assert "The same by hand" in said.out
    assert "# at the end of /home/camille/.profile:" in said.out
    assert "Rights:" not in said.out
    said = run(*DEMO, "fix", PLUGIN, "--format", "json")
    (answer,) = json.loads(said.out)["plans"]
    assert answer["nodes"] == []
    assert answer["plan"]["changes"][0]["call"] == "computer:InstallDownload"
    assert answer["plan"]["rights"] == []
    assert (
        "gpg --verify session-manager-plugin.deb.sig session-manager-plugin.deb"
        in (answer["plan"]["aws_cli"])
    )


def test_it_is_applied_proved_listed_and_taken_back(run) -> None:
    said = run(*DEMO, "fix", PLUGIN, "--apply", "--yes", "--format", "json")
    assert said.status == 0, said.err
    (outcome,) = json.loads(said.out)["outcomes"]
    assert (outcome["end"], outcome["proof"]) == ("done", "verified")
    assert "It says: The signature is right." in said.err
    assert "--demo new-computer" in said.err
    listed = run(*DEMO, "journal")
    assert "for this computer" in listed.out
    assert "    by " not in listed.out
    again = run(*DEMO, "fix", PLUGIN)
    assert "A copy that works is installed" in again.out
    back = run(*DEMO, "undo", outcome["entry"], "--apply", "--yes")
    assert back.status == 0, back.err
    assert run(*DEMO, "fix", PLUGIN).status == 0
    assert "The Session Manager plugin was not found" in run(*DEMO, "check", "--all").out


def test_the_line_that_repairs_names_no_node(run) -> None:
    said = run(*DEMO, "check", "--all")
    assert f"Repair: ssmwizard --demo new-computer fix {PLUGIN}\n" in said.out
    assert said.status == 1


def test_read_only_changes_nothing(run) -> None:
    said = run(*DEMO, "fix", PATH, "--apply", "--yes", "--read-only")
    assert said.status == 1
    assert "read-only" in said.out.lower()
