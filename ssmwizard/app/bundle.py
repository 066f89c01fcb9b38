"""The support bundle: everything that was seen, readable, and to be judged again, without secrets.

It is made from an inspection and the journal alone: no network, no program, no window.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ssmwizard.app import report_summary
from ssmwizard.app.audience import Audience
from ssmwizard.app.bundle_parts import (
    COMPUTER,
    CRASH,
    FINDINGS,
    JOURNAL,
    JUNIT,
    MANIFEST,
    MEDIA,
    README,
    RECORDING,
    REPORT,
    SARIF,
    SCHEMA,
    SCHEMA_VERSION,
    SUMMARY,
    TIMELINE,
    Part,
    Wishes,
    group,
    readme,
)
from ssmwizard.app.computer_text import computer_text
from ssmwizard.app.crash import Crash
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.journal_json import entry_json
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.markup import pieces
from ssmwizard.app.node_words import split
from ssmwizard.app.omissions import Omission, omission, omissions
from ssmwizard.app.progress import Stopped, Watch
from ssmwizard.app.redaction import redacted
from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import lists_of, members_of, tool
from ssmwizard.app.report_junit import junit_pieces
from ssmwizard.app.report_sarif import AROUND, results_of, run_of
from ssmwizard.app.report_text import as_text
from ssmwizard.app.shown import zulu
from ssmwizard.app.timeline import timeline
from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_, text
from ssmwizard.outside import about, archive
from ssmwizard.outside.archive import File, Heard, Refused
from ssmwizard.outside.archive_reading import SUMS
from ssmwizard.outside.identifiers import tells
from ssmwizard.outside.journal_entries import Entry
from ssmwizard.resources import folder

__all__ = [
    "Audience",
    "Bundle",
    "Contents",
    "Refused",
    "Stopped",
    "Watch",
    "Wishes",
    "contents",
    "make",
    "write",
]

LOG = logging.getLogger(__name__)
# How many steps the making has at most; for other readers than the public it is one less.
STEPS = 5


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it will be saved; what is shown of it before is what is sent.

    ``inspection`` holds stand-ins where the bundle does, ``originals`` what each of them stands for.
    ``parts`` are what it holds and what is left out, in the order of the names; ``hidden`` are the
    identifiers that must not be in it. ``id`` is told by what is in it. ``language`` is that of the
    report and of the summary, which people read; all else is in English.
    """

    id: str
    inspection: Inspection
    files: tuple[File, ...]
    parts: tuple[Part, ...]
    originals: Mapping[str, str]
    language: Language = ENGLISH
    hidden: frozenset[str] = frozenset()

    def summary(self) -> str:
        """Return a few lines for a ticket, which name things as the bundle does."""
        return report_summary.summary(self.inspection, language=self.language)

    def write(self, path: Path, watch: Watch | None = None) -> Path:
        """Save it and return its path.

        Raises :class:`Refused` when something is found in it that must not be there, :class:`Stopped`
        when it is to end, and OSError; nothing is left then.
        """
        # Every byte is written, and read again.
        whole = 2 * sum(file.size for file in self.files)
        heard = (watch or Watch()).counting(whole, text(N_("Saving the bundle")))
        archive.write(path, self.files, self.hidden, heard=heard)
        return path


@dataclass(frozen=True, slots=True)
class Contents:
    """All that may go into a bundle for an audience, made once; what is wanted of it is chosen after.

    ``recorded`` is the recording without nodes' own words; ``words`` are those, each as a file with its
    lines of the recording, whole and reduced.
    """

    inspection: Inspection
    audience: Audience
    files: tuple[File, ...]
    recorded: File | None
    words: tuple[tuple[File, File, File], ...]
    redaction: Mapping[str, Any]
    missing: Sequence[Omission]
    originals: Mapping[str, str]
    language: Language = ENGLISH
    hidden: frozenset[str] = frozenset()

    def bundle(self, wishes: Wishes | None = None) -> Bundle:
        """Return the bundle with what is wanted, by those who make it and by what is usual."""
        wished = wishes or Wishes()
        offered = [*self.files, *(told for told, _, _ in self.words), *self._recording(wished)]
        wanted = {one.name: wished.take(one.name, self.audience) for one in offered}
        files = [one for one in offered if wanted[one.name]]
        names = (*(file.name for file in files), MANIFEST, SUMS)
        files.append(archive.text_file(README, readme(names, self.audience)))
        missing = [
            *self.missing,
            *(omission(one, "user_declined") for one in sorted(wanted) if not wanted[one]),
        ]
        manifest = _manifest(self, files, _consent(wanted, wished), missing)
        files.append(archive.json_file(MANIFEST, manifest))
        sums = "".join(f"{file.digest}  {file.name}\n" for file in sorted(files, key=_name))
        files.append(archive.text_file(SUMS, sums))
        held = tuple(sorted(files, key=_name))
        every = {one.name: one for one in (*offered, *held)}
        parts = tuple(Part(every[name], wanted.get(name, True)) for name in sorted(every))
        return Bundle(
            manifest["bundle_id"],
            self.inspection,
            held,
            parts,
            self.originals,
            self.language,
            self.hidden,
        )

    def _recording(self, wished: Wishes) -> Iterator[File]:
        """Yield the recording, if it could be made, with those words that are wanted."""
        if self.recorded is None or not self.words:
            yield from filter(None, (self.recorded,))
            return
        lines = (
            whole if wished.take(told.name, self.audience) else reduced
            for told, whole, reduced in self.words
        )
        yield archive.joined_file(RECORDING, (self.recorded, *lines))


