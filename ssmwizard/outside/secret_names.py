"""Names of things whose value is a secret, in every spelling."""

from __future__ import annotations

import re
from functools import lru_cache

# Ends of names (``DB_PASSWORD``): small letters, without what joins their words.
_ENDS = (
    "activationcode",
    "apikey",
    "authorization",
    "cookie",
    "keymaterial",
    "mfacode",
    "passphrase",
    "passwd",
    "password",
    "plaintext",
    "privatekey",
    "pwd",
    "samlassertion",
    "secret",
    "secretaccesskey",
    "secretbinary",
    "secretkey",
    "secretstring",
    "secretvalue",
    "streamurl",
    "token",
    "tokencode",
    "tokenvalue",
    "userdata",
    "xamzsignature",
)
# What AWS calls a token and is none: places in a list, and marks against doing a thing twice.
_NO_SECRETS = (
    "clientrequesttoken",
    "clienttoken",
    "continuationtoken",
    "idempotencytoken",
    "nexttoken",
    "pagetoken",
    "paginationtoken",
    "startingtoken",
)
_JOINTS = re.compile(r"[\s_.:/-]+")

# Each name of a secret holds one of these; looking for them is quick.
HINTS = re.compile(
    r"activation|api[ _-]?key|authorization|cookie|material|mfa|pass|plain|private|pwd"
    r"|samlassertion|secret|signature|stream|token|user",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_secret(name: str) -> bool:
    """Tell whether the value under this name is a secret."""
    bare = _JOINTS.sub("", name).casefold()
    return bare.endswith(_ENDS) and not bare.endswith(_NO_SECRETS)
