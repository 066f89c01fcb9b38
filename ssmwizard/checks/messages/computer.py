"""What messages about this computer and its programs mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "plugin-not-found": meaning(
        N_(
            "The AWS CLI did not find the Session Manager plugin. The session had been started by then and was ended again."
        ),
        N_(
            "Install the plugin. If it is installed, it is not on the search path of the program that says this: a window may have another one than a terminal."
        ),
    ),
    "plugin-outdated": meaning(
        N_(
            "The Session Manager plugin works, but is older than AWS recommends. AWS says that it soon will not support such versions."
        ),
        N_("Install the newest plugin."),
    ),
    "plugin-ends-with-error": meaning(
        N_("The AWS CLI found a Session Manager plugin that does not run."),
        N_(
            "Run session-manager-plugin --version on a terminal; if it tells no version, install it again."
        ),
    ),
    "plugin-well": meaning(
        N_(
            "This is no error: the plugin says that it is installed. It says so whenever it is started by itself."
        ),
        N_("Start sessions with aws ssm start-session; the AWS CLI starts the plugin."),
    ),
    "plugin-called-wrongly": meaning(
        N_("The plugin was started with something that it does not understand."),
        N_(
            "Start sessions with aws ssm start-session. If the AWS CLI started it, AWS CLI and plugin do not fit each other: install the newest of both."
        ),
    ),
    "plugin-end-of-input": meaning(
        N_(
            "The plugin had no terminal to read from any more and gave up. The session may still be open on the node."
        ),
        N_(
            "Start the session on a real terminal, not behind a pipe. Some users saw it with a very long scrollback: try a fresh terminal."
        ),
    ),
    "plugin-cannot-start": meaning(
        N_(
            "The plugin could not take the session over from the AWS CLI; what follows the colon is its reason."
        ),
        N_("If the reason says little, turn on the plugin's log and start the session again."),
    ),
    "data-channel-not-opened": meaning(
        N_(
            "The plugin could not open its web socket to ssmmessages. Either this computer does not reach it (firewall, or a proxy that breaks web sockets), or the service refused it."
        ),
        N_(
            "Check that ssmmessages of the Region can be reached through the same proxy. If it can, check that the caller may call ssmmessages:OpenDataChannel on its own sessions."
        ),
    ),
    "plugin-without-credentials": meaning(
        N_(
            "The plugin looks for credentials by itself and found none. It understands fewer kinds of profiles than the AWS CLI, and learns the profile's name only from --profile."
        ),
        N_(
            "Give --profile on the command line, and install the newest plugin. If that is not enough, export the credentials into the environment (aws configure export-credentials)."
        ),
    ),
    "session-not-resumed": meaning(
        N_(
            "The connection broke and the session could not be taken up again. Users report this about an hour after the start with plugin 1.2.792.0 and 1.2.804.0 and temporary credentials."
        ),
        N_(
            "Start the session again. Install a newer plugin, use a profile that renews its credentials instead of exported ones, and check that the caller may call ssm:ResumeSession on its own sessions."
        ),
    ),
    "cli-without-encryption": meaning(
        N_(
            "Sessions are encrypted with a KMS key here, and the AWS CLI that started the plugin is too old for that."
        ),
        N_(
            "Install the newest AWS CLI. If several are installed, the first on the search path is used."
        ),
    ),
    "clock-wrong": meaning(
        N_("The clock of the computer that signed this is too far from AWS's."),
        N_(
            "Set the clock right, and let the system keep it so. If the agent on the node says this, it is the node's clock."
        ),
    ),
    "endpoint-not-reached": meaning(
        N_(
            "This computer does not reach the address of the service: no network, a firewall, a proxy that is not set, or a Region that does not exist."
        ),
        N_(
            "Look at the address in the message: if its Region is wrong, correct that. Otherwise check the network, HTTPS_PROXY and NO_PROXY. AWS_ENDPOINT_URL may lead elsewhere."
        ),
    ),
    "endpoint-silent": meaning(
        N_(
            "The service did not answer, or the connection was cut: a firewall that drops, a VPN without a way there, or a proxy that is not set."
        ),
        N_(
            "Check the network, HTTPS_PROXY and NO_PROXY. On a VPN, see whether the name leads to a private address that is not reachable from here."
        ),
    ),
    "tls-intercepted": meaning(
        N_(
            "The certificate of the answer was not issued by anybody this program trusts. In companies, most often a proxy opens TLS connections and signs them anew."
        ),
        N_(
            "Get the company's root certificate and name its file in AWS_CA_BUNDLE or ca_bundle. Turning verification off would hide who is listening."
        ),
    ),
    "tls-unknown-authority": meaning(
        N_(
            "The plugin or the agent does not trust the certificate it was shown: something opens TLS connections on the way, the list of root certificates is old, or the clock is wrong. The plugin does not follow AWS_CA_BUNDLE; it trusts what the operating system trusts."
        ),
        N_(
            "Add the company's root certificate to the trust store of the system on which this was said, or let the hosts of Systems Manager pass unopened."
        ),
    ),
    "proxy-refuses": meaning(
        N_("The proxy cannot be reached, or does not let the request pass."),
        N_(
            "Check HTTPS_PROXY (with user and password if it asks for them: 407), and put hosts that need no proxy into NO_PROXY. On a node, 169.254.169.254 belongs there."
        ),
    ),
    "name-not-resolved": meaning(
        N_("The name of the service could not be resolved where this was said."),
        N_(
            "On this computer: check the Region in the name, the network and the VPN. On a node: check the DNS settings of its VPC, and the private DNS of its endpoints."
        ),
    ),
    "answer-not-from-aws": meaning(
        N_(
            "What answered was not AWS: a proxy or the sign-in page of a network, or an address set with AWS_ENDPOINT_URL."
        ),
        N_(
            "Open any page in a browser to get past a sign-in page, then try again; check HTTPS_PROXY and AWS_ENDPOINT_URL."
        ),
    ),
    "cli-too-old": meaning(
        N_(
            "The AWS CLI does not know this command: it is misspelt, or the AWS CLI is too old for it."
        ),
        N_(
            "Compare the spelling, then install the newest AWS CLI. If several are installed, the first on the search path is used."
        ),
    ),
    "cli-not-found": meaning(
        N_("The AWS CLI is not installed, or not on the search path."),
        N_(
            "Install AWS CLI 2. If it is installed, open a new terminal, or add its folder to the search path. Without it, the AWS console opens sessions too."
        ),
    ),
    "wrong-processor": meaning(
        N_("The program is built for another processor, or its file is damaged."),
        N_("Install the one for this computer's processor (x86_64 or arm64)."),
    ),
    "ssh-closed": meaning(
        N_(
            "SSH got no connection from the command behind ProxyCommand, which is a session of Session Manager. SSH hides the reason."
        ),
        N_(
            "Run the ProxyCommand by itself, or aws ssm start-session with the node as target: what it says is the reason. Then check that sshd runs on the node."
        ),
    ),
    "local-port-taken": meaning(
        N_(
            "The local port for port forwarding is taken by another program, often by an earlier session that still runs."
        ),
        N_("Choose another local port, or end the program that has it."),
    ),
    "remote-port-refused": meaning(
        N_(
            "The session works, but nothing answers on the port of the node, or of the host behind it."
        ),
        N_(
            "On the node, check that the service listens on that port. For a host behind it, check its security group and name, as seen from the node."
        ),
    ),
    "forwarding-forbidden": meaning(
        N_(
            "The agent does not forward ports to this address: instance metadata and the VPC's DNS server are closed to it by design."
        ),
        N_("Forward to another host. There is nothing to repair."),
    ),
}
