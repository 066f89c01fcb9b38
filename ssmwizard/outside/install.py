"""Installs what is downloaded, after its signature was checked, and takes it away again."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ssmwizard.model.computer import Asked, NotDone, Start
from ssmwizard.model.facts import Why
from ssmwizard.outside import programs, signatures
from ssmwizard.outside.download import download

PRINTED = 2000
FILE, FOLDER = "{file}", "{folder}"
# Where an installation of AWS CLI 2 has what runs. https://docs.aws.amazon.com/cli/latest/userguide/uninstall.html
CURRENT = Path("v2", "current")


def install_download(asked: Asked) -> Mapping[str, Any]:
    """Download ``Url``, check its signature, and only then run ``Arguments`` for ``Seconds`` at most.

    ``Verifier`` is the program that checks it, by the kind of ``Check``; ``Signer`` is the fingerprint
    of the key, or the name, that must have signed it. In the arguments, ``{file}`` is the file, and
    ``{folder}`` where it was unpacked. All of it is in a folder that only this user can read, and that
    is gone afterwards.
    """
    wanted = asked.parameters
    with tempfile.TemporaryDirectory(prefix="ssmwizard-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        file = folder / Path(urlsplit(wanted["Url"]).path).name
        download(wanted["Url"], file, asked.say, asked.stopped)
        _check(asked, file)
        asked.say("The signature is right.")
        unpacked = folder / "unpacked"
        if file.suffix == ".zip":
            _unpack(file, unpacked)
        places = {FILE: str(file), FOLDER: str(unpacked)}
        arguments = [_filled(one, places) for one in wanted["Arguments"]]
        if asked.stopped():
            raise NotDone("Stopped", "Stopped as you wished.", Why.CANCELLED)
        return run_installer(arguments, wanted["Seconds"], asked)


def run_installer(arguments: list[str], seconds: float, asked: Asked) -> Mapping[str, Any]:
    """Run an installer and tell what it prints."""
    ran = programs.follow(arguments, seconds, asked.say, asked.stopped)
    if ran.start is Start.RAN:
        return {"Output": ran.output[-PRINTED:]}
    if ran.start is Start.TIMED_OUT:
        said = "Stopped as you wished." if asked.stopped() else "The installer did not end in time."
        why = Why.CANCELLED if asked.stopped() else Why.TIMED_OUT
        raise NotDone("InstallerStopped", said, why)
    said = ran.errors or ran.output[-PRINTED:] or f"exit status {ran.status}"
    raise NotDone("InstallerFailed", f"The installer failed: {said}")


def remove_cli(asked: Asked) -> Mapping[str, Any]:
    """Remove an AWS CLI that is in a ``Folder`` of its own, and the ``Links`` that lead there."""
    folder = Path(asked.parameters["Folder"])
    if not (folder / CURRENT).exists():
        raise NotDone("NotThere", f"{folder} does not hold an AWS CLI. Nothing was removed.")
    inside = os.path.realpath(folder)
    for link in map(Path, asked.parameters["Links"]):
        if link.is_symlink() and os.path.realpath(link).startswith(inside + os.sep):
            link.unlink()
    shutil.rmtree(folder)
    return {"Folder": str(folder)}


def get_files(asked: Asked) -> Mapping[str, Any]:
    """Return which of some ``Paths`` are ``There``."""
    paths = asked.parameters["Paths"]
    return {"There": [path for path in paths if Path(os.path.expandvars(path)).exists()]}


def _check(asked: Asked, file: Path) -> None:
    wanted = asked.parameters
    check, verifier, signer = wanted["Check"], wanted["Verifier"], wanted["Signer"]
    if check == "gpg":
        signature = file.with_name(f"{file.name}.sig")
        download(wanted["SignatureUrl"], signature, asked.say, asked.stopped)
        signatures.by_gpg(verifier, file, signature, signer)
    else:
        KINDS[check](verifier, file, signer)


KINDS: Mapping[str, Callable[[str, Path, str], None]] = {
    "pkgutil": signatures.by_macos,
    "authenticode": signatures.by_windows,
}


def _filled(argument: str, places: Mapping[str, str]) -> str:
    for name, place in places.items():
        argument = argument.replace(name, place)
    return argument


def _unpack(file: Path, folder: Path) -> None:
    """Unpack an archive with the rights of its files, and never outside of the folder."""
    try:
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist():
                path = Path(archive.extract(member, folder))
                mode = stat.S_IMODE(member.external_attr >> 16)
                if mode and path.is_file():
                    path.chmod(mode & 0o755)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise NotDone("BadArchive", f"The archive cannot be unpacked: {error}") from error
