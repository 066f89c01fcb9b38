"""The AWS CLI and the Session Manager plugin of this computer, by running them."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from ssmwizard.model.computer import (
    ComputerFacts,
    Means,
    Place,
    Ran,
    Start,
    Terminal,
    Tool,
    by_terminal,
    in_folder,
)
from ssmwizard.model.facts import Fact, Known, Source, Unknown
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import load_json

T = TypeVar("T")
CLI, PLUGIN = "aws", "session-manager-plugin"
RUN_SECONDS = 10.0
SHELL_SECONDS = 5.0
VERSIONS = {
    CLI: re.compile(r"aws-cli/(\d+(?:\.\d+)+)"),
    PLUGIN: re.compile(r"^(\d+(?:\.\d+){1,3})\s*$", re.MULTILINE),
}


def collect(
    computer: Computer, now: datetime, landed: Callable[[ComputerFacts], None] = lambda _: None
) -> ComputerFacts:
    """Find every copy of both programs, run each for its version, and say how that went.

    ``landed`` is given what is known so far, whenever more of it is.
    """
    try:
        return _collect(computer, now, landed)
    except CallFailed as failure:
        return nothing(failure.unknown())


def _collect(
    computer: Computer, now: datetime, landed: Callable[[ComputerFacts], None]
) -> ComputerFacts:
    """Ask everything at the same time: it takes as long as the slowest of it."""
    system = computer.system()
    usual = load_json("data/programs.json")
    terminal = _begin(lambda: _terminal(computer, now))
    means = _begin(lambda: _means(computer, system.name, now))
    clis, plugins = (
        _begin(partial(_copies, computer, program, usual[program].get(system.name, ()), terminal))
        for program in (CLI, PLUGIN)
    )
    facts = ComputerFacts(f"{system.name} {system.release}".strip(), system.architecture)
    sources = {name: Source(f"{name} --version", now) for name in (CLI, PLUGIN)}
    for _ in as_completed((terminal, means, clis, plugins)):
        if means.done():
            facts = replace(facts, means=means.result())
        if terminal.done():
            facts = replace(facts, terminal=terminal.result())
        if clis.done():
            copies = Known(_ordered(clis.result(), terminal.result()), sources[CLI])
            first = Known(_first(copies.value, _chosen(means.result(), CLI)), copies.source)
            facts = replace(facts, cli=first, cli_copies=copies)
        if plugins.done():
            copies = Known(_ordered(plugins.result(), terminal.result()), sources[PLUGIN])
            first = Known(_first(copies.value, _chosen(means.result(), PLUGIN)), copies.source)
            facts = replace(facts, plugin=first, plugin_copies=copies)
        landed(facts)
    return facts


def only_cli(computer: Computer, now: datetime) -> ComputerFacts:
    """Find every copy of the AWS CLI, as :func:`collect` does, and nothing else."""
    try:
        system = computer.system()
        usual = load_json("data/programs.json")[CLI].get(system.name, ())
        terminal = _begin(lambda: _terminal(computer, now))
        means = _means(computer, system.name, now)
        copies = _begin(partial(_copies, computer, CLI, usual, terminal)).result()
    except CallFailed as failure:
        return nothing(failure.unknown())
    copies = _ordered(copies, terminal.result())
    source = Source(f"{CLI} --version", now)
    return ComputerFacts(
        system=f"{system.name} {system.release}".strip(),
        architecture=system.architecture,
        cli=Known(_first(copies, _chosen(means, CLI)), source),
        cli_copies=Known(copies, source),
        terminal=terminal.result(),
    )


def nothing(why: Unknown) -> ComputerFacts:
    """Return what is known when this computer did not answer in time."""
    return ComputerFacts("", "", why, why, why, why, why, means=why)


def _begin(question: Callable[[], T]) -> Future[T]:
    """Ask in a thread that never keeps the process alive."""
    answer: Future[T] = Future()

    def work() -> None:
        try:
            answer.set_result(question())
        except BaseException as error:  # noqa: BLE001 - raised where the answer is wanted
            answer.set_exception(error)

    threading.Thread(target=work, name="ssmwizard-computer", daemon=True).start()
    return answer


def _terminal(computer: Computer, now: datetime) -> Fact[Terminal]:
    try:
        told = computer.terminal(SHELL_SECONDS)
    except CallFailed as failure:
        return failure.unknown()
    return Known(told, Source(told.asked or "PATH", now))


def _means(computer: Computer, system: str, now: datetime) -> Fact[Means]:
    usual = load_json("data/programs.json")["means"].get(system, {})
    try:
        return Known(computer.means(usual), Source("start files and programs", now))
    except CallFailed as failure:
        return failure.unknown()


def _copies(
    computer: Computer, program: str, usual: Sequence[str], terminal: Future[Fact[Terminal]]
) -> tuple[Tool, ...]:
    """Run every copy, each file once; those that only a terminal finds as soon as it has told."""
    places = {place.path: place for place in computer.places(program, usual)}
    running = _run(computer, places.values(), {})
    where = terminal.result()
    folders = (where.value.folders if isinstance(where, Known) else None) or ()
    there = [in_folder(folder, program) for folder in folders]
    if any(path not in places for path in there):
        more = computer.places(program, there)
        places |= {place.path: place for place in more if place.path not in places}
        running = _run(computer, places.values(), running)
    pattern = VERSIONS[program]
    return tuple(_tool(place, running[_file(place)].result(), pattern) for place in places.values())


def _run(
    computer: Computer, places: Iterable[Place], running: Mapping[str, Future[Ran]]
) -> Mapping[str, Future[Ran]]:
    begun = dict(running)
    for place in places:
        if _file(place) not in begun:
            begun[_file(place)] = _begin(
                partial(computer.run, [place.path, "--version"], RUN_SECONDS)
            )
    return begun


def _file(place: Place) -> str:
    return place.real or place.path


def _tool(place: Place, ran: Ran, pattern: re.Pattern[str]) -> Tool:
    version = _version(ran, pattern)
    return Tool(place.path, version, place.on_path, ran, place.real, place.architecture)


def _ordered(tools: tuple[Tool, ...], where: Fact[Terminal]) -> tuple[Tool, ...]:
    """Return the tools as a terminal finds them, then those that it does not find."""
    found = by_terminal(tools, where.value) if isinstance(where, Known) else ()
    return (*found, *(tool for tool in tools if tool not in found))


def _chosen(means: Fact[Means], program: str) -> str:
    return means.value.chosen.get(program, "") if isinstance(means, Known) else ""


def _first(tools: tuple[Tool, ...], chosen: str) -> Tool | None:
    """Return the copy that was chosen, else that which a terminal starts, else one at a usual place.

    A file that may not be executed is passed over, as a shell does, unless it is all there is.
    """
    wanted = next((tool for tool in tools if tool.path == chosen), None)
    if wanted is not None:
        return wanted
    may_run = [tool for tool in tools if tool.ran.start is not Start.NOT_EXECUTABLE]
    return next(iter(may_run or tools), None)


def _version(ran: Ran, pattern: re.Pattern[str]) -> str:
    if ran.start is not Start.RAN:
        return ""
    # AWS CLI version 1 printed its version on standard error under Python 2.
    found = pattern.search(ran.output) or pattern.search(ran.errors)
    return found.group(1) if found else ""
