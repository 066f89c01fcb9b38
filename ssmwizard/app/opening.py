"""Opens the doors of a run on the real account. boto3 is loaded with the first call, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssmwizard.app.doors import Doors
from ssmwizard.outside import folders, machine_policy
from ssmwizard.outside.call_log import CallLog
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.configuration_files import watched
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.pacing import Paces, Rate
from ssmwizard.outside.secret_store import SecretStore
from ssmwizard.resources import requirements

if TYPE_CHECKING:
    from pathlib import Path

    from ssmwizard.model.machine_policy import MachinePolicy
    from ssmwizard.outside.aws import LiveAws

# Published rates are those of the whole account and Region; others need their share.
SHARE = 0.8
RATES = {
    "ssm:GetConnectionStatus": "rate.get-connection-status-per-second",
    "ssm:StartSession": "rate.start-session-per-second",
    "ssm:DescribeSessions": "rate.describe-sessions-per-second",
    "ssm:TerminateSession": "rate.terminate-session-per-second",
}
ENDPOINTS = ("rate.ec2-vpc-endpoint-burst", "rate.ec2-vpc-endpoint-per-second")
STARTS = ("rate.ec2-start-instances-burst", "rate.ec2-start-instances-per-second")
# EC2 tells, too, how many calls may begin at once.
EC2 = {
    "ec2:CreateVpcEndpoint": ENDPOINTS,
    "ec2:ModifyVpcEndpoint": ENDPOINTS,
    "ec2:DeleteVpcEndpoints": ENDPOINTS,
    "ec2:StartInstances": STARTS,
}
EC2_CHANGES = ("rate.ec2-changes-burst", "rate.ec2-changes-per-second")
# EC2 instances asked for at once: see Doors.
COMMAND_PAGE = 1000
WINDOW_PAGE = 200
POLICY = "policy.toml"
# What the keyring holds, by name.
REMEMBERED = "remembered.json"


def live(*, read_only: bool, page: int) -> Doors:
    """Return the doors to the account that the operator's configuration leads to."""
    gate, log = Gate(policy(), read_only=read_only), CallLog()
    store = keyring()
    codes = Codes(store)
    shared = paces()

    def open_aws(profile: str | None, region: str | None) -> LiveAws:
        from ssmwizard.outside.aws import LiveAws  # noqa: PLC0415 - brings boto3

        return LiveAws(profile, region, paces=shared, gate=gate, heard=log.heard, codes=codes)

    journal = folders.state() / "journal.jsonl"
    return Doors(
        open_aws,
        ThisComputer(),
        journal,
        gate=gate,
        log=log,
        page=page,
        codes=codes,
        configuration=watched(),
        keyring=store,
    )


def keyring() -> SecretStore:
    """Return what is kept in the keyring of this user."""
    return SecretStore(folders.state() / REMEMBERED)


def policy(path: Path | None = None) -> MachinePolicy:
    """Return what the administrator of this computer allows, or what another file would."""
    return machine_policy.read(path or policy_path(), _fixes)


def _fixes() -> set[str]:
    from ssmwizard.fixes.every import EVERY  # noqa: PLC0415 - where there is a policy

    return {fix.id for fix in EVERY}


def policy_path() -> Path:
    """Return where the policy of this computer is looked for."""
    return folders.machine() / POLICY


def paces() -> Paces:
    """Return what keeps the calls of a run to the published rates."""
    published = requirements()

    def bucket(rows: tuple[str, str]) -> Rate:
        burst, each = map(published.number, rows)
        return Rate(max(1, int(burst * SHARE)), float(each) * SHARE)

    even = {name: Rate(1, float(published.number(row)) * SHARE) for name, row in RATES.items()}
    return Paces(
        {**even, **{name: bucket(rows) for name, rows in EC2.items()}}, {"ec2": bucket(EC2_CHANGES)}
    )
