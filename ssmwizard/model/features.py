"""What sessions can be wanted for: the one list of features, and what each needs."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.text import N_, Text, text

SHELL = "shell"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that sessions can do.

    ``id`` is its name on the command line and in the JSON answer. ``title`` stands by itself,
    ``phrase`` inside a sentence. The others name requirements, and are empty where there is none:
    ``agent`` and ``plugin`` the first version that knows it, ``agent_perhaps`` an earlier agent that
    another page of AWS's names, ``platforms`` the platforms that have it.
    """

    id: str
    title: Text
    phrase: Text
    agent: str
    agent_perhaps: str = ""
    plugin: str = ""
    platforms: str = ""


FEATURES: tuple[Feature, ...] = (
    Feature(SHELL, text(N_("Shell")), text(N_("a shell")), "agent.session-manager"),
    Feature(
        "ssh",
        text(N_("SSH and SCP")),
        text(N_("SSH through Session Manager")),
        "agent.ssh",
        agent_perhaps="agent.ssh-other-page",
        plugin="plugin.ssh",
    ),
    Feature(
        "port-forwarding",
        text(N_("Port forwarding")),
        text(N_("port forwarding")),
        "agent.port-forwarding",
        plugin="plugin.hard-floor",
    ),
    Feature(
        "kms",
        text(N_("Encryption with a KMS key")),
        text(N_("encryption with a KMS key")),
        "agent.kms",
        plugin="plugin.kms",
    ),
    Feature(
        "shell-profile",
        text(N_("Shell profile")),
        text(N_("shell profiles")),
        "agent.shell-profile",
    ),
    Feature(
        "cloudwatch-streaming",
        text(N_("Streaming to CloudWatch Logs")),
        text(N_("streaming to CloudWatch Logs")),
        "agent.cloudwatch-streaming",
    ),
    Feature(
        "run-as",
        text(N_("Run As")),
        text(N_("Run As")),
        "agent.run-as",
        platforms="run-as.platforms",
    ),
    Feature(
        "non-interactive",
        text(N_("Non-interactive commands")),
        text(N_("non-interactive commands")),
        "agent.non-interactive-commands",
        plugin="plugin.non-interactive-commands",
        platforms="non-interactive-commands.platforms",
    ),
)
