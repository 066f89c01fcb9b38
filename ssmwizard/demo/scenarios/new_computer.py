"""The healthy account, seen from a computer that was set up only in part."""

from __future__ import annotations

from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import healthy

HOME = "/home/camille"


def build(now: float, pace: float) -> World:
    """The AWS CLI is where no terminal looks, and there is no plugin."""
    world = healthy.build(now, pace)
    world["computer"] = {
        "home": HOME,
        "path": ["/usr/local/bin", "/usr/bin", "/bin"],
        "shell": "bash",
        "files": {
            f"{HOME}/.profile": "# ~/.profile: read by login shells\numask 022\n",
            f"{HOME}/.bashrc": "# ~/.bashrc: read by other shells\nalias ll='ls -l'",
        },
        "tools": {f"{HOME}/.local/bin/aws": "2.32.17"},
        "folders": [],
        "chosen": {},
        "programs": {
            "gpg": "/usr/bin/gpg",
            "dpkg": "/usr/bin/dpkg",
            "pkexec": "/usr/bin/pkexec",
        },
    }
    return world
