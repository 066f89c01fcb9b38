"""What messages about the agent mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "handshake-timed-out": meaning(
        N_(
            "The agent waited 15 seconds for this computer's answer. In spite of its words the plugin's version is seldom the reason: the plugin had no usable credentials, could not call KMS for the session key, or its web socket does not get through."
        ),
        N_(
            "Check first whether the caller may use the session key and whether the plugin finds credentials (give --profile). Then the way to ssmmessages and kms, and last the plugin's version."
        ),
    ),
    "handshake-failed": meaning(
        N_(
            "Agent and plugin could not agree on how to run the session. What follows is the reason."
        ),
        N_("Most often encryption with a KMS key is behind it: check who may use the key."),
    ),
    "node-kms-denied": meaning(
        N_(
            "Sessions are encrypted here, and the node could not decrypt the session's key: its role lacks kms:Decrypt on the session key, the key refuses it, or the node has no way to KMS."
        ),
        N_(
            "Allow the node's role kms:Decrypt on the session key, and check the key's own policy. In a VPC without internet, an endpoint for kms is needed."
        ),
    ),
    "node-role-denied": meaning(
        N_("The node's role is refused a right that sessions need."),
        N_(
            "Attach AmazonSSMManagedInstanceCore or an equal policy to the role, unless the message names another policy that refuses. The agent takes a new policy up within half an hour, sooner after a restart."
        ),
    ),
    "shared-credentials-expired": meaning(
        N_("The agent's own credentials have expired and were not renewed."),
        N_(
            "Restart the agent on the node. If it comes back, look for a clock that is wrong and for instance metadata that does not answer."
        ),
    ),
    "not-authenticated": meaning(
        N_(
            "The service did not accept the signature of the node: its credentials are gone, belong to another account, or its role was deleted or changed."
        ),
        N_(
            "Check the node's role, look for other credentials on the node (/root/.aws/credentials come first), and restart the agent."
        ),
    ),
    "hibernating": meaning(
        N_(
            "The agent could not report and has put itself to sleep: it tries again more and more rarely, at last once in some hours."
        ),
        N_(
            "Repair what the same line names (usually the role or the way to ssm), then restart the agent, so that it need not wait for its next try."
        ),
    ),
    "no-role-on-node": meaning(
        N_(
            "The agent got no credentials from the instance: it has no instance profile, or instance metadata does not answer, and Default Host Management does not stand in."
        ),
        N_(
            "Attach an instance profile with AmazonSSMManagedInstanceCore, or turn Default Host Management on."
        ),
    ),
    "role-cannot-report": meaning(
        N_(
            "The agent has credentials, but Systems Manager does not take its report with them: the role lacks ssm:UpdateInstanceInformation, or there is no way to ssm."
        ),
        N_("The rest of the line tells which: a refusal, or a network that does not answer."),
    ),
    "stand-in-skipped": meaning(
        N_(
            "The agent did not let Default Host Management stand in, because trying the instance's own role failed for another reason than a refusal."
        ),
        N_("Repair what follows in the line: usually the way to ssm, or instance metadata."),
    ),
    "metadata-silent": meaning(
        N_(
            "Instance metadata does not answer the agent: it is turned off, or a proxy, a firewall or a route on the machine is in the way."
        ),
        N_(
            "Turn instance metadata on. On the machine, take 169.254.169.254 out of the proxy (NO_PROXY)."
        ),
    ),
    "fingerprint-changed": meaning(
        N_(
            "The machine looks different from the one that was registered: its hardware changed, or it is a copy of it. Two machines cannot share one registration."
        ),
        N_(
            "On a copy, register anew with an activation. On the same machine with changed hardware, lower the similarity threshold: amazon-ssm-agent -fingerprint -similarityThreshold 1."
        ),
    ),
    "registration-failed": meaning(
        N_(
            "The machine could not be registered: the activation has expired or is used up, its code, id or Region is wrong, or the machine does not reach ssm."
        ),
        N_("Compare id, code and Region; else make a new activation and register with it."),
    ),
    "needs-root": meaning(
        N_("The program ssm-cli has to run as root or as administrator."),
        N_("Run it again with sudo, or in an administrator's terminal."),
    ),
    "diagnostics-host-not-reached": meaning(
        N_(
            "The agent's own diagnosis says that the node does not reach a host that sessions need."
        ),
        N_(
            "Inspect the node's network. A failed line for ec2messages, s3, kms, logs or monitoring alone does not stop sessions."
        ),
    ),
    "agent-not-installed": meaning(
        N_(
            "There is no agent under this name on the machine. On Ubuntu it may be the snap amazon-ssm-agent, which has another service name."
        ),
        N_("On Ubuntu look with snap services amazon-ssm-agent; else install the agent."),
    ),
    "agent-cannot-reach": meaning(
        N_(
            "A request to AWS got no answer. If the agent says this, the node has no way to the host in the message."
        ),
        N_(
            "Inspect the node's network: name resolution, route or endpoints, security groups and network ACLs; then a firewall or a proxy inside the machine."
        ),
    ),
    "feature-not-in-agent": meaning(
        N_("The agent on the node is too old for what was asked for."), N_("Update the agent.")
    ),
    "run-as-user-missing": meaning(
        N_(
            "Run As is on, and the user it leads to does not exist on the node. Sessions do not fall back to ssm-user then."
        ),
        N_(
            "Create that user on the node, or correct the tag SSMSessionRunAs of the caller's role or user, or the default user in the session preferences."
        ),
    ),
    "run-as-without-user": meaning(
        N_(
            "Run As is on, but names no user: the caller's role or user has no tag SSMSessionRunAs, and the session preferences have no default user."
        ),
        N_("Set a default user in the session preferences, or the tag; or turn Run As off."),
    ),
    "run-as-needs-root": meaning(
        N_("Run As is on, and the agent on the node does not run as root, which it needs to."),
        N_("Let the agent run as root, or turn Run As off."),
    ),
    "domain-controller": meaning(
        N_(
            "The node is a domain controller. The agent does not create the account ssm-user there by itself."
        ),
        N_(
            "Create ssm-user in the domain and make it a member of Domain Admins; it needs no password of yours."
        ),
    ),
    "agent-not-updated": meaning(
        N_(
            "The agent was not updated: the newest release is not in this Region yet, or not made for this system."
        ),
        N_(
            "Nothing is broken by this. New releases take up to two weeks to reach every Region; try again then."
        ),
    ),
}
