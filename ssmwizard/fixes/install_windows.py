"""Installing on Windows: by winget where it is there, else AWS's own installer.

https://learn.microsoft.com/en-us/windows/package-manager/winget/install
https://docs.aws.amazon.com/systems-manager/latest/userguide/install-plugin-windows.html
"""

from __future__ import annotations

from ssmwizard.fixes.fix import CannotPlan
from ssmwizard.fixes.installers import Ground, Way, by_manager, from_aws
from ssmwizard.model.text import N_, text

CLI = "%ProgramFiles%\\Amazon\\AWSCLIV2\\aws.exe"
PLUGIN = "%ProgramFiles%\\Amazon\\SessionManagerPlugin\\bin\\session-manager-plugin.exe"
QUIET = ["--exact", "--source", "winget", "--accept-source-agreements", "--disable-interactivity"]


def cli(ground: Ground) -> Way:
    """Return the way to install the AWS CLI."""
    winget = ground.program("winget")
    if winget is not None:
        return _winget(ground, winget, "install.cli-winget", CLI)
    msiexec = ground.program("msiexec") or ""
    arguments = [msiexec, "/i", "{file}", "/passive", "/norestart"]
    return _own(ground, "install.cli-windows", arguments, administrator=False)


def plugin(ground: Ground) -> Way:
    """Return the way to install the plugin."""
    winget = ground.program("winget")
    if winget is not None:
        return _winget(ground, winget, "install.plugin-winget", PLUGIN)
    arguments = ["{file}", "/passive", "/norestart"]
    return _own(ground, "install.plugin-windows", arguments, administrator=True)


def _winget(ground: Ground, winget: str, package: str, path: str) -> Way:
    name = ground.requirements.text(package)
    install = [winget, "install", "--id", name, *QUIET, "--accept-package-agreements"]
    remove = [winget, "uninstall", "--id", name, *QUIET]
    change = by_manager(ground, "winget", install, remove, path, new=not ground.copies)
    agreed = N_("With that the terms of winget's source and of the package are accepted.")
    return Way(change, administrator=True, warnings=(text(agreed),))


def _own(ground: Ground, url: str, arguments: list[str], *, administrator: bool) -> Way:
    powershell = ground.program("powershell")
    if powershell is None or not arguments[0]:
        said = N_(
            "The programs of Windows that check and open installers (powershell, msiexec) are not here."
        )
        raise CannotPlan(text(said))
    signer = ground.requirements.text("install.windows-signer")
    link = ground.requirements.text(url)
    change = from_aws(link, "authenticode", powershell, signer, arguments, None)
    doubt = N_(
        "AWS does not say who signs its installers for Windows. {signer} is who signs other programs of AWS; an installer that somebody else has signed is not opened."
    )
    return Way(change, administrator, warnings=(text(doubt, signer=signer),))
