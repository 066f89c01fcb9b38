"""Installing on macOS: by Homebrew where that needs no administrator, else AWS's own package.

https://docs.aws.amazon.com/systems-manager/latest/userguide/install-plugin-macos-overview.html
"""

from __future__ import annotations

from ssmwizard.fixes.fix import CannotPlan
from ssmwizard.fixes.installers import Ground, Way, by_manager, from_aws
from ssmwizard.fixes.tools import Which
from ssmwizard.model.text import N_, text

PLUGIN_FOLDER = "/usr/local/sessionmanagerplugin/bin"
PLUGIN_URLS = {
    "x86-64": "install.plugin-macos-x86-64",
    "arm64": "install.plugin-macos-arm64",
}


def cli(ground: Ground) -> Way:
    """Return the way to install the AWS CLI."""
    brew = ground.program("brew")
    if brew is None:
        return _package(ground, "install.cli-macos", "")
    formula = ground.requirements.text("install.cli-brew")
    folder = brew.rpartition("/")[0]
    mine = [tool for tool in ground.copies if tool.folder == folder]
    verb = "upgrade" if any(tool.version for tool in mine) else "reinstall"
    install = [brew, verb if mine else "install", formula]
    remove = [brew, "uninstall", formula]
    change = by_manager(ground, "Homebrew", install, remove, f"{folder}/aws", new=not mine)
    return Way(change, administrator=False, folder=folder)


def plugin(ground: Ground) -> Way:
    """Return the way to install the plugin; Homebrew would ask for an administrator on a terminal."""
    return _package(ground, PLUGIN_URLS[ground.processor], PLUGIN_FOLDER)


def _package(ground: Ground, url: str, folder: str) -> Way:
    pkgutil, opener = ground.program("pkgutil"), ground.program("open")
    if pkgutil is None or opener is None:
        said = N_(
            "The programs of macOS that check and open packages (pkgutil, open) are not here."
        )
        raise CannotPlan(text(said))
    signer = ground.requirements.text("install.macos-signer")
    link = ground.requirements.text(url)
    arguments = [opener, "-W", "{file}"]
    change = from_aws(link, "pkgutil", pkgutil, signer, arguments, None)
    doubt = N_(
        "AWS does not say who signs its packages for macOS. {signer} is who was seen to; a package that somebody else has signed is not opened."
    )
    warnings = [text(doubt, signer=signer)]
    if ground.which is Which.PLUGIN and ground.program("brew"):
        cask = N_(
            "Homebrew has the plugin, too; it asks for an administrator on a terminal: {line}"
        )
        warnings.append(text(cask, line="brew install --cask session-manager-plugin"))
    return Way(change, administrator=True, warnings=tuple(warnings), folder=folder)
