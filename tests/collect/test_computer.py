import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import pytest

from ssmwizard.collect import computer
from ssmwizard.model.computer import ComputerFacts, Means, Place, Ran, Start, System, Terminal, Tool
from ssmwizard.model.facts import NOT_COLLECTED, Unknown, Why
from ssmwizard.model.identity import Profile
from ssmwizard.model.settings import Settings
from ssmwizard.outside.calls import NOT_ANSWERED, CallFailed

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def ran(
    start: Start = Start.RAN, output: str = "", errors: str = "", status: int | None = 0
) -> Ran:
    return Ran(("program", "--version"), start, status, output, errors, 0.1)


OWN = Terminal(own=True)


class OneComputer:
    """A computer with given programs: path to how it runs; a path with ``!`` is off the path.

    ``links`` maps a path to the file it leads to. A path with ``?`` is where only a terminal looks.
    """

    def __init__(
        self,
        programs: Mapping[str, Ran],
        terminal: Terminal | CallFailed = OWN,
        links: Mapping[str, str] | None = None,
    ) -> None:
        self.programs = {path.strip("!?"): how for path, how in programs.items()}
        self.off = {path.strip("!?") for path in programs if path[0] in "!?"}
        self.hidden = {path.strip("?") for path in programs if path[0] == "?"}
        self.told = terminal
        self.links = links or {}
        self.chosen: dict[str, str] = {}
        self.usual: list[str] = []
        self.ran: list[str] = []

    def system(self) -> System:
        return System("Linux", "6.1", "x86_64")

    def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        self.usual.extend(usual)
        return tuple(
            Place(path, path not in self.off, self.links.get(path, path))
            for path in self.programs
            if path.endswith(f"/{program}") and (path not in self.hidden or path in usual)
        )

    def terminal(self, timeout: float) -> Terminal:
        if isinstance(self.told, CallFailed):
            raise self.told
        return self.told

    def means(self, programs: Mapping[str, Sequence[str]]) -> Means:
        found = dict.fromkeys(programs, "/usr/bin/x")
        return Means("/home/ines", programs=found, chosen=self.chosen)

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        self.ran.append(arguments[0])
        return self.programs[arguments[0]]

    def profiles(self) -> tuple[Profile, ...]:
        return ()

    def settings(self, _: str | None) -> Settings:
        return Settings({}, {})


def cli(programs: Mapping[str, Ran]) -> Tool | None:
    return computer.collect(OneComputer(programs), NOW).cli.require()


VERSIONS = {
    "v1": (ran(output="aws-cli/1.46.3 Python/3.11.7 Linux/6.1 botocore/1.43.62\n"), "1.46.3"),
    "v2": (ran(output="aws-cli/2.9.19 Python/3.11.2 Linux/6.1 exe/x86_64.debian.12\n"), "2.9.19"),
    "v1-on-standard-error": (ran(errors="aws-cli/1.16.12 Python/2.7.16 Darwin/18\n"), "1.16.12"),
    "says-nothing": (ran(), ""),
    "another-program": (ran(output="aws: a wonderful shell 3.2\n"), ""),
    "failed": (ran(Start.FAILED, output="aws-cli/2.9.19", status=255), ""),
    "hung": (ran(Start.TIMED_OUT, status=None), ""),
    "wrong-processor": (ran(Start.WRONG_FORMAT, status=None), ""),
}


@pytest.mark.parametrize(("outcome", "version"), VERSIONS.values(), ids=list(VERSIONS))
def test_the_version_is_what_running_it_shows(outcome: Ran, version: str) -> None:
    tool = cli({"/usr/bin/aws": outcome})
    assert tool == Tool("/usr/bin/aws", version, True, outcome, "/usr/bin/aws")


def test_nothing_found_is_known_to_be_nothing() -> None:
    facts = computer.collect(OneComputer({}), NOW)
    assert facts.cli.require() is None
    assert facts.plugin.require() is None


def test_the_first_copy_on_the_path_is_the_one_that_counts() -> None:
    old = ran(output="aws-cli/1.10.0 x")
    tool = cli({"/usr/bin/aws": old, "/opt/aws": VERSIONS["v2"][0]})
    assert tool is not None
    assert tool.version == "1.10.0"


def test_a_file_that_may_not_be_executed_is_passed_over_as_a_shell_does() -> None:
    not_executable = ran(Start.NOT_EXECUTABLE, status=None)
    tool = cli({"/a/aws": not_executable, "/b/aws": VERSIONS["v2"][0]})
    assert tool is not None
    assert tool.path == "/b/aws"
    alone = cli({"/a/aws": not_executable})
    assert alone is not None
    assert alone.ran.start is Start.NOT_EXECUTABLE


def test_a_copy_off_the_path_is_found_and_said_to_be_off_it() -> None:
    tool = cli({"!/usr/local/bin/aws": VERSIONS["v2"][0]})
    assert tool is not None
    assert (tool.path, tool.on_path) == ("/usr/local/bin/aws", False)


@pytest.mark.parametrize(
    ("output", "version"),
    [("1.2.896.0\n", "1.2.896.0"), ("1.2.0.0", "1.2.0.0"), ("Unknown operation --version.\n", "")],
)
def test_the_plugin_prints_its_version_alone(output: str, version: str) -> None:
    path = "/usr/local/bin/session-manager-plugin"
    facts = computer.collect(OneComputer({path: ran(output=output)}), NOW)
    tool = facts.plugin.require()
    assert tool is not None
    assert tool.version == version


