from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from ssmwizard.collect import computer
from ssmwizard.model.computer import Ran, Start, System, Tool
from ssmwizard.model.identity import Profile

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def ran(
    start: Start = Start.RAN, output: str = "", errors: str = "", status: int | None = 0
) -> Ran:
    return Ran(("program", "--version"), start, status, output, errors, 0.1)


class OneComputer:
    """A computer with given programs: path to how it runs; a path with ``!`` is off the path."""

    def __init__(self, programs: Mapping[str, Ran]) -> None:
        self.programs = programs
        self.usual: list[str] = []

    def system(self) -> System:
        return System("Linux", "6.1", "x86_64")

    def places(self, program: str, usual: object) -> tuple[tuple[str, bool], ...]:
        self.usual.extend(usual)  # type: ignore[arg-type]
        mine = [path for path in self.programs if path.strip("!").endswith(f"/{program}")]
        return tuple((path.strip("!"), not path.startswith("!")) for path in mine)

    def run(self, arguments: object, timeout: float) -> Ran:
        path = arguments[0]  # type: ignore[index]
        return self.programs.get(path) or self.programs[f"!{path}"]

    def profiles(self) -> tuple[Profile, ...]:
        return ()


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
    assert tool == Tool("/usr/bin/aws", version, on_path=True, ran=outcome)


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
