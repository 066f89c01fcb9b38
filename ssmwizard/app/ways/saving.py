"""Writes what is given away into files."""

from __future__ import annotations

import json
from pathlib import Path

from ssmwizard.app.ways.handover import Packet
from ssmwizard.app.ways.way import Way, Written
from ssmwizard.outside import archive

POLICY = "policy.json"


def save(path: Path, given: Written | Packet) -> Path:
    """Write a script, a template or a document; a packet whose name ends in ``.zip`` is all of them.

    Raises OSError when that cannot be done.
    """
    if isinstance(given, Written):
        path.write_bytes(content(given))
    elif path.suffix.lower() != ".zip":
        path.write_bytes(content(given.document))
    else:
        whole = [given.document, *(one for one in given.files if isinstance(one, Written))]
        files = [archive.as_it_is(one.name, content(one)) for one in whole]
        policy = json.dumps(given.policy, indent=2) + "\n"
        archive.write(path, [*files, archive.as_it_is(POLICY, policy.encode())])
    return path


def content(given: Written) -> bytes:
    """Return a file's bytes; PowerShell before 6 knows UTF-8 by the mark at its beginning alone."""
    return given.content.encode("utf-8-sig" if given.way is Way.POWERSHELL else "utf-8")
