"""What is done on this computer, written as a line for a POSIX shell, or in words as comments."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Mapping
from typing import Any

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS
from ssmwizard.model.plans import Call

Parameters = Mapping[str, Any]


def line(call: Call) -> str:
    """Return a call of the service ``computer`` as lines for a shell."""
    if call.operation in LINES:
        return LINES[call.operation](call.parameters)
    return f"# on this computer: {call.operation} {json.dumps(call.parameters)}"


def _run(wanted: Parameters) -> str:
    return shlex.join(wanted["Arguments"])


def _write_block(wanted: Parameters) -> str:
    if not wanted["Block"]:
        return f'# take out of {wanted["File"]}: from "{BLOCK_BEGINS}" to "{BLOCK_ENDS}"'
    return "\n".join(
        (f"# at the end of {wanted['File']}:", *(f"#   {one}" for one in _lines(wanted)))
    )


def _lines(wanted: Parameters) -> list[str]:
    return str(wanted["Block"]).splitlines()


def _install(wanted: Parameters) -> str:
    """Fetch and check in a shell that ends with the first failure, then run what is run."""
    url = str(wanted["Url"])
    file = url.rpartition("/")[2]
    lines = [shlex.join(("curl", "-fLO", url))]
    if wanted["Check"] == "gpg":
        lines.append(shlex.join(("curl", "-fLO", str(wanted["SignatureUrl"]))))
        lines.append(f"# the key of AWS: {wanted['Signer']}")
        lines.append(f"gpg --verify {file}.sig {file}")
    else:
        lines.append(f"# {wanted['Check']}: signed by {wanted['Signer']}")
    if file.endswith(".zip"):
        lines.append(f"unzip {file}")
    words = [one.replace("{file}", f"./{file}").replace("{folder}", ".") for one in _words(wanted)]
    return "\n".join((*lines, shlex.join(words)))


def _words(wanted: Parameters) -> list[str]:
    return [str(word) for word in wanted["Arguments"]]


def _remove_cli(wanted: Parameters) -> str:
    return shlex.join(("rm", "-r", *map(str, wanted["Links"]), str(wanted["Folder"])))


def _set_user_path(wanted: Parameters) -> str:
    return rf"# Path in HKEY_CURRENT_USER\Environment: {wanted['Value']}"


LINES: Mapping[str, Callable[[Parameters], str]] = {
    "RunProgram": _run,
    "WriteBlock": _write_block,
    "InstallDownload": _install,
    "RemoveCli": _remove_cli,
    "SetUserPath": _set_user_path,
}
