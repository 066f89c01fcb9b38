"""Reads a support bundle again, offline, and judges it by today's rules."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssmwizard.app.bundle_parts import CRASH, FINDINGS, JOURNAL, MANIFEST, RECORDING
from ssmwizard.app.inspect import Inspection, replay
from ssmwizard.app.progress import Stopped, Watch
from ssmwizard.app.so_far import judged
from ssmwizard.model.text import N_, text
from ssmwizard.outside import archive_reading
from ssmwizard.outside.archive import File
from ssmwizard.outside.archive_reading import BadBundle, said
from ssmwizard.outside.json_reading import elements
from ssmwizard.outside.recording import BadRecording

LOG = logging.getLogger(__name__)

MAJOR = "1."
WANTED = (MANIFEST, FINDINGS, RECORDING, JOURNAL, CRASH)
# What a file says in JSON becomes many times as much in memory. Ten thousand nodes are said in less.
MOST_VALUES = 8_000_000
_VALUES = (b",", b"[", b"{")

Answers = Mapping[tuple[str, str | None], str]


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read again.

    ``inspection`` is judged anew from the recording; ``answers`` is which status the JSON answer gave
    then, by check and subject.
    """

    manifest: Mapping[str, Any]
    inspection: Inspection
    answers: Answers
    journal: tuple[Mapping[str, Any], ...]


def open_bundle(path: Path, watch: Watch | None = None) -> Opened:
    """Read a bundle, offline; raises :class:`BadBundle`, and OSError when it cannot be read.

    Raises :class:`Stopped` when it is to end.
    """
    told = watch or Watch()
    reading, judging = (
        text(N_("Reading the bundle")),
        text(N_("Judging by today's rules what was recorded")),
    )
    files = archive_reading.files(path, WANTED, heard=lambda _: told.tell(0, 0, reading))
    with _refusing(path):
        manifest = _manifest(files[MANIFEST])
        told.tell(0, 0, judging)
        return Opened(
            manifest=manifest,
            inspection=_inspection(files),
            answers=_answers(files[FINDINGS]) if FINDINGS in files else {},
            journal=tuple(_lines(files[JOURNAL])) if JOURNAL in files else (),
        )


def manifest_of(path: Path) -> Mapping[str, Any]:
    """Return the manifest alone; raises as :func:`open_bundle` does."""
    files = archive_reading.files(path, (MANIFEST,))
    with _refusing(path):
        return _manifest(files[MANIFEST])


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Have whatever goes wrong over what is in a bundle told in a sentence."""
    try:
        yield
    except BadRecording as error:
        raise BadBundle(f"The recording in it cannot be read: {error}.") from error
    except (BadBundle, Stopped):
        raise
    except Exception as error:
        # Somebody else wrote it, and nobody can list all that may be wrong with it.
        LOG.warning("%s cannot be opened", path, exc_info=True)
        raise BadBundle(
            f"What is in it is not what a bundle holds ({type(error).__name__})."
        ) from error


def _manifest(file: File) -> Mapping[str, Any]:
    """Return the manifest; what is shown of it is text."""
    manifest = _loaded(file.name, file.content)
    version = manifest["schema_version"]
    if not str(version).startswith(MAJOR):
        raise BadBundle(
            f"It has form {said(version)}; this version of ssmwizard reads form {MAJOR}x."
        )
    tool = manifest["tool"]
    shown = (version, manifest["bundle_id"], manifest["started_at"], tool["version"])
    if not all(isinstance(one, str) for one in shown):
        raise BadBundle(f"{MANIFEST} is not what a bundle holds.")
    return manifest


def _inspection(files: Mapping[str, File]) -> Inspection:
    if RECORDING not in files:
        raise BadBundle(
            "Its recording was left out, so it cannot be judged again. Read its report.html."
        )
    # What broke off once may lead to the same error again.
    judge = judged if CRASH in files else replay
    return judge(list(_lines(files[RECORDING])))


def _answers(file: File) -> Answers:
    answers: dict[tuple[str, str | None], str] = {}
    for one in elements(file.pieces(), "findings"):
        check, subject, status = one["check"], one["subject"], one["status"]
        if not (isinstance(subject, str | None) and isinstance(check, str)):
            raise BadBundle(f"{FINDINGS} is not what a bundle holds.")
        answers[check, subject] = str(status)
    return answers


def _lines(file: File) -> Iterator[dict[str, Any]]:
    values = sum(piece.count(sign) for piece in file.pieces() for sign in _VALUES)
    if values > MOST_VALUES:
        raise BadBundle(f"{file.name} holds more than any bundle.")
    for line in file.content.split(b"\n"):
        if line.strip():
            yield _loaded(file.name, line)


def _loaded(name: str, content: bytes) -> dict[str, Any]:
    """Return a JSON object."""
    value = json.loads(content)
    if not isinstance(value, dict):
        raise BadBundle(f"{name} is not what a bundle holds.")
    return value
