"""What is said of a connection that does not get through, by where and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.model.text import N_
from ssmwizard.model.way_out import Ended, Layer

STOPPED = N_("The connection to {hosts} fails: {detail}.")
WEBSOCKET = N_(
    "Sessions need a WebSocket there, which a proxy or a firewall may cut while it lets everything else through: have this host left alone."
)
PLUGIN_TRUSTS = N_(
    "The plugin does not know AWS_CA_BUNDLE: for it, that authority has to be in this computer's own trust store."
)
NO_SOCKS = N_(
    "{hosts} would be reached through {proxy}, and the AWS CLI knows no SOCKS proxies: it takes that for the name of an HTTP proxy. Set HTTPS_PROXY to an HTTP proxy, or take it away where none is needed."
)
DISAGREES = N_(
    "To {host} the AWS CLI would take {of_cli}, and the plugin takes {proxy}: it goes by the environment alone, by HTTPS_PROXY before https_proxy, and reads NO_PROXY in its own way (a name that begins with a dot stands for what is below it alone). Have the settings agree."
)
NO_PROXY = N_("no proxy")
_NO_NAME = N_(
    "The name of {hosts} is not found from this computer ({detail}). Check its DNS: the network, the VPN, the resolver."
)
_NOT_AWS = N_(
    "Something on the way answers instead of {hosts} ({detail}): a proxy, or the sign-in page of a network. Sign in to the network, or have the host let through."
)

SENTENCES: Mapping[tuple[Layer | None, Ended], str] = {
    (Layer.NAME, Ended.NOT_FOUND): _NO_NAME,
    (Layer.NAME, Ended.TIMED_OUT): _NO_NAME,
    (Layer.CONNECT, Ended.TIMED_OUT): N_(
        "{hosts}: the name is found, but nothing answers there. A firewall most likely drops the connection: allow HTTPS to it from this computer, or set HTTPS_PROXY where a proxy is the only way out."
    ),
    (Layer.CONNECT, Ended.REFUSED): N_(
        "The connection to {hosts} is refused. A firewall does so, or the name leads to the wrong place ({detail}): allow HTTPS to it from this computer."
    ),
    (Layer.CONNECT, Ended.UNREACHABLE): N_(
        "There is no way from this computer to {hosts}: it is not connected, or its VPN does not lead there."
    ),
    (Layer.PROXY, Ended.TURNED_DOWN): N_(
        "The proxy {proxy} does not let through to {hosts} (it answers {detail}). Have the host allowed there, or add it to NO_PROXY."
    ),
    (Layer.PROXY, Ended.UNSUPPORTED): N_(
        "{hosts} would be reached through {proxy}, and the way through a proxy of that kind cannot be looked at: whether sessions open through it, only a real one shows."
    ),
    (Layer.PROXY, Ended.UNREADABLE): N_(
        "The setting HTTPS_PROXY (or HTTP_PROXY) is not the address of a proxy, so {hosts} is not reached. Correct it."
    ),
    (Layer.PROXY, Ended.TIMED_OUT): N_(
        "The proxy {proxy} does not answer when it is asked to connect to {hosts}. It may be busy, or be kept from going there."
    ),
    (Layer.PROXY, Ended.CUT): N_(
        "The proxy {proxy} ends the connection when it is asked to connect to {hosts}. Is it a proxy for HTTPS?"
    ),
    (Layer.TLS, Ended.OUT_OF_DATE): N_(
        "The certificate of {hosts} is not valid today ({detail}). The clock of this computer may be wrong, or something on the way shows a certificate of its own, by {issuer}."
    ),
    (Layer.TLS, Ended.WRONG_NAME): N_(
        "What answers at {hosts} shows the certificate of another host, by {issuer}. The name may lead to the wrong place, or something on the way answers instead."
    ),
    (Layer.TLS, Ended.UNREADABLE): N_(
        "The file {bundle}, which AWS_CA_BUNDLE or ca_bundle names, cannot be read as certificates, so no connection to {hosts} is trusted. Correct the setting or the file."
    ),
    (Layer.TLS, Ended.TIMED_OUT): N_(
        "The connection to {hosts} is made, and then nothing more comes through. A firewall that looks into connections may hold it: allow the host there."
    ),
    (Layer.TLS, Ended.CUT): N_(
        "The connection to {hosts} is cut as soon as encryption begins. A firewall that filters by name does so: allow the host there."
    ),
    (Layer.HTTP, Ended.TIMED_OUT): N_(
        "{hosts}: the connection is encrypted, but nothing is answered on it. Something on the way may hold it."
    ),
    (Layer.HTTP, Ended.CUT): N_(
        "The connection to {hosts} is cut as soon as something is asked. Something on the way may look into it."
    ),
    (Layer.UPGRADE, Ended.TIMED_OUT): N_("{hosts} does not answer when a WebSocket is asked for."),
    (Layer.UPGRADE, Ended.CUT): N_(
        "The connection to {hosts} is cut when a WebSocket is asked for."
    ),
    (Layer.UPGRADE, Ended.TURNED_DOWN): N_(
        "Something on the way turns the WebSocket to {hosts} down (it answers {detail})."
    ),
    (None, Ended.AUTHENTICATION): N_(
        "The proxy {proxy} asks who wants to reach {hosts}, with a password (407). Put the user and the password into HTTPS_PROXY, or have this computer let through without one."
    ),
    (None, Ended.NOT_AWS): _NOT_AWS,
    (None, Ended.TURNED_DOWN): _NOT_AWS,
}
