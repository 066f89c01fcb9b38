"""Whether a file was signed by whom it should be, as GnuPG, macOS or Windows tells. Nothing else opens it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ssmwizard.model.computer import NotDone, Start
from ssmwizard.outside import programs
from ssmwizard.resources import load_text

SECONDS = 120
# https://github.com/gpg/gnupg/blob/master/doc/DETAILS
STATUS = re.compile(r"^\[GNUPG:\] (.*)$", re.MULTILINE)
GOOD = "GOODSIG"
VALID = "VALIDSIG"
TRUSTED = "signed by a developer certificate issued by Apple for distribution"
# The path comes in the environment: nothing of it is read as part of the script.
AUTHENTICODE = (
    "$ErrorActionPreference = 'Stop';"
    " $s = Get-AuthenticodeSignature -LiteralPath $env:SSMWIZARD_FILE;"
    " Write-Output $s.Status; Write-Output $s.SignerCertificate.Subject"
)
ORGANIZATION = re.compile(r'(?:^|,\s*)O=(?:"([^"]*)"|([^,]*))')


def by_gpg(gpg: str, file: Path, signature: Path, fingerprint: str) -> None:
    """Check a detached signature against the one key of AWS that is meant, in a keyring of its own."""
    home = file.parent / "gnupg"
    home.mkdir(mode=0o700)
    key = file.parent / "key.asc"
    key.write_text(load_text(f"data/signer-{fingerprint}.asc"))
    common = [gpg, "--homedir", str(home), "--batch", "--no-tty", "--no-autostart"]
    try:
        _run([*common, "--import", str(key)])
        wanted = [*common, "--status-fd", "1", "--verify", str(signature), str(file)]
        told = _run(wanted, may_fail=True)
    finally:
        with suppress(OSError):
            shutil.rmtree(home)
    lines = [line.split() for line in STATUS.findall(told)]
    kinds = {line[0] for line in lines if line}
    # The last word of this line is the fingerprint of the primary key.
    signers = {line[-1] for line in lines if line and line[0] == VALID}
    if GOOD in kinds and signers == {fingerprint}:
        return
    if "EXPKEYSIG" in kinds:
        said = "The key of AWS that this version of the program knows has expired."
        raise NotDone("KeyExpired", f"{said} Get a newer version of this program.")
    raise NotDone("WrongSignature", f"The signature is not right, so nothing was opened. {told}")


def by_macos(pkgutil: str, file: Path, signer: str) -> None:
    """Check the signature of a package for macOS: issued by Apple, and to whom."""
    told = _run([pkgutil, "--check-signature", str(file)], may_fail=True)
    if TRUSTED not in told or f"1. {signer}" not in told:
        raise NotDone(
            "WrongSignature", f"The signature is not right, so nothing was opened. {told}"
        )


def by_windows(powershell: str, file: Path, signer: str) -> None:
    """Check the Authenticode signature of an installer for Windows: valid, and whose it is."""
    arguments = [powershell, "-NoProfile", "-NonInteractive", "-Command", AUTHENTICODE]
    told = _run(arguments, more={"SSMWIZARD_FILE": str(file)}, may_fail=True)
    status, _, subject = told.partition("\n")
    found = ORGANIZATION.search(subject)
    owner = (found[1] or found[2]).strip() if found else ""
    if status.strip() != "Valid" or owner != signer:
        raise NotDone(
            "WrongSignature", f"The signature is not right, so nothing was opened. {told}"
        )


def _run(
    arguments: Sequence[str], *, more: Mapping[str, str] | None = None, may_fail: bool = False
) -> str:
    ran = programs.follow(arguments, SECONDS, lambda _: None, lambda: False, more)
    if ran.start is Start.RAN or (
        may_fail and ran.start is Start.FAILED and ran.status is not None
    ):
        return ran.output
    said = ran.errors or ran.output or ran.start
    raise NotDone("NotVerified", f"The signature could not be checked: {said}")
