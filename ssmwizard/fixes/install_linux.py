"""Installing on Linux: the AWS CLI for this user alone, the plugin as a package for all users.

https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html
https://docs.aws.amazon.com/systems-manager/latest/userguide/install-plugin-linux-overview.html
"""

from __future__ import annotations

from ssmwizard.fixes.fix import CannotPlan
from ssmwizard.fixes.installers import Ground, Way, from_aws, grouped, run, taken_back
from ssmwizard.model.plans import COMPUTER, Call
from ssmwizard.model.text import N_, text

PACKAGE = "session-manager-plugin"
PLUGIN_FOLDER = "/usr/local/sessionmanagerplugin"
PLUGIN = f"{PLUGIN_FOLDER}/bin/{PACKAGE}"
CLI_URLS = {"x86-64": "install.cli-linux-x86-64", "arm64": "install.cli-linux-arm64"}
PLUGIN_URLS = {
    ("dpkg", "x86-64"): "install.plugin-deb-x86-64",
    ("dpkg", "arm64"): "install.plugin-deb-arm64",
    ("rpm", "x86-64"): "install.plugin-rpm-x86-64",
    ("rpm", "arm64"): "install.plugin-rpm-arm64",
}


def cli(ground: Ground) -> Way:
    """Return the way to install the AWS CLI below the home folder, which needs no administrator."""
    home = ground.means.home
    folder, links = f"{home}/.local/share/aws-cli", f"{home}/.local/bin"
    if any(space in home for space in " \t\n"):
        said = N_("AWS's installer takes no folder with a space in its name, as {home} has one.")
        raise CannotPlan(text(said, home=home))
    there = next((tool for tool in ground.copies if tool.path == f"{links}/aws"), None)
    update = ground.inside(folder)
    if there is not None and not there.file.startswith(f"{folder}/"):
        said = N_("Another aws is at {path}, where the new one would be. Remove that one first.")
        raise CannotPlan(text(said, path=there.path))
    arguments = ["{folder}/aws/install", "--install-dir", folder, "--bin-dir", links]
    removing = Call(
        COMPUTER,
        "RemoveCli",
        {"Folder": folder, "Links": [f"{links}/aws", f"{links}/aws_completer"]},
    )
    how = text(N_("That is the folder {folder}, and the links to it."), folder=folder)
    undo = None if update else taken_back(ground, removing, folder, how)
    change = from_aws(
        ground.requirements.text(CLI_URLS[ground.processor]),
        "gpg",
        _gpg(ground),
        ground.requirements.text("install.cli-key"),
        [*arguments, "--update"] if update else arguments,
        undo,
    )
    return Way(change, administrator=False, folder=links)


def plugin(ground: Ground) -> Way:
    """Return the way to install the package of the plugin, which needs an administrator."""
    kind = next((name for name in ("dpkg", "rpm") if ground.program(name)), None)
    if kind is None:
        said = N_(
            "AWS offers the plugin as packages for dpkg and rpm alone, and neither is here. Your distribution may have one."
        )
        raise CannotPlan(text(said))
    manager = ground.program(kind) or kind
    url = ground.requirements.text(PLUGIN_URLS[kind, ground.processor])
    key = ground.requirements.text("install.plugin-key")
    install = ["-i", "{file}"] if kind == "dpkg" else ["-U", "--replacepkgs", "{file}"]
    remove = ["-r" if kind == "dpkg" else "-e", PACKAGE]
    gpg = _gpg(ground)
    rise = [] if ground.means.administrator else [ground.program("pkexec") or ""]
    if rise == [""]:
        said = N_(
            "An administrator is needed, and pkexec, which asks for one in a window, is not here. Download {url} and {url}.sig, check them with gpg --verify (the key of AWS is {key}), then run: sudo {line}"
        )
        file = url.rpartition("/")[2]
        line = " ".join((kind, *(word.replace("{file}", file) for word in install)))
        raise CannotPlan(text(said, url=url, key=grouped(key), line=line))
    back = [*rise, manager, *remove]
    how = text(N_("Run: {line}"), line=" ".join(back))
    undo = None if ground.inside(PLUGIN_FOLDER) else taken_back(ground, run(back), PLUGIN, how)
    change = from_aws(url, "gpg", gpg, key, [*rise, manager, *install], undo)
    return Way(change, administrator=True)


def _gpg(ground: Ground) -> str:
    gpg = ground.program("gpg")
    if gpg is not None:
        return gpg
    line = "sudo apt-get install gnupg" if ground.program("dpkg") else "sudo dnf install gnupg2"
    said = N_(
        "Nothing is installed whose signature was not checked, and gpg, which does that, is not here. Install it ({line}), then look again."
    )
    raise CannotPlan(text(said, line=line))
