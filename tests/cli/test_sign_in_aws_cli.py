"""Signing in with the real AWS CLI 2, against the demo's IAM Identity Center over loopback HTTP.

The whole program runs as a user would start it; only the addresses of AWS are others.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ssmwizard import demo

ROOT = Path(__file__).parents[2]
CONFIG = """
[profile work]
region = eu-west-3
sso_session = corp
sso_account_id = 111122223333
sso_role_name = DemoOperator
[sso-session corp]
sso_start_url = https://demo.invalid/start
sso_region = eu-west-3
sso_registration_scopes = sso:account:access
"""
BUILT_IN = {
    "Region": ("AWS::Region", "String"),
    "UseFIPS": ("AWS::UseFIPS", "Boolean"),
    "UseDualStack": ("AWS::UseDualStack", "Boolean"),
    "Endpoint": ("SDK::Endpoint", "String"),
}


@pytest.fixture(scope="module")
def aws_cli_2() -> str:
    """The real AWS CLI 2 of this machine, whose commands sign in; version 1 has none for it."""
    path = shutil.which("aws", path="/usr/local/bin:/usr/bin")
    if path is not None:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if told.stdout.startswith("aws-cli/2."):
            return path
    pytest.skip("no AWS CLI 2 on this machine")


def led_to(url: str, home: Path) -> None:
    """Have AWS CLI 2.9 find IAM Identity Center here: it knows no AWS_ENDPOINT_URL yet."""
    parameters = {
        name: {"builtIn": built_in, "required": kind == "Boolean", "type": kind}
        | ({"default": False} if kind == "Boolean" else {})
        for name, (built_in, kind) in BUILT_IN.items()
    }
    endpoint = {"url": url, "properties": {}, "headers": {}}
    rules = {
        "version": "1.0",
        "parameters": parameters,
        "rules": [{"conditions": [], "endpoint": endpoint, "type": "endpoint"}],
    }
    models = home / ".aws" / "models" / "sso-oidc" / "2019-06-10"
    models.mkdir(parents=True)
    (models / "endpoint-rule-set-1.json").write_text(json.dumps(rules))


def test_the_real_aws_cli_signs_in_and_the_profile_works_then(
    aws_cli_2: str, tmp_path: Path
) -> None:
    account, home = demo.open_account(pace=0), Path(os.environ["HOME"])
    (home / ".aws").mkdir()
    (home / ".aws" / "config").write_text(CONFIG)
    with account.serve() as served:
        led_to(served.url, home)
        kept = {name: said for name, said in os.environ.items() if name != "QT_QPA_PLATFORM"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            kept.pop(name, None)
        environment = {
            **kept,
            "PYTHONPATH": str(ROOT),
            "PATH": f"{Path(aws_cli_2).parent}:{os.environ['PATH']}",
            "AWS_ENDPOINT_URL": served.url,
        }
        words = ["fix", "identity.sign-in", "--profile", "work", "--apply", "--yes"]
        ran = subprocess.run(
            [sys.executable, "-m", "ssmwizard", *words, "--format", "json"],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    account.close()
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (told,) = json.loads(ran.stdout)["outcomes"]
    assert (told["end"], told["proof"]) == ("done", "verified")
    code = re.search(r"^([0-9A-Z]{4}-[0-9A-Z]{4})$", ran.stderr, re.MULTILINE)
    assert code is not None, ran.stderr
    assert "Successfully logged into Start URL" in ran.stderr
    (token,) = account.world["portal"]["tokens"]
    ours = [file for file in home.rglob("*") if file.is_file() and ".aws" not in file.parts]
    for file in ours:
        said = file.read_text(errors="replace")
        assert code[1] not in said, file
        assert token not in said, file
