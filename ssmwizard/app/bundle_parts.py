"""What a support bundle consists of: its files by name, and what each is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ssmwizard.app.audience import Audience
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.archive_reading import SUMS

SCHEMA_VERSION = "1.0"
MANIFEST, FINDINGS, RECORDING = "manifest.json", "findings.json", "recording.jsonl"
REPORT, SUMMARY, JOURNAL = "report.html", "report.txt", "journal.jsonl"
SCHEMA, README = "schema/check-1.json", "README.txt"
JUNIT, SARIF, TIMELINE = "findings.junit.xml", "findings.sarif", "timeline.jsonl"
CRASH = "crash.txt"
# Without these nobody could tell what the rest is.
ALWAYS = frozenset({MANIFEST, README, SUMS})

SAYS: Mapping[str, Text] = {
    MANIFEST: text(
        N_("What is in the bundle, made by which versions, and what is missing and why")
    ),
    FINDINGS: text(N_("The findings, for programs")),
    RECORDING: text(N_("Every call that was made and its answer, to judge them again")),
    REPORT: text(N_("The report, for people: opens in any browser, loads nothing")),
    SUMMARY: text(N_("The report as plain text")),
    JOURNAL: text(N_("What was changed in this account with this program, by whom and when")),
    SCHEMA: text(N_("The description of the findings' form")),
    JUNIT: text(N_("The findings, for build systems (JUnit)")),
    SARIF: text(N_("The findings, for code scanning (SARIF)")),
    TIMELINE: text(N_("What happened when: the inspection, and the changes around it")),
    CRASH: text(
        N_("The error of ssmwizard itself, and where in it: without values, without secrets")
    ),
    README: text(N_("How to read the bundle")),
    SUMS: text(N_("Checksums of all files")),
}
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

Open report.html in a browser. It loads nothing and runs nothing.

Secrets (keys, tokens, passwords, addresses of sessions, activation codes) were taken out before
anything was written; *** stands in their place. {identifiers} Read it before you send it to anybody.

"""
_ABOUT_IDENTIFIERS = {
    Audience.SUPPORT: """Identifiers are still in it: account, ARNs, ids,
names, addresses.""",
    Audience.PUBLIC: """Identifiers (accounts, ids, names, addresses) were
replaced by stand-ins, the same by the same; what each stands for is not in here.""",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the bundle: its name, what it is for, and its content (None: left out, as wished)."""

    name: str
    says: Text
    content: bytes | None = field(repr=False)

    @property
    def size(self) -> int:
        """Return how many bytes it has, before packing."""
        return len(self.content or b"")

    @property
    def always(self) -> bool:
        """Return whether it is in every bundle."""
        return self.name in ALWAYS


def readme(names: Iterable[str], audience: Audience) -> str:
    """Return what tells a reader how to begin: which files there are, and what was taken out."""
    words = _README.replace("{identifiers}", _ABOUT_IDENTIFIERS[audience])
    return words + "".join(f"{name:<20} {SAYS[name].english()}\n" for name in sorted(names))
