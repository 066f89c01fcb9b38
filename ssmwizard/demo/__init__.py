"""An AWS account in miniature, at the wire: nothing to configure, no network, no cost.

Requests are decoded and answers encoded by botocore's own service models; an operation is one
function over plain, stateful data; what a node does (reports, connects) follows from that
state, so that a right fix heals it and a wrong one does not. There are two ways in::

    demo = open_account("broken-fleet")
    demo.hook(botocore_session)        # this session's clients; opens no port
    with demo.serve() as served:       # any program: AWS_ENDPOINT_URL=served.url
        ...

The state (``demo.world``) can be saved and loaded. Production code does not know any of this.
"""

from ssmwizard.demo.account import Demo, open_account
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.demo.profiles import ConfigFiles
from ssmwizard.demo.scenarios import DEFAULT, NAMES, is_scenario

__all__ = [
    "DEFAULT",
    "NAMES",
    "ConfigFiles",
    "Demo",
    "DemoComputer",
    "is_scenario",
    "open_account",
]
