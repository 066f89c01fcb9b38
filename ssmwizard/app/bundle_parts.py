"""What a support bundle consists of: its files by name, what each is for, and how they belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.app.audience import Audience
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.archive import File
from ssmwizard.outside.archive_reading import SUMS

SCHEMA_VERSION = "1.0"
MANIFEST, FINDINGS, RECORDING = "manifest.json", "findings.json", "recording.jsonl"
REPORT, SUMMARY, JOURNAL = "report.html", "report.txt", "journal.jsonl"
SCHEMA, README = "schema/check-1.json", "README.txt"
JUNIT, SARIF, TIMELINE = "findings.junit.xml", "findings.sarif", "timeline.jsonl"
CRASH = "crash.txt"
COMPUTER = "local/computer.txt"
CONSOLE, DIAGNOSIS = "console.txt", "diagnosis.txt"
# Without these nobody could tell what the rest is.
ALWAYS = frozenset({MANIFEST, README, SUMS})


class Group(StrEnum):
    """Files that belong together."""

    FINDINGS = "findings"
    EVIDENCE = "evidence"
    COMPUTER = "computer"
    NODES = "nodes"
    JOURNAL = "journal"
    ABOUT = "about"


GROUPS: Mapping[Group, Text] = {
    Group.FINDINGS: text(N_("Verdicts and findings")),
    Group.EVIDENCE: text(N_("Calls and answers")),
    Group.COMPUTER: text(N_("This computer")),
    Group.NODES: text(N_("Nodes' own words")),
    Group.JOURNAL: text(N_("Changes made with this program")),
    Group.ABOUT: text(N_("Contents and checksums")),
}
SAYS: Mapping[str, Text] = {
    MANIFEST: text(
        N_("What is in the bundle, made by which versions, and what is missing and why")
    ),
    FINDINGS: text(N_("The findings, for programs")),
    RECORDING: text(N_("Every call that was made and its answer, to judge them again")),
    REPORT: text(N_("The report, for people: opens in any browser, loads nothing")),
    SUMMARY: text(N_("The report as plain text")),
    COMPUTER: text(
        N_("This computer: versions, paths, the shape of its AWS configuration, its settings")
    ),
    JOURNAL: text(N_("What was changed in this account with this program, by whom and when")),
    SCHEMA: text(N_("The description of the findings' form")),
    JUNIT: text(N_("The findings, for build systems (JUnit)")),
    SARIF: text(N_("The findings, for code scanning (SARIF)")),
    TIMELINE: text(N_("What happened when: the inspection, and the changes around it")),
    CRASH: text(
        N_(
            "The error of ssmwizard itself, and where in it: without values of variables, without secrets"
        )
    ),
    README: text(N_("How to read the bundle")),
    SUMS: text(N_("Checksums of all files")),
}
_OF_NODES: Mapping[str, Text] = {
    CONSOLE: text(N_("The console output of the instance, the end of it")),
    DIAGNOSIS: text(N_("What the node answered when it was asked")),
}
_OTHER = text(N_("A file of another version of this program"))
_GROUP: Mapping[str, Group] = {
    **dict.fromkeys((REPORT, SUMMARY, FINDINGS, JUNIT, SARIF, SCHEMA), Group.FINDINGS),
    **dict.fromkeys((RECORDING, TIMELINE, CRASH), Group.EVIDENCE),
    **dict.fromkeys(ALWAYS, Group.ABOUT),
    COMPUTER: Group.COMPUTER,
    JOURNAL: Group.JOURNAL,
}
_OF_NODE = re.compile(r"node/([^/]+)/([^/]+)")
MEDIA = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".html": "text/html",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".sarif": "application/sarif+json",
}
_README = """\
This is a support bundle of ssmwizard. It tells why nodes can or cannot be reached through
AWS Systems Manager Session Manager, as seen at one moment.

{report}Secrets (keys, tokens, passwords, addresses of sessions, activation codes) were taken out before
anything was written; *** stands in their place. {identifiers} Read it before you send it to anybody.

"""
_OPEN = "Open report.html in a browser. It loads nothing and runs nothing.\n\n"
_KEPT = "Identifiers are still in it: account, ARNs, ids,\nnames, addresses."
_ABOUT_IDENTIFIERS = {
    Audience.INTERNAL: f"It was made for the team itself. {_KEPT}",
    Audience.SUPPORT: _KEPT,
    Audience.PUBLIC: """Identifiers (accounts, ids, names, addresses) were
replaced by stand-ins, the same by the same; what each stands for is not in here.""",
}
_WORDS = """
node/<id>/console.txt and node/<id>/diagnosis.txt hold what nodes wrote themselves. Such words can
tell anything, and no list knows all that must not be told.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A file that may go into the bundle; ``wanted``: it does."""

    file: File
    wanted: bool = True

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.file.name

    @property
    def content(self) -> bytes:
        """Return the whole content."""
        return self.file.content

    @property
    def says(self) -> Text:
        """Return what it is for."""
        return says(self.name)

    @property
    def group(self) -> Group:
        """Return what it belongs to."""
        return group(self.name)

    @property
    def size(self) -> int:
        """Return how many bytes it has, before packing."""
        return self.file.size

    @property
    def always(self) -> bool:
        """Return whether it is in every bundle."""
        return self.name in ALWAYS


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was ticked and what was not, against what is usual for an audience.

    Each names a file, a group (``nodes``), or the last part of names (``console.txt``). The more precise
    name counts.
    """

    without: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    def take(self, name: str, audience: Audience) -> bool:
        """Tell whether a file goes into the bundle."""
        if name in ALWAYS:
            return True
        for said in (name, name.rpartition("/")[2], group(name)):
            if said in self.without:
                return False
            if said in self.also:
                return True
        return audience.reads_nodes or group(name) is not Group.NODES

    def changed(self, names: Iterable[str], *, wanted: bool) -> Wishes:
        """Return the wishes with some files ticked, or not ticked any more."""
        some = frozenset(names)
        if wanted:
            return Wishes(self.without - some, self.also | some)
        return Wishes(self.without | some, self.also - some)


def node_file(node: str, name: str) -> str:
    """Return the name of a file of a node."""
    return f"node/{node}/{name}"


def says(name: str) -> Text:
    """Return what a file is for."""
    named = _OF_NODE.fullmatch(name)
    return _OF_NODES.get(named[2], _OTHER) if named else SAYS.get(name, _OTHER)


def group(name: str) -> Group:
    """Return what a file belongs to."""
    return Group.NODES if _OF_NODE.fullmatch(name) else _GROUP.get(name, Group.EVIDENCE)


def can_be_named(said: str) -> bool:
    """Tell whether a wish may name this: a file that is not in every bundle, several, or a group."""
    return said in names() or _OF_NODE.fullmatch(said) is not None


def names() -> list[str]:
    """Return what can be left out: files, by the last part of their names where nodes have them, groups."""
    groups = [str(one) for one in Group if one is not Group.ABOUT]
    return [*groups, *sorted((SAYS.keys() - ALWAYS) | _OF_NODES.keys())]


def readme(files: Iterable[str], audience: Audience) -> str:
    """Return what tells a reader how to begin: which files there are, and what was taken out."""
    there = sorted(files)
    words = _README.replace("{identifiers}", _ABOUT_IDENTIFIERS[audience])
    words = words.replace("{report}", _OPEN if REPORT in there else "")
    listed = [name for name in there if group(name) is not Group.NODES]
    lines = "".join(f"{name:<20} {says(name).english()}\n" for name in listed)
    return words + lines + (_WORDS if len(listed) < len(there) else "")
