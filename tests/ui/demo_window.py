"""The window on the demo account, for tests and for pictures."""

import os
from pathlib import Path

from ssmwizard.app.doors import Doors
from ssmwizard.demo import Demo, open_account
from ssmwizard.demo_doors import AT_ONCE
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.call_log import CallLog
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.configuration_files import Watched
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.profiles import read_profiles


def demo_doors(
    folder: Path, scenario: str | None = None, *, pace: float = 0.0, read_only: bool = False
) -> tuple[Doors, Demo]:
    """Open a demo account; the environment is pointed at a configuration of its own."""
    account = open_account(scenario, pace=pace)
    files = account.config_files(folder / "aws")
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)

    gate, log, codes = Gate(read_only=read_only), CallLog(), Codes()

    def open_aws(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(
            profile, region, prepare=account.hook, gate=gate, heard=log.heard, codes=codes
        )

    doors = Doors(
        open_aws=open_aws,
        computer=account.computer(read_profiles),
        journal=folder / "journal.jsonl",
        gate=gate,
        log=log,
        codes=codes,
        configuration=Watched((files.config, files.credentials), (folder / "sso-cache",)),
        demo=scenario or "broken-fleet",
        page=200,
        at_once=AT_ONCE,
    )
    return doors, account
