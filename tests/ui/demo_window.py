"""The window on the demo account, for tests and for pictures."""

import os
from dataclasses import dataclass
from pathlib import Path

from ssmwizard.app.doors import Doors
from ssmwizard.demo import Demo, open_account
from ssmwizard.model.computer import Ran, Start
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import System
from ssmwizard.outside.profiles import read_profiles

PROGRAMS = {
    "aws": "aws-cli/2.31.7 Python/3.13.7 Linux/6.1.0 exe/x86_64.debian.12\n",
    "session-manager-plugin": "1.2.764.0\n",
}


@dataclass
class DemoComputer:
    """A computer on which the given programs answer; it reads the demo's configuration."""

    programs: dict[str, str]

    def system(self):
        return System("Linux", "6.1.0", "x86_64")

    def places(self, program, _usual):
        return ((f"/usr/local/bin/{program}", True),) if program in self.programs else ()

    def run(self, arguments, timeout):
        said = self.programs.get(Path(arguments[0]).name, "")
        return Ran(tuple(arguments), Start.RAN, 0, said, "", min(timeout, 0.1))

    def profiles(self):
        return read_profiles()


def demo_doors(
    folder: Path, scenario: str | None = None, *, pace: float = 0.0, read_only: bool = False
) -> tuple[Doors, Demo]:
    """Open a demo account; the environment is pointed at a configuration of its own."""
    account = open_account(scenario, pace=pace)
    files = account.config_files(folder / "aws")
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)

    def open_aws(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(profile, region, prepare=account.hook, read_only=read_only)

    doors = Doors(
        open_aws=open_aws,
        computer=DemoComputer(PROGRAMS),
        journal=folder / "journal.jsonl",
        read_only=read_only,
        demo=scenario or "broken-fleet",
        page=200,
    )
    return doors, account
