"""The support bundle: everything that was seen, readable, and to be judged again, without secrets.

It is made from an inspection and the journal alone: no network, no program, no window.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssmwizard.app.inspect import Inspection, replay
from ssmwizard.app.journal_json import entry_json
from ssmwizard.app.markup import pieces
from ssmwizard.app.omissions import omissions
from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import lists_of, members_of, tool
from ssmwizard.app.report_text import as_text
from ssmwizard.app.shown import zulu
from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import about, archive, archive_reading
from ssmwizard.outside.archive import File, Refused
from ssmwizard.outside.archive_reading import SUMS, BadBundle
from ssmwizard.outside.journal_entries import Entry
from ssmwizard.outside.recording import BadRecording
from ssmwizard.resources import folder

__all__ = ["BadBundle", "Opened", "Part", "Refused", "contents", "open_bundle", "write"]

SCHEMA_VERSION = "1.0"
MAJOR = "1."
MANIFEST, FINDINGS, RECORDING = "manifest.json", "findings.json", "recording.jsonl"
REPORT, SUMMARY, JOURNAL = "report.html", "report.txt", "journal.jsonl"
SCHEMA, README = "schema/check-1.json", "README.txt"

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
    README: text(N_("How to read the bundle")),
    SUMS: text(N_("Checksums of all files")),
}
_MEDIA = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".html": "text/html",
    ".txt": "text/plain",
}
_WORDS = """\
This is a support bundle of ssmwizard. It tells why nodes can or cannot be reached through
AWS Systems Manager Session Manager, as seen at one moment.

Open report.html in a browser. It loads nothing and runs nothing.

Secrets (keys, tokens, passwords, addresses of sessions, activation codes) were taken out before
anything was written; *** stands in their place. Identifiers are still in it: account, ARNs, ids,
names, addresses. Read it before you send it to anybody.

"""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the bundle: its name, its size in bytes, and what it is for."""

    name: str
    size: int
    says: Text


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read again.

    ``inspection`` is judged anew from the recording; ``findings`` is what the JSON answer said then.
    """

    manifest: Mapping[str, Any]
    inspection: Inspection
    findings: Mapping[str, Any]
    journal: tuple[Mapping[str, Any], ...]


def contents(inspection: Inspection, entries: Iterable[Entry]) -> tuple[Part, ...]:
    """Return what a bundle will hold, exactly as large as it will be written (before packing)."""
    return tuple(
        Part(file.name, len(file.content), SAYS[file.name]) for file in _files(inspection, entries)
    )


def write(path: Path, inspection: Inspection, entries: Iterable[Entry]) -> Path:
    """Write the bundle and return its path; the same inspection gives the same bytes.

    Raises :class:`Refused` when a secret is found in it after all, and OSError; nothing is left then.
    """
    archive.write(path, _files(inspection, entries))
    return path


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
        return Opened(
            manifest=manifest,
            inspection=replay(_lines(files[RECORDING])),
            findings=json.loads(files[FINDINGS]),
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


def _files(inspection: Inspection, entries: Iterable[Entry]) -> Sequence[File]:
    mine, others, account_known = _of_this_account(inspection, entries)
    schema = (folder() / "schema" / "check-1.json").read_text(encoding="utf-8")
    files = [
        archive.json_file(FINDINGS, members_of(inspection), **lists_of(inspection)),
        archive.lines_file(RECORDING, inspection.recording),
        archive.text_file(REPORT, *pieces(as_html(inspection))),
        archive.text_file(SUMMARY, as_text(inspection, width=100)),
        archive.lines_file(JOURNAL, map(entry_json, reversed(mine))),
        archive.text_file(SCHEMA, schema),
    ]
    files.append(archive.text_file(README, _WORDS + _listed(files)))
    missing = omissions(inspection, others, account_known=account_known)
    files.append(archive.json_file(MANIFEST, _manifest(inspection, files, missing)))
    sums = "".join(f"{file.digest}  {file.name}\n" for file in sorted(files, key=_name))
    return sorted((*files, archive.text_file(SUMS, sums)), key=_name)


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


def _manifest(
    inspection: Inspection, files: Sequence[File], missing: list[dict[str, str]]
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
        "redaction": {"secrets": "destroyed", "identifiers": "kept"},
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


def _listed(files: Sequence[File]) -> str:
    names = [*(file.name for file in files), MANIFEST, SUMS]
    return "".join(f"{name:<20} {SAYS[name].english()}\n" for name in sorted(names))


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().splitlines() if line]


def _name(file: File) -> str:
    return file.name
