"""Words for what findings and changes are, the same wherever they are shown to people."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.app.standing import Standing
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.text import N_, Text, text

STANDINGS: Mapping[Standing, Text] = {
    Standing.BLOCKED: text(N_("Blocked")),
    Standing.UNKNOWN: text(N_("Unknown")),
    Standing.DEGRADED: text(N_("Degraded")),
    Standing.READY: text(N_("Ready")),
}
STATUSES: Mapping[Status, Text] = {
    Status.PASSED: text(N_("Passed")),
    Status.WARNING: text(N_("Warning")),
    Status.FAILED: text(N_("Failed")),
    Status.UNKNOWN: text(N_("Could not look")),
    Status.SKIPPED: text(N_("Not looked at")),
}
GRADES: Mapping[Grade, Text] = {
    Grade.PROVED: text(N_("Proved: the service or the node itself has shown it.")),
    Grade.INFERRED: text(N_("Inferred from configuration; nothing has shown it in action.")),
}
# By the words of outside.journal_entries.State.
ENTRIES: Mapping[str, Text] = {
    "done": text(N_("Made")),
    "partly": text(N_("Made in part")),
    "failed": text(N_("Failed, nothing was changed")),
    "unfinished": text(N_("Not finished")),
    "partly-undone": text(N_("Undone in part")),
    "undone": text(N_("Undone")),
}
# By the words of app.verify.Proof.
PROOFS: Mapping[str, Text] = {
    "verified": text(N_("It was looked at afterwards, and works.")),
    "not-yet": text(N_("The looking whether it works was left before it ended.")),
    "blocked": text(N_("It was looked at afterwards: something else still stands in the way.")),
    "failed": text(N_("It was looked at afterwards, and did not work by then.")),
}
# By the words of app.timeline, and in it those of outside.journal_entries.Happened.
MOMENTS: Mapping[str, Text] = {
    "inspection began": text(N_("The inspection began")),
    "inspection ended": text(N_("The inspection ended")),
    "change planned": text(N_("Planned")),
    "change begun": text(N_("Begun; how it ended is not known")),
    "change done": text(N_("Made")),
    "change already": text(N_("Was so already")),
    "change failed": text(N_("Failed")),
    "change unclear": text(N_("AWS did not answer; whether it was made is not known")),
    "change undo-begun": text(N_("Taking back was begun; how it ended is not known")),
    "change undone": text(N_("Undone")),
    "change undo-failed": text(N_("Could not be undone")),
}
# By the reasons in a bundle's manifest.
OMITTED: Mapping[str, Text] = {
    "no_permission": text(N_("Not allowed")),
    "no_credentials": text(N_("Nobody was signed in")),
    "bad_configuration": text(N_("The configuration is wrong")),
    "unreachable": text(N_("Could not be reached")),
    "timeout": text(N_("Took too long")),
    "throttled": text(N_("Too many requests at once")),
    "cancelled": text(N_("Was cancelled")),
    "failed": text(N_("Failed")),
    "not_wanted": text(N_("Not wanted")),
    "user_declined": text(N_("Left out, as wished")),
    "not_of_this_account": text(N_("Of another account")),
    "not_on_ec2": text(N_("Not on EC2")),
    "empty": text(N_("There is none")),
    "not_found": text(N_("Was not found on this computer")),
    "unreadable": text(N_("Could not be read")),
    "damaged": text(N_("Damaged")),
    "unprocessable": text(N_("Could not be made")),
    "still_running": text(N_("Was still being looked at")),
    "not_begun": text(N_("Had not been begun")),
    "crashed": text(N_("ssmwizard failed on the way")),
}
