"""Reads a support bundle again, offline, and judges it by today's rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssmwizard.app.bundle_parts import CRASH, FINDINGS, JOURNAL, MANIFEST, RECORDING
from ssmwizard.app.inspect import Inspection, replay
from ssmwizard.app.so_far import judged
from ssmwizard.outside import archive_reading
from ssmwizard.outside.archive_reading import BadBundle
from ssmwizard.outside.recording import BadRecording

MAJOR = "1."


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read again.

    ``inspection`` is judged anew from the recording; ``findings`` is what the JSON answer said then.
    """

    manifest: Mapping[str, Any]
    inspection: Inspection
    findings: Mapping[str, Any]
    journal: tuple[Mapping[str, Any], ...]


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
            # What broke off once may lead to the same error again.
            inspection=(judged if CRASH in files else replay)(_lines(files[RECORDING])),
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


def manifest_of(path: Path) -> Mapping[str, Any]:
    """Return the manifest alone; raises as :func:`open_bundle` does."""
    try:
        manifest = json.loads(archive_reading.read(path)[MANIFEST])
    except BadBundle:
        raise
    except (KeyError, ValueError, RecursionError) as error:
        raise BadBundle("Its manifest cannot be read.") from error
    if not isinstance(manifest, dict):
        raise BadBundle("Its manifest cannot be read.")
    return manifest


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().splitlines() if line]
