"""What messages about what the caller may do mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "start-session-denied": meaning(
        N_(
            "The caller may not start a session. Look at the resource: an instance or a managed instance is the node; a document is the kind of session."
        ),
        N_(
            "Ask for ssm:StartSession on that resource. Where access depends on tags, compare the node's tags with the policy. Where access is granted just in time, request it instead."
        ),
    ),
    "data-channel-denied": meaning(
        N_(
            "The caller may not open the data channel of its own session. Newer plugins sign that request, and older policies do not allow it."
        ),
        N_(
            "Ask for ssmmessages:OpenDataChannel on your own sessions, as in AWS's sample policies."
        ),
    ),
    "terminate-session-denied": meaning(
        N_(
            "Right after a start, this most often means that the Session Manager plugin is missing: the AWS CLI wanted to end the session it could not open, and may not. The session itself was allowed."
        ),
        N_(
            "Install the plugin first. Then ask for ssm:TerminateSession on your own sessions; a policy that goes by aws:username does not match roles and federated users, one that goes by aws:userid does."
        ),
    ),
    "resume-session-denied": meaning(
        N_("The caller may not take up its own session again after an interruption."),
        N_(
            "Ask for ssm:ResumeSession on your own sessions; a policy that goes by aws:username does not match roles and federated users, one that goes by aws:userid does."
        ),
    ),
    "caller-kms-denied": meaning(
        N_(
            "Sessions are encrypted here, and the plugin could not get a data key from KMS with the caller's credentials. The node is not to blame."
        ),
        N_(
            "What follows the message is KMS's own answer. Most often the caller lacks kms:GenerateDataKey on the session key, or the plugin found no credentials or no way to KMS."
        ),
    ),
    "encryption-context": meaning(
        N_(
            "The program that opened the session does not do the encryption as Session Manager asks for it."
        ),
        N_("Use AWS's own Session Manager plugin, in its newest version."),
    ),
    "target-not-connected": meaning(
        N_(
            "The node has no open channel for sessions. The service says the same of a node that is in another account or Region, that is stopped, that was started only just now, and of one whose agent, role or network is broken."
        ),
        N_(
            "Check account and Region first, then inspect the node: that tells which of these it is."
        ),
    ),
    "document-of-other-type": meaning(
        N_(
            "The document that was named is not one for sessions (a Command document, for example)."
        ),
        N_("Name a document of type Session, or leave --document-name out."),
    ),
    "document-missing": meaning(
        N_(
            "The session document that was named does not exist in this account and Region, or is broken."
        ),
        N_(
            "Check its name and the Region. Documents belong to one account and Region, except AWS's own."
        ),
    ),
    "throttled": meaning(
        N_(
            "The account makes too many requests of this kind at present. Other programs of the account count too."
        ),
        N_(
            "Wait a moment and try again; it is no fault of the node. If it stays so, find the program that asks so often."
        ),
    ),
    "looking-denied": meaning(
        N_("The caller may not look. That says nothing about whether a session would open."),
        N_("Ask for this right to let the diagnosis look, or simply try the session."),
    ),
    "looking-at-roles-denied": meaning(
        N_(
            "The caller may not look at roles, so whether the node's role is right cannot be seen. That is no sign that it is wrong."
        ),
        N_("Ask for this right, or let someone who has it look."),
    ),
    "repair-denied": meaning(
        N_("The caller may look but not repair: this right is needed to make the change."),
        N_(
            "Ask someone who has it: the plan of the repair can be copied for them, with every call in it."
        ),
    ),
    "just-in-time-denied": meaning(
        N_(
            "Access to nodes is requested just in time here, and the caller may not request it, or not fetch what was granted."
        ),
        N_(
            "Ask who administers just-in-time node access. Not having ssm:StartSession is by design there."
        ),
    ),
    "denied": meaning(
        N_("AWS refuses a call for want of a right."),
        N_(
            "Find out who made the call (the caller on this computer, or the node's role) and which action was refused; then ask for that right."
        ),
    ),
    "session-gone": meaning(
        N_("The session is over already, or its id belongs to another account or Region."),
        N_("There is nothing to end. Start a new session."),
    ),
    "service-fault": meaning(
        N_("The service had a fault of its own."),
        N_(
            "Try again after a while. If it lasts, look at AWS's health page for the Region; keep the request id for AWS Support."
        ),
    ),
}
