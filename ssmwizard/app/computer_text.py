"""This computer as text: versions, paths, the shape of its AWS configuration, its settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import line
from ssmwizard.app.versions import versions
from ssmwizard.model.computer import ComputerFacts, Means, Terminal, Tool
from ssmwizard.model.facts import Fact, Unknown
from ssmwizard.model.identity import Fault, Profile
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import WayOut

T = TypeVar("T")

NOT_LOOKED = "It was not looked at."


def computer_text(inspection: Inspection) -> str:
    """Return what is known of the computer that looked; of secrets only that there are some."""
    snapshot = inspection.snapshot
    computer, identity = snapshot.computer, snapshot.identity
    told: list[tuple[str, Iterable[str]]] = [
        (
            "Versions",
            (f"{name}: {version} ({where})" for name, version, where in versions(inspection)),
        )
    ]
    if computer is None:
        told.append(("This computer", (NOT_LOOKED,)))
    else:
        told += _of(computer)
    told += [
        ("Profiles of the AWS configuration", _told(identity.profiles, _profiles)),
        ("Variables and settings of AWS, and proxies", _told(identity.settings, _settings)),
    ]
    return "\n".join(_section(title, lines) for title, lines in told)


def _section(title: str, lines: Iterable[str]) -> str:
    said = [f"  {_plain(one)}" for one in lines] or ["  none"]
    return "\n".join((title, "-" * len(title), *said, ""))


def _of(computer: ComputerFacts) -> list[tuple[str, Iterable[str]]]:
    ways = (
        line
        for name, fact in sorted(computer.ways.items())
        for line in _told(fact, _way, f"{name}: ")
    )
    return [
        ("AWS CLI", _told(computer.cli_copies, _copies)),
        ("Session Manager plugin", _told(computer.plugin_copies, _copies)),
        ("Where a new terminal looks for programs", _told(computer.terminal, _terminal)),
        ("What there is to change it with", _told(computer.means, _means)),
        ("Ways to AWS", ways),
    ]


def _told(fact: Fact[T], say: Callable[[T], Iterable[str]], before: str = "") -> Iterator[str]:
    if isinstance(fact, Unknown):
        why = ": ".join(filter(None, (fact.code, fact.detail)))
        yield f"{before}could not be seen ({fact.why}{': ' if why else ''}{why})"
    else:
        yield from (before + said for said in say(fact.value))


def _copies(tools: tuple[Tool, ...]) -> Iterator[str]:
    for tool in tools:
        yield f"{tool.path}: {tool.version or f'tells no version ({tool.ran.start})'}"
        if tool.real and tool.real != tool.path:
            yield f"  is {tool.real}"
        if tool.architecture:
            yield f"  made for {tool.architecture}"
        yield f"  the search path of this program leads there: {_yes(tool.on_path)}"


def _terminal(terminal: Terminal) -> Iterator[str]:
    if terminal.own:
        yield "where this program looks"
    elif terminal.folders is None:
        yield f"not known: {terminal.asked or 'the login shell'} gave no answer"
    else:
        yield f"as {terminal.asked} tells:"
        yield from (f"  {folder}" for folder in terminal.folders)


def _means(means: Means) -> Iterator[str]:
    yield f"login shell: {means.shell or 'not known'}; administrator: {_yes(means.administrator)}"
    for file in means.start_files:
        there = "there" if file.exists else "not there"
        yield f"start file {file.path}: {there}, may be written: {_yes(file.writable)}"
    for name, path in sorted(means.programs.items()):
        yield f"{name}: {path}"
    for name, path in sorted(means.chosen.items()):
        yield f"chosen as {name}: {path}"


def _way(way: WayOut) -> Iterator[str]:
    steps = ", ".join(f"{step.layer} {step.ended}" for step in way.steps)
    proxy = f", by the proxy {way.proxy}" if way.proxy else ""
    yield f"{way.host}:{way.port}{proxy}: {steps}"
    if way.issuer:
        yield f"  its certificate was signed by {way.issuer}"


def _profiles(profiles: tuple[Profile, ...]) -> Iterator[str]:
    for one in profiles:
        told = [str(one.kind)]
        told += [f"region {one.region}"] if one.region else []
        told += ["asks for a code (MFA)"] if one.mfa else []
        told += [f"by the profile {one.source}"] if one.source else []
        told += [f"sso-session {one.session}"] if one.session else []
        told += [f"starts {one.program}"] if one.program else []
        told += [f"fault: {one.fault} {one.problem}"] if one.fault is not Fault.NONE else []
        yield f"{one.label}: {', '.join(told)}"


def _settings(settings: Settings) -> Iterator[str]:
    for name, value in sorted(settings.variables.items()):
        yield f"variable {name} = {value}"
    for name, value in sorted(settings.of_profile.items()):
        yield f"of the profile: {name} = {value}"


def _plain(said: str) -> str:
    """Return a line fit to be shown, as far in as it is."""
    return " " * (len(said) - len(said.lstrip())) + line(said)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