def contents(
    inspection: Inspection,
    entries: Iterable[Entry],
    audience: Audience = Audience.SUPPORT,
    *,
    lost: Iterable[Omission] = (),
    crash: Crash | None = None,
    watch: Watch | None = None,
    language: Language = ENGLISH,
) -> Contents:
    """Make all that may go into a bundle for an audience.

    ``lost`` is what could not be had of what the bundle is made from. ``crash`` is an error of the
    program itself, to be told of. A file that cannot be made is left out, and the manifest says so.
    ``language`` is that of the report and of the summary. Raises :class:`Stopped` when it is to end.
    """
    step = _steps(watch or Watch())
    mine, others, account_known = _of_this_account(inspection, entries)
    journal: tuple[Mapping[str, Any], ...] = tuple(map(entry_json, reversed(mine)))
    spoken: tuple[Mapping[str, Any], ...] = tuple(
        entry_json(entry, language.say) for entry in reversed(mine)
    )
    redaction: dict[str, Any] = {"secrets": "destroyed"}
    originals: Mapping[str, str] = {}
    hidden: frozenset[str] = frozenset()
    if audience.keeps_identifiers:
        redaction |= {"identifiers": "kept"}
    else:
        heard = step(N_("Replacing identifiers"))
        told = redacted(inspection, (*journal, *spoken), crash, heard)
        inspection, originals, crash = told.inspection, told.originals, told.crash
        journal, spoken = told.journal[: len(journal)], told.journal[len(journal) :]
        hidden = frozenset(filter(tells, told.hidden))
        # What the clock says here tells where somebody is.
        language = replace(language, local=False)
        redaction |= {"identifiers": "replaced", "stand_ins": len(originals)}
        redaction |= {"answers_that_differ": list(told.drift)}
    missing = [*omissions(inspection, others, account_known=account_known), *lost]
    plain, words = split(inspection.recording)
    files: list[File] = []

    def page() -> str:
        return as_html(inspection, spoken, missing, language)

    for name, made in _contents(inspection, plain, journal, page, crash, step):
        try:
            files.append(made())
        except Stopped:
            raise
        except Exception as error:
            LOG.exception("%s cannot be made", name)
            missing.append(omission(name, "unprocessable", type(error).__name__))
    return Contents(
        inspection,
        audience,
        tuple(file for file in files if file.name != RECORDING),
        next((file for file in files if file.name == RECORDING), None),
        tuple(
            (
                archive.text_file(one.name, one.text),
                archive.lines_file(RECORDING, one.whole),
                archive.lines_file(RECORDING, one.reduced),
            )
            for one in words
        ),
        redaction,
        missing,
        originals,
        language,
        hidden,
    )


def make(  # noqa: PLR0913 - of what, for whom, with what, in which language, and who hears of it
    inspection: Inspection,
    entries: Iterable[Entry],
    audience: Audience = Audience.SUPPORT,
    wishes: Wishes | None = None,
    *,
    lost: Iterable[Omission] = (),
    crash: Crash | None = None,
    watch: Watch | None = None,
    language: Language = ENGLISH,
) -> Bundle:
    """Make a bundle; with identifiers kept, the same inspection gives the same bytes.

    ``lost`` is what could not be had of what the bundle is made from. ``crash`` is an error of the
    program itself, to be told of. A file that cannot be made is left out, and the manifest says so.
    Raises :class:`Stopped` when it is to end.
    """
    made = contents(
        inspection, entries, audience, lost=lost, crash=crash, watch=watch, language=language
    )
    return made.bundle(wishes)


