"""The support bundle: everything that was seen, readable, and to be judged again, without secrets.

It is made from an inspection and the journal alone: no network, no program, no window.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ssmwizard.app import report_summary
from ssmwizard.app.audience import Audience
from ssmwizard.app.inspect import Inspection, replay
from ssmwizard.app.journal_json import entry_json
from ssmwizard.app.markup import pieces
from ssmwizard.app.omissions import omissions
from ssmwizard.app.redaction import redacted
from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import lists_of, members_of, tool
from ssmwizard.app.report_junit import junit_pieces
from ssmwizard.app.report_sarif import sarif_pieces
from ssmwizard.app.report_text import as_text
from ssmwizard.app.shown import zulu
from ssmwizard.app.timeline import timeline
from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import about, archive, archive_reading
from ssmwizard.outside.archive import File, Refused
from ssmwizard.outside.archive_reading import SUMS, BadBundle
from ssmwizard.outside.identifiers import tells
from ssmwizard.outside.journal_entries import Entry
from ssmwizard.outside.recording import BadRecording
from ssmwizard.resources import folder

__all__ = [
    "Audience",
    "BadBundle",
    "Bundle",
    "Opened",
    "Part",
    "Refused",
    "beside",
    "make",
    "open_bundle",
    "write",
]

SCHEMA_VERSION = "1.0"
MAJOR = "1."
MANIFEST, FINDINGS, RECORDING = "manifest.json", "findings.json", "recording.jsonl"
REPORT, SUMMARY, JOURNAL = "report.html", "report.txt", "journal.jsonl"
SCHEMA, README = "schema/check-1.json", "README.txt"
JUNIT, SARIF, TIMELINE = "findings.junit.xml", "findings.sarif", "timeline.jsonl"
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
    README: text(N_("How to read the bundle")),
    SUMS: text(N_("Checksums of all files")),
}
_MEDIA = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".html": "text/html",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".sarif": "application/sarif+json",
}
_WORDS = """\
This is a support bundle of ssmwizard. It tells why nodes can or cannot be reached through
AWS Systems Manager Session Manager, as seen at one moment.

Open report.html in a browser. It loads nothing and runs nothing.

Secrets (keys, tokens, passwords, addresses of sessions, activation codes) were taken out before
anything was written; *** stands in their place. {identifiers} Read it before you send it to anybody.

"""
_IDENTIFIERS = {
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


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read again.

    ``inspection`` is judged anew from the recording; ``findings`` is what the JSON answer said then.
    """

    manifest: Mapping[str, Any]
    inspection: Inspection
    findings: Mapping[str, Any]
    journal: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it will be saved; what is shown of it before is what is sent.

    ``inspection`` holds stand-ins where the bundle does, ``originals`` what each of them stands for.
    ``without`` are the files that are not wanted in it.
    """

    inspection: Inspection
    files: tuple[File, ...]
    without: frozenset[str]
    originals: Mapping[str, str]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what it holds, and what is left out, in the order of the names."""
        there = {file.name: file.content for file in self.files}
        names = sorted({*there, *self.without})
        return tuple(Part(name, SAYS[name], there.get(name)) for name in names)

    def summary(self) -> str:
        """Return a few lines for a ticket, which name things as the bundle does."""
        return report_summary.summary(self.inspection)

    def write(self, path: Path) -> Path:
        """Save it and return its path.

        For the public, what each stand-in stands for is written beside it, for this user's eyes alone.
        Raises :class:`Refused` when something is found in it that must not be there, and OSError;
        nothing is left then.
        """
        hidden = frozenset(said for said in self.originals.values() if tells(said))
        archive.write(path, self.files, hidden)
        if self.originals:
            archive.write_private(beside(path), self.originals)
        return path


def make(
    inspection: Inspection,
    entries: Iterable[Entry],
    audience: Audience = Audience.SUPPORT,
    without: Collection[str] = (),
) -> Bundle:
    """Make a bundle; with identifiers kept, the same inspection gives the same bytes."""
    mine, others, account_known = _of_this_account(inspection, entries)
    journal: tuple[Mapping[str, Any], ...] = tuple(map(entry_json, reversed(mine)))
    unwanted = frozenset(without) - ALWAYS
    missing = omissions(inspection, others, account_known=account_known)
    missing += [_declined(name) for name in sorted(unwanted)]
    redaction: dict[str, Any] = {"audience": audience, "secrets": "destroyed"}
    originals: Mapping[str, str] = {}
    if audience is Audience.PUBLIC:
        told = redacted(inspection, journal)
        inspection, journal, originals = told.inspection, told.journal, told.originals
        redaction |= {"identifiers": "replaced", "stand_ins": len(originals)}
        redaction |= {"answers_that_differ": list(told.drift)}
    else:
        redaction |= {"identifiers": "kept"}
    files = [one for one in _contents(inspection, journal) if one.name not in unwanted]
    words = _WORDS.replace("{identifiers}", _IDENTIFIERS[audience])
    files.append(archive.text_file(README, words + _listed(files)))
    manifest = _manifest(inspection, files, redaction, missing)
    files.append(archive.json_file(MANIFEST, manifest))
    sums = "".join(f"{file.digest}  {file.name}\n" for file in sorted(files, key=_name))
    files.append(archive.text_file(SUMS, sums))
    return Bundle(inspection, tuple(sorted(files, key=_name)), unwanted, originals)