def test_the_usual_places_of_this_system_are_asked_for() -> None:
    here = OneComputer({})
    computer.collect(here, NOW)
    assert "/usr/local/sessionmanagerplugin/bin/session-manager-plugin" in here.usual
    assert not any("%" in place for place in here.usual)


OLD, NEW = ran(output="aws-cli/1.46.3 x"), VERSIONS["v2"][0]
BOTH = {"/usr/bin/aws": OLD, "/usr/local/bin/aws": NEW}


def test_every_copy_is_run_once_and_links_to_it_with_it() -> None:
    here = OneComputer({**BOTH, "/bin/aws": OLD}, links={"/bin/aws": "/usr/bin/aws"})
    copies = computer.collect(here, NOW).cli_copies.require()
    assert [(copy.path, copy.version) for copy in copies] == [
        ("/usr/bin/aws", "1.46.3"),
        ("/usr/local/bin/aws", "2.9.19"),
        ("/bin/aws", "1.46.3"),
    ]
    assert sorted(here.ran) == ["/usr/bin/aws", "/usr/local/bin/aws"]


def test_the_search_path_of_a_terminal_decides_which_copy_wins() -> None:
    terminal = Terminal(asked="/bin/zsh", folders=("/usr/local/bin/", "/usr/bin", "/nowhere"))
    facts = computer.collect(OneComputer(BOTH, terminal), NOW)
    first = facts.cli.require()
    assert first is not None
    assert first.path == "/usr/local/bin/aws"
    assert facts.cli_copies.require()[0] == first
    assert facts.terminal.require() == terminal


def test_what_only_a_terminal_finds_is_run_too() -> None:
    terminal = Terminal(asked="/bin/zsh", folders=("/home/me/tools", "/usr/bin"))
    facts = computer.collect(OneComputer({"?/home/me/tools/aws": NEW}, terminal), NOW)
    found = facts.cli.require()
    assert found is not None
    assert (found.path, found.on_path, found.version) == ("/home/me/tools/aws", False, "2.9.19")
    assert facts.plugin.require() is None


def test_a_shell_that_was_not_asked_leaves_all_else_known() -> None:
    unasked = CallFailed("terminal", Why.NOT_COLLECTED, NOT_ANSWERED, "", at=NOW)
    facts = computer.collect(OneComputer(BOTH, unasked), NOW)
    assert facts.terminal == Unknown(Why.NOT_COLLECTED)
    first = facts.cli.require()
    assert first is not None
    assert first.path == "/usr/bin/aws"


def test_all_copies_are_run_at_the_same_time() -> None:
    together = threading.Barrier(4)

    class Meeting(OneComputer):
        def run(self, arguments: Sequence[str], timeout: float) -> Ran:
            together.wait(20)
            return super().run(arguments, timeout)

        def terminal(self, timeout: float) -> Terminal:
            together.wait(20)
            return super().terminal(timeout)

    plugin = {"/usr/bin/session-manager-plugin": ran(output="1.2.835.0")}
    facts = computer.collect(Meeting({**BOTH, **plugin}), NOW)
    assert len(facts.cli_copies.require()) == 2
    assert len(facts.plugin_copies.require()) == 1


def test_what_is_there_first_is_told_first() -> None:
    told: list[ComputerFacts] = []
    plugin_known = threading.Event()

    class SlowCli(OneComputer):
        def run(self, arguments: Sequence[str], timeout: float) -> Ran:
            if arguments[0].endswith("aws"):
                assert plugin_known.wait(20)
            return super().run(arguments, timeout)

    def landed(facts: ComputerFacts) -> None:
        told.append(facts)
        if facts.plugin is not NOT_COLLECTED:
            plugin_known.set()

    plugin = {"/usr/bin/session-manager-plugin": ran(output="1.2.835.0")}
    facts = computer.collect(SlowCli({**BOTH, **plugin}), NOW, landed)
    assert any(one.cli is NOT_COLLECTED and one.plugin is not NOT_COLLECTED for one in told)
    assert told[-1] == facts
    assert facts.cli is not NOT_COLLECTED


def test_a_computer_that_was_not_looked_at_is_not_made_up() -> None:
    unasked = CallFailed("places", Why.NOT_COLLECTED, NOT_ANSWERED, "", at=NOW)

    class Unasked(OneComputer):
        def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
            raise unasked

    facts = computer.collect(Unasked({}), NOW)
    assert {facts.cli, facts.plugin, facts.cli_copies, facts.terminal} == {
        Unknown(Why.NOT_COLLECTED)
    }


@pytest.mark.parametrize("look", [computer.collect, computer.only_cli])
@pytest.mark.parametrize(
    ("chosen", "used"),
    [("/opt/aws", "/opt/aws"), ("/gone/aws", "/usr/bin/aws"), ("", "/usr/bin/aws")],
)
def test_the_copy_that_was_chosen_is_the_one_that_counts_as_long_as_it_is_there(
    look: Callable[[OneComputer, datetime], ComputerFacts], chosen: str, used: str
) -> None:
    one = OneComputer({"/usr/bin/aws": VERSIONS["v2"][0], "!/opt/aws": VERSIONS["v1"][0]})
    one.chosen = {"aws": chosen}
    found = look(one, NOW).cli.require()
    assert found is not None
    assert found.path == used
