"""What messages about nodes mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "console-agent-offline": meaning(
        N_(
            "The EC2 console sees no agent reporting from this instance: it is not running, has no role, or has no way to Systems Manager."
        ),
        N_("Inspect the node: that tells which. A new instance needs some minutes."),
    ),
    "console-not-configured": meaning(
        N_(
            "The console found no open channel for sessions: the role lacks rights, the agent is too old or busy, or it does not reach ssmmessages."
        ),
        N_("Inspect the node: that tells which."),
    ),
    "console-could-not-connect": meaning(
        N_(
            "An older text of the EC2 console: no agent of this instance is connected. The reasons it lists are the usual ones, not what was found."
        ),
        N_(
            "Inspect the node: that tells which. If it was started only just now, wait two minutes."
        ),
    ),
    "console-no-instances": meaning(
        N_(
            "The console found no node that is ready for sessions in this Region. In spite of its words, the role is only one of the possible reasons."
        ),
        N_("Check the Region, then inspect the node."),
    ),
    "instance-state-invalid": meaning(
        N_(
            "Systems Manager does not know the node as one that reports: it is in another account or Region, stopped, not registered, or lost."
        ),
        N_("Check account and Region first, then inspect the node."),
    ),
    "instance-not-there": meaning(
        N_("There is no such instance in this account and Region."),
        N_("Check the id, the profile and the Region."),
    ),
    "blank-screen": meaning(
        N_(
            "The session opens and stays empty. AWS names these reasons: the disk of the node is full; the log bucket or log group does not exist, is not encrypted as the preferences ask, or has no way from the node; or the console is open in another Region than the node."
        ),
        N_("Check the session preferences and the free space of the node's disk."),
    ),
    "stream-plugin-missing": meaning(
        N_(
            "The agent could not start its part for shells. Users met this with a full disk on the node, and with an agent that had to be restarted."
        ),
        N_("Make room on the node's disk, then restart the agent."),
    ),
    "document-worker": meaning(
        N_(
            "The agent could not start the process for the session. On Linux the node has usually used up its inotify instances (too many open files), often through many sessions that were never ended."
        ),
        N_(
            "End old sessions; on the node, raise the limit: sysctl fs.inotify.max_user_instances=8192. Then restart the agent."
        ),
    ),
    "data-channel-failed": meaning(
        N_(
            "The node got the request for a session, but could not open its end of it. What follows is the reason."
        ),
        N_(
            "Read the last part of the message: a right that the role lacks, a certificate, a network that does not answer."
        ),
    ),
    "pty-not-started": meaning(
        N_("The agent could not start a shell on the node."),
        N_(
            "What follows the message is the operating system's reason: a user or a shell that is not there, a full disk, or a profile that forbids it."
        ),
    ),
}
