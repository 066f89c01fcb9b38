"""For whom a support bundle is made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ssmwizard.model.text import N_, Text, text


class Audience(StrEnum):
    """For whom a bundle is. Secrets are destroyed for all of them."""

    INTERNAL = "internal"
    SUPPORT = "support"
    PUBLIC = "public"

    @property
    def keeps_identifiers(self) -> bool:
        """Return whether accounts, ids, names and addresses are in it as they are."""
        return self is not Audience.PUBLIC

    @property
    def reads_nodes(self) -> bool:
        """Return whether nodes' own words are in it unless they are left out."""
        return self is Audience.INTERNAL


TITLES: Mapping[Audience, Text] = {
    Audience.INTERNAL: text(N_("Internal: nodes' own words too")),
    Audience.SUPPORT: text(N_("Support: identifiers are kept")),
    Audience.PUBLIC: text(N_("Public: identifiers are replaced")),
}
DIFFERENCES: Mapping[Audience, Text] = {
    Audience.SUPPORT: text(
        N_(
            "For colleagues and AWS. Accounts, ids, names and addresses stay in it; what nodes wrote themselves is out until you tick it. Secrets are taken out."
        )
    ),
    Audience.PUBLIC: text(
        N_(
            "For everybody. Accounts, ids, names and addresses are replaced by stand-ins; what nodes wrote themselves is out until you tick it. Secrets are taken out."
        )
    ),
    Audience.INTERNAL: text(
        N_(
            "For your own team. Everything stays in it, with what nodes wrote themselves as far as it was read. Secrets are taken out all the same."
        )
    ),
}
