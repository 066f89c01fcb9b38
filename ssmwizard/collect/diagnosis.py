"""Reads what a node says of itself: our own questions, and ``ssm-cli get-diagnostics`` in any form.

The command ends with status 0 even where it did nothing, prints an error in place of its answer, and
may be cut off, so whatever can be read is taken and the rest is kept as the trouble it had.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from ssmwizard.model.diagnosis import Diagnosis, Identity, Probe
from ssmwizard.outside.secrets import scrub_text

# Longer texts are no diagnosis, and more lines than this are none of the agent's.
LONGEST = 200_000
MOST_PROBES, MOST_TRIES = 60, 500
LONGEST_NOTE = 300

_ANSWER = re.compile(r"^(?P<name>[a-z-]+)(?: (?P<of>\S+))?=(?P<value>.*)$", re.MULTILINE)
_OBJECT = re.compile(r'\{\s*"(?:Check|Status|Note)"\s*:')
_BORDER = re.compile(r"[\u2500-\u257f|]")
_COLUMNS = 3
_NAMED = re.compile(r"\binstance id (?P<node>\S+) in region (?P<region>[a-z0-9-]+)")
_NUMBER = re.compile(r"\d{1,18}")
IMDS, HYBRID = "EC2 IMDS", "Hybrid instance registration"


def parse(said: str) -> Diagnosis:
    """Return what can be read of a node's answer; whatever the text is, something is returned.

    Secrets are taken out first: the agent's diagnosis shows proxies with their passwords.
    """
    clean = scrub_text("\n".join(said[:LONGEST].splitlines()))
    probes = tuple(_probes(clean))[:MOST_PROBES]
    answers = {
        (one["name"], one["of"] or ""): one["value"].strip() for one in _ANSWER.finditer(clean)
    }

    def told(name: str) -> str:
        return answers.get((name, ""), "")[:LONGEST_NOTE].rstrip()

    return Diagnosis(
        probes=probes,
        trouble="" if probes else _trouble(clean),
        system=told("system"),
        kernel=told("kernel"),
        time=_time(told("time")),
        powershell=told("powershell"),
        system_sku=told("system-sku"),
        domain_role=told("domain-role"),
        disk_size=_number(told("disk-size-kib")),
        disk_free=_number(told("disk-free-kib")),
        inotify=_number(told("inotify-instances")),
        users=tuple((of, bool(value)) for (name, of), value in answers.items() if name == "user"),
        instance=_identity(probes, IMDS),
        hybrid=_identity(probes, HYBRID),
    )


def essence(said: str) -> str:
    """Return what was read of a node's answer, in the form of an answer, and nothing else."""
    told = parse(said)
    lines = [
        json.dumps({"Check": one.check, "Status": one.status, "Note": one.note}, ensure_ascii=False)
        for one in told.probes
    ]
    answers = {
        "system": told.system,
        "kernel": told.kernel,
        "time": "" if told.time is None else told.time.isoformat(),
        "powershell": told.powershell,
        "system-sku": told.system_sku,
        "domain-role": told.domain_role,
        "disk-size-kib": told.disk_size,
        "disk-free-kib": told.disk_free,
        "inotify-instances": told.inotify,
    }
    lines += [f"{name}={value}" for name, value in answers.items() if value not in ("", None)]
    lines += [f"user {name}={'there' if there else ''}" for name, there in told.users]
    return "\n".join((*lines, told.trouble) if told.trouble else lines)


def _probes(said: str) -> Iterator[Probe]:
    found = list(_from_json(said))
    yield from found or _from_table(said)


def _from_json(said: str) -> Iterator[Probe]:
    """Read every line of the diagnosis by itself: the whole may be cut off, or stand among others."""
    decoder = json.JSONDecoder()
    for place in islice(_OBJECT.finditer(said), MOST_TRIES):
        try:
            line, _ = decoder.raw_decode(said, place.start())
        except (ValueError, RecursionError):
            continue
        yield from _probe(line)


def _from_table(said: str) -> Iterator[Probe]:
    rows: list[list[str]] = []
    for line in said.splitlines():
        cells = [cell.strip() for cell in _BORDER.split(line.strip())]
        if len(cells) != _COLUMNS + 2 or not any(cells):
            continue
        check, status, note = cells[1:-1]
        if check and status:
            rows.append([check, status, note])
        elif rows and not status:
            rows[-1][2] = f"{rows[-1][2]} {note}".strip()
    for check, status, note in rows:
        yield from _probe({"Check": check, "Status": status, "Note": note})


def _probe(line: Mapping[str, Any]) -> Iterator[Probe]:
    check, status, note = (line.get(name) for name in ("Check", "Status", "Note"))
    if isinstance(check, str) and status in ("Success", "Skipped", "Failed"):
        told = " ".join(note.split()) if isinstance(note, str) else ""
        yield Probe(check, str(status), told[:LONGEST_NOTE].rstrip())


def _identity(probes: tuple[Probe, ...], check: str) -> Identity | None:
    for probe in probes:
        named = _NAMED.search(probe.note) if probe.check == check else None
        if named is not None:
            return Identity(named["node"], named["region"])
    return None


def _trouble(said: str) -> str:
    """Return the first line that is no answer of ours."""
    for line in said.splitlines():
        told = line.strip()
        if told and not _ANSWER.fullmatch(told):
            return told[:LONGEST_NOTE].rstrip()
    return ""


def _time(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said).replace(tzinfo=UTC)
    except ValueError:
        return None


def _number(said: str) -> int | None:
    return int(said) if _NUMBER.fullmatch(said) else None
