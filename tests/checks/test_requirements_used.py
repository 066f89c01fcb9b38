"""Every requirement is judged by, or stands in a fix or a message, or it is said here why it does not."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import ssmwizard
from ssmwizard import resources
from ssmwizard.checks.every import EVERY

ROWS = set(resources.requirements().rows)
FINER = "finer than the features that can be asked for"
OLD = "every agent that knows sessions well has it, or the documentation is not sure"
NOT_JUDGED = {
    "agent.interactive-commands": FINER,
    "agent.separate-output": FINER,
    "agent.port-idle-timeout": FINER,
    "plugin.unix-socket": FINER,
    "plugin.linux-arm64": FINER,
    "plugin.signed-macos-package": FINER,
    "plugin.port-idle-timeout": FINER,
    "plugin.apple-silicon": FINER,
    "plugin.windows-international-keyboard": FINER,
    "plugin.endpoint-configuration": FINER,
    "plugin.port-forwarding-reconnect": FINER,
    "agent.macos": OLD,
    "agent.imds-v2": OLD,
    "agent.imds-v1-removed": OLD,
    "agent.tls-1-2": OLD,
    "cli.v1-python": "an AWS CLI that runs has its Python",
    "plugin.newest-known": "an older plugin is well as long as AWS supports it",
    "plugin.token-in-environment": "it concerns the AWS CLI, which starts the plugin",
    "download.*": "for the fix computer.install-plugin, which is still to come",
    "hybrid.activation-console-page": "no link leads to that page",
    "windows.minimum": "the list of operating systems has it",
    "windows.minimum-release": "the list of operating systems has it",
    "windows.powershell-documents": "nothing here runs documents that need it",
    "time.removed-right-minutes": "the time until a right that was taken away is felt is not shown yet",
    "rate.resume-session-per-second": "the program does not make this call",
    "rate.start-automation-execution-per-second": "the program does not make this call",
    "price.*": "for fixes that create what costs, which are still to come",
}


def named_in_the_code() -> Iterator[str]:
    """The ids in the code; of those put together from parts, all that begin and end like them."""
    for path in Path(ssmwizard.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for part in ast.walk(tree):
            if isinstance(part, ast.Constant) and part.value in ROWS:
                yield part.value
            elif isinstance(part, ast.JoinedStr):
                words = [
                    one.value if isinstance(one, ast.Constant) else "?*" for one in part.values
                ]
                shape = "".join(map(str, words))
                if "-" in shape.partition("?")[0]:
                    yield from (row for row in ROWS if fnmatchcase(row, shape))


def used() -> set[str]:
    """The ids that something stands on."""
    return {
        *(row for check in EVERY for row in check.requirements),
        *(row for one in resources.signatures().rows.values() for row in one.requirements),
        *named_in_the_code(),
    }


def excused(row: str) -> bool:
    return any(fnmatchcase(row, shape) for shape in NOT_JUDGED)


def test_every_requirement_is_stood_on_or_it_is_said_why_not() -> None:
    forgotten = sorted(row for row in ROWS - used() if not excused(row))
    assert forgotten == [], "name them in the check that judges by them, or say above why none does"


def test_no_excuse_is_left_over() -> None:
    standing = used()
    stale = sorted(
        shape for shape in NOT_JUDGED if not any(fnmatchcase(row, shape) for row in ROWS - standing)
    )
    assert stale == [], "these are used now, or are gone: take them out of the list above"