def write(
    path: Path,
    inspection: Inspection,
    entries: Iterable[Entry],
    audience: Audience = Audience.SUPPORT,
    wishes: Wishes | None = None,
    *,
    watch: Watch | None = None,
    language: Language = ENGLISH,
) -> Path:
    """Make a bundle and save it: see :func:`make` and :meth:`Bundle.write`."""
    made = make(inspection, entries, audience, wishes, watch=watch, language=language)
    return made.write(path, watch)


def _steps(watch: Watch) -> Callable[[str], Heard]:
    """Return what begins a step of the making; what that returns hears of each piece of it."""
    begun = 0

    def begin(says: str) -> Heard:
        nonlocal begun
        step, told = begun, text(says)
        begun += 1
        watch.tell(step, STEPS, told)
        return lambda _: watch.tell(step, STEPS, told)

    return begin


def _contents(
    inspection: Inspection,
    recording: Sequence[Mapping[str, Any]],
    journal: Sequence[Mapping[str, Any]],
    page: Callable[[], str],
    crash: Crash | None,
    step: Callable[[str], Heard],
) -> Iterator[tuple[str, Callable[[], File]]]:
    """Yield the name of each file, and what makes it: before the next is asked for, and by itself."""

    def findings() -> File:
        members, lists = members_of(inspection), lists_of(inspection)
        return archive.json_file(FINDINGS, members, lists, heard=heard)

    def sarif() -> File:
        run, results = run_of(inspection), results_of(inspection)
        return archive.json_file(SARIF, run, results, within=AROUND, heard=heard)

    def lines(name: str, values: Iterable[Mapping[str, Any]]) -> File:
        return archive.lines_file(name, values, heard=heard)

    def texts(name: str, *parts: str) -> File:
        return archive.texts_file(name, parts, heard=heard)

    heard = step(N_("Writing the findings"))
    yield FINDINGS, findings
    schema = folder() / "schema" / "check-1.json"
    yield SCHEMA, lambda: texts(SCHEMA, schema.read_text(encoding="utf-8"))
    heard = step(N_("Writing what was asked and answered"))
    yield RECORDING, lambda: lines(RECORDING, recording)
    yield JOURNAL, lambda: lines(JOURNAL, journal)
    yield TIMELINE, lambda: lines(TIMELINE, timeline(inspection, journal))
    heard = step(N_("Writing the report"))
    yield REPORT, lambda: archive.texts_file(REPORT, pieces(page()), heard=heard)
    yield SUMMARY, lambda: texts(SUMMARY, as_text(inspection, width=100))
    yield COMPUTER, lambda: texts(COMPUTER, computer_text(inspection))
    heard = step(N_("Writing the findings for other programs"))
    yield JUNIT, lambda: archive.texts_file(JUNIT, junit_pieces(inspection), heard=heard)
    yield SARIF, sarif
    if crash is not None:
        yield CRASH, lambda: texts(CRASH, crash.text())


def _manifest(
    made: Contents,
    files: Sequence[File],
    consent: Mapping[str, Any],
    missing: list[Omission],
) -> dict[str, Any]:
    inspection = made.inspection
    digests = "".join(file.digest for file in files)
    return {
        "schema_version": SCHEMA_VERSION,
        "bundle_id": hashlib.sha256(digests.encode()).hexdigest()[:16],
        "tool": tool(inspection),
        "libraries": about.libraries(),
        "system": about.system(),
        "started_at": zulu(inspection.started),
        "finished_at": zulu(inspection.finished),
        "language": made.language.tag,
        "redaction": {"audience": made.audience, **made.redaction},
        "consent": consent,
        "files": [
            {
                "path": file.name,
                "bytes": file.size,
                "sha256": file.digest,
                "media_type": MEDIA[Path(file.name).suffix],
            }
            for file in sorted(files, key=_name)
        ],
        "omissions": missing,
    }


def _consent(wanted: Mapping[str, bool], wishes: Wishes) -> dict[str, Any]:
    """Return what was on and what was off, and whether somebody chose otherwise than is usual."""
    parts = dict(sorted(wanted.items()))
    groups: dict[str, set[bool]] = {}
    for name, on in parts.items():
        groups.setdefault(group(name), set()).add(on)
    return {
        "by": "operator" if wishes != Wishes() else "default",
        "groups": {
            name: "some" if len(states) > 1 else "on" if True in states else "off"
            for name, states in sorted(groups.items())
        },
        "parts": {name: "on" if on else "off" for name, on in parts.items()},
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


def _name(file: File) -> str:
    return file.name
