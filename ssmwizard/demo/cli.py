"""The AWS CLI of the demo's computer, as far as it signs in: its own words, and nothing behind them.

https://github.com/aws/aws-cli/blob/v2/awscli/customizations/sso/utils.py
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

PAGE = "https://demo.invalid/start/#/device"
CODE = "DEMO-4711"
PAUSE = 0.05

ON_A_PAGE = (
    "Attempting to open your default browser. If the browser does not open, open the following URL.\n"
    "If you are unable to open the URL on this device, run this command again with the"
    " '--use-device-code' option.\n"
    "\nhttps://oidc.demo.invalid/authorize?response_type=code&client_id=demo\n\n"
)
WITH_A_CODE = (
    "Browser will not be automatically opened.\nPlease visit the following URL:\n"
    f"\n{PAGE}\n"
    f"\nThen enter the code:\n\n{CODE}\n"
    "\nAlternatively, you may visit the following URL which will autofill the code upon loading:\n"
    f"{PAGE}?user_code={CODE}\n"
)
SIGNED_IN = "Successfully logged into Start URL: https://demo.invalid/start\n"


def converse(
    words: Sequence[str],
    seconds: float,
    heard: Callable[[str], None],
    stopped: Callable[[], bool],
    signed_in: Callable[[], None],
) -> tuple[int | None, str]:
    """Prints what the AWS CLI would; returns its status (None: it was stopped) and all it printed."""
    if tuple(words[:2]) != ("sso", "login"):
        said = "\nThe demo's AWS CLI can only sign in through IAM Identity Center.\n"
        heard(said)
        return 252, said
    said = WITH_A_CODE if "--no-browser" in words else ON_A_PAGE
    heard(said)
    for _ in _pauses(seconds):
        if stopped():
            return None, said
    signed_in()
    said += SIGNED_IN
    heard(said)
    return 0, said


def _pauses(seconds: float) -> Iterator[None]:
    ends = time.monotonic() + seconds
    yield None
    while time.monotonic() < ends:
        time.sleep(PAUSE)
        yield None