def write(
    path: Path,
    inspection: Inspection,
    entries: Iterable[Entry],
    audience: Audience = Audience.SUPPORT,
    without: Collection[str] = (),
) -> Path:
    """Make a bundle and save it: see :func:`make` and :meth:`Bundle.write`."""
    return make(inspection, entries, audience, without).write(path)


def beside(path: Path) -> Path:
    """Return the file that tells what the stand-ins of a bundle stand for."""
    return path.with_name(f"{path.stem}.stand-ins.json")


def open_bundle(path: Path) -> Opened:
    """Read a bundle, offline; raises :class:`BadBundle`, and OSError when it cannot be read."""
    files = archive_reading.read(path)
    try:
        manifest = json.loads(files[MANIFEST])
        version = manifest["schema_version"]
        if not str(version).startswith(MAJOR):
            raise BadBundle(  # noqa: TRY301 - one sentence for each way to be no bundle
                f"It has form {version}; this version of ssmwizard reads form {MAJOR}x."
            )
        if RECORDING not in files:
            raise BadBundle(  # noqa: TRY301 - the same
                "Its recording was left out, so it cannot be judged again. Read its report.html."
            )
        return Opened(
            manifest=manifest,
            inspection=replay(_lines(files[RECORDING])),
            findings=json.loads(files.get(FINDINGS, b'{"findings": []}')),
            journal=tuple(_lines(files.get(JOURNAL, b""))),
        )
    except BadRecording as error:
        raise BadBundle(f"The recording in it cannot be read: {error}.") from error
    except BadBundle:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise BadBundle(
            f"What is in it is not what a bundle holds ({type(error).__name__})."
        ) from error


def _contents(inspection: Inspection, journal: Sequence[Mapping[str, Any]]) -> list[File]:
    schema = (folder() / "schema" / "check-1.json").read_text(encoding="utf-8")
    return [
        archive.json_file(FINDINGS, members_of(inspection), **lists_of(inspection)),
        archive.lines_file(RECORDING, inspection.recording),
        archive.text_file(REPORT, *pieces(as_html(inspection))),
        archive.text_file(SUMMARY, as_text(inspection, width=100)),
        archive.lines_file(JOURNAL, journal),
        archive.text_file(SCHEMA, schema),
        archive.text_file(JUNIT, *junit_pieces(inspection)),
        archive.text_file(SARIF, *sarif_pieces(inspection)),
        archive.lines_file(TIMELINE, timeline(inspection, journal)),
    ]


def _manifest(
    inspection: Inspection,
    files: Sequence[File],
    redaction: Mapping[str, Any],
    missing: list[dict[str, str]],
) -> dict[str, Any]:
    digests = "".join(file.digest for file in files)
    return {
        "schema_version": SCHEMA_VERSION,
        "bundle_id": hashlib.sha256(digests.encode()).hexdigest()[:16],
        "tool": tool(inspection),
        "libraries": about.libraries(),
        "system": about.system(),
        "started_at": zulu(inspection.started),
        "finished_at": zulu(inspection.finished),
        "redaction": redaction,
        "files": [
            {
                "path": file.name,
                "bytes": len(file.content),
                "sha256": file.digest,
                "media_type": _MEDIA[Path(file.name).suffix],
            }
            for file in sorted(files, key=_name)
        ],
        "omissions": missing,
    }


def _of_this_account(
    inspection: Inspection, entries: Iterable[Entry]
) -> tuple[list[Entry], list[Entry], bool]:
    caller = inspection.snapshot.identity.caller
    account = caller.value.account if isinstance(caller, Known) else None
    mine: list[Entry] = []
    others: list[Entry] = []
    for entry in entries:
        (mine if entry.account == account else others).append(entry)
    return mine, others, account is not None


def _declined(name: str) -> dict[str, str]:
    return {"what": name, "reason": "user_declined", "detail": ""}


def _listed(files: Sequence[File]) -> str:
    names = [*(file.name for file in files), MANIFEST, SUMS]
    return "".join(f"{name:<20} {SAYS[name].english()}\n" for name in sorted(names))


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().splitlines() if line]


def _name(file: File) -> str:
    return file.name
